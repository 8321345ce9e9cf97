"""The answer to a problem: groupings from nothing over-permitted to few rules, and what is for a person to look at."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from planners.domains.board import Board
from planners.domains.grouping import EXACT, HEURISTIC, OPTIMAL, Grouping, Permitted, first_port, grouping_of
from planners.domains.intent import Intent
from planners.domains.merging import climb, starting_board
from planners.domains.noise import noise_of
from planners.domains.problem import Problem, check_problem
from planners.domains.quotient import Members
from planners.domains.searching import best_parts


@dataclass(frozen=True, slots=True)
class Curve:
    """Groupings by worth, smallest first. `review` are flows that no rule serves before somebody has confirmed them.

    `intent` is what every point serves: the flows asked without those for review.
    """

    intent: Intent
    classes: int
    points: tuple[Grouping, ...]
    review: tuple[Permitted, ...]


def curve(problem: Problem) -> Curve:
    """The groupings at every worth asked; the order of apps and flows does not matter.

    Raises `BadFlows` when the problem makes no sense.
    """
    check_problem(problem)
    meant = Intent.of(problem)
    noise = noise_of(meant)
    intent = meant.without(noise.flows)
    start = starting_board(intent)
    classes = len(start.members)
    points = tuple(_points(start, noise.alike, sorted(set(problem.worths))))
    review = tuple(
        Permitted(meant.apps[source].id, meant.apps[target].id, ports.protocol, first_port(ports))
        for source, target, port in noise.flows
        for ports in [meant.ports.classes[port]]
    )
    return Curve(intent, classes, points, review)


def _points(start: Board, alike: list[Members], worths: list[float]) -> Iterator[Grouping]:
    exact = start.intent.problem.exact
    # what is alike may part what is one class without the noise; a search goes by whole classes
    for worth, partition in zip(worths, climb(start, [] if exact else alike, worths), strict=True):
        if exact:
            yield _searched(start, partition, worth)
        else:
            yield grouping_of(start.intent, partition, worth, HEURISTIC if worth else EXACT)


def _searched(start: Board, partition: list[Members], worth: float) -> Grouping:
    """The point of a partition or a better one, with the bound and whether it is proved to be best."""
    known = [sorted({start.home[app] for app in members}) for members in partition]
    found = best_parts(start, known, worth)
    better = [tuple(sorted(app for group in part for app in start.members[group])) for part in found.parts]
    status = EXACT if not worth else OPTIMAL if found.is_best else HEURISTIC
    grouping = grouping_of(start.intent, better if worth else partition, worth, status)
    return replace(grouping, bound=found.bound)
