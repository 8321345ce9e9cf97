"""Drawings of a sheet as the design changes: at once where that is quick, beside the window otherwise."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from time import thread_time
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QRunnable, QThreadPool, Signal

from widgets.painting.rasters import is_ready, prepare
from widgets.qt.courtesy import COURTESY
from workbench.drawing.drawing import Drawing
from workbench.model.design import Design
from workbench.model.element import ElementId
from workbench.model.elements.picture import Picture
from workbench.texts import Language

if TYPE_CHECKING:
    from workbench.drawing.build import Memory
    from workbench.drawing.following import Layout

Draft = Callable[[Design, ElementId, Language], Drawing]
"""Design, sheet and language to a drawing."""
QUICK = 0.025
"""Seconds of work that a drawing may take on the window's thread."""
SMALL = 400
"""Elements of a design whose first drawing is tried on the window's thread."""


class Drafting(QObject):
    """Draws one sheet; `drawn` brings each drawing, never one that is older than the last asked for."""

    drawn = Signal(object)
    _done = Signal(object, object)

    def __init__(self, draft: Draft, sheet: ElementId) -> None:
        super().__init__()
        self._draft, self._sheet = draft, sheet
        self._waiting: tuple[Design, Language] | None = None
        self._at_work = False
        self._quick: bool | None = None
        self._done.connect(self._finished)

    def ask(self, design: Design, language: Language) -> None:
        """Asks for a drawing of a design; a later question replaces one that has not begun."""
        if self._at_work:
            self._waiting = (design, language)
        elif self._is_quick(design):
            self.drawn.emit(self._timed(design, language))
        else:
            self._begin(design, language)

    @property
    def layout(self) -> Layout | None:
        """What the drawing was arranged from, for lines that follow a drag; None where that is not known."""
        return self._draft.layout if isinstance(self._draft, Remembering) else None

    def _is_quick(self, design: Design) -> bool:
        """Whether a drawing is tried on the window's thread; images that are still to be decoded take too long."""
        if self._quick is False or (self._quick is None and len(design) > SMALL):
            return False
        return all(is_ready(one.lines) for one in design.of_kind(Picture) if one.parent == self._sheet)

    def _begin(self, design: Design, language: Language) -> None:
        self._at_work = True
        QThreadPool.globalInstance().start(_Errand(lambda: self._beside(design, language)))

    def _beside(self, design: Design, language: Language) -> None:
        """Draws in a worker; a failure is brought back to the window's thread, where errors are reported."""
        try:
            with COURTESY.at_work():
                drawing, wrong = self._timed(design, language), None
                prepare(drawing)
        except Exception as fault:
            drawing, wrong = None, fault
        # Where the sheet was closed meanwhile nobody waits for its drawing.
        with suppress(RuntimeError):
            self._done.emit(drawing, wrong)

    def _timed(self, design: Design, language: Language) -> Drawing:
        start = thread_time()
        drawing = self._draft(design, self._sheet, language)
        self._quick = thread_time() - start < QUICK
        return drawing

    def _finished(self, drawing: Drawing | None, wrong: Exception | None) -> None:
        self._at_work = False
        waiting, self._waiting = self._waiting, None
        if waiting:
            self._begin(*waiting)
        elif drawing:
            self.drawn.emit(drawing)
        if wrong:
            raise wrong


class _Errand(QRunnable):
    """A function to be run by the pool of threads."""

    def __init__(self, work: Callable[[], None]) -> None:
        super().__init__()
        self._work = work

    def run(self) -> None:
        """Runs it."""
        self._work()


class Remembering:
    """Drawing with the places of the drawing before in mind, so that small edits move little."""

    def __init__(self) -> None:
        self._memory: Memory | None = None

    def __call__(self, design: Design, sheet: ElementId, language: Language) -> Drawing:
        """The sheet of a design as it looks."""
        from workbench.drawing.build import Memory, drawing

        self._memory = self._memory or Memory()
        return drawing(design, sheet, language, self._memory)

    @property
    def layout(self) -> Layout | None:
        """What the last drawing was arranged from, None before the first."""
        return self._memory.arranged if self._memory else None
