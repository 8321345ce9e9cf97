"""MainWindow: one design, everything around its sheets."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QEventLoop, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QMainWindow

from widgets.look import Look
from widgets.qt import own_words
from widgets.qt.slices import Slices
from widgets.qt.work import Work
from widgets.shell.panels import Blank, Panels
from widgets.shell.top_row import TopRow
from widgets.theme import dress
from workbench.texts import text

# The window is seen before the core is read: what knows designs is imported when one is laid out.
if TYPE_CHECKING:
    from widgets.shell.actions import Actions
    from widgets.shell.acts import Acts
    from widgets.shell.desk import WindowDesk
    from widgets.shell.rooms import Rooms
    from widgets.shell.status import StatusBar
    from workbench.commands.command import Command
    from workbench.editor import Editor
    from workbench.storage.claim import Holder
    from workbench.storage.opening import Opened
    from workbench.storage.safekeeping import Safekeeping


class MainWindow(QMainWindow):
    """Shows a design and lets the user change it; until one is laid out, menus without commands and empty panels."""

    seen = Signal()
    """Comes once, after the window has been painted for the first time."""
    laid_out = Signal()
    """Comes after a design is shown."""
    _refused = Signal(object)

    editor: Editor
    keeping: Safekeeping
    holder: Holder | None
    rooms: Rooms
    status: StatusBar
    desk: WindowDesk
    acts: Acts
    actions_: Actions

    def __init__(self, look: Look | None = None) -> None:
        super().__init__()
        self.look = look or Look()
        self.path: Path | None = None
        self._painted = self._furnished = False
        self._laying = Slices(self)
        # Widgets made before the program is dressed keep the system's face.
        self._dress()
        self.top_row = TopRow(self.look)
        self.setMenuWidget(self.top_row)
        self.panels = Panels(self, self.look)
        self.setCentralWidget(Blank(self.look, "canvas"))
        bar = self.statusBar()
        bar.setSizeGripEnabled(False)
        bar.setContentsMargins(0, 0, 0, 0)
        bar.setFixedHeight(27)
        self.look.changed.connect(self.retell)
        self._refused.connect(self._tell_refused)
        self.resize(1440, 900)
        # Else the first button of the row would take the keys, and show it.
        self.setFocus()
        self.setWindowTitle(self.look.said(text("Landing Zone Workbench")))

    def lay_out(self, opened: Opened) -> None:
        """Shows a design, in place of the present one if there is any; keys and clicks wait until it is there."""
        loop = QEventLoop(self)
        self.lay_out_gently(opened, loop.quit)
        loop.exec(QEventLoop.ProcessEventsFlag.ExcludeUserInputEvents)

    def lay_out_gently(self, opened: Opened, then: Callable[[], None]) -> None:
        """Shows a design bit by bit between events, and calls a function once it is there."""
        self._laying.finish()
        self._laying.begin(self._laid(opened), then)

    def _laid(self, opened: Opened) -> Iterator[None]:
        from widgets.shell.rooms import Rooms
        from workbench.editor import Editor

        editor = Editor(opened.design, opened.read_only, saved=not opened.unsaved)
        rooms = Rooms(editor, self.look, self)
        yield
        if not self._furnished:
            self._equip()
            yield
        self._move_in(editor, rooms, opened)
        yield
        self._retell_frame()
        yield
        yield from self._retold()
        yield from rooms.furnishing()
        self.laid_out.emit()
        if opened.path:
            self.acts.remember()
            self.desk.say(text("Opened {name}", name=opened.path.name))

    def _move_in(self, editor: Editor, rooms: Rooms, opened: Opened) -> None:
        """Puts what was made for a design in the place of what was there before."""
        from widgets.shell.status import StatusBar
        from workbench.storage.safekeeping import Safekeeping

        earlier = (self.rooms, self.status) if self._furnished else None
        if earlier:
            self.keeping.end()
            self.statusBar().removeWidget(earlier[1])
        self.editor, self.path, self.holder = editor, opened.path, opened.holder
        self.keeping = Safekeeping(editor, opened, self._refused.emit)
        self.rooms = rooms
        self.status = StatusBar(editor, self.look, self)
        self.statusBar().addPermanentWidget(self.status, 1)
        self.setCentralWidget(rooms.middle)
        self.panels.seat(rooms)
        self._listen()
        self._furnished = True
        if earlier:
            earlier[0].take_down()
            earlier[1].deleteLater()

    def run(self, command: Command) -> None:
        """Does a command; what goes wrong in it is told, and the design stays as it was."""
        self.acts.run(command)

    def pick(self, id: str) -> None:
        """Does the command of an id."""
        self.acts.pick(id)

    def retell(self) -> None:
        """Shows everything in the present language and theme: the frame at once, then part after part."""
        self._laying.finish()
        self._retell_frame()
        if self._furnished:
            self._laying.begin(self._retold())

    def _retell_frame(self) -> None:
        self._dress()
        self.panels.retell()
        self.top_row.say_menus()
        if self._furnished:
            self.actions_.retell()
            self.tell_state()

    def _retold(self) -> Iterator[None]:
        yield from self.rooms.retelling()
        self.status.retell()

    def tell_state(self) -> None:
        """Shows what can be undone, the edition, and whether the design is saved."""
        from widgets.shell.editions import edition_of

        history = self.editor.history
        self.top_row.retell(edition_of(self.editor.design), history.undoable, history.redoable)
        self.status.update()
        self.tell_title()

    def tell_title(self) -> None:
        """The name of the design and of the program; a dot while it is not saved."""
        name = self.path.stem if self.path else self.look.said(text("New design"))
        self.setWindowTitle(f"{name}[*] · {self.look.said(text('Landing Zone Workbench'))}")
        self.setWindowModified(not self.editor.is_saved)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._painted:
            self._painted = True
            QTimer.singleShot(0, self.seen.emit)

    def closeEvent(self, event: QCloseEvent) -> None:
        self._laying.finish()
        if not self._furnished:
            event.accept()
            return
        from workbench.commands.files import may_leave

        if self.desk.may_close and may_leave(self.desk):
            self.rooms.end()
            self.keeping.end()
            self.wait()
            event.accept()
        else:
            event.ignore()

    def wait(self) -> None:
        """Waits for what is still done beside the window: a thread that outlives it would speak to nobody."""
        for work in self.findChildren(Work):
            work.wait()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.ActivationChange and self._furnished and self.isActiveWindow():
            self.acts.look_whether_taken_over()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.panels.fit()

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Tab goes through the window as it is read: above, then left to right, the findings at the end."""
        from widgets.shell.reading import go_on

        if not self._furnished:
            return super().focusNextPrevChild(forward)
        rooms = self.rooms
        parts = (self.top_row, rooms.navigator, rooms.middle, *rooms.at_right, rooms.findings)
        return go_on(parts, forward)

    def _dress(self) -> None:
        """Gives Qt's own widgets the colours and words of the look."""
        application = QApplication.instance()
        if isinstance(application, QApplication) and application.property("theme") != self.look.theme:
            application.setProperty("theme", self.look.theme)
            dress(application, self.look.theme)
        if isinstance(application, QApplication) and application.property("language") != self.look.language:
            application.setProperty("language", self.look.language)
            own_words.speak(self.look.language)

    def _tell_refused(self, wrong: OSError) -> None:
        self.acts.tell_refused_journal(wrong)

    def _equip(self) -> None:
        """What serves every design of the window: commands, and whoever carries them out."""
        from widgets.shell.actions import Actions
        from widgets.shell.acts import Acts
        from widgets.shell.desk import WindowDesk
        from widgets.shell.editions import fill_editions

        self.desk, self.acts = WindowDesk(self), Acts(self)
        self.actions_ = Actions(self, self.desk, self.look, self.run)
        self.actions_.fill(self.top_row.menus)
        self.top_row.serve(self.actions_, lambda menu: fill_editions(menu, self))
        self.top_row.finding.connect(lambda: self.pick("view.find"))
        self.top_row.spoken.connect(self.look.speak)

    def _listen(self) -> None:
        from widgets.shell.sheets import add_sheet, delete_sheet, rename_sheet

        rooms, acts, desk = self.rooms, self.acts, self.desk
        rooms.changed.connect(self.tell_state)
        rooms.selected.connect(self.status.update)
        rooms.selected.connect(self.panels.offer_inspector)
        rooms.failed.connect(acts.tell_failed_check)
        rooms.area.said.connect(desk.say)
        rooms.area.picked.connect(acts.pick)
        rooms.area.kind_picked.connect(lambda tag: acts.pick(f"insert.{tag}"))
        rooms.area.images_dropped.connect(acts.take_images)
        rooms.area.deleting.connect(acts.delete)
        rooms.area.asked.connect(acts.offer_menu)
        rooms.area.drilled.connect(desk.ask_between)
        rooms.area.activated.connect(lambda id: self.panels.show_inspector())
        rooms.inspector.said.connect(desk.say)
        rooms.inspector.pinning.connect(lambda: acts.pick("arrange.pin"))
        rooms.inspector.refused.connect(desk.show_error)
        rooms.findings.cured.connect(acts.cure)
        rooms.findings.folded.connect(self.panels.fold_findings)
        rooms.findings.stopped.connect(rooms.stop_or_resume)
        rooms.tabs.adding.connect(lambda shows: acts.guarded(lambda: add_sheet(desk, shows)))
        rooms.tabs.named.connect(lambda id, name: acts.guarded(lambda: rename_sheet(desk, id, name)))
        rooms.tabs.closing.connect(lambda id: acts.guarded(lambda: delete_sheet(desk, id)))
