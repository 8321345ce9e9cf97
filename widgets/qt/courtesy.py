"""Courtesy: threads beside the window stand back while it answers, for all threads share one interpreter."""

from __future__ import annotations

import threading
from time import perf_counter
from typing import Final

from PySide6.QtCore import QAbstractEventDispatcher

LONGEST: Final = 0.05
"""Seconds that other threads stand back for one answer of the window: work goes on however busy it is."""
TURN: Final = 0.0005
"""Seconds after which a thread that computes lets another have its turn."""


class Courtesy:
    """Knows whether the window's thread has something to do, and has other threads wait for it."""

    def __init__(self) -> None:
        self._free = threading.Event()
        self._free.set()
        self._since = 0.0
        self.spent = 0.0
        """Seconds the window's thread has spent on answers so far."""

    def attend(self, dispatcher: QAbstractEventDispatcher) -> None:
        """From now on knows of the thread of this dispatcher, the window's."""
        dispatcher.awake.connect(self._begin)
        dispatcher.aboutToBlock.connect(self._end)

    def stand_back(self) -> None:
        """Waits, in another thread, until the window's has answered."""
        if not self._free.is_set():
            left = self._since + LONGEST - perf_counter()
            if left > 0:
                self._free.wait(left)

    def _begin(self) -> None:
        # A loop that never waits wakes up again and again; that is one long answer.
        if self._free.is_set():
            self._since = perf_counter()
            self._free.clear()

    def _end(self) -> None:
        if not self._free.is_set():
            self.spent += perf_counter() - self._since
            self._free.set()


COURTESY: Final = Courtesy()
"""The one of the program: it has one window's thread."""
