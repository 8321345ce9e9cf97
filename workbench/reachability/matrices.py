"""The matrices of a design: applications by applications, and security domains by security domains."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final, NamedTuple

import numpy as np

from planners.reachability import Answers, reach
from planners.reachability.ports import PortClasses
from workbench.model.design import Design
from workbench.model.element import ElementId
from workbench.reachability.listing import grouped, listed_ids
from workbench.reachability.matrix import STATES, Matrix, Passing
from workbench.reachability.modelled import Modelled
from workbench.reachability.parties import Party
from workbench.reachability.portwords import said, shortened
from workbench.reachability.verdicts import ALLOW, DENY, PARTIAL, UNKNOWN, Board, Flags, Places, Rows
from workbench.reachability.wanted import Wanted, begin_nothing, permitted, trusting, wanted_with_entries

Progress = Callable[[float], None]
CODE: Final = {state: code for code, state in enumerate(STATES)}
WORST: Final = ("open", "shut", "partial", "unknown", "allowed", "blocked")
"""What a cell of two domains shows of the cells of their applications: the first of these that stands in one."""
Ids = np.ndarray[tuple[int, ...], np.dtype[np.int32]]


class Matrices(NamedTuple):
    """Wanted beside computed, and computed alone, of the same parties."""

    compared: Matrix
    computed: Matrix


def matrices(found: Modelled, answers: Answers) -> Matrices:
    """Everybody who is listed, by each other."""
    parties = listed(found)
    judged = _Judged(found, answers, parties)
    return judged.matrices()


def answered(found: Modelled, progress: Progress | None = None) -> Answers:
    """All verdicts of a design."""
    return reach(found.compiled, progress)


def listed(found: Modelled) -> tuple[Party, ...]:
    """The parties of the matrix: applications domain by domain, databases, load balancers, bastion hosts, sites, the internet.

    Of a design without applications its vSwitches and groups stand there, where they are parties.
    """
    return tuple(found.parties[id] for id in listed_ids(found.design) if id in found.parties)


def by_domain(matrix: Matrix, design: Design) -> Matrix:
    """The same by security domain; who is in none stands for itself."""
    groups = grouped(matrix.parties, design)
    of = np.array([number for number, (_, places) in enumerate(groups) for _ in places], np.intp)
    order = np.array([place for _, places in groups for place in places], np.intp)
    codes = np.full((len(groups), len(groups)), CODE["blocked"], np.uint8)
    sorted_codes = matrix.codes[np.ix_(order, order)]
    starts = np.flatnonzero(np.diff(of, prepend=-1))
    for state in reversed(WORST):
        is_so = sorted_codes == CODE[state]
        rows = np.logical_or.reduceat(is_so, starts, axis=0)
        codes[np.logical_or.reduceat(rows, starts, axis=1)] = CODE[state]
    np.fill_diagonal(codes, CODE["own"])
    return Matrix(tuple(id for id, _ in groups), codes, _passing_between(matrix, of[np.argsort(order)]))


def _passing_between(matrix: Matrix, of: Places) -> dict[tuple[int, int], str]:
    """What passes in the cells of groups; `of` is the group of each party."""
    passing = matrix.passing
    assert isinstance(passing, Passing)
    rows, columns = np.nonzero(passing.numbers)
    wide, many = int(of.max(initial=0)) + 1, len(passing.words)
    keys = (of[rows] * wide + of[columns]) * many + passing.numbers[rows, columns]
    found: dict[tuple[int, int], dict[str, None]] = {}
    for key in np.unique(keys).tolist():
        cell, number = divmod(key, many)
        found.setdefault(divmod(cell, wide), {})[passing.words[number]] = None
    return {cell: _several(list(words)) for cell, words in found.items()}


def _several(found: list[str]) -> str:
    """The ports of several cells as those of one."""
    parts = list(dict.fromkeys(part for one in found for part in one.split(", ")))
    return "all" if "all" in parts else shortened(parts)


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
    def of(cls, count: int) -> _Cells:
        return cls(*(np.zeros((count, count), np.bool_) for _ in range(6)))


class _Judged:
    """Adds the classes of ports up, one after the other."""

    def __init__(self, found: Modelled, answers: Answers, parties: Sequence[Party]) -> None:
        self._ports: PortClasses = found.compiled.ports
        self._parties = parties
        self._board = Board(answers, parties)
        self._at = {party.id: place for place, party in enumerate(parties)}
        self._wishes = _Wishes(found, parties, list(wanted_with_entries(found.design)))
        self._permits = _Wishes(found, parties, list(permitted(found.design)))
        self._trusting = self._trusted(found.design)
        self._cells = _Cells.of(len(parties))
        self._histories = _Histories(len(parties))

    def matrices(self) -> Matrices:
        """Both matrices."""
        seen = set()
        for rows in self._board.rows():
            seen.add(rows.port_class)
            self._add(rows)
            self._histories.add(rows)
        for number in range(len(self._ports.classes)):
            if number not in seen:
                self._cells.wanted_denied |= self._wishes.of(number)
        self._leave_open_who_stands_nowhere()
        passing = self._histories.passing(self._ports)
        parties = tuple(party.id for party in self._parties)
        return Matrices(
            Matrix(parties, self._compared(), passing), Matrix(parties, self._computed(), passing)
        )

    def _add(self, rows: Rows) -> None:
        cells, codes = self._cells, np.zeros(self._trusting.shape, np.uint8)
        codes[rows.targets] = rows.codes
        wish, may = self._wishes.of(rows.port_class), self._permits.of(rows.port_class)
        passes = (codes == ALLOW) | (codes == PARTIAL)
        cells.passing |= passes
        cells.open |= passes & ~(wish | may | self._trusting)
        cells.wanted_passing |= passes & wish
        cells.wanted_denied |= (codes == DENY) & wish
        cells.partial |= codes == PARTIAL
        cells.unknown |= codes == UNKNOWN

    def _leave_open_who_stands_nowhere(self) -> None:
        nowhere = np.array([not party.places for party in self._parties], np.bool_)
        cells = self._cells
        cells.unknown[nowhere] = True
        cells.unknown[:, nowhere] = True
        cells.wanted_denied[nowhere] = False
        cells.wanted_denied[:, nowhere] = False

    def _compared(self) -> np.ndarray[tuple[int, ...], np.dtype[np.uint8]]:
        cells = self._cells
        codes = np.full(self._trusting.shape, CODE["blocked"], np.uint8)
        codes[cells.passing] = CODE["allowed"]
        codes[cells.unknown] = CODE["unknown"]
        some = cells.wanted_denied & cells.wanted_passing
        codes[some | (cells.partial & cells.wanted_passing)] = CODE["partial"]
        codes[cells.wanted_denied & ~cells.wanted_passing & ~cells.unknown] = CODE["shut"]
        codes[cells.open] = CODE["open"]
        return _turned(codes)

    def _computed(self) -> np.ndarray[tuple[int, ...], np.dtype[np.uint8]]:
        cells = self._cells
        codes = np.full(self._trusting.shape, CODE["blocked"], np.uint8)
        codes[cells.unknown] = CODE["unknown"]
        codes[cells.passing] = CODE["allowed"]
        codes[cells.partial] = CODE["partial"]
        return _turned(codes)

    def _trusted(self, design: Design) -> Flags:
        """Who trusts whom: applications of one domain and their databases; and all, those who begin nothing of their own."""
        found = np.zeros((len(self._parties), len(self._parties)), np.bool_)
        for inside in trusting(design):
            places = self._places(inside)
            found[np.ix_(places, places)] = True
        found[:, self._places(begin_nothing(design))] = True
        return found

    def _places(self, ids: Sequence[ElementId]) -> list[int]:
        return [self._at[id] for id in ids if id in self._at]


class _Wishes:
    """Which pairs shall pass, or may, in each class of ports: targets by sources; a no beats every yes."""

    def __init__(self, found: Modelled, parties: Sequence[Party], wanted: Sequence[Wanted]) -> None:
        self._ports: PortClasses = found.compiled.ports
        self._at = {party.id: place for place, party in enumerate(parties)}
        self._wanted = wanted
        self._squares: dict[tuple[int, ...], Flags] = {}

    def of(self, number: int) -> Flags:
        """The pairs of a class of ports."""
        key = tuple(
            place
            for place, one in enumerate(self._wanted)
            if self._ports.mask(one.protocol, one.ports) >> number & 1
        )
        if key not in self._squares:
            square = np.zeros((len(self._at), len(self._at)), np.bool_)
            for one in sorted((self._wanted[place] for place in key), key=lambda one: not one.allows):
                square[np.ix_(self._places(one.targets), self._places(one.sources))] = one.allows
            self._squares[key] = square
        return self._squares[key]

    def _places(self, ids: Sequence[ElementId]) -> list[int]:
        return [self._at[id] for id in ids if id in self._at]


def _turned(
    codes: np.ndarray[tuple[int, ...], np.dtype[np.uint8]],
) -> np.ndarray[tuple[int, ...], np.dtype[np.uint8]]:
    """Sources by targets, the diagonal marked."""
    np.fill_diagonal(codes, CODE["own"])
    return np.ascontiguousarray(codes.T)


class _Histories:
    """What passes in each cell, class by class; cells that passed the same so far share one history."""

    def __init__(self, count: int) -> None:
        self._of: Ids = np.zeros((count, count), np.int32)
        self._histories: list[tuple[int, ...]] = [()]

    def add(self, rows: Rows) -> None:
        """Adds a class of ports to the cells in which it passes."""
        passes = (rows.codes == ALLOW) | (rows.codes == PARTIAL)
        before = self._of[rows.targets]
        after = np.arange(len(self._histories), dtype=np.int32)
        for old in np.flatnonzero(np.bincount(before[passes], minlength=len(self._histories))).tolist():
            after[old] = len(self._histories)
            self._histories.append((*self._histories[old], rows.port_class))
        self._of[rows.targets] = np.where(passes, after[before], before)

    def passing(self, ports: PortClasses) -> Passing:
        """The words of every cell in which something passes, by source and target."""
        numbers = np.ascontiguousarray(self._of.T)
        np.fill_diagonal(numbers, 0)
        return Passing(numbers, [said(history, ports) for history in self._histories])
