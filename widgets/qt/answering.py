"""Has a page follow the design: what it shows is computed beside the window while it is seen, and stopped by the user."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Literal, Protocol

from PySide6.QtCore import QObject, SignalInstance

from widgets.qt.ending import Ending
from widgets.qt.work import Work
from workbench.editor import Editor
from workbench.model.change import Change
from workbench.model.design import Design
from workbench.progress import Progress

Job = Callable[[Progress], Any]
Stage = Literal["waiting", "running", "stopped", "complete"]
"""How far the computing is; `stopped` is a run that was cancelled, which shows nothing new."""


class Page(Protocol):
    """What is followed: it says when it is seen, when it shall be run or stopped, and shows what comes of that."""

    seen: SignalInstance
    run_wanted: SignalInstance
    stop_wanted: SignalInstance

    def tell_stage(self, stage: Stage, share: float = 0.0) -> None:
        """Says how far the computing is."""

    def isVisible(self) -> bool:
        """Whether anybody sees it."""


class Answering(QObject):
    """Hands a page what a job makes of the design; what changes meanwhile is computed next.

    `job` is asked for on the window's thread, so that it may look at the window; what it gives runs beside it.
    """

    def __init__(
        self,
        editor: Editor,
        page: Any,
        job: Callable[[Design], Job],
        show: Callable[[Design, Any], object],
    ) -> None:
        super().__init__(page)
        self._editor, self._page, self._job, self._show = editor, page, job, show
        self._work: Work | None = None
        self._answered: Design | None = None
        self._is_stopped = self._again = False
        page.seen.connect(self._follow)
        page.run_wanted.connect(self.run)
        page.stop_wanted.connect(self._stop)
        page.destroyed.connect(Ending(editor.subscribe(self._changed)))

    def run(self) -> None:
        """Computes, also what was computed or stopped before, and anew what is being computed."""
        self._is_stopped, self._answered, self._again = False, None, self._work is not None
        if self._work:
            self._work.stop()
        self._follow()

    def _changed(self, change: Change) -> None:
        self._follow()

    def _stop(self) -> None:
        if self._work:
            self._work.stop()

    def _follow(self) -> None:
        page: Page = self._page
        design = self._editor.design
        if self._work or self._is_stopped or design is self._answered or not page.isVisible():
            return
        job = self._job(design)
        work = self._work = Work(lambda progress: _begun(job, progress), self)
        work.progressed.connect(lambda share: page.tell_stage("running", share))
        work.done.connect(lambda result: self._done(design, result))
        work.stopped.connect(self._stopped)
        work.failed.connect(self._failed)
        page.tell_stage("running")
        work.start()

    def _done(self, design: Design, result: Any) -> None:
        self._work = None
        if not self._again:
            self._answered = design
            self._show(design, result)
        self._again = False
        self._follow()

    def _stopped(self) -> None:
        self._work = None
        if self._again:
            self._again = False
            self._follow()
            return
        self._is_stopped = True
        self._page.tell_stage("stopped")

    def _failed(self, wrong: Exception) -> None:
        self._stopped()
        raise wrong


def _begun(job: Job, progress: Progress) -> Any:
    # What was stopped before it began is not begun.
    progress(0.0)
    return job(progress)
