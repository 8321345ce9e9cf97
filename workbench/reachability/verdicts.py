"""Verdicts between parties, each with all its places, from those between the engine's endpoints."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

import numpy as np

from planners.pace import breathe
from planners.reachability import Answers
from planners.reachability.bits import Packed
from workbench.reachability.parties import Party

DENY, ALLOW, PARTIAL, UNKNOWN = 0, 1, 2, 3
WORDS: Final = ("deny", "allow", "partial", "unknown")
"""Verdicts by their code."""
Flags = np.ndarray[tuple[int, ...], np.dtype[np.bool_]]
Codes = np.ndarray[tuple[int, ...], np.dtype[np.uint8]]
Places = np.ndarray[tuple[int, ...], np.dtype[np.intp]]


class Rows(NamedTuple):
    """In one class of ports, the parties that anybody reaches, and for each the verdict of every source."""

    port_class: int
    targets: Places
    codes: Codes


class Board:
    """Where the endpoints of parties stand in an answer, so that verdicts of places and parties are joined at once.

    Of a place's several endpoints, which differ by address, nobody knows which is whose: where they differ the verdict is
    unknown. A party reaches another where from each of its places some place of the other is reached; it does not where
    none is reached from any; otherwise it does in part.
    """

    def __init__(
        self, answers: Answers, parties: Sequence[Party], targets: Sequence[Party] | None = None
    ) -> None:
        """A board of parties by each other, or of `parties` as sources by `targets`."""
        self._answers = answers
        order, to = answers.parts.compiled.order, parties if targets is None else targets
        self._count = order.count
        self._sources = _Grouping([[place.sources for place in party.places] for party in parties], order.at)
        self._targets = _Grouping([[place.targets for place in party.places] for party in to], order.at)

    def rows(self) -> Iterator[Rows]:
        """The verdicts of all classes of ports; what is not listed is denied."""
        for number in range(len(self._answers.parts.compiled.ports.classes)):
            breathe()
            found = self.of_class(number, *self._answers.squares(number))
            if found is not None:
                yield found

    def of_class(self, number: int, whole: Packed, half: Packed, unknown: Packed) -> Rows | None:
        """The verdicts of a class of ports, from squares of who is allowed, who in part, and of whom nobody knows."""
        some = np.flatnonzero((whole | half | unknown).any(axis=1))
        some = some[self._targets.holds[some]]
        if not len(some):
            return None
        allowed, partly, open_ = (
            np.unpackbits(one[some], axis=1, count=self._count, bitorder="little").astype(np.bool_)
            for one in (whole, half, unknown)
        )
        places = self._places(some, allowed, partly, open_)
        return self._parties(number, *places)

    def _places(
        self, some: Places, allowed: Flags, partly: Flags, open_: Flags
    ) -> tuple[Places, Flags, Flags, Flags]:
        """Places that are reached, and whether each place of a source reaches them wholly, at all, and for certain."""
        by_source = self._sources
        all_allowed = by_source.every(allowed)
        all_passing = by_source.every(allowed | partly)
        some_passing = by_source.some(allowed | partly | open_)
        reached, whole = self._targets.every_row(some, all_allowed)
        _, passing = self._targets.every_row(some, all_passing)
        _, any_ = self._targets.some_row(some, some_passing)
        return reached, whole, passing, any_

    def _parties(self, number: int, reached: Places, whole: Flags, passing: Flags, any_: Flags) -> Rows:
        """What of places adds up to parties."""
        by_target = self._targets.party[reached]
        starts = np.flatnonzero(np.diff(by_target, prepend=-1))
        targets = by_target[starts]
        reaches_wholly = np.logical_or.reduceat(whole, starts, axis=0)
        unsettled = np.logical_or.reduceat(any_ & ~passing, starts, axis=0)
        reaches = np.logical_or.reduceat(any_, starts, axis=0)
        wholly = self._sources.every_party(reaches_wholly)
        perhaps = self._sources.some_party(unsettled)
        at_all = self._sources.some_party(reaches)
        codes = np.zeros(at_all.shape, np.uint8)
        codes[at_all] = PARTIAL
        codes[at_all & perhaps] = UNKNOWN
        codes[wholly] = ALLOW
        return Rows(number, targets, codes)


class _Grouping:
    """Endpoints by place, and places by party, in one order."""

    def __init__(self, ends: Sequence[Sequence[Sequence[str]]], at: dict[str, int]) -> None:
        self._ends = np.array([at[id] for places in ends for place in places for id in place], np.intp)
        sizes = [len(place) for places in ends for place in places if place]
        self.sizes = np.array(sizes, np.intp)
        self._starts = np.cumsum(self.sizes) - self.sizes
        self.party = np.array(
            [number for number, places in enumerate(ends) for place in places if place], np.intp
        )
        self._party_starts = np.flatnonzero(np.diff(self.party, prepend=-1))
        self._parties, self._count = self.party[self._party_starts], len(ends)
        party_sizes = np.diff(np.append(self._party_starts, len(self.party)))
        self._end_layers = _layers(self._ends, self._starts, self.sizes)
        self._place_layers = _layers(np.arange(len(sizes)), self._party_starts, party_sizes)
        self.holds = np.zeros(len(at), np.bool_)
        self.holds[self._ends] = True
        self._place = np.full(len(at), -1, np.intp)
        self._place[self._ends] = np.repeat(np.arange(len(sizes)), self.sizes)

    def every(self, flags: Flags) -> Flags:
        """For each place whether all its endpoints are flagged: columns."""
        return _joined_columns(np.logical_and, flags, self._end_layers)

    def some(self, flags: Flags) -> Flags:
        """For each place whether one of its endpoints is flagged: columns."""
        return _joined_columns(np.logical_or, flags, self._end_layers)

    def every_row(self, some: Places, flags: Flags) -> tuple[Places, Flags]:
        """Places with a row, and whether all their endpoints have flagged ones: a missing row is not flagged."""
        places, starts, ordered = self._by_place(some, flags)
        counts = np.diff(np.append(starts, len(ordered)))
        found: Flags = np.logical_and.reduceat(ordered, starts, axis=0)
        return places, found & (counts == self.sizes[places])[:, None]

    def some_row(self, some: Places, flags: Flags) -> tuple[Places, Flags]:
        """Places with a row, and whether one of their endpoints has a flagged one."""
        places, starts, ordered = self._by_place(some, flags)
        found: Flags = np.logical_or.reduceat(ordered, starts, axis=0)
        return places, found

    def _by_place(self, some: Places, flags: Flags) -> tuple[Places, Places, Flags]:
        of = self._place[some]
        order = np.argsort(of, kind="stable")
        starts = np.flatnonzero(np.diff(of[order], prepend=-1))
        return of[order][starts], starts, flags[order]

    def every_party(self, flags: Flags) -> Flags:
        """For each party whether all its places are flagged: columns; a party without a place is not."""
        found = np.zeros((len(flags), self._count), np.bool_)
        found[:, self._parties] = _joined_columns(np.logical_and, flags, self._place_layers)
        return found

    def some_party(self, flags: Flags) -> Flags:
        """For each party whether one of its places is flagged: columns."""
        found = np.zeros((len(flags), self._count), np.bool_)
        found[:, self._parties] = _joined_columns(np.logical_or, flags, self._place_layers)
        return found


def _layers(columns: Places, starts: Places, sizes: Places) -> list[tuple[Places, Places]]:
    """Runs of columns sliced across: the first of each run, then the second of those that have one, and so on."""
    most = int(sizes.max()) if len(sizes) else 0
    runs = ((np.flatnonzero(sizes > depth), depth) for depth in range(most))
    return [(which, columns[starts[which] + depth]) for which, depth in runs]


def _joined_columns(join: np.ufunc, flags: Flags, layers: Sequence[tuple[Places, Places]]) -> Flags:
    """Every run of columns as one; short runs, as places have, are joined so in half the time of a reduction."""
    if not layers:
        return np.zeros((len(flags), 0), np.bool_)
    found: Flags = flags[:, layers[0][1]]
    for which, columns in layers[1:]:
        found[:, which] = join(found[:, which], flags[:, columns])
    return found


def joined(verdicts: Sequence[Sequence[str]]) -> str:
    """The verdict between two parties from those of their places: for each place of the source, of each of the target."""
    if all("allow" in row for row in verdicts) and verdicts:
        return "allow"
    every = {verdict for row in verdicts for verdict in row}
    if every <= {"deny"}:
        return "deny" if every else "unknown"
    return "unknown" if "unknown" in every else "partial"
