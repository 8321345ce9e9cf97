"""The row of sheets: a tab a sheet, renamed in place, and a plus that adds one."""

from __future__ import annotations

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
from workbench.texts import text

HEIGHT: Final = 34
NARROWEST: Final = 130
"""How narrow a tab may get where there are many; then the row scrolls."""
NAMING: Final = 180


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
        if at >= 0:
            self.naming.emit(self.tabData(at))

    def event(self, event: QEvent) -> bool:
        # F2 with the keys on a tab means the sheet, not what is selected on it.
        if event.type() == QEvent.Type.ShortcutOverride and cast("QKeyEvent", event).key() == Qt.Key.Key_F2:
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_F2 and self.currentIndex() >= 0:
            self.naming.emit(self.tabData(self.currentIndex()))
        else:
            super().keyPressEvent(event)

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
    """34 high: the sheets, and the plus."""

    picked = Signal(str)
    closing = Signal(str)
    named = Signal(str, str)
    adding = Signal(str)

    def __init__(self, editor: Editor, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._editor, self._look = editor, look
        self._telling = False
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
        self.bar.closing.connect(self.closing)
        self.bar.naming.connect(self.rename)
        self.bar.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.bar.customContextMenuRequested.connect(self._offer)
        self._line: Line | None = None
        self.retell()

    @property
    def current(self) -> ElementId | None:
        """The sheet in front."""
        return self.bar.tabData(self.bar.currentIndex()) if self.bar.count() else None

    def show_sheet(self, sheet: ElementId) -> None:
        """Brings a tab to the front."""
        for at in range(self.bar.count()):
            if self.bar.tabData(at) == sheet:
                self.bar.setCurrentIndex(at)

    def retell(self) -> None:
        """Shows the sheets of the design, in the present language."""
        before = self.current
        self._telling = True
        sheets = sheets_of(self._editor.design)
        while self.bar.count() > len(sheets):
            self.bar.removeTab(self.bar.count() - 1)
        for at, sheet in enumerate(sheets):
            if at == self.bar.count():
                self.bar.insertTab(at, "")
            self.bar.setTabText(at, self._look.said(sheet.title()))
            self.bar.setTabData(at, sheet.id)
            self.bar.setTabToolTip(at, self._look.said(sheet.title()))
        self.bar.symbols = [SYMBOLS[sheet.shows] for sheet in sheets]
        self._telling = False
        if before and before in (sheet.id for sheet in sheets):
            self.show_sheet(before)
        if self.current != before:
            self._changed()
        self._fill_menu()
        self.bar.update()

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
        if not self._telling:
            self.picked.emit(self.current or "")

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
        menu.addAction(self._look.said(text("Rename"))).triggered.connect(lambda: self.rename(sheet))
        menu.addAction(self._look.said(text("Delete the sheet…"))).triggered.connect(
            lambda: self.closing.emit(sheet)
        )
        menu.popup(self.bar.mapToGlobal(point))
