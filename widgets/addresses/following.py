"""Edits of addresses done so that what names them follows in the same step; where that is much, it is found beside the window."""

from __future__ import annotations

from collections.abc import Callable, Collection
from typing import Final

from PySide6.QtCore import QObject

from planners.addresses import Block
from widgets.qt.work import Work
from workbench.editor import Editor, ReadOnly
from workbench.edits import Edit
from workbench.edits.addressing.following import Followed, followed
from workbench.edits.addressing.mentions import Mentions, gone_between
from workbench.model.design import Design
from workbench.texts import Text

MANY: Final = 60
"""From so many elements that name what moved, or that changed since it was last looked, nobody shall wait for it."""
SMALL: Final = 300
"""As many elements are read at once."""
Told = Callable[[Followed], None]
Step = tuple[Text, Edit, Told]


class Following(QObject):
    """One for map and table: it knows who names which addresses."""

    def __init__(self, editor: Editor, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._editor = editor
        self._mentions: Mentions | None = None
        self._work: Work | None = None
        self._waiting: list[Step] = []

    @property
    def at_work(self) -> bool:
        """Whether something is looked for beside the window."""
        return self._work is not None

    def prepare(self) -> None:
        """Reads beside the window who names which addresses of a large design, before somebody moves one."""
        design = self._editor.design
        if self._mentions is None and self._work is None and len(design) > SMALL:
            self._begin(lambda progress: Mentions(design), self._prepared)

    def perform(self, title: Text, edit: Edit, told: Told) -> None:
        """Does an edit as one step and then tells what followed; ReadOnly says why not.

        What takes long is looked for first, and the step comes then, on the design as it is by that time.
        """
        if self._editor.read_only:
            raise ReadOnly(self._editor.read_only)
        if self._work:
            self._waiting.append((title, edit, told))
            return
        before = self._editor.design
        after = edit(before)
        gone = gone_between(before, after)
        if not gone:
            self._do((title, edit, told), Followed(after))
        elif self._is_quick(before, gone):
            self._do((title, edit, told), followed(self._known(before), before, after))
        else:
            self._look((title, edit, told), before, after)

    def _is_quick(self, design: Design, gone: Collection[Block]) -> bool:
        if self._mentions is None:
            return len(design) <= SMALL
        return not self._mentions.are_many(design, gone, MANY)

    def _known(self, design: Design) -> Mentions:
        self._mentions = self._mentions or Mentions(design)
        return self._mentions

    def _look(self, step: Step, before: Design, after: Design) -> None:
        known = self._mentions

        def found(progress: object) -> tuple[Mentions, Followed]:
            mentions = known or Mentions(before)
            return mentions, followed(mentions, before, after)

        self._begin(found, lambda made: self._looked(step, before, made))

    def _begin(self, job: Callable[[object], object], done: Callable[..., None]) -> None:
        # Without a parent it outlives a window that is closed meanwhile, and then tells nobody.
        self._work = Work(job)
        self._work.done.connect(done)
        self._work.failed.connect(self._broken)
        self._work.start()

    def _prepared(self, mentions: Mentions) -> None:
        self._work, self._mentions = None, mentions
        self._go_on()

    def _looked(self, step: Step, before: Design, made: tuple[Mentions, Followed]) -> None:
        self._work = None
        self._mentions, result = made
        if self._editor.design is before:
            self._do(step, result)
        else:
            self.perform(*step)
        self._go_on()

    def _broken(self, wrong: Exception) -> None:
        """What breaks in a thread is a fault of the program, and told like one."""
        self._work = None
        raise wrong

    def _go_on(self) -> None:
        while self._waiting and not self._work:
            self.perform(*self._waiting.pop(0))

    def _do(self, step: Step, result: Followed) -> None:
        title, _, told = step
        if self._editor.perform(title, lambda _: result.design):
            told(result)
