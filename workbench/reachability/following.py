"""The answers of a design that is being edited: what an edit does not touch is not computed again."""

from __future__ import annotations

from typing import NamedTuple

from planners.reachability import Answers
from workbench.model.design import Design
from workbench.reachability.known import Known, known, known_after
from workbench.reachability.matrices import Matrices, Progress, matrices
from workbench.reachability.modelled import Modelled


class Answered(NamedTuple):
    """A design's network, all its verdicts, and its matrices."""

    found: Modelled
    answers: Answers
    matrices: Matrices


class Followed:
    """Remembers the latest answers. Of a design without applications, vSwitches and groups are the parties."""

    def __init__(self) -> None:
        self._latest: Answered | None = None

    def after(self, design: Design, progress: Progress | None = None) -> Answered:
        """The answers of a design, those of the one before used as far as they hold; what `progress` raises stops it."""
        latest = self._latest
        if latest is not None and latest.found.design is design:
            return latest
        one = (
            known(design, progress)
            if latest is None
            else known_after(Known(latest.found, latest.answers), design, progress)
        )
        self._latest = Answered(one.found, one.answers, matrices(one.found, one.answers))
        return self._latest
