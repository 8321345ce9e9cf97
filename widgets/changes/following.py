"""Has the page of changes follow the design, beside what was saved, a step of the history, or another file."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QObject, Signal

from widgets.changes.head import Version
from widgets.changes.model import Compared, prepared
from widgets.changes.page import ChangesPage
from widgets.qt.answering import Answering, Job
from workbench.editor import Editor
from workbench.model.design import Design
from workbench.progress import Progress, part
from workbench.reachability.changes import edit_said
from workbench.reachability.known import Known
from workbench.texts import text

SAVED, STEP, FILE, OTHER = "saved", "step", "file", "other"
MOST_STEPS: Final = 40


class Comparing(QObject):
    """What is compared with; a file is asked for by `file_wanted`, and handed over by `compare_with`."""

    file_wanted = Signal()
    said = Signal(object)
    """What the last step opened and closed."""

    def __init__(self, editor: Editor, page: ChangesPage) -> None:
        super().__init__(page)
        self._editor, self._page = editor, page
        self._picked, self._other, self._name = STEP, Design.of(), ""
        self._latest: tuple[Known, ...] = ()
        self.answering = Answering(editor, page, self._job, self._show)
        page.version_picked.connect(self._pick)
        page.seen.connect(self._offer)
        self._offer()

    def compare_with(self, design: Design, name: str) -> None:
        """Compares with the design of another file."""
        self._other, self._name, self._picked = design, name, OTHER
        self._offer()
        self.answering.run()

    def versions(self) -> list[Version]:
        """What can be picked now: what was saved, the steps of the history, the latest first, and files."""
        history = self._editor.history
        first = max(0, history.at - MOST_STEPS)
        steps = [
            Version(f"{STEP}:{at}", text("Before: {step}", step=history.steps[at + 1].title))
            for at in range(history.at - 1, first - 1, -1)
        ]
        other = [Version(OTHER, text("File {name}", name=self._name))] if self._name else []
        return [
            Version(STEP, text("Before the last step")),
            Version(SAVED, text("As it was saved")),
            *steps[1:],
            *other,
            Version(FILE, text("Another file…", key="changes.file")),
        ]

    def before(self) -> Design:
        """The design that is compared with."""
        history = self._editor.history
        if self._picked == SAVED:
            return self._editor.saved_design
        if self._picked == OTHER:
            return self._other
        at = int(self._picked.partition(":")[2] or history.at - 1)
        return history.steps[max(0, min(at, history.at))].design

    def _pick(self, key: str) -> None:
        if key == FILE:
            self._offer()
            self.file_wanted.emit()
            return
        self._picked = key
        self.answering.run()

    def _offer(self) -> None:
        self._page.chooser.offer(self.versions(), self._picked)

    def _show(self, design: Design, compared: Compared) -> None:
        self._page.show_changes(compared)
        self._offer()
        told = edit_said(compared.changes) if self._picked == STEP else None
        if told is not None:
            self.said.emit(told)

    def _job(self, design: Design) -> Job:
        before = self.before()
        return lambda progress: self._compared(before, design, progress)

    def _compared(self, before: Design, design: Design, progress: Progress) -> Compared:
        """Both versions answered, each from what was answered last as far as that holds; in the thread of the work."""
        from workbench.reachability.changes import changed
        from workbench.reachability.keeper import KEEPER
        from workbench.reachability.known import known_after

        new = KEEPER.known(design, part(progress, 0.0, 1 / 3))
        old = next((one for one in self._latest if one.found.design is before), None)
        old = old or known_after(new, before, part(progress, 1 / 3, 2 / 3))
        self._latest = old, new
        return prepared(before, design, changed(old, new, part(progress, 2 / 3, 1.0)))
