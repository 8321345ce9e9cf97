"""The row of sheets: a tab a sheet, renamed in place, those of address map and matrix behind them, and a plus."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, cast

from PySide6.QtCore import QEvent, QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QSizePolicy, QTabBar, QToolButton, QWidget

from widgets.lettering import letter, width_of
from widgets.look import Look
from widgets.navigator.sheets import SYMBOLS, sheets_of
from widgets.qt.line import Line
from widgets.symbols import icon, symbol
from workbench.editor import Editor
from workbench.model.element import ElementId
from workbench.model.elements.sheet import Sheet
from workbench.reading import one_line
from workbench.texts import Sayable, Text, text

HEIGHT: Final = 34
NARROWEST: Final = 130
"""How narrow a tab may get where there are many; then the row scrolls."""
NAMING: Final = 180
MAP: Final = "\0map"
MATRIX: Final = "\0matrix"
EXPOSURE: Final = "\0exposure"
CHANGES: Final = "\0changes"
"""What the tabs of address map, matrix and pages hold, where others hold the id of a sheet."""

Tab = tuple[str, Sayable, str]
"""What a tab holds, its name and its symbol."""
WHOLE: Final[dict[str, tuple[Text, str, Text]]] = {
    MAP: (text("Address map"), "address-map", text("Close the address map")),
    MATRIX: (text("Matrix", key="matrix.title"), "ui-matrix", text("Close the matrix")),
    EXPOSURE: (text("Exposure", key="exposure.title"), "internet", text("Close the exposure")),
    CHANGES: (text("What changed"), "ui-turn", text("Close the changes")),
}
"""What shows the whole design in place of a sheet: name, symbol, and what closes it."""


class SheetBar(QTabBar):
    """Painted tabs: symbol, name, and on the active one a bar above and a cross."""

    closing = Signal(str)
    naming = Signal(str)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.symbols: list[str] = []
        self.setDrawBase(False)
        self.setExpanding(False)
        self.setUsesScrollButtons(True)
        self.setElideMode(Qt.TextElideMode.ElideRight)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def tabSizeHint(self, index: int) -> QSize:
        return QSize(min(round(width_of(self.tabText(index), 12, 600)) + 58, 240), HEIGHT)

    def minimumTabSizeHint(self, index: int) -> QSize:
        return QSize(min(self.tabSizeHint(index).width(), NARROWEST), HEIGHT)

    def cross(self, index: int) -> QRect:
        """Where the cross of a tab stands."""
        rect = self.tabRect(index)
        return QRect(rect.right() - 20, rect.top() + 9, 16, 16)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        at = self.tabAt(event.position().toPoint())
        if at == self.currentIndex() and at >= 0 and self.cross(at).contains(event.position().toPoint()):
            self.closing.emit(self.tabData(at))
            return
        super().mouseReleaseEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        at = self.tabAt(event.position().toPoint())
        self._name(at)

    def event(self, event: QEvent) -> bool:
        # Keys pressed on a tab mean the tab, not what is selected on its sheet.
        if event.type() == QEvent.Type.ShortcutOverride and self._means(cast("QKeyEvent", event).key()):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_F2:
            self._name(self.currentIndex())
        elif self._means(event.key()):
            self.closing.emit(self.tabData(self.currentIndex()))
        else:
            super().keyPressEvent(event)

    def _means(self, key: int) -> bool:
        """Whether a key has a meaning of its own here: F2 names a sheet, Delete closes what is none."""
        on_whole = self.currentIndex() >= 0 and self.tabData(self.currentIndex()) in WHOLE
        return key == Qt.Key.Key_F2 or (key == Qt.Key.Key_Delete and on_whole)

    def _name(self, at: int) -> None:
        """Asks for another name for a sheet; map and matrix have the one they have."""
        if at >= 0 and self.tabData(at) not in WHOLE:
            self.naming.emit(self.tabData(at))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for at in range(self.count()):
            self._paint_tab(painter, at)

    def _paint_tab(self, painter: QPainter, at: int) -> None:
        look, rect, on = self._look, QRectF(self.tabRect(at)), at == self.currentIndex()
        ratio = self.devicePixelRatioF()
        if on:
            painter.fillRect(rect, look.colour("canvas"))
            painter.fillRect(QRectF(rect.left(), 0, rect.width(), 2), look.colour("accent"))
        painter.fillRect(QRectF(rect.right() - 0.5, 8, 1, rect.height() - 16), look.colour("line"))
        name = self.symbols[at] if at < len(self.symbols) else "question"
        picture = symbol(name, 15, "text" if on else "text2", look.theme, ratio)
        painter.drawPixmap(round(rect.left() + 12), round(rect.center().y() - 7.5), picture)
        room = QRectF(rect.left() + 34, rect.top(), rect.width() - 34 - 22, rect.height())
        letter(
            painter, room, self.tabText(at), look.colour("text" if on else "text2"), weight=600 if on else 400
        )
        if on:
            spot = self.cross(at)
            painter.drawPixmap(
                spot.left() + 4, spot.top() + 4, symbol("ui-close", 9, "text3", look.theme, ratio)
            )
            if self.hasFocus():
                painter.setPen(look.pen("accent", 2.0))
                painter.drawRoundedRect(rect.adjusted(3, 5, -4, -4), 4, 4)


class SheetTabs(QWidget):
    """34 high: the sheets, address map and matrix where they are open, and the plus."""

    picked = Signal(str)
    whole_picked = Signal(str)
    closing = Signal(str)
    named = Signal(str, str)
    adding = Signal(str)

    def __init__(self, editor: Editor, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._editor, self._look = editor, look
        self._telling = False
        self._open: list[str] = []
        self._last: ElementId | None = None
        self.setFixedHeight(HEIGHT)
        self.bar = SheetBar(look, self)
        self.plus = QToolButton(self)
        self.plus.setFixedSize(28, 28)
        self.menu = QMenu(self)
        self.plus.clicked.connect(lambda: self.menu.popup(self.plus.mapToGlobal(QPoint(0, 28))))
        row = QHBoxLayout(self)
        row.setContentsMargins(6, 0, 8, 0)
        row.setSpacing(4)
        row.addWidget(self.bar)
        row.addWidget(self.plus)
        row.addStretch(1)
        self.bar.currentChanged.connect(self._changed)
        self.bar.closing.connect(self._close)
        self.bar.naming.connect(self.rename)
        self.bar.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.bar.customContextMenuRequested.connect(self._offer)
        self._line: Line | None = None
        self.retell()

    @property
    def current(self) -> ElementId | None:
        """The sheet in front; None while it is address map or matrix, or where there is no sheet."""
        return None if self._front in WHOLE else self._front

    @property
    def map_in_front(self) -> bool:
        """Whether the tab of the address map is lit."""
        return self._front == MAP

    @property
    def matrix_in_front(self) -> bool:
        """Whether the tab of the matrix is lit."""
        return self._front == MATRIX

    @property
    def _front(self) -> str | None:
        return self.bar.tabData(self.bar.currentIndex()) if self.bar.count() else None

    def show_sheet(self, sheet: ElementId) -> None:
        """Brings a tab to the front."""
        for at in range(self.bar.count()):
            if self.bar.tabData(at) == sheet:
                self.bar.setCurrentIndex(at)

    def show_whole(self, tab: str) -> None:
        """Brings the tab of map or matrix to the front, which opens it where it was closed."""
        if tab not in self._open:
            self._open.append(tab)
        self.retell()
        self.show_sheet(tab)

    def leave(self, tab: str) -> None:
        """Brings the sheet to the front that was there before map or matrix, else the first."""
        tabs = [self.bar.tabData(at) for at in range(self.bar.count())]
        sheets = [one for one in tabs if one not in WHOLE]
        if not sheets:
            self.close_whole(tab)
        elif self._front == tab:
            self.show_sheet(self._last if self._last and self._last in sheets else sheets[0])

    def close_whole(self, tab: str) -> None:
        """Takes the tab of map or matrix away."""
        self._open.remove(tab)
        if sheets_of(self._editor.design):
            self.leave(tab)
        self.retell()

    def retell(self) -> None:
        """Shows the sheets of the design, and map and matrix where they are open, in the present language."""
        before, self._telling = self._front, True
        sheets = sheets_of(self._editor.design)
        tabs: list[Tab] = [(sheet.id, sheet.title(), SYMBOLS[sheet.shows]) for sheet in sheets]
        tabs += [(tab, *WHOLE[tab][:2]) for tab in self._open]
        self._lay(tabs)
        if before and before in [id for id, _, _ in tabs]:
            self.show_sheet(before)
        self._telling = False
        if self._front != before:
            self._changed()
        self._fill_menu()
        self.bar.update()

    def _lay(self, tabs: Sequence[Tab]) -> None:
        while self.bar.count() > len(tabs):
            self.bar.removeTab(self.bar.count() - 1)
        self.bar.symbols = [symbol for _, _, symbol in tabs]
        for at, (id, title, _) in enumerate(tabs):
            if at == self.bar.count():
                self.bar.insertTab(at, "")
            self.bar.setTabText(at, self._look.said(title))
            self.bar.setTabData(at, id)
            self.bar.setTabToolTip(at, self._look.said(title))

    def rename(self, sheet: ElementId) -> None:
        """Opens the name of a tab for typing."""
        self.show_sheet(sheet)
        self._line = Line(self)
        tab = self.bar.tabRect(self.bar.currentIndex()).translated(self.bar.pos()).adjusted(28, 5, -4, -5)
        tab.setWidth(max(tab.width(), NAMING))
        tab.moveRight(min(tab.right(), self.width() - 4))
        self._line.setGeometry(tab)
        self._line.setText(self.bar.tabText(self.bar.currentIndex()))
        self._line.selectAll()
        self._line.show()
        self._line.setFocus()
        self._line.editingFinished.connect(lambda: self._rename_done(sheet))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._look.colour("raised"))
        painter.fillRect(0, self.height() - 1, self.width(), 1, self._look.colour("line"))

    def _changed(self) -> None:
        if self._telling:
            return
        if self._front in WHOLE:
            self.whole_picked.emit(self._front)
        else:
            self._last = self.current
            self.picked.emit(self.current or "")

    def _close(self, tab: str) -> None:
        if tab in WHOLE:
            self.close_whole(tab)
        else:
            self.closing.emit(tab)

    def _rename_done(self, sheet: ElementId) -> None:
        line, self._line = self._line, None
        if line is None:
            return
        line.deleteLater()
        wording = one_line(line.text())
        if line.isModified() and wording:
            self.named.emit(sheet, wording)

    def _fill_menu(self) -> None:
        look = self._look
        self.plus.setIcon(icon("ui-plus", look.theme, 14))
        self.plus.setToolTip(look.said(text("Add a sheet")))
        self.plus.setAccessibleName(look.said(text("Add a sheet")))
        self.menu.clear()
        for shows, label in Sheet.kind.field("shows").choices.items():
            action = self.menu.addAction(icon(SYMBOLS[shows], look.theme), look.said(label))
            action.triggered.connect(lambda _=False, shows=shows: self.adding.emit(shows))

    def _offer(self, point: QPoint) -> None:
        at = self.bar.tabAt(point)
        if at < 0:
            return
        sheet = self.bar.tabData(at)
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        if sheet in WHOLE:
            closes = menu.addAction(self._look.said(WHOLE[sheet][2]))
            closes.triggered.connect(lambda: self.close_whole(sheet))
            menu.popup(self.bar.mapToGlobal(point))
            return
        menu.addAction(self._look.said(text("Rename"))).triggered.connect(lambda: self.rename(sheet))
        menu.addAction(self._look.said(text("Delete the sheet…"))).triggered.connect(
            lambda: self.closing.emit(sheet)
        )
        menu.popup(self.bar.mapToGlobal(point))
