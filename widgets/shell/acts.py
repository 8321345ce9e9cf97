"""What is done in the window when something is picked, and how it is told when it goes wrong."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QMenu

from widgets.painting.preview import preview
from widgets.qt.work import Work
from widgets.shell.fault import Faults
from workbench.commands.command import COMMANDS, Command
from workbench.commands.editing import delete_asking
from workbench.commands.pictures import bring_in
from workbench.editor import ReadOnly
from workbench.images.incoming import Incoming
from workbench.model.element import ElementId
from workbench.rules.finding import Cure
from workbench.storage.journal import Left, discard
from workbench.storage.recent import keep_preview, note
from workbench.texts import text

if TYPE_CHECKING:
    from widgets.shell.window import MainWindow
    from workbench.storage.claim import Holder
    from workbench.storage.safekeeping import Safekeeping

LONGEST_WAIT = 10.0
"""Seconds that a recovered journal waits for the new one; then it stays and is offered again."""
PICTURED = 2_000
"""Elements up to which a picture is made at every save; of larger designs it would take seconds."""
OFFERED = (
    "edit.cut",
    "edit.copy",
    "edit.paste",
    "edit.duplicate",
    "edit.rename",
    "edit.delete-from-sheet",
    "edit.delete-from-design",
    "edit.replace-picture",
    "arrange.pin",
    "arrange.selection",
)
"""The commands in the menu of an element."""


class Acts:
    """Commands, cures and deletions of a window."""

    def __init__(self, window: MainWindow) -> None:
        self._window = window
        self.faults = Faults(window)

    def run(self, command: Command) -> None:
        """Does a command; what goes wrong in it is told, and the design stays as it was."""
        _settle_typing()
        desk = self._window.desk
        reason = command.hindrance(desk)
        if reason:
            desk.say(reason)
            return
        try:
            command.run(desk)
        except ReadOnly as wrong:
            desk.show_error(wrong.args[0])
        except Exception as wrong:
            self.faults.tell(wrong, command.title)
        self._window.tell_state()

    def pick(self, id: str) -> None:
        """Does the command of an id."""
        self.run(COMMANDS[id])

    def cure(self, cure: Cure) -> None:
        """Mends what a finding tells of."""
        window = self._window

        def cured() -> None:
            window.editor.perform(cure.title, cure.edit)
            window.desk.say(text("{step} · {keys} takes it back", step=cure.title, keys="Ctrl Z"))

        self.guarded(cured)

    def delete(self, ids: Sequence[ElementId]) -> None:
        """Deletes elements, once the user has seen what depends on them."""
        self.guarded(lambda: delete_asking(self._window.desk, ids))

    def take_images(self, images: Sequence[Incoming], at: tuple[float, float]) -> None:
        """Lays images that were dropped on the sheet where they were let go."""
        self.guarded(lambda: bring_in(self._window.desk, images, at))

    def guarded(self, act: Callable[[], object]) -> None:
        """Does something that a design open for reading refuses, and tells so."""
        try:
            act()
        except ReadOnly as wrong:
            self._window.desk.show_error(wrong.args[0])

    def offer_menu(self, ids: object, point: QPoint) -> None:
        """Opens the menu of what is selected."""
        window = self._window
        menu = QMenu(window)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        window.actions_.refresh()
        menu.aboutToHide.connect(window.actions_.release)
        for id in OFFERED:
            menu.addAction(window.actions_.action(id))
        menu.popup(point)

    def discard_when_kept(self, left: Left) -> None:
        """Takes a recovered journal away as soon as the window's own holds the design: a crash between loses nothing."""
        keeping = self._window.keeping

        def wait(progress: object) -> None:
            if keeping.is_kept(LONGEST_WAIT):
                discard(left)

        Work(wait, self._window).start()

    def remember(self) -> None:
        """Puts the design's file first among those opened last, with its picture, beside the window."""
        window = self._window
        path, design, language = window.path, window.editor.design, window.look.language
        # Of a design that only its password opens nothing is kept that anybody could look at.
        pictured = len(design) <= PICTURED and window.keeping.key is None
        if path is None:
            return

        def kept(progress: object) -> None:
            note(path)
            keep_preview(path, preview(design, language) if pictured else b"")

        Work(kept, window).start()

    def tell_failed_check(self, wrong: Exception) -> None:
        """Tells that no findings are to be had, and what to do."""
        self._window.status.say(
            text(
                "The checks stopped because of a fault in a rule: {reason}. Save, and open the design again.",
                reason=repr(wrong),
            ),
            wrong=True,
        )

    def tell_refused_journal(self, wrong: OSError) -> None:
        """Tells that a crash would now take more than a second."""
        self._window.status.say(
            text(
                "Changes cannot be kept for the case of a crash: {reason}. Save soon; it is tried again.",
                reason=wrong.strerror or str(wrong),
            ),
            wrong=True,
        )

    def look_whether_taken_over(self) -> None:
        """Tells above the sheet that somebody else has taken the file over, if so."""
        keeping = self._window.keeping
        # The file may lie far away.
        work = Work(lambda progress: keeping.lost_to, self._window)
        work.done.connect(lambda holder: self._tell_taken_over(keeping, holder))
        work.start()

    def _tell_taken_over(self, keeping: Safekeeping, holder: Holder | None) -> None:
        if holder and keeping is self._window.keeping:
            self._window.rooms.banner.say(
                text(
                    "{user} on {host} has taken this design over. Your changes are here: File > Save as keeps them.",
                    user=holder.user,
                    host=holder.host,
                )
            )


def _settle_typing() -> None:
    """Takes over what is being typed, so that a command sees it: a save would leave the last name out."""
    line = QApplication.focusWidget()
    if isinstance(line, QLineEdit) and line.isModified():
        line.setModified(False)
        line.editingFinished.emit()
