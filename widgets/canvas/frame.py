"""Frame: how long one painting of a sheet may take to make what it has not shown before at this zoom.

A sheet with thousands of boxes would stand still while all its names are laid out for a new zoom. What a frame has no
time for is left out, made between the next events, and then painted.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from math import inf
from time import perf_counter
from typing import Final

TIME: Final = 0.005
"""Seconds a frame spends on making; what was made before is always painted."""
MANY: Final = 100
"""Boxes from which on a sheet may take longer than a frame to make."""


class Frame:
    """The painting that is under way; there is one at a time, on the window's thread."""

    def __init__(self) -> None:
        self._left: float | None = None
        self._owed: list[Iterator[None]] = []

    @contextmanager
    def limited(self) -> Iterator[None]:
        """Within, making ends with the time of a frame."""
        self._left, self._owed = TIME, []
        try:
            yield
        finally:
            self._left = None

    @property
    def owed(self) -> list[Iterator[None]]:
        """How to make, step by step, what was left out of the last limited frame."""
        return self._owed

    def make(self, steps: Iterator[None]) -> bool:
        """Makes something step by step; False where the time ends before: the rest of the steps is owed then."""
        start = perf_counter()
        end = inf if self._left is None else start + self._left
        while perf_counter() < end:
            if next(steps, self) is self:
                self._left = None if self._left is None else end - perf_counter()
                return True
        self._left = 0.0
        self._owed.append(steps)
        return False


FRAME: Final = Frame()
