"""Has the matrix follow the design: computed beside the window while it is seen, stopped and run again by the user."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np
from PySide6.QtCore import QObject

from widgets.matrix.shown import Invariant, Shown, Verdict
from widgets.matrix.view import MatrixView
from widgets.qt.ending import Ending
from widgets.qt.work import Work
from workbench.editor import Editor
from workbench.model.change import Change
from workbench.model.design import Design
from workbench.model.elements.security_domain import SecurityDomain
from workbench.progress import Progress
from workbench.reachability.matrix import Matrix

if TYPE_CHECKING:
    from workbench.reachability.following import Followed
    from workbench.reachability.invariants.results import Outcome, Result
    from workbench.reachability.known import Known

NOBODY: Final = Matrix((), np.zeros((0, 0), np.uint8), {})
"""What a design without security domains has for them."""


class Computing(QObject):
    """Hands a view the answers of the design; what changes while they are computed is computed next."""

    def __init__(self, editor: Editor, view: MatrixView) -> None:
        super().__init__(view)
        self._editor, self._view = editor, view
        self._work: Work | None = None
        self._answered: Design | None = None
        self._is_stopped = False
        self._followed: Followed | None = None
        self._before: Known | None = None
        self._proofs: tuple[Result, ...] = ()
        view.invariant_picked.connect(self._picked)
        view.seen.connect(self._follow)
        view.run_wanted.connect(self._run)
        view.stop_wanted.connect(self._stop)
        view.destroyed.connect(Ending(editor.subscribe(self._changed)))

    def _changed(self, change: Change) -> None:
        self._follow()

    def _run(self) -> None:
        self._is_stopped = False
        self._follow()

    def _stop(self) -> None:
        if self._work:
            self._work.stop()

    def _follow(self) -> None:
        design = self._editor.design
        if self._work or self._is_stopped or design is self._answered or not self._view.isVisible():
            return
        self._work = Work(lambda progress: self._answers(design, progress), self)
        self._work.progressed.connect(lambda share: self._view.tell_stage("running", share))
        self._work.done.connect(lambda answers: self._done(design, answers))
        self._work.stopped.connect(self._stopped)
        self._work.failed.connect(self._failed)
        self._view.tell_stage("running")
        self._work.start()

    def _picked(self, id: str) -> None:
        """Selects an invariant, and asks the path that breaks it or that nobody knows."""
        self._editor.select([id])
        told = next((one for one in self._proofs if one.about == id), None)
        if told and told.witness and told.outcome != "proved":
            one = told.witness
            port = str(one.port) if one.protocol == "tcp" else f"{one.port}/{one.protocol}"
            self._view.drilled.emit(one.source, one.target, port if one.port else one.protocol)

    def _answers(self, design: Design, progress: Progress) -> tuple[Shown, Shown, tuple[Result, ...]]:
        """The answers for security domains and for applications, and what must hold; in the thread of the work."""
        from workbench.reachability.changes import changed
        from workbench.reachability.following import Followed
        from workbench.reachability.invariants.results import results
        from workbench.reachability.known import Known
        from workbench.reachability.matrices import by_domain

        progress(0.0)
        self._followed = self._followed or Followed()
        found = self._followed.after(design, progress)
        before, self._before = self._before, Known(found.found, found.answers)
        compared, computed = found.matrices
        turned = changed(before, self._before, progress).matrix(computed) if before else None
        proofs = results(found.found, found.answers)
        rows = rows_of(proofs, design)
        domains = Shown("domains", NOBODY, NOBODY, None, rows)
        if design.of_kind(SecurityDomain):
            domains = Shown(
                "domains",
                by_domain(compared, design),
                by_domain(computed, design),
                by_domain(turned, design) if turned else None,
                rows,
            )
        return domains, Shown("applications", compared, computed, turned, rows), proofs

    def _done(self, design: Design, answers: tuple[Shown, Shown, tuple[Result, ...]]) -> None:
        self._work, self._answered = None, design
        *both, self._proofs = answers
        for shown in both:
            self._view.show_matrix(design, shown)
        self._follow()

    def _stopped(self) -> None:
        self._work, self._is_stopped = None, True
        self._view.tell_stage("stopped")

    def _failed(self, wrong: Exception) -> None:
        self._stopped()
        raise wrong


VERDICTS: Final[dict[Outcome, Verdict]] = {
    "proved": "proved",
    "refuted": "broken",
    "unknown": "unknown",
    # What is about nobody is never called proved; its sentence says so.
    "empty": "unknown",
}


def rows_of(proofs: tuple[Result, ...], design: Design) -> tuple[Invariant, ...]:
    """What must hold, as the list below the cells has it."""
    from workbench.reachability.invariants.saying import result_said

    return tuple(
        Invariant(
            VERDICTS[one.outcome],
            one.about,
            design[one.about].title(),
            result_said(one, design),
        )
        for one in proofs
    )
