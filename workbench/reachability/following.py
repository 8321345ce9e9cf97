"""The answers of a design that is being edited: what an edit does not touch is not computed again."""

from __future__ import annotations

from typing import NamedTuple

from planners.reachability import Answers, reach, updated
from workbench.model.design import Design
from workbench.model.elements.application import Application
from workbench.reachability.matrices import Matrices, Progress, matrices
from workbench.reachability.modelled import Modelled, modelled, uses


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
        found = modelled(design, places=not design.of_kind(Application))
        answers = self._answers(found, progress)
        self._latest = Answered(found, answers, matrices(found, answers))
        return self._latest

    def _answers(self, found: Modelled, progress: Progress | None) -> Answers:
        latest = self._latest
        if latest is None or tuple(uses(found.design)) != tuple(uses(latest.found.design)):
            return reach(found.compiled, progress)
        if latest.found.network == found.network:
            return latest.answers
        return updated(latest.answers, found.network, progress)
