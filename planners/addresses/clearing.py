"""Which earlier blocks give way so that everything fits, with the least weight moved.

Moving more never hurts, so what must give way is a smallest set that meets every
conflict: a set of earlier blocks that cannot all stay. Two ways find it. Windows
are cleared where room is missing: fast, mostly best, proved by nothing. A search
collects conflicts and meets them with the least weight; the first such set that
leaves a plan is the optimum. The search ends after a number of trials and not
after a time, so that every machine gives the same plan.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import NamedTuple

from planners.addresses.explaining import smallest

Members = frozenset[str]
Contradict = Callable[[Sequence[str]], bool]

# Beyond so many movable blocks no proof is tried.
MOVABLE = 60
STEPS = 20_000


class Cleared(NamedTuple):
    """The earlier blocks that give way, and whether no lighter choice leaves a plan."""

    ids: Members
    proved: bool


class _TooLong(Exception):
    """The search gave up."""


def least_cleared(weights: Mapping[str, int], contradict: Contradict, known: Members, trials: int) -> Cleared:
    """The lightest choice to give way: `known` (which leaves a plan, and is not empty) or a lighter one.

    `contradict` says whether some blocks cannot all stay; then no more of them can either.
    Not all can stay, so nothing is lighter than the lightest block alone.
    """
    if _weight(known, weights) == min(weights.values()):
        return Cleared(known, True)
    if len(weights) > MOVABLE:
        return Cleared(known, False)
    try:
        return Cleared(_lightest(weights, _Limited(contradict, trials), known), True)
    except _TooLong:
        return Cleared(known, False)


class _Limited:
    """The question whether blocks can stay, asked only so often."""

    def __init__(self, contradict: Contradict, trials: int) -> None:
        self._contradict = contradict
        self._left = trials

    def __call__(self, members: Sequence[str]) -> bool:
        self._left -= 1
        if self._left < 0:
            raise _TooLong
        return bool(members) and self._contradict(members)


def _lightest(weights: Mapping[str, int], contradict: Contradict, known: Members) -> Members:
    """The lightest set that meets every conflict; conflicts are found as they are missed."""
    conflicts: list[Members] = []
    order = sorted(weights, key=lambda id: (-weights[id], id))
    most = _weight(known, weights)
    while True:
        met = _Meeting(weights, conflicts).lightest()
        if _weight(met, weights) >= most:
            return known
        missed = list(_missed(order, contradict, met))
        if not missed:
            return met
        conflicts.extend(missed)


def _missed(order: Sequence[str], contradict: Contradict, met: Members) -> Iterator[Members]:
    """Conflicts that a choice does not meet, no two of which share a member."""
    staying = [id for id in order if id not in met]
    while contradict(staying):
        found = frozenset(smallest(contradict, staying))
        yield found
        staying = [id for id in staying if id not in found]


def _weight(members: Members, weights: Mapping[str, int]) -> int:
    return sum(weights[id] for id in members)


class _Meeting:
    """The lightest set with a member in every conflict, by branch and bound."""

    def __init__(self, weights: Mapping[str, int], conflicts: Sequence[Members]) -> None:
        self._weights = weights
        self._conflicts = sorted(conflicts, key=lambda conflict: (len(conflict), sorted(conflict)))
        self._best: Members = frozenset().union(*conflicts)
        self._least = _weight(self._best, weights)
        self._steps = STEPS

    def lightest(self) -> Members:
        """The set; of equal ones the first in a settled order."""
        self._extend(frozenset(), frozenset(), 0)
        return self._best

    def _extend(self, chosen: Members, barred: Members, weight: int) -> None:
        self._steps -= 1
        if self._steps < 0:
            raise _TooLong
        open_conflicts = [conflict - barred for conflict in self._conflicts if not conflict & chosen]
        if weight + self._bound(open_conflicts) >= self._least:
            return
        if not open_conflicts:
            self._best, self._least = chosen, weight
            return
        branch = min(open_conflicts, key=len)
        for id in sorted(branch, key=lambda id: (self._weights[id], id)):
            self._extend(chosen | {id}, barred, weight + self._weights[id])
            barred |= {id}

    def _bound(self, conflicts: Sequence[Members]) -> int:
        """What conflicts that share no member cost at least."""
        seen: set[str] = set()
        cost = 0
        for conflict in conflicts:
            if not conflict:
                return self._least
            if seen.isdisjoint(conflict):
                seen |= conflict
                cost += min(self._weights[id] for id in conflict)
        return cost
