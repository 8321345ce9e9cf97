"""The best grouping of a few exact classes, by search; proved where the search comes to its end or meets the bound."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from planners import pace
from planners.domains.board import Board
from planners.domains.bounds import Bound, bound_of

MOST = 16
"""Groups beyond which no search is tried."""
STEPS = 40_000
"""Steps after which a search gives up: some seconds."""

Parts = list[list[int]]


class Found(NamedTuple):
    """The best partition known, as groups of a board, whether no other costs less, and what none can do better."""

    parts: Parts
    is_best: bool
    bound: Bound


def best_parts(board: Board, known: Parts, worth: float) -> Found:
    """The partition of a board's groups for which rules, at their worth, and over-permission cost least in all.

    Apps of one exact class stay together. `known` is a partition to begin with; it comes back where none is better.
    """
    search, bound = _Search(board, worth, known), bound_of(board.intent, worth)
    if search.cost <= bound.cost:
        return Found(known, True, bound)
    if len(board.members) > MOST:
        return Found(known, False, bound)
    search.run()
    return Found(search.best, search.steps <= STEPS, bound)


class _Cell(NamedTuple):
    """What one group opens another: a mask of port classes, and what the flows meant weigh."""

    source: int
    target: int
    mask: int
    meant: int


class _Search:
    """A walk through all partitions: one group after the other goes into an open domain or a new one.

    What rules and over-permission cost among the groups placed so far only grows with every further group, so a
    branch that costs as much as the best partition known is left.
    """

    def __init__(self, board: Board, worth: float, known: Parts) -> None:
        self.board, self.worth, self.steps = board, worth, 0
        self.cells = list(_cells(board))
        self.best, self.cost, self.parts = known, self._cost(known), list[list[int]]()
        self.order = sorted(board.members, key=lambda group: (-len(board.rows[group]), group))

    def run(self, index: int = 0) -> None:
        """Looks through what is left to place; ends early once the steps are used up."""
        self.steps += 1
        if self.steps > STEPS:
            return
        if not self.steps & 63:
            pace.breathe()
        cost = self._cost(self.parts)
        if cost >= self.cost:
            return
        if index == len(self.order):
            self.best, self.cost = [list(part) for part in self.parts], cost
            return
        self._place(index)

    def _place(self, index: int) -> None:
        group = self.order[index]
        for part in list(self.parts):
            if all(self.board.may_merge(group, other) for other in part):
                part.append(group)
                self.run(index + 1)
                part.pop()
        self.parts.append([group])
        self.run(index + 1)
        self.parts.pop()

    def _cost(self, parts: Sequence[Sequence[int]]) -> float:
        """What the rules among some domains cost, at their worth, and what they over-permit, weighted."""
        home = {group: i for i, part in enumerate(parts) for group in part}
        rules: dict[tuple[int, int], int] = {}
        cost = 0.0
        for source, target, mask, meant in self.cells:
            if source in home and target in home:
                pair = home[source], home[target]
                rules[pair] = rules.get(pair, 0) | mask
                cost -= meant
        sizes = [sum(self.board.size[group] for group in part) for part in parts]
        for (one, other), mask in rules.items():
            weight = self.board.intent.weights[parts[other][0]]
            cost += mask.bit_count() * (self.worth + weight * sizes[one] * (sizes[other] - (one == other)))
        return cost


def _cells(board: Board) -> Iterator[_Cell]:
    found: dict[tuple[int, int], tuple[int, int]] = {}
    for source, target, mask in board.intent.pairs():
        pair = board.home[source], board.home[target]
        masks, meant = found.get(pair, (0, 0))
        found[pair] = masks | mask, meant + mask.bit_count() * board.intent.weights[target]
    return (_Cell(*pair, *held) for pair, held in found.items())
