"""Asking beside the window: names made ready and questions answered in a worker, the latest one only."""

from __future__ import annotations

from time import perf_counter

from PySide6.QtCore import QObject, Signal, SignalInstance

from widgets.qt.work import Work
from workbench.model.design import Design
from workbench.progress import Progress
from workbench.reachability.answer import PathAnswer
from workbench.reachability.asked import Asked
from workbench.reachability.asker import Asker
from workbench.reachability.named import names_of


class Asking(QObject):
    """Tells when the names of a design are known, and what came of the last question."""

    named = Signal(object)
    answered = Signal(object, object, int)
    failed = Signal(object)
    stopped = Signal()

    def __init__(self, asker: Asker, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._asker = asker
        self._naming: Design | None = None
        self._named: Design | None = None
        self._work: Work | None = None

    @property
    def is_busy(self) -> bool:
        """Whether a question is not answered yet."""
        return self._work is not None

    def knows(self, design: Design) -> bool:
        """Whether the names of a design are known; else they are made, and `named` tells when they are."""
        if self._named is design:
            return True
        if self._naming is not design:
            self._naming = design
            work = Work(lambda progress: names_of(design).ready(), self)
            work.done.connect(lambda names: self._made(design))
            work.failed.connect(self.failed)
            work.start()
        return False

    def ask(self, design: Design, asked: Asked) -> None:
        """Asks; what was asked before is stopped."""
        self.stop()
        begun = perf_counter()
        work = Work(lambda progress: self._answer(design, asked, progress), self)
        self._work = work
        work.done.connect(lambda answer: self._tell(work, answer, design, begun))
        work.failed.connect(lambda wrong: self._end(work, self.failed, wrong))
        work.stopped.connect(lambda: self._end(work, self.stopped))
        work.start()

    def stop(self, told: bool = False) -> None:
        """Stops what is being asked; where it is to be told, as soon as it has ended."""
        if self._work is not None:
            self._work.stop()
            if told:
                self._work = None
                self.stopped.emit()

    def _answer(self, design: Design, asked: Asked, progress: Progress) -> PathAnswer:
        progress(0.0)
        return self._asker(design, asked, progress)

    def _end(self, work: Work, signal: SignalInstance, *said: object) -> None:
        """Tells what came of the last question; of one before nobody wants to know."""
        is_last = self._work is work
        work.deleteLater()
        if is_last:
            self._work = None
            signal.emit(*said)

    def _tell(self, work: Work, answer: PathAnswer, design: Design, begun: float) -> None:
        self._end(work, self.answered, answer, design, round(1000 * (perf_counter() - begun)))

    def _made(self, design: Design) -> None:
        self._named = design
        if self._naming is design:
            self._naming = None
        self.named.emit(design)
