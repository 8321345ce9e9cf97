"""Courtesy: threads beside the window stand back while it answers, for all threads share one interpreter.

While they work the window's thread beats every few milliseconds. A beat that is late tells that it is busy with an
answer; whoever breathes then waits for the next one.
"""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from time import perf_counter
from typing import Final

from PySide6.QtCore import QObject, QTimer, Signal

BEAT: Final = 5
"""Milliseconds between two beats."""
LATE: Final = 0.009
"""Seconds without a beat after which the window's thread is busy."""
LONGEST: Final = 0.3
"""Seconds that a thread stands back for one answer: a loop that does not turn at all stops nobody's work."""
TURN: Final = 0.0005
"""Seconds after which a thread that computes lets another have its turn."""


class Courtesy:
    """Knows whether the window's thread is busy, and has other threads wait for it."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._at_work = 0
        self._heart: _Heart | None = None
        self._last = 0.0
        self._turned = threading.Event()
        self._is_patient = False

    def attend(self, parent: QObject) -> None:
        """Called on the window's thread: from now on its beats are listened to."""
        self._heart = _Heart(self, parent)

    @contextmanager
    def at_work(self) -> Iterator[None]:
        """Within, this thread stands back for the window's wherever it breathes."""
        # Read in here, for the window is seen before anything of the planners is.
        from planners.pace import at_pace

        with self._lock:
            self._at_work += 1
        if self._heart is not None:
            self._heart.wanted.emit()
        try:
            with at_pace(self._stand_back):
                yield
        finally:
            with self._lock:
                self._at_work -= 1

    def beat(self) -> bool:
        """The window's thread has come round; whether anybody still works beside it."""
        self._last, self._is_patient = perf_counter(), True
        self._turned.set()
        return self._at_work > 0

    def _stand_back(self) -> None:
        if not self._is_patient or perf_counter() - self._last < LATE:
            return
        self._turned.clear()
        if not self._turned.wait(LONGEST):
            self._is_patient = False


class _Heart(QObject):
    """Beats as long as anybody works."""

    wanted = Signal()

    def __init__(self, courtesy: Courtesy, parent: QObject) -> None:
        super().__init__(parent)
        self._courtesy = courtesy
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._beat)
        self.wanted.connect(self._begin)

    def _begin(self) -> None:
        self._courtesy.beat()
        if not self._timer.isActive():
            self._timer.start(BEAT)

    def _beat(self) -> None:
        if not self._courtesy.beat():
            self._timer.stop()


COURTESY: Final = Courtesy()
"""The one of the program: it has one window's thread."""
