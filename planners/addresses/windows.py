"""Room for a block where none is left: the window that is cheapest to clear.

A window is an aligned block of the size that is missing. Of those that hold
nothing pinned, nothing reserved and nothing as large as themselves the one with
the least weight inside is cleared, then the one with the fewest addresses.
"""

from planners.addresses.family import Family
from planners.addresses.footprints import Failure
from planners.addresses.keeping import Kept
from planners.addresses.planning import outline
from planners.addresses.problem import Problem
from planners.addresses.ranges import Piece, Reserved
from planners.addresses.tree import Fixed

# After so many windows a plan is anything but the earlier one.
ROUNDS = 50


def cleared_by_windows(problem: Problem, family: Family, staying: Kept) -> Kept:
    """The earlier leaves that stay when windows are cleared until everything fits; nothing when that leads nowhere."""
    reserved = Reserved(block[:2] for block in problem.reserved)
    for _ in range(ROUNDS):
        failure = outline(problem, staying)
        if not isinstance(failure, Failure):
            return staying
        gone = _Windows(problem, family, staying, reserved).cheapest(failure)
        if not gone:
            return {}
        staying = {id: piece for id, piece in staying.items() if id not in gone}
    return {}


class _Windows:
    """What could be cleared for one failure."""

    def __init__(self, problem: Problem, family: Family, staying: Kept, reserved: Reserved) -> None:
        self._problem = problem
        self._family = family
        self._staying = staying
        self._reserved = reserved

    def cheapest(self, failure: Failure) -> set[str]:
        """The leaves to move: those in the cheapest window, or below the cheapest of what clashes."""
        groups = self._in_windows(failure) if failure.code == "capacity" else []
        groups = groups or [self._movable(id) for id in failure.culprits]
        found = [group for group in groups if group]
        return min(found, key=self._cost) if found else set()

    def _in_windows(self, failure: Failure) -> list[set[str]]:
        level = failure.lack.bits
        fixed = failure.content.fixed if failure.content else []
        windows: dict[Piece, list[Fixed]] = {}
        for item in fixed:
            window = (item.base >> level << level, level)
            if item.bits < level and _inside(window, failure.regions) and not self._reserved.inside(window):
                windows.setdefault(window, []).append(item)
        return [self._together(items) for _, items in sorted(windows.items())]

    def _together(self, items: list[Fixed]) -> set[str]:
        """The leaves of all items; none when one of them cannot move."""
        groups = [self._movable(item.id) for item in items]
        return set().union(*groups) if all(groups) else set()

    def _movable(self, id: str) -> set[str]:
        """The earlier leaves below a request that keep it where it is; none when a pin does."""
        inside = self._family.inside(id)
        if any(self._family.requests[member].pinned is not None for member in inside):
            return set()
        return {member for member in inside if member in self._staying}

    def _cost(self, ids: set[str]) -> tuple[int, int, int]:
        weight = sum(self._problem.weight(id) for id in ids)
        size = sum(1 << self._staying[id][1] for id in ids)
        return weight, size, min(self._staying[id][0] for id in ids)


def _inside(window: Piece, regions: tuple[Piece, ...]) -> bool:
    base, bits = window
    return any(bits <= size and start == base >> size << size for start, size in regions)
