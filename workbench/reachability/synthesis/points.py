"""The curve of a design: from nothing over-permitted to few rules, each point with its figures."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final, NamedTuple

from planners.domains import Curve, Grouping, Permitted, Problem, curve
from planners.reachability import Answers
from workbench.model.design import Design
from workbench.progress import Progress, part, stoppable, untold
from workbench.reachability.keeper import KEEPER
from workbench.reachability.modelled import Modelled
from workbench.reachability.synthesis.ends import Ends
from workbench.reachability.synthesis.entries import kept
from workbench.reachability.synthesis.intent import Listed, Wishes, problem_of

GROUPED: Final = 0.7
"""The share of the work that grouping takes."""


class Figures(NamedTuple):
    """What a point comes to: security domains of applications, rules between domains, and what they over-permit.

    `extra` counts pairs and ports that the rules permit though nothing wants them, `weighted` weighs them by data class,
    `share` is `extra` as a part of the flows that are meant.
    """

    domains: int
    rules: int
    flows: int
    extra: int
    weighted: int
    share: float


@dataclass(frozen=True, eq=False)
class Curved:
    """The groupings of a design's flows, with what they were asked from.

    `review` are flows of a list that look like noise: no rule serves them before somebody confirms them.
    """

    design: Design
    ends: Ends
    problem: Problem
    listed: tuple[Listed, ...]
    curve: Curve
    found: Modelled
    answers: Answers

    @property
    def points(self) -> tuple[Grouping, ...]:
        """The groupings, the exact one first."""
        return self.curve.points

    @property
    def review(self) -> tuple[Permitted, ...]:
        """Flows for a person to look at."""
        return self.curve.review

    def figures(self, point: int) -> Figures:
        """The figures of a point."""
        grouping = self.points[point]
        own = [one for one in grouping.domains if self.ends.is_application(one.members[0])]
        figures = grouping.figures
        return Figures(len(own), figures.rules, figures.flows, figures.extra, figures.weighted, figures.share)


def curved(
    design: Design, wishes: Wishes, listed: Iterable[Listed] = (), progress: Progress = untold
) -> Curved:
    """The curve of a design's own flows and those of a list; BadFlows where pins contradict each other."""
    ends, flows = Ends.of(design), tuple(listed)
    found, answers = KEEPER.known(design, part(progress, 0, 1 - GROUPED), places=False)
    problem = problem_of(ends, wishes, flows, kept(ends, found, answers))
    progress(1 - GROUPED)
    with stoppable(progress, 1 - GROUPED):
        answer = curve(problem)
    progress(1.0)
    return Curved(design, ends, problem, flows, answer, found, answers)
