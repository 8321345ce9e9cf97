"""Work: something long that is done beside the window, with progress and a way to stop it."""

from __future__ import annotations

import threading
from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, Signal
from shiboken6 import isValid

from widgets.qt.courtesy import COURTESY
from workbench.cancelled import Cancelled

Job = Callable[[Callable[[float], None]], Any]


class Work(QObject):
    """Runs a job in a thread of its own; exactly one of `done`, `failed` and `stopped` comes at the end.

    Where it is deleted with what asked for it, the job is stopped as well, and nothing comes.
    """

    progressed = Signal(float)
    done = Signal(object)
    failed = Signal(object)
    stopped = Signal()

    def __init__(self, job: Job, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._job, self._stop = job, threading.Event()
        self._thread = threading.Thread(target=self._run, name="work", daemon=True)

    def start(self) -> None:
        """Begins."""
        self._thread.start()

    def stop(self) -> None:
        """Asks the job to stop where it next tells how far it is."""
        self._stop.set()

    def wait(self) -> None:
        """Waits until the job has ended."""
        if self._thread.is_alive():
            self._thread.join()

    def _progress(self, share: float) -> None:
        if self._stop.is_set() or not isValid(self):
            raise Cancelled
        self.progressed.emit(share)

    def _run(self) -> None:
        try:
            with COURTESY.at_work():
                result = self._job(self._progress)
        except Cancelled:
            self._tell("stopped")
        except Exception as wrong:
            # What went wrong belongs on the screen; in a thread nobody else would see it.
            self._tell("failed", wrong)
        else:
            self._tell("done", result)

    def _tell(self, end: str, *told: object) -> None:
        if isValid(self):
            getattr(self, end).emit(*told)
