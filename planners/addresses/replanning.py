"""A plan that leaves as much of an earlier one alone as it can.

What stays is decided for leaves: a container moves when what is inside does. So
leaves come first, by weight, and containers get their old blocks back around
them where these still fit.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from planners.addresses.clearing import Members, least_cleared
from planners.addresses.family import Family
from planners.addresses.footprints import Failure
from planners.addresses.keeping import Kept, each_fitting, most_kept
from planners.addresses.planning import Outline, outline
from planners.addresses.problem import Problem
from planners.addresses.windows import cleared_by_windows

# Requests looked at while a proof is tried: small plans get many trials, large ones few.
LOOKED_AT = 200_000


@dataclass(frozen=True, slots=True)
class Replanned:
    """The outline of a plan, and whether no other moves leaves of less weight."""

    outline: Outline
    proved: bool


def replanned(problem: Problem, wanted: Kept) -> Replanned | Failure:
    """The plan that keeps all that is wanted, else the one that moves the least weight, or why there is none."""
    found = outline(problem, wanted)
    each = each_fitting(problem)
    if not isinstance(found, Failure) and len(wanted) == len(each):
        return Replanned(found, True)
    bare = outline(problem)
    return bare if isinstance(bare, Failure) else _Again(problem, each).best(wanted)


class _Again:
    """The choice of what stays."""

    def __init__(self, problem: Problem, each: Kept) -> None:
        self._problem = problem
        self._each = each
        self._family = Family.of(problem)
        self._weights = {id: problem.weight(id) for id in each if id not in self._family.children}

    def best(self, wanted: Kept) -> Replanned:
        """The plan, given what could stay at first sight."""
        leaves = {id: self._each[id] for id in self._weights}
        known = self._cleared({id: piece for id, piece in wanted.items() if id in leaves}, leaves)
        proved = True
        if known:
            trials = LOOKED_AT // len(self._problem.requests)
            known, proved = least_cleared(self._weights, self._contradict, known, trials)
        staying = {id: piece for id, piece in leaves.items() if id not in known}
        return Replanned(self._with_containers(staying), proved)

    def _cleared(self, staying: Kept, leaves: Kept) -> Members:
        """The leaves that give way by clearing windows, none of them needlessly."""
        staying = cleared_by_windows(self._problem, self._family, staying)
        order = sorted(leaves, key=lambda id: (-self._weights[id], -leaves[id][1], id))
        staying = most_kept(leaves, [id for id in order if id not in staying], self._fits, staying)
        return frozenset(leaves.keys() - staying.keys())

    def _with_containers(self, staying: Kept) -> Outline:
        containers = [id for id in self._each if id not in self._weights]
        order = sorted(containers, key=lambda id: (-self._each[id][1], id))
        kept = most_kept(self._each, order, self._fits, staying)
        found = outline(self._problem, kept)
        assert isinstance(found, Outline)
        return found

    def _fits(self, kept: Kept) -> bool:
        return isinstance(outline(self._problem, kept), Outline)

    def _contradict(self, ids: Sequence[str]) -> bool:
        return not self._fits({id: self._each[id] for id in ids})
