"""Slices: long work that only the window's thread can do, a few milliseconds at a time between two events."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from math import inf
from time import perf_counter
from typing import Final

from PySide6.QtCore import QObject, QTimer

SLICE: Final = 0.012
"""Seconds of work between two looks at what the user does."""


class Slices(QObject):
    """Runs one piece of work at a time; what is begun anew takes the place of what has not ended."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._steps: Iterator[None] | None = None
        self._then: Callable[[], None] = _nothing
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._turn)

    @property
    def at_work(self) -> bool:
        """Whether something has not ended."""
        return self._steps is not None

    def begin(self, steps: Iterator[None], then: Callable[[], None] | None = None) -> None:
        """Begins with work that pauses at every step; calls a function once it has ended."""
        self._steps, self._then = steps, then or _nothing
        self._timer.start(0)

    def drop(self) -> None:
        """Leaves what has not ended."""
        self._steps = None
        self._timer.stop()

    def finish(self) -> None:
        """Does now what has not ended; nothing where it is what asks."""
        if self._timer.isActive():
            self._timer.stop()
            self._go_on(inf)

    def _turn(self) -> None:
        self._go_on(perf_counter() + SLICE)

    def _go_on(self, end: float) -> None:
        steps = self._steps
        while steps is not None and steps is self._steps:
            try:
                is_over = next(steps, self) is self
            except BaseException:
                # What broke has ended too: whoever waits for it would wait for ever.
                self._steps = None
                raise
            if is_over:
                self._steps = None
                self._then()
                return
            if perf_counter() >= end:
                self._timer.start(0)
                return


def until_last(step: Callable[[], bool]) -> Iterator[None]:
    """One step after the other, until one says that it was the last."""
    while step():
        yield


def run_through(steps: Iterator[None]) -> None:
    """Does all of it at once."""
    for _ in steps:
        pass


def _nothing() -> None:
    pass
