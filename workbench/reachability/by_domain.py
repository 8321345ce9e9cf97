"""Matrices of applications as those of security domains; who is in none stands for itself."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Final, NamedTuple, TypeVar

import numpy as np

from workbench.model.design import Design
from workbench.model.element import ElementId
from workbench.reachability.listing import grouped
from workbench.reachability.matrices import Answered, Matrices
from workbench.reachability.matrix import STATES, Matrix, Passing, State, renumbered
from workbench.reachability.portwords import MOST_SHOWN, shortened
from workbench.reachability.summing import CODE
from workbench.reachability.verdicts import Codes, Places

Square = TypeVar("Square", bound=np.ndarray[Any, Any])
WORST: Final[tuple[State, ...]] = ("open", "shut", "partial", "unknown", "allowed", "blocked")
"""What a cell of two domains shows of the cells of their applications: the first of these that stands in one."""
MOST_FLAGS: Final = 1 << 26
"""So many flags at most are set to find the distinct ones of some numbers; of more they are sorted."""
_BY_RANK: Final = np.array([CODE[state] for state in ("blocked", *reversed(WORST))], np.uint8)
_RANKS: Final = np.array([WORST[::-1].index(one) + 1 if one in WORST else 0 for one in STATES], np.uint8)


class Drawn(NamedTuple):
    """The matrices of a design, and the same by security domain."""

    answered: Answered
    by: ByDomain
    matrices: Matrices


def drawn(before: Drawn | None, answered: Answered) -> Drawn:
    """The matrices of a design by security domain; of `before` is taken what stands in the cells that are as they were."""
    by = ByDomain(answered.matrices.compared.parties, answered.found.design)
    if before is None or not by.has_the_parties_of(before.by):
        return Drawn(answered, by, Matrices(*map(by.matrix, answered.matrices)))
    if before.answered.matrices is answered.matrices:
        return before._replace(answered=answered)
    found = (
        before.by.matrix(now, (was, of))
        for now, was, of in zip(answered.matrices, before.answered.matrices, before.matrices, strict=True)
    )
    return Drawn(answered, before.by, Matrices(*found))


class ByDomain:
    """The security domains of some parties, in which their matrices are drawn together."""

    def __init__(self, parties: Sequence[ElementId], design: Design) -> None:
        groups = grouped(parties, design)
        self._parties = tuple(parties)
        self._ids = tuple(id for id, _ in groups)
        self._members = [np.array(places, np.intp) for _, places in groups]
        self._of = np.empty(len(parties), np.intp)
        for number, places in enumerate(self._members):
            self._of[places] = number
        self._passing: tuple[Passing, Passing] | None = None

    def has_the_parties_of(self, other: ByDomain) -> bool:
        """Whether another draws the same parties together in the same domains."""
        return (
            self._parties == other._parties
            and self._ids == other._ids
            and bool((self._of == other._of).all())
        )

    def matrix(self, matrix: Matrix, before: tuple[Matrix, Matrix] | None = None) -> Matrix:
        """A matrix of those parties by domain. `before` is another one of them, and what it is by domain."""
        every = np.arange(len(self._ids))
        if self._ids == matrix.parties:
            # Everybody stands for himself.
            return matrix
        rows, columns = (every, every) if before is None else self._differing(before[0], matrix)
        codes = np.zeros((len(every), len(every)), np.uint8) if before is None else before[1].codes.copy()
        if len(rows) and len(columns):
            codes[np.ix_(rows, columns)] = self._codes(matrix.codes, rows, columns)
        np.fill_diagonal(codes, CODE["own"])
        if self._passing is None or self._passing[0] is not matrix.passing:
            words = None if before is None else _of(before[1].passing)
            # Wanted beside computed, and computed alone, have it in common.
            self._passing = _of(matrix.passing), self._together(_of(matrix.passing), words, rows, columns)
        return Matrix(self._ids, codes, self._passing[1])

    def _differing(self, before: Matrix, now: Matrix) -> tuple[Places, Places]:
        """The domains of rows, and those of columns, outside of which two matrices show the same."""
        old, new = _of(before.passing), _of(now.passing)
        every = np.arange(len(self._ids))
        if new.words[: len(old.words)] != old.words:
            return every, every
        differs = (old.numbers != new.numbers) | (before.codes != now.codes)
        rows, columns = (np.unique(self._of[differs.any(axis=axis)]) for axis in (1, 0))
        return (rows, every) if len(rows) < len(columns) else (every, columns)

    def _codes(self, codes: Codes, rows: Places, columns: Places) -> Codes:
        """The worst that stands in the cells of domains."""
        (down, tops), (across, lefts) = self._in_order(rows), self._in_order(columns)
        ranks = _RANKS[_cut(codes, down, across)]
        worst = np.maximum.reduceat(np.maximum.reduceat(ranks, tops, axis=0), lefts, axis=1)
        return _BY_RANK[worst]

    def _together(self, passing: Passing, before: Passing | None, rows: Places, columns: Places) -> Passing:
        """What passes in the cells of domains, those outside of some rows and columns as before."""
        count = len(self._ids)
        numbers = np.zeros((count, count), np.int32) if before is None else before.numbers.copy()
        words = [""] if before is None else list(before.words)
        if len(rows) and len(columns):
            own = self._passing_in(passing, rows, columns)
            numbers[np.ix_(rows, columns)] = renumbered(own, words)
        return Passing(numbers, words)

    def _passing_in(self, passing: Passing, rows: Places, columns: Places) -> Passing:
        """What passes in the cells of some domains."""
        (down, tops), (across, lefts) = self._in_order(rows), self._in_order(columns)
        row_of, column_of = _numbered(tops, len(down)), _numbered(lefts, len(across))
        some = _cut(passing.numbers, down, across)
        at = np.nonzero(some)
        many, width, count = len(passing.words), len(columns), len(rows) * len(columns)
        keys = _distinct((row_of[at[0]] * width + column_of[at[1]]) * many + some[at], count * many)
        cells, numbers = np.divmod(keys, many)
        starts = np.flatnonzero(np.diff(cells, prepend=-1))
        ends = np.append(starts[1:], len(cells))
        found, together = np.zeros(count, np.int32), _Together(passing.words)
        for cell, start, end in zip(
            cells[starts].tolist(), starts.tolist(), ends[: len(starts)].tolist(), strict=True
        ):
            found[cell] = together.number(numbers[start:end])
        return Passing(found.reshape(len(rows), width), together.words)

    def _in_order(self, groups: Places) -> tuple[Places, Places]:
        """The parties of some domains, one domain after the other, and where each begins."""
        sizes = np.array([len(self._members[group]) for group in groups.tolist()], np.intp)
        return np.concatenate([self._members[group] for group in groups.tolist()]), np.cumsum(sizes) - sizes


def by_domain(matrix: Matrix, design: Design) -> Matrix:
    """A matrix by security domain; who is in none stands for itself."""
    return ByDomain(matrix.parties, design).matrix(matrix)


def _of(passing: Mapping[tuple[int, int], str]) -> Passing:
    assert isinstance(passing, Passing)
    return passing


def _numbered(starts: Places, count: int) -> Places:
    """For each of so many the number of the run it stands in."""
    return np.repeat(np.arange(len(starts)), np.diff(np.append(starts, count)))


def _cut(square: Square, rows: Places, columns: Places) -> Square:
    """Some rows and columns; parties mostly stand domain by domain already, so that nothing is to be sorted."""
    if (
        len(rows) == len(columns) == len(square)
        and (np.diff(rows) == 1).all()
        and (np.diff(columns) == 1).all()
    ):
        return square
    return square[np.ix_(rows, columns)]  # type: ignore[return-value]


def _distinct(keys: Places, below: int) -> Places:
    """Some numbers in order, each once."""
    if below > MOST_FLAGS:
        return np.unique(keys)
    flags = np.zeros(below, np.bool_)
    flags[keys] = True
    return np.flatnonzero(flags)


class _Together:
    """Words with those for several cells among them, which say the ports of all of them as those of one."""

    def __init__(self, words: list[str]) -> None:
        self.words = list(words)
        self._parts = [tuple(dict.fromkeys(word.split(", "))) for word in words]
        places: dict[str, int] = {}
        self._sets = [
            sum(1 << places.setdefault(part, len(places)) for part in parts) for parts in self._parts
        ]
        self._all = 1 << places["all"] if "all" in places else 0
        self._known: dict[bytes, int] = {}

    def number(self, numbers: Places) -> int:
        """The place among the words of what several of them say together."""
        if len(numbers) == 1:
            return int(numbers[0])
        key = numbers.tobytes()
        if key not in self._known:
            self._known[key] = len(self.words)
            self.words.append(self._said(numbers.tolist()))
        return self._known[key]

    def _said(self, numbers: list[int]) -> str:
        every = 0
        for number in numbers:
            every |= self._sets[number]
        if every & self._all:
            return "all"
        parts: dict[str, None] = {}
        for number in numbers:
            parts.update(dict.fromkeys(self._parts[number]))
            if len(parts) >= MOST_SHOWN:
                break
        # Those behind the first are only counted.
        return shortened([*parts, *("" for _ in range(every.bit_count() - len(parts)))])
