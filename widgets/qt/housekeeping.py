"""Housekeeping: circles of memory that nothing names any more are looked for on the window's thread alone, at good times.

Python looks for them in whatever thread happens to make an object. In a worker that may be the end of a widget, which Qt
does not bear; and a look through everything that lives takes a tenth of a second on a large design, with every thread
waiting. So Python's own looks are off. What is young is looked through now and then, what is older after a long rest or
while another program is in front; what then still lives is set aside, so that the next look is short. Where a worker has
made so much that even a look at what is young would be felt, it is set aside too, until another program is in front.
"""

from __future__ import annotations

import gc
from time import thread_time
from typing import Final

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtWidgets import QApplication

YOUNG: Final = 5_000
"""New objects from which on a look at the youngest is worth its time."""
MANY: Final = 300_000
"""New objects from which on a look through them would be felt: some twenty milliseconds."""
MIDDLE: Final = 10
"""Looks at the youngest between two at those that outlived one."""
RESTING: Final = 1_000
"""Milliseconds between two looks whether the window rests."""
LITTLE: Final = 0.02
"""Seconds of work in that time that count as rest: a cursor blinks."""
WORTH: Final = 2
"""Looks at the middle generation since the last long one, from which on one is worth its time."""
LONG: Final = 30
"""So many times in a row the window rested: half a minute."""


class Housekeeping(QObject):
    """Looks for garbage at the right times; there is one in a program."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        gc.disable()
        self._spent, self._rests, self._begun, self._looked_at = 0.0, 0, False, 0
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
        young, middle, old = gc.get_count()
        if rested and not self._begun:
            # What was read at the start stays.
            self._begun = True
            gc.freeze()
        elif self._rests >= LONG and old >= WORTH:
            gc.collect()
            gc.freeze()
        elif self._looked_at + young >= MANY:
            self._looked_at = 0
            gc.freeze()
        elif young >= YOUNG:
            self._look_at_young(young, is_middle_due=middle >= MIDDLE)

    def _look_at_young(self, count: int, *, is_middle_due: bool) -> None:
        gc.collect(1 if is_middle_due else 0)
        # Most of them outlive it, and the next look at the middle ones goes through all of those.
        self._looked_at = 0 if is_middle_due else self._looked_at + count

    def _gone_or_back(self, state: Qt.ApplicationState) -> None:
        if state != Qt.ApplicationState.ApplicationActive:
            gc.unfreeze()
            gc.collect()
            gc.freeze()
