"""Housekeeping: circles of memory that nothing names any more are looked for while nobody does anything.

A look through everything that lives takes a tenth of a second on a large design, and every thread waits for it. So
Python's own looks are kept to what is young; what is older is looked through after a long rest, or while another
program is in front. What then still lives is set aside, so that the next look is short.
"""

from __future__ import annotations

import gc
from time import thread_time
from typing import Final

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtWidgets import QApplication

YOUNG: Final = 5_000
"""New objects between two looks at the youngest."""
MIDDLE: Final = 10
NEVER: Final = 1_000_000
RESTING: Final = 1_500
"""Milliseconds between two looks whether the window rests."""
LITTLE: Final = 0.02
"""Seconds of work in that time that count as rest: a cursor blinks."""
WORTH: Final = 2
"""Looks at the middle generation since the last long one, from which on one is worth its time."""
LONG: Final = 20
"""So many times in a row the window rested: half a minute."""


class Housekeeping(QObject):
    """Looks for garbage at the right times; there is one in a program."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        gc.set_threshold(YOUNG, MIDDLE, NEVER)
        self._spent, self._rests, self._begun = 0.0, 0, False
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._look)
        self._timer.start(RESTING)
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        application.applicationStateChanged.connect(self._gone_or_back)

    def _look(self) -> None:
        spent = thread_time()
        rested, self._spent = spent - self._spent < LITTLE, spent
        self._rests = self._rests + 1 if rested else 0
        if not gc.isenabled() or not rested:
            return
        if not self._begun:
            # What was read at the start stays.
            self._begun = True
            gc.freeze()
        elif self._rests >= LONG and gc.get_count()[2] >= WORTH:
            gc.collect()
            gc.freeze()

    def _gone_or_back(self, state: Qt.ApplicationState) -> None:
        if gc.isenabled() and state != Qt.ApplicationState.ApplicationActive:
            gc.unfreeze()
            gc.collect()
            gc.freeze()
