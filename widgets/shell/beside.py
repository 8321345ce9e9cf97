"""Beside: what takes long and is done beside the window, one thing at a time, with how far it is and Cancel."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QCoreApplication, QEvent, QEventLoop, QObject, QTimer, Signal
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from widgets.qt.work import Job, Work
from widgets.shell.waiting import WaitingDialog, WaitingPlate
from workbench.cancelled import Cancelled
from workbench.texts import Text

if TYPE_CHECKING:
    from widgets.shell.window import MainWindow

GRACE: Final = 100
"""Milliseconds that nobody feels: keys and clicks wait so long for what comes of it."""
SILENT: Final = 400
"""Milliseconds after which it is told what is being done: what comes and goes at once only unsettles."""
TURNS: Final = QEventLoop.ProcessEventsFlag


class Beside(QObject):
    """Does one thing after the other; what starts it waits for the result, while the window goes on."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._going: _Going | None = None
        self._next: Callable[[], object] | None = None
        self._blocks = False

    @property
    def is_busy(self) -> bool:
        """Whether something is being done."""
        return self._going is not None and not self._going.is_over

    @property
    def blocks(self) -> bool:
        """Whether nothing else may be done meanwhile, not even leaving."""
        return self.is_busy and self._blocks

    def do(self, job: Job, says: Text, then: Callable[[Any], object], free: bool = False) -> Any:
        """What a job gives; raises what it raises, Cancelled where the user stopped it.

        `then` is told the result as soon as it is there. With `free` the user may go on with the design meanwhile.
        """
        self.settle()
        going = self._going = _Going(job, then, self)
        self._blocks = not free
        try:
            going.wait_a_moment(GRACE if free else SILENT, TURNS.ExcludeUserInputEvents)
            going.wait_a_moment(SILENT - GRACE if free else 0, TURNS.AllEvents)
            if not going.is_over:
                self._wait(going, says, free)
        finally:
            self._going = None
            going.deleteLater()
        if self._next:
            QTimer.singleShot(0, self.settle)
        return going.outcome()

    def afterwards(self, do: Callable[[], object]) -> None:
        """Does something once what is going on is over; of several things asked for, the last."""
        self._next = do

    def settle(self) -> None:
        """Waits until everything that is being done, or is to be done afterwards, is over."""
        while self._going or self._next:
            if self._going:
                self._going.wait()
                self._going = None
            elif self._next:
                do, self._next = self._next, None
                do()

    def _wait(self, going: _Going, says: Text, free: bool) -> None:
        above = QApplication.activeModalWidget() or self._window
        shown: WaitingPlate | WaitingDialog
        shown = (WaitingPlate if free else WaitingDialog)(self._window.look, says, above)
        going.work.progressed.connect(shown.waiting.tell)
        shown.waiting.stopped.connect(going.work.stop)
        shown.show()
        going.wait()
        _put_away(shown)


class _Going(QObject):
    """A job while it is done, and whoever waits for it."""

    over = Signal()

    def __init__(self, job: Job, then: Callable[[Any], object], parent: QObject) -> None:
        super().__init__(parent)
        self.work, self._then = Work(job, self), then
        self.is_over = False
        self._result: Any = None
        self._wrong: Exception | None = None
        self.work.done.connect(self._done)
        self.work.failed.connect(self._failed)
        self.work.stopped.connect(self._stopped)
        self.work.start()

    def wait_a_moment(self, most: int, turns: QEventLoop.ProcessEventsFlag) -> None:
        """Waits so many milliseconds at most; events that are kept back come to whatever is there then."""
        loop = QEventLoop(self)
        self.over.connect(loop.quit)
        QTimer.singleShot(most, loop, loop.quit)
        if most and not self.is_over:
            loop.exec(turns)

    def wait(self) -> None:
        """Waits until it is over, while everything else goes on."""
        loop = QEventLoop(self)
        self.over.connect(loop.quit)
        if not self.is_over:
            loop.exec()
        if not self.is_over:
            # The program is about to end: then no loop turns any more.
            self.work.wait()
            QCoreApplication.sendPostedEvents(None, QEvent.Type.MetaCall)

    def outcome(self) -> Any:
        """The result; raises what went wrong."""
        if self._wrong:
            raise self._wrong
        return self._result

    def _done(self, result: Any) -> None:
        self._result = result
        try:
            self._then(result)
        except Exception as wrong:
            # Whoever waits is told, as of anything else that goes wrong.
            self._wrong = wrong
        self._end()

    def _failed(self, wrong: Exception) -> None:
        self._wrong = wrong
        self._end()

    def _stopped(self) -> None:
        self._failed(Cancelled())

    def _end(self) -> None:
        self.is_over = True
        self.over.emit()


def _put_away(shown: QWidget) -> None:
    if isinstance(shown, QDialog):
        shown.accept()
    shown.hide()
    shown.deleteLater()
