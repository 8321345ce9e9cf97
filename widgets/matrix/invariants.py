"""What must always hold, line by line: mark, sentence, and for how much it is proved or the witness against it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Final

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from widgets.fonts import font_for
from widgets.lettering import letter
from widgets.look import Look
from widgets.matrix.shown import Invariant, Verdict
from widgets.navigator.delegate import paint_chosen
from widgets.symbols import symbol
from workbench.texts import Text, text

Index = QModelIndex | QPersistentModelIndex
NOWHERE: Final = QModelIndex()
ROW: Final = 24
ANY: Final = 16777215
"""As high as a widget may be."""
LARGE: Final = {
    False: (text("List", key="matrix.invariants.list"), text("Show the list in place of the cells")),
    True: (text("Cells", key="matrix.invariants.cells"), text("Show the cells in place of the list")),
}
"""What is written on the button while the list is large or not, and what that means."""
MARKS: Final[Mapping[Verdict, tuple[str, str, Text]]] = {
    "proved": ("mark-ok", "ok", text("proved", key="matrix.invariant.proved")),
    "broken": ("mark-error", "error", text("broken", key="matrix.invariant.broken")),
    "unknown": ("mark-unknown", "text2", text("unknown", key="matrix.unknown")),
}
"""The mark of each verdict, its colour and its word."""


class InvariantTable(QAbstractTableModel):
    """A row an invariant, one column that the delegate paints."""

    def __init__(self, look: Look, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.rows: Sequence[Invariant] = ()

    def show_rows(self, rows: Sequence[Invariant]) -> None:
        """Shows invariants in place of those before."""
        self.beginResetModel()
        self.rows = rows
        self.endResetModel()

    def rowCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = NOWHERE) -> int:
        return 1

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role not in (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole):
            return None
        row = self.rows[index.row()]
        said = text(
            "{id}, {verdict}: {says} · {proof}",
            id=row.id,
            verdict=MARKS[row.verdict][2],
            says=row.says,
            proof=row.proof,
        )
        return self._look.said(said)


class InvariantDelegate(QStyledItemDelegate):
    """Mark, sentence, proof."""

    def __init__(self, look: Look, table: InvariantTable, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look, self._table = look, table

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(300, ROW)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        look, row, rect = self._look, self._table.rows[index.row()], QRectF(option.rect)
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, look.colour("accent-bg"))
            paint_chosen(painter, rect, look)
        painter.fillRect(QRectF(rect.left(), rect.bottom() - 1, rect.width(), 1), look.colour("line"))
        mark, ink, _ = MARKS[row.verdict]
        spot = symbol(mark, 14, ink, look.theme, painter.device().devicePixelRatioF())
        painter.drawPixmap(round(rect.left() + 12), round(rect.center().y() - 7), spot)
        left = rect.left() + 36
        room = (rect.right() - left) * 0.54
        letter(painter, QRectF(left, rect.top(), room - 12, ROW), look.said(row.says), look.colour("text"))
        proof = QRectF(left + room, rect.top(), rect.right() - left - room - 8, ROW)
        grey = look.colour("error" if row.verdict == "broken" else "text2")
        letter(painter, proof, look.said(row.proof), grey)


class InvariantList(QTableView):
    """The list; Enter or a double click picks one."""

    picked = Signal(str)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.table = InvariantTable(look, self)
        self.setModel(self.table)
        self.setItemDelegate(InvariantDelegate(look, self.table, self))
        self.setProperty("role", "list")
        self.setShowGrid(False)
        self.horizontalHeader().hide()
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(ROW)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTabKeyNavigation(False)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid():
            self.picked.emit(self.table.rows[self.currentIndex().row()].id)
        else:
            super().keyPressEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        index = self.indexAt(event.position().toPoint())
        if index.isValid():
            self.picked.emit(self.table.rows[index.row()].id)


class Invariants(QWidget):
    """The list below a line that counts what is proved, broken and unknown; a button gives it the room of the cells."""

    enlarged = Signal()
    """The list is to have more room, or less again."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.title = QLabel(self)
        self.counts = {verdict: (QLabel(self), QLabel(self)) for verdict in MARKS}
        self.none = QLabel(self)
        self.large = QToolButton(self)
        self.large.setCheckable(True)
        self.large.setProperty("role", "edge")
        self.large.toggled.connect(self._enlarge)
        self.list = InvariantList(look, self)
        line, column = QHBoxLayout(), QVBoxLayout(self)
        line.setContentsMargins(12, 4, 12, 4)
        line.setSpacing(6)
        line.addWidget(self.title)
        for spot, word in self.counts.values():
            line.addSpacing(6)
            line.addWidget(spot)
            line.addWidget(word)
        line.addWidget(self.none)
        line.addStretch(1)
        line.addWidget(self.large)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(line)
        column.addWidget(self.list)
        self.retell()

    def show_rows(self, rows: Sequence[Invariant]) -> None:
        """Shows invariants, the broken ones first."""
        order: tuple[Verdict, ...] = ("broken", "unknown", "proved")
        self.list.table.show_rows(sorted(rows, key=lambda row: (order.index(row.verdict), row.id)))
        self.retell()

    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).fillRect(0, 0, self.width(), 1, self._look.colour("line2"))

    @property
    def is_large(self) -> bool:
        """Whether the list has the room of the cells."""
        return self.large.isChecked() and bool(self.list.table.rows)

    def fit(self, most: int) -> None:
        """Shows at most so many rows at once, where the list is not large; the rest is scrolled to."""
        shown = min(len(self.list.table.rows), most)
        self.list.setMinimumHeight(0 if self.is_large else shown * ROW)
        self.list.setMaximumHeight(ANY if self.is_large else shown * ROW)
        self.list.setVisible(self.is_large or shown > 0)

    def _enlarge(self) -> None:
        self.retell()
        self.enlarged.emit()

    def retell(self) -> None:
        """Says everything in the present language and theme."""
        look, rows = self._look, self.list.table.rows
        self.title.setText(look.said(text("Invariants", key="matrix.invariants")))
        self.title.setFont(font_for(self.title.text(), 12, 600))
        self.list.setAccessibleName(self.title.text())
        for verdict, (spot, word) in self.counts.items():
            mark, ink, called = MARKS[verdict]
            count = sum(row.verdict == verdict for row in rows)
            spot.setAccessibleName(look.said(called))
            spot.setPixmap(symbol(mark, 13, ink, look.theme, self.devicePixelRatioF()))
            word.setText(
                look.said(
                    text("{count} {verdict}", key="matrix.invariant.count", count=count, verdict=called)
                )
            )
            for part in (spot, word):
                part.setVisible(bool(rows))
        short, means = LARGE[self.large.isChecked()]
        self.large.setText(look.said(short))
        self.large.setToolTip(look.said(means))
        self.large.setAccessibleName(look.said(means))
        self.large.setVisible(bool(rows))
        self.none.setText(look.said(text("None is stated yet.")))
        self.none.setVisible(not rows)
        self.none.setStyleSheet(f"color: {look.colour('text3').name()}")
        self.list.viewport().update()
