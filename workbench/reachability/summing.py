"""What the classes of ports add up to in the cells of some sources and targets: wanted beside computed, and computed alone."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Final, NamedTuple

import numpy as np

from planners.reachability import Answers
from planners.reachability.ports import PortClasses
from workbench.model.design import Design
from workbench.model.element import ElementId
from workbench.reachability.matrix import STATES
from workbench.reachability.parties import Party
from workbench.reachability.portwords import said
from workbench.reachability.verdicts import ALLOW, DENY, PARTIAL, UNKNOWN, Board, Codes, Flags, Rows
from workbench.reachability.wanted import Wanted, begin_nothing, permitted, trusting, wanted_with_entries

CODE: Final = {state: code for code, state in enumerate(STATES)}
Ids = np.ndarray[tuple[int, ...], np.dtype[np.int32]]


class Summed(NamedTuple):
    """Cells of sources by targets: their two states, and the place among `words` of what passes in them."""

    compared: Codes
    computed: Codes
    numbers: Ids
    words: list[str]


def summed(answers: Answers, wishes: Wishes, sources: Sequence[Party], targets: Sequence[Party]) -> Summed:
    """The cells of some sources and targets; an edit concerns few, so that only those are added up again."""
    return _Summing(answers, wishes, sources, targets).summed()


class Wishes:
    """What the flows of a design want and permit, and who trusts whom."""

    def __init__(self, design: Design) -> None:
        self._design = design

    @cached_property
    def flows(self) -> list[Wanted]:
        """What is wanted, and last what shall not be: a no beats every yes."""
        return sorted(wanted_with_entries(self._design), key=_is_no)

    @cached_property
    def permits(self) -> list[Wanted]:
        """What may be though nobody wants it, and last what may not."""
        return sorted(permitted(self._design), key=_is_no)

    @cached_property
    def trusting(self) -> tuple[tuple[ElementId, ...], ...]:
        """Those of whom each may reach each: applications of one domain and their databases."""
        return tuple(trusting(self._design))

    @cached_property
    def trusted(self) -> tuple[ElementId, ...]:
        """Those who may reach everybody, since they begin nothing of their own."""
        return begin_nothing(self._design)

    def says_the_same(self, other: Wishes) -> bool:
        """Whether another wants the same."""
        return (
            self.flows == other.flows
            and self.permits == other.permits
            and self.trusting == other.trusting
            and self.trusted == other.trusted
        )


def _is_no(one: Wanted) -> bool:
    return not one.allows


class _Flow(NamedTuple):
    """What a flow says of some cells, in some classes of ports."""

    classes: int
    rows: list[int]
    columns: list[int]
    allows: bool


@dataclass
class _Cells:
    """What the classes of ports add up to: targets by sources."""

    open: Flags
    wanted_passing: Flags
    wanted_denied: Flags
    partial: Flags
    unknown: Flags
    passing: Flags

    @classmethod
    def of(cls, shape: tuple[int, ...]) -> _Cells:
        return cls(*(np.zeros(shape, np.bool_) for _ in range(6)))


class _Summing:
    """Adds the classes of ports up, one after the other."""

    def __init__(
        self, answers: Answers, wishes: Wishes, sources: Sequence[Party], targets: Sequence[Party]
    ) -> None:
        self._ports: PortClasses = answers.parts.compiled.ports
        self._parties, self._wishes = (targets, sources), wishes
        self._board = Board(answers, sources, targets)
        self._at = tuple({party.id: place for place, party in enumerate(some)} for some in self._parties)
        self._shape = len(targets), len(sources)
        self._wanted = _Pairs(self._ports, self._at, wishes.flows)
        self._permitted = _Pairs(self._ports, self._at, wishes.permits)
        self._trusting = self._trusted()
        self._cells, self._histories = _Cells.of(self._shape), _Histories(self._shape)

    def summed(self) -> Summed:
        """What they add up to."""
        seen = set()
        for rows in self._board.rows():
            seen.add(rows.port_class)
            self._add(rows)
            self._histories.add(rows)
        for number in range(len(self._ports.classes)):
            if number not in seen:
                self._cells.wanted_denied |= self._wanted.of(number)
        self._leave_open_who_stands_nowhere()
        numbers, compared, computed = self._histories.of, self._compared(), self._computed()
        for target, source in self._same():
            compared[target, source] = computed[target, source] = CODE["own"]
            numbers[target, source] = 0
        words = self._histories.words(self._ports)
        return Summed(_turned(compared), _turned(computed), np.ascontiguousarray(numbers.T), words)

    def _same(self) -> list[tuple[int, int]]:
        """The cells of those who are among the sources and among the targets."""
        targets, sources = self._at
        return [(place, sources[id]) for id, place in targets.items() if id in sources]

    def _add(self, rows: Rows) -> None:
        cells, codes = self._cells, np.zeros(self._shape, np.uint8)
        codes[rows.targets] = rows.codes
        wish, may = self._wanted.of(rows.port_class), self._permitted.of(rows.port_class)
        passes = (codes == ALLOW) | (codes == PARTIAL)
        cells.passing |= passes
        cells.open |= passes & ~(wish | may | self._trusting)
        cells.wanted_passing |= passes & wish
        cells.wanted_denied |= (codes == DENY) & wish
        cells.partial |= codes == PARTIAL
        cells.unknown |= codes == UNKNOWN

    def _leave_open_who_stands_nowhere(self) -> None:
        targets, sources = (
            np.array([not party.places for party in some], np.bool_) for some in self._parties
        )
        cells = self._cells
        cells.unknown[targets] = True
        cells.unknown[:, sources] = True
        cells.wanted_denied[targets] = False
        cells.wanted_denied[:, sources] = False

    def _compared(self) -> Codes:
        cells = self._cells
        codes = np.full(self._shape, CODE["blocked"], np.uint8)
        codes[cells.passing] = CODE["allowed"]
        codes[cells.unknown] = CODE["unknown"]
        some = cells.wanted_denied & cells.wanted_passing
        codes[some | (cells.partial & cells.wanted_passing)] = CODE["partial"]
        codes[cells.wanted_denied & ~cells.wanted_passing & ~cells.unknown] = CODE["shut"]
        codes[cells.open] = CODE["open"]
        return codes

    def _computed(self) -> Codes:
        cells = self._cells
        codes = np.full(self._shape, CODE["blocked"], np.uint8)
        codes[cells.unknown] = CODE["unknown"]
        codes[cells.passing] = CODE["allowed"]
        codes[cells.partial] = CODE["partial"]
        return codes

    def _trusted(self) -> Flags:
        """Who trusts whom."""
        found = np.zeros(self._shape, np.bool_)
        for inside in self._wishes.trusting:
            rows, columns = (_places(inside, at) for at in self._at)
            if rows and columns:
                found[np.ix_(rows, columns)] = True
        found[:, _places(self._wishes.trusted, self._at[1])] = True
        return found


class _Pairs:
    """Which pairs shall pass, or may, in each class of ports: targets by sources."""

    def __init__(
        self, ports: PortClasses, at: tuple[Mapping[ElementId, int], ...], wanted: Sequence[Wanted]
    ) -> None:
        self._shape = tuple(map(len, at))
        self._flows: list[_Flow] = []
        for one in wanted:
            rows, columns = _places(one.targets, at[0]), _places(one.sources, at[1])
            if rows and columns:
                self._flows.append(_Flow(ports.mask(one.protocol, one.ports), rows, columns, one.allows))
        self._squares: dict[tuple[int, ...], Flags] = {}

    def of(self, number: int) -> Flags:
        """The pairs of a class of ports."""
        key = tuple(place for place, flow in enumerate(self._flows) if flow.classes >> number & 1)
        if key not in self._squares:
            square = np.zeros(self._shape, np.bool_)
            for place in key:
                flow = self._flows[place]
                square[np.ix_(flow.rows, flow.columns)] = flow.allows
            self._squares[key] = square
        return self._squares[key]


def _turned(codes: Codes) -> Codes:
    """Targets by sources as sources by targets."""
    return np.ascontiguousarray(codes.T)


def _places(ids: Sequence[ElementId], at: Mapping[ElementId, int]) -> list[int]:
    return [at[id] for id in ids if id in at]


class _Histories:
    """What passes in each cell, class by class; cells that passed the same so far share one history."""

    def __init__(self, shape: tuple[int, ...]) -> None:
        self.of: Ids = np.zeros(shape, np.int32)
        self._histories: list[tuple[int, ...]] = [()]

    def add(self, rows: Rows) -> None:
        """Adds a class of ports to the cells in which it passes."""
        passes = (rows.codes == ALLOW) | (rows.codes == PARTIAL)
        before = self.of[rows.targets]
        after = np.arange(len(self._histories), dtype=np.int32)
        for old in np.flatnonzero(np.bincount(before[passes], minlength=len(self._histories))).tolist():
            after[old] = len(self._histories)
            self._histories.append((*self._histories[old], rows.port_class))
        self.of[rows.targets] = np.where(passes, after[before], before)

    def words(self, ports: PortClasses) -> list[str]:
        """The words of every history; those of the first say nothing."""
        return [said(history, ports) for history in self._histories]
