"""What would open and close while an application is carried to another security domain, told before it is let go."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QPoint

from widgets.canvas.landing import Landing
from widgets.canvas.pointer import Pointer
from widgets.qt.work import Work
from workbench.model.design import Design
from workbench.model.element import ElementId
from workbench.model.elements.application import Application
from workbench.model.elements.security_domain import SecurityDomain

if TYPE_CHECKING:
    from widgets.canvas.canvas import Canvas
    from workbench.reachability.synthesis.what_if import WhatIf


AT_WORK: Final[set[Work]] = set()
"""What is being asked, kept until it is answered, whoever asked is still there or not."""


def asked(design: Design, application: ElementId, domain: ElementId | None) -> WhatIf:
    """What a move opens and closes; the core of it is read when it is first asked for."""
    from workbench.reachability.synthesis.what_if import rules_of

    return rules_of(design).what_if(application, domain)


class Opening(QObject):
    """Asks beside the window, one move at a time; until an answer is there the last one stays, which says where it leads."""

    def __init__(self, canvas: Canvas, application: ElementId) -> None:
        super().__init__(canvas)
        self._canvas, self._application = canvas, application
        self._at = QPoint()
        self._wanted: ElementId | None = None
        self._shows = False
        self._work: Work | None = None
        self.answer: WhatIf | None = None

    @property
    def is_waiting(self) -> bool:
        """Whether the answer that is shown is not the one that is wanted."""
        return self._shows and (self.answer is None or self.answer.domain != self._wanted)

    def moved(self, pointer: Pointer, found: Landing) -> bool:
        """Tells what a landing would open; False where it stays in its domain, so that there is nothing to tell."""
        design = self._canvas.editor.design
        domain = next((one.id for one in found.chain if isinstance(one, SecurityDomain)), None)
        here = design.get(design[self._application].parent, SecurityDomain)
        self._shows = domain != (here.id if here else None)
        self._at, self._wanted = pointer.pixel, domain
        if self._shows:
            self._ask()
            self._say()
        return self._shows and self.answer is not None

    def end(self) -> None:
        """Nobody waits for an answer any more."""
        self._shows = False

    def _ask(self) -> None:
        if self._work is not None or not self.is_waiting:
            return
        design, application, domain = self._canvas.editor.design, self._application, self._wanted
        self._work = work = Work(lambda progress: asked(design, application, domain))
        # The canvas may be gone before the answer is there; the thread still needs what it tells.
        AT_WORK.add(work)
        work.done.connect(self._answered)
        work.failed.connect(self._failed)
        for ended in (work.done, work.failed):
            ended.connect(lambda result: AT_WORK.discard(work))
        work.start()

    def _answered(self, answer: WhatIf) -> None:
        self._work, self.answer = None, answer
        if self._shows:
            self._ask()
            self._say()

    def _failed(self, wrong: Exception) -> None:
        self._work = None
        self.end()
        raise wrong

    def _say(self) -> None:
        from workbench.reachability.synthesis.telling import is_refused, joined, told

        if self.answer is not None:
            lines = told(self.answer, self._canvas.editor.design)
            ink = "warning" if is_refused(self.answer) else "text"
            self._canvas.bubble.say(joined(lines), self._at, lasting=True, ink=ink)


def opening_of(canvas: Canvas, carried: list[ElementId]) -> Opening | None:
    """What tells about a carried application; None for anything else, and on sheets that show no domains."""
    if canvas.shows != "security" or len(carried) != 1:
        return None
    return Opening(canvas, carried[0]) if canvas.editor.design.get(carried[0], Application) else None
