"""Has the matrix follow the design: computed beside the window while it is seen, stopped and run again by the user."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

import numpy as np
from PySide6.QtCore import QObject

from widgets.matrix.shown import Invariant, Shown, Verdict
from widgets.matrix.view import MatrixView
from widgets.qt.answering import Answering
from workbench.editor import Editor
from workbench.model.design import Design
from workbench.model.elements.security_domain import SecurityDomain
from workbench.progress import Progress, part
from workbench.reachability.matrix import Matrix

if TYPE_CHECKING:
    from workbench.reachability.invariants.results import Outcome, Result
    from workbench.reachability.known import Known

NOBODY: Final = Matrix((), np.zeros((0, 0), np.uint8), {})
"""What a design without security domains has for them."""


class _Answers(NamedTuple):
    """What is computed: for security domains and for applications, and what must hold."""

    known: Known
    proofs: tuple[Result, ...]
    shown: tuple[Shown, Shown]


class Computing(QObject):
    """Hands a view the answers of the design; what changes while they are computed is computed next."""

    def __init__(self, editor: Editor, view: MatrixView) -> None:
        super().__init__(view)
        self._editor, self._view = editor, view
        self._before: Known | None = None
        self._proofs: tuple[Result, ...] = ()
        view.invariant_picked.connect(self._picked)
        self.answering = Answering(
            editor, view, lambda design: lambda progress: self._answers(design, progress), self._show
        )

    def _picked(self, id: str) -> None:
        """Selects an invariant, and asks the path that breaks it or that nobody knows."""
        self._editor.select([id])
        told = next((one for one in self._proofs if one.about == id), None)
        if told and told.witness and told.outcome != "proved":
            one = told.witness
            port = str(one.port) if one.protocol == "tcp" else f"{one.port}/{one.protocol}"
            self._view.drilled.emit(one.source, one.target, port if one.port else one.protocol)

    def _answers(self, design: Design, progress: Progress) -> _Answers:
        """The answers, beside those that are shown; in the thread of the work."""
        from workbench.reachability.changes import changed
        from workbench.reachability.invariants.results import places_of, results
        from workbench.reachability.keeper import KEEPER
        from workbench.reachability.known import Known

        drawn = KEEPER.drawn(design, part(progress, 0.0, 0.7))
        found = drawn.answered
        before, known = self._before, Known(found.found, found.answers)
        compared, computed = found.matrices
        turned = changed(before, known, part(progress, 0.7, 0.8)).matrix(computed) if before else None
        proofs = results(*KEEPER.known(design, part(progress, 0.8, 0.9), places=places_of(design)))
        rows = rows_of(proofs, design)
        domains = Shown("domains", NOBODY, NOBODY, None, rows)
        if design.of_kind(SecurityDomain):
            by_domain = drawn.by.matrix(turned) if turned else None
            domains = Shown("domains", *drawn.matrices, by_domain, rows)
        return _Answers(known, proofs, (domains, Shown("applications", compared, computed, turned, rows)))

    def _show(self, design: Design, answers: _Answers) -> None:
        self._before, self._proofs, shown = answers
        for one in shown:
            self._view.show_matrix(design, one)


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
