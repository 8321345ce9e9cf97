"""The panels around the sheet: where they stand, how large they are, and which give way in a small window."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QSize, Qt, QTimer
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QDockWidget, QMainWindow, QWidget

from widgets.look import Look
from widgets.qt.letting_go import LettingGo
from workbench.texts import text

if TYPE_CHECKING:
    from widgets.shell.rooms import Rooms

NARROW, NARROWER, LOW = 1180, 1000, 620
"""Below these sizes of the window the inspector, then the navigator, then the findings give way."""
BOTH: Final = 1680
"""Below this width the panel that asks for paths covers the inspector."""
FOLDED: Final = 31
SIDES: Final = {
    "navigator": Qt.DockWidgetArea.LeftDockWidgetArea,
    "path": Qt.DockWidgetArea.RightDockWidgetArea,
    "inspector": Qt.DockWidgetArea.RightDockWidgetArea,
    "findings": Qt.DockWidgetArea.BottomDockWidgetArea,
}
TITLES: Final = {
    "navigator": text("Navigator"),
    "path": text("Ask a path"),
    "inspector": text("Inspector"),
    "findings": text("Findings"),
}
SIZES: Final = {"navigator": 260, "path": 452, "inspector": 300, "findings": 158}


class Blank(QWidget):
    """What stands in a place until a design is laid out: so much of a colour."""

    def __init__(self, look: Look, ink: str, size: int = 0) -> None:
        super().__init__()
        self._look, self._ink, self._size = look, ink, size

    def sizeHint(self) -> QSize:
        return QSize(self._size, self._size)

    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).fillRect(self.rect(), self._look.colour(self._ink))


class Panels:
    """Navigator, inspector, findings and asked paths of a window, in docks without title bars."""

    def __init__(self, window: QMainWindow, look: Look) -> None:
        self._window, self._look = window, look
        self._rooms: Rooms | None = None
        self._tight = (False, False, False, False)
        self.hidden = self._asks = False
        self.docks = {name: self._dock(name, side) for name, side in SIDES.items()}
        window.splitDockWidget(self.docks["path"], self.docks["inspector"], Qt.Orientation.Horizontal)
        window.setCorner(Qt.Corner.BottomLeftCorner, Qt.DockWidgetArea.LeftDockWidgetArea)
        window.setCorner(Qt.Corner.BottomRightCorner, Qt.DockWidgetArea.RightDockWidgetArea)
        self.retell()

    def seat(self, rooms: Rooms) -> None:
        """Puts the parts of a design into their panels."""
        self._rooms = rooms
        self.docks["navigator"].setWidget(rooms.navigator)
        self.docks["inspector"].setWidget(rooms.inspector)
        self.docks["findings"].setWidget(rooms.findings)
        self._asks = False
        self.fit(force=True)

    def show_path(self, panel: QWidget | None) -> None:
        """Shows the panel that asks for paths, or takes it away."""
        self._asks = panel is not None
        if panel is not None and self.docks["path"].widget() is not panel:
            self.docks["path"].setWidget(panel)
        self.hidden = self.hidden and not self._asks
        self.fit(force=True)

    def show_inspector(self) -> None:
        """Shows the inspector, in place of the panel that covers it."""
        if self._asks and self._window.width() < BOTH:
            self.show_path(None)
        self.docks["inspector"].show()

    def retell(self) -> None:
        """Names the panels in the present language."""
        for name, dock in self.docks.items():
            dock.setWindowTitle(self._look.said(TITLES[name]))

    def hide(self, hidden: bool) -> None:
        """Shows the sheet alone, or the panels around it again."""
        self.hidden = hidden
        for name, dock in self.docks.items():
            dock.setVisible(not hidden and (name != "path" or self._asks))
        if not hidden:
            self.fit(force=True)

    def fit(self, force: bool = False) -> None:
        """Lets panels give way where the window is small, and brings them back where it is not."""
        window, rooms = self._window, self._rooms
        covered = self._asks and window.width() < BOTH
        tight = (window.width() < NARROW, window.width() < NARROWER, window.height() < LOW, covered)
        if rooms is None or (tight == self._tight and not force) or self.hidden:
            return
        self._tight = tight
        self.docks["inspector"].setVisible(not covered and (not tight[0] or bool(rooms.editor.selection)))
        self.docks["path"].setVisible(self._asks)
        self.docks["navigator"].setVisible(True)
        rooms.navigator.fold(tight[1])
        self._fold(tight[2])
        # Bound to the window: closed before the turn comes, nobody is asked any more.
        QTimer.singleShot(0, window, self._share)

    def offer_inspector(self) -> None:
        """Where room is short the inspector is there only while something is selected."""
        if not self._tight[0] or self._tight[3] or self.hidden or not self._rooms:
            return
        dock, wanted = self.docks["inspector"], bool(self._rooms.editor.selection)
        if wanted == dock.isHidden():
            canvas = self._rooms.area.canvas
            if canvas is not None and canvas.gestures.is_held:
                # The sheet would be another size, and so move under the button that is held.
                LettingGo(canvas.viewport(), self.offer_inspector)
                return
            dock.setVisible(wanted)
            if wanted:
                # It was no part of the last sharing, and would be only as wide as it has to be.
                self._share()

    def fold_findings(self) -> None:
        """Leaves only the head of the findings, or shows the list again."""
        if self._rooms:
            self._fold(not self._rooms.findings.list.isHidden())

    def _dock(self, name: str, side: Qt.DockWidgetArea) -> QDockWidget:
        dock = QDockWidget(self._window)
        dock.setObjectName(name)
        dock.setFeatures(QDockWidget.DockWidgetFeature.NoDockWidgetFeatures)
        dock.setTitleBarWidget(QWidget(dock))
        dock.setWidget(Blank(self._look, "panel", SIZES[name]))
        self._window.addDockWidget(side, dock)
        dock.setVisible(name != "path")
        return dock

    def _share(self) -> None:
        sides = ("navigator", "path", "inspector")
        # A panel that is not shown would take its part of the room from those that are.
        shown = [name for name in sides if self.docks[name].isVisible()]
        docks, wide = [self.docks[name] for name in shown], [SIZES[name] for name in shown]
        self._window.resizeDocks(docks, wide, Qt.Orientation.Horizontal)
        if self._rooms and not self._rooms.findings.list.isHidden():
            self._raise_findings()

    def _fold(self, folded: bool) -> None:
        assert self._rooms
        panel = self._rooms.findings
        panel.list.setVisible(not folded)
        panel.setMaximumHeight(FOLDED if folded else 16777215)
        panel.head.show_folded(folded)
        if not folded:
            self._raise_findings()

    def _raise_findings(self) -> None:
        self._window.resizeDocks([self.docks["findings"]], [SIZES["findings"]], Qt.Orientation.Vertical)
