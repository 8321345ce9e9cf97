"""The matrix joined to the design that is edited: computed beside the window, and anew after every edit while it is seen."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QObject, QTimer, Signal

from widgets.matrix.shown import Shown
from widgets.matrix.view import MatrixView
from widgets.qt.ending import Ending
from widgets.qt.work import Work
from workbench.editor import Editor
from workbench.model.change import Change
from workbench.model.design import Design

if TYPE_CHECKING:
    from workbench.reachability.following import Answered

PAUSE: Final = 200
"""Milliseconds after an edit in which another one may come before anything is computed."""


class MatrixJoined(QObject):
    """Hands the view what is computed of the editor's design; nothing is computed while the matrix is not in front."""

    answered = Signal(object)
    """The latest answers, each time they are new."""

    def __init__(self, editor: Editor, view: MatrixView) -> None:
        super().__init__(view)
        self._editor, self._view = editor, view
        self._followed: Any = None
        self._work: Work | None = None
        self._told: Design | None = None
        self._again = False
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE)
        self._pause.timeout.connect(self._run)
        view.run_wanted.connect(self._run)
        view.stop_wanted.connect(self._stop)
        self.destroyed.connect(Ending(editor.subscribe(self._changed)))

    def seen(self) -> None:
        """The matrix came to the front: what it shows becomes that of the present design."""
        if self._told is not self._editor.design and self._work is None:
            self._run()

    def wait(self) -> None:
        """Waits until what runs has ended."""
        if self._work is not None:
            self._work.wait()

    def _changed(self, change: Change) -> None:
        if self._view.isVisible():
            self._pause.start()

    def _run(self) -> None:
        if self._work is not None:
            # What runs is about a design that is past; the next run begins where it has ended.
            self._again = True
            self._work.stop()
            return
        design = self._editor.design
        self._again = False
        # Without a parent it outlives a window that is closed meanwhile, and then tells nobody.
        self._work = Work(lambda progress: self._answers(design, progress))
        self._work.progressed.connect(self._progressed)
        self._work.done.connect(self._show)
        self._work.stopped.connect(self._stopped)
        self._work.failed.connect(self._failed)
        self._view.tell_stage("running")
        self._work.start()

    def _stop(self) -> None:
        if self._work is not None:
            self._again = False
            self._work.stop()

    def _answers(self, design: Design, progress: Any) -> tuple[Answered, Shown, Shown]:
        """In the worker: the answers, and what is shown of them by application and by domain."""
        from workbench.reachability.following import Followed
        from workbench.reachability.matrices import by_domain

        if self._followed is None:
            self._followed = Followed()
        found = self._followed.after(design, progress)
        compared, computed = found.matrices
        return (
            found,
            Shown("applications", compared, computed),
            Shown("domains", by_domain(compared, design), by_domain(computed, design)),
        )

    def _show(self, made: tuple[Answered, Shown, Shown]) -> None:
        self._work = None
        found, applications, domains = made
        self._told = found.found.design
        for shown in (applications, domains):
            self._view.show_matrix(self._told, shown)
        self.answered.emit(found)
        if self._again or self._told is not self._editor.design:
            self._run()

    def _progressed(self, share: float) -> None:
        self._view.tell_stage("running", share)

    def _stopped(self) -> None:
        self._work = None
        if self._again:
            self._run()
        else:
            self._view.tell_stage("stopped")

    def _failed(self, wrong: Exception) -> None:
        self._work = None
        self._view.tell_stage("stopped")
        raise wrong
