"""What a dialog works out: with a bar, stopped by Cancel, and closed by a second Cancel as soon as it is over."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QDialog, QLabel, QProgressBar, QPushButton

from widgets.look import Look
from widgets.qt.work import Job, Work
from workbench.texts import text


class Doing(QObject):
    """Begins the work of a dialog and stops it; at its end one of `done`, `failed` and `stopped` is called.

    `parts` are the dialog's bar, the line that says how things stand, and the button that cancels.
    """

    def __init__(
        self,
        dialog: QDialog,
        look: Look,
        parts: tuple[QProgressBar, QLabel, QPushButton],
        *,
        done: Callable[[Any], object],
        failed: Callable[[Exception], object],
        stopped: Callable[[], object],
    ) -> None:
        super().__init__(dialog)
        self._dialog, self._look = dialog, look
        self._tell_done, self._tell_failed, self._tell_stopped = done, failed, stopped
        self._bar, self._state, self._close = parts
        self._work: Work | None = None
        self._leaving = self._stopping = False

    @property
    def is_going(self) -> bool:
        """Whether something is being worked out."""
        return self._work is not None

    def begin(self, job: Job) -> None:
        """Works something out beside the window."""
        self._stopping = False
        self._work = Work(job, self)
        self._work.progressed.connect(lambda share: self._bar.setValue(round(share * 1000)))
        self._work.done.connect(self._done)
        self._work.failed.connect(lambda wrong: self._end(self._tell_failed, wrong))
        self._work.stopped.connect(lambda: self._end(self._tell_stopped))
        self._work.start()

    def leave(self) -> None:
        """Stops the work, and a second time closes as soon as it is over; closes at once where none is done."""
        if self._work is None:
            QDialog.reject(self._dialog)
            return
        self._leaving = not self._close.isEnabled()
        self._close.setEnabled(False)
        self._stopping = True
        self._state.setText(self._look.said(text("Stopping…")))
        self._work.stop()

    def _done(self, found: object) -> None:
        if self._stopping:
            # It ended before it saw that it should stop; nobody waits for it any more.
            self._end(self._tell_stopped)
        else:
            self._end(self._tell_done, found)

    def _end(self, tell: Callable[..., object], *told: object) -> None:
        self._work = None
        tell(*told)
        if self._leaving:
            QDialog.reject(self._dialog)
