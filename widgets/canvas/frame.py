"""Frame: how long one painting of a sheet may take to make what it has not shown before at this zoom.

A sheet with thousands of boxes would stand still while all its names are laid out for a new zoom. What a frame has no
time for is left out, and the next one goes on, until everything is there.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from time import perf_counter
from typing import Final

TIME: Final = 0.016
"""Seconds a frame spends on making; what was made before is always painted."""

MANY: Final = 100
"""Boxes from which on a sheet may take longer than a frame to make."""


class Frame:
    """The painting that is under way; there is one at a time, on the window's thread."""

    def __init__(self) -> None:
        self._end: float | None = None
        self.is_owing = False
        """Whether something was left out of the last frame."""

    @contextmanager
    def limited(self) -> Iterator[None]:
        """Within, making ends with the time of a frame."""
        self._end, self.is_owing = perf_counter() + TIME, False
        try:
            yield
        finally:
            self._end = None

    def has_time(self) -> bool:
        """Whether something may still be made in this frame; notes where not."""
        if self._end is None or perf_counter() < self._end:
            return True
        self.is_owing = True
        return False


FRAME: Final = Frame()
