"""MainWindow: one design, everything around its sheets."""

from __future__ import annotations

import traceback
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtGui import QCloseEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QDockWidget, QMainWindow, QMenu, QWidget

from widgets.look import Look
from widgets.shell.actions import Actions
from widgets.shell.desk import WindowDesk
from widgets.shell.editions import edition_of, fill_editions
from widgets.shell.rooms import Rooms
from widgets.shell.sheets import add_sheet, delete_sheet, rename_sheet
from widgets.shell.status import StatusBar
from widgets.shell.top_row import TopRow
from widgets.theme import dress
from workbench.commands.command import COMMANDS, Command
from workbench.commands.editing import delete_asking
from workbench.commands.files import may_leave
from workbench.editor import Editor, ReadOnly
from workbench.model.element import ElementId
from workbench.rules.finding import Cure
from workbench.texts import Text, text

NARROW, NARROWER, LOW = 1180, 1000, 620
"""Below these sizes of the window the inspector, then the navigator, then the findings give way."""


class MainWindow(QMainWindow):
    """Shows a design and lets the user change it."""

    def __init__(self, editor: Editor, path: Path | None = None, look: Look | None = None) -> None:
        super().__init__()
        self.editor, self.path = editor, path
        self.look = look or Look()
        # Widgets made before the program is dressed keep the system's face.
        self._dress()
        self.desk = WindowDesk(self)
        self.panels_hidden = False
        self._tight: tuple[bool, bool, bool] = (False, False, False)
        self.rooms = Rooms(editor, self.look, self)
        self.actions_ = Actions(self, self.desk, self.look, self.run)
        self.top_row = TopRow(self.look, self.actions_, lambda menu: fill_editions(menu, self))
        self.setMenuWidget(self.top_row)
        self.docks = {name: self._dock(name, side) for name, side in SIDES.items()}
        self.status = StatusBar(editor, self.look, self)
        self.statusBar().setSizeGripEnabled(False)
        self.statusBar().addPermanentWidget(self.status, 1)
        self.statusBar().setContentsMargins(0, 0, 0, 0)
        self.statusBar().setFixedHeight(27)
        self._seat()
        self.look.changed.connect(self.retell)
        self.top_row.finding.connect(lambda: self.pick("view.find"))
        self.top_row.spoken.connect(self.look.speak)
        self.setCorner(Qt.Corner.BottomLeftCorner, Qt.DockWidgetArea.LeftDockWidgetArea)
        self.setCorner(Qt.Corner.BottomRightCorner, Qt.DockWidgetArea.RightDockWidgetArea)
        self.resize(1440, 900)
        self.retell()

    def start(self) -> None:
        """Begins what may wait until the window is seen."""
        self.rooms.furnish()

    def lay_out(self, editor: Editor, path: Path | None) -> None:
        """Shows another design in place of the present one."""
        earlier = self.rooms
        self.editor, self.path = editor, path
        self.rooms = Rooms(editor, self.look, self)
        status, self.status = self.status, StatusBar(editor, self.look, self)
        self.statusBar().removeWidget(status)
        self.statusBar().addPermanentWidget(self.status, 1)
        self._seat()
        self._fit_panels(force=True)
        earlier.end()
        for part in (earlier.navigator, earlier.inspector, earlier.findings, earlier.middle, status, earlier):
            part.deleteLater()
        self.retell()
        self.start()
        if path:
            self.desk.say(text("Opened {name}", name=path.name))

    def run(self, command: Command) -> None:
        """Does a command; what goes wrong in it is told, and the design stays as it was."""
        reason = command.hindrance(self.desk)
        if reason:
            self.desk.say(reason)
            return
        try:
            command.run(self.desk)
        except ReadOnly as wrong:
            self.desk.show_error(wrong.args[0])
        except Exception as wrong:
            self._report(command, wrong)
        self.tell_state()

    def pick(self, id: str) -> None:
        """Does the command of an id."""
        self.run(COMMANDS[id])

    def retell(self) -> None:
        """Shows everything in the present language and theme."""
        self._dress()
        self.actions_.retell()
        self.rooms.retell()
        self.status.retell()
        self.tell_state()
        for name, dock in self.docks.items():
            dock.setWindowTitle(self.look.said(TITLES[name]))

    def _dress(self) -> None:
        application = QApplication.instance()
        if isinstance(application, QApplication) and application.property("theme") != self.look.theme:
            application.setProperty("theme", self.look.theme)
            dress(application, self.look.theme)

    def tell_state(self) -> None:
        """Shows what can be undone, the edition, and whether the design is saved."""
        history = self.editor.history
        self.top_row.retell(edition_of(self.editor.design), history.undoable, history.redoable)
        self.status.update()
        self.tell_title()

    def tell_title(self) -> None:
        """The name of the design and of the program; a dot while it is not saved."""
        name = self.path.stem if self.path else self.look.said(text("New design"))
        self.setWindowTitle(f"{name}[*] · {self.look.said(text('Landing Zone Workbench'))}")
        self.setWindowModified(not self.editor.is_saved)

    def hide_panels(self, hidden: bool) -> None:
        """Shows the sheet alone, or the panels around it again."""
        self.panels_hidden = hidden
        for dock in self.docks.values():
            dock.setVisible(not hidden)
        if not hidden:
            self._fit_panels(force=True)

    def closeEvent(self, event: QCloseEvent) -> None:
        if may_leave(self.desk):
            self.rooms.end()
            event.accept()
        else:
            event.ignore()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_panels()

    def _seat(self) -> None:
        rooms = self.rooms
        self.setCentralWidget(rooms.middle)
        for name, part in (
            ("navigator", rooms.navigator),
            ("inspector", rooms.inspector),
            ("findings", rooms.findings),
        ):
            self.docks[name].setWidget(part)
        rooms.changed.connect(self.tell_state)
        rooms.selected.connect(self.status.update)
        rooms.selected.connect(self._offer_inspector)
        rooms.failed.connect(self._check_failed)
        rooms.area.said.connect(self.desk.say)
        rooms.area.picked.connect(self.pick)
        rooms.area.kind_picked.connect(lambda tag: self.pick(f"insert.{tag}"))
        rooms.area.deleting.connect(self._delete)
        rooms.area.asked.connect(self._offer_menu)
        rooms.area.activated.connect(lambda id: self.docks["inspector"].show())
        rooms.inspector.said.connect(self.desk.say)
        rooms.inspector.refused.connect(self.desk.show_error)
        rooms.findings.cured.connect(self._cure)
        rooms.findings.folded.connect(self._fold_findings)
        rooms.findings.stopped.connect(self._stop_check)
        rooms.tabs.adding.connect(lambda shows: self._guarded(lambda: add_sheet(self.desk, shows)))
        rooms.tabs.named.connect(lambda id, name: self._guarded(lambda: rename_sheet(self.desk, id, name)))
        rooms.tabs.closing.connect(lambda id: self._guarded(lambda: delete_sheet(self.desk, id)))

    def _dock(self, name: str, side: Qt.DockWidgetArea) -> QDockWidget:
        dock = QDockWidget(self)
        dock.setObjectName(name)
        dock.setFeatures(QDockWidget.DockWidgetFeature.NoDockWidgetFeatures)
        dock.setTitleBarWidget(QWidget(dock))
        self.addDockWidget(side, dock)
        return dock

    def _fit_panels(self, force: bool = False) -> None:
        tight = (self.width() < NARROW, self.width() < NARROWER, self.height() < LOW)
        if (tight == self._tight and not force) or self.panels_hidden:
            return
        self._tight = tight
        self.docks["inspector"].setVisible(not tight[0] or bool(self.editor.selection))
        self.docks["navigator"].setVisible(True)
        self.rooms.navigator.fold(tight[1])
        self._fold(tight[2])
        wide = [260, 300]
        QTimer.singleShot(0, lambda: self._share(wide))

    def _share(self, wide: list[int]) -> None:
        sides = [self.docks["navigator"], self.docks["inspector"]]
        self.resizeDocks(sides, wide, Qt.Orientation.Horizontal)
        if not self.rooms.findings.list.isHidden():
            self.resizeDocks([self.docks["findings"]], [158], Qt.Orientation.Vertical)

    def _offer_inspector(self) -> None:
        if self._tight[0] and not self.panels_hidden:
            self.docks["inspector"].setVisible(bool(self.editor.selection))

    def _fold_findings(self) -> None:
        self._fold(not self.rooms.findings.list.isHidden())

    def _fold(self, folded: bool) -> None:
        panel = self.rooms.findings
        panel.list.setVisible(not folded)
        panel.setMaximumHeight(31 if folded else 16777215)
        panel.head.show_folded(folded)
        if not folded:
            self.resizeDocks([self.docks["findings"]], [158], Qt.Orientation.Vertical)

    def _stop_check(self) -> None:
        live = self.rooms.live
        if self.rooms.findings.is_checking:
            live.cancel()
        else:
            live.resume()

    def _cure(self, cure: Cure) -> None:
        def cured() -> None:
            self.editor.perform(cure.title, cure.edit)
            self.desk.say(text("{step} · {keys} takes it back", step=cure.title, keys="Ctrl Z"))

        self._guarded(cured)

    def _delete(self, ids: Sequence[ElementId]) -> None:
        self._guarded(lambda: delete_asking(self.desk, ids))

    def _guarded(self, act: object) -> None:
        try:
            act()  # type: ignore[operator]
        except ReadOnly as wrong:
            self.desk.show_error(wrong.args[0])

    def _offer_menu(self, ids: object, point: QPoint) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.actions_.refresh()
        menu.aboutToHide.connect(self.actions_.release)
        for id in ("edit.rename", "edit.delete-from-sheet", "edit.delete-from-design", "arrange.selection"):
            menu.addAction(self.actions_.action(id))
        menu.popup(point)

    def _check_failed(self, wrong: Exception) -> None:
        self.status.say(
            text(
                "The checks stopped because of a fault in a rule: {reason}. Save, and open the design again.",
                reason=repr(wrong),
            ),
            wrong=True,
        )

    def _report(self, command: Command, wrong: Exception) -> None:
        from widgets.qt.dialogs import told

        last = traceback.format_exception(wrong)
        words: Text = text(
            "“{command}” stopped because of a fault in the program. The design is as it was before; save it and go on.",
            command=command.title,
        )
        told(self.look, words, self, tuple(Text(line.replace("{", "{{").replace("}", "}}")) for line in last))


SIDES = {
    "navigator": Qt.DockWidgetArea.LeftDockWidgetArea,
    "inspector": Qt.DockWidgetArea.RightDockWidgetArea,
    "findings": Qt.DockWidgetArea.BottomDockWidgetArea,
}
TITLES = {"navigator": text("Navigator"), "inspector": text("Inspector"), "findings": text("Findings")}
