"""Every item of an import as Qt's item model, with a box to tick where one may pick, and the chip of its fate."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, Final

from PySide6.QtCore import (
    QObject,
    QRectF,
    Qt,
    Signal,
)
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem, QWidget

from widgets.lettering import CENTRE, letter, width_of
from widgets.look import Look
from widgets.qt.headed_table import HeadedTable, Index
from workbench.importers.plan import FATE_WORDS, Fate, ImportItem
from workbench.texts import Text, text

FATE: Final = int(Qt.ItemDataRole.UserRole)
HEADS: Final = (text("State"), text("File and place"), text("What becomes of it"))
INKS: Final[dict[Fate, tuple[str, str]]] = {
    "refused": ("error", "error-bg"),
    "doubtful": ("warning", "warning-bg"),
    "new": ("ok", "ok-bg"),
    "changed": ("accent", "accent-bg"),
    "same": ("text2", "sunken"),
    "unheld": ("text2", "sunken"),
}
PICKABLE: Final = frozenset[Fate]({"new", "changed"})


class ImportTable(HeadedTable):
    """A row an item: state, place, what becomes of it; the place has the box of what can be picked."""

    picks_changed = Signal()

    def __init__(self, look: Look, parent: QObject | None = None, heads: tuple[Text, ...] = HEADS) -> None:
        super().__init__(look, heads, parent)
        self._left_out: set[int] = set()
        self.is_picking = False

    def show(self, items: Iterable[ImportItem], wanted: frozenset[Fate]) -> None:
        """Shows the items of the wanted fates."""
        self.show_rows([item for item in items if item.state in wanted])

    def pick_all(self) -> None:
        """Picks everything, as after reading anew."""
        self._left_out.clear()

    def pick(self, rows: Iterable[int] | None, picked: bool) -> None:
        """Picks or leaves out what can be picked of some rows, or of all that are shown."""
        items = self._rows if rows is None else [self._rows[row] for row in rows]
        among = {id(item) for item in items if self._pickable(item)}
        self._left_out = self._left_out - among if picked else self._left_out | among
        self.dataChanged.emit(self.index(0, 1), self.index(max(len(self._rows) - 1, 0), 1))
        self.picks_changed.emit()

    def is_picked(self, item: ImportItem) -> bool:
        """Whether an item is to be brought in."""
        return item.state in PICKABLE and id(item) not in self._left_out

    def flags(self, index: Index) -> Qt.ItemFlag:
        usual = super().flags(index)
        box = index.column() == 1 and self._pickable(self._rows[index.row()])
        return usual | Qt.ItemFlag.ItemIsUserCheckable if box else usual

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        if role != Qt.ItemDataRole.CheckStateRole:
            return False
        self.pick([index.row()], Qt.CheckState(value) == Qt.CheckState.Checked)
        return True

    def _pickable(self, item: ImportItem) -> bool:
        return self.is_picking and item.state in PICKABLE

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        item = self._rows[index.row()]
        if role == FATE:
            return item.state
        if role == Qt.ItemDataRole.CheckStateRole and index.column() == 1 and self._pickable(item):
            return Qt.CheckState.Checked if self.is_picked(item) else Qt.CheckState.Unchecked
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            told = (FATE_WORDS[item.state], None, item.becomes)[index.column()]
            return self._look.said(told).replace("\n", " ") if told is not None else item.place()
        return None


class StateDelegate(QStyledItemDelegate):
    """The state as a chip in its colour."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        rect = QRectF(option.rect)
        ink, ground = INKS[index.data(FATE)]
        wording = index.data()
        chip = QRectF(rect.left() + 8, rect.top() + 3, width_of(wording, 11, 600) + 16, rect.height() - 6)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._look.colour(ground))
        painter.drawRoundedRect(chip, 8, 8)
        letter(painter, chip, wording, self._look.colour(ink), size=11, weight=600, align=CENTRE)
        painter.restore()
