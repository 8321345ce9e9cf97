"""Verdicts between parties, each with all its places, from those between the engine's endpoints."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

import numpy as np

from planners.pace import breathe
from planners.reachability import Answers
from planners.reachability.bits import Packed
from workbench.reachability.answer import Verdict
from workbench.reachability.parties import Entrance, Party

DENY, ALLOW, PARTIAL, UNKNOWN = 0, 1, 2, 3
WORDS: Final[tuple[Verdict, ...]] = ("deny", "allow", "partial", "unknown")
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
    none is reached from any; otherwise it does in part. The internet reaches one through a load balancer too, where it
    reaches that and that reaches him.
    """

    def __init__(
        self, answers: Answers, parties: Sequence[Party], targets: Sequence[Party] | None = None
    ) -> None:
        """A board of parties by each other; with `targets` of `parties` as sources by those, on direct ways alone."""
        self._answers = answers
        order = answers.parts.compiled.order
        self._count, self._at = order.count, order.at
        self._size = len(parties)
        self._outside = np.array([place for place, one in enumerate(parties) if one.is_outside], np.intp)
        is_square = targets is None
        led = [one for one in parties if one.entrances] if is_square and len(self._outside) else []
        self._number_of = {one.id: place for place, one in enumerate(parties)}
        everyone = [*parties, *self._behind(led)]
        self._sources = Grouping([[place.sources for place in one.places] for one in everyone], order.at)
        to = everyone if targets is None else targets
        self._targets = Grouping([[place.targets for place in one.places] for one in to], order.at)
        self._listened = {
            answers.parts.compiled.ports.of(entrance.protocol, entrance.port)
            for one in led
            for entrance in one.entrances
        }
        self._by_listener = self._led_in(led)

    def rows(self) -> Iterator[Rows]:
        """The verdicts of all classes of ports; what is not listed is denied."""
        for number in range(len(self._answers.parts.compiled.ports.classes)):
            breathe()
            found = self.rows_of(number)
            if found is not None:
                yield found

    def rows_of(self, number: int) -> Rows | None:
        """The verdicts of a class of ports; None where all are denied."""
        found = self._of_class(number)
        targets, codes = np.zeros(0, np.intp), np.zeros((0, self._size), np.uint8)
        if found is not None:
            listed = found.targets < self._size
            targets, codes = found.targets[listed], found.codes[listed][:, : self._size]
        for target, led in self._by_listener.get(number, {}).items():
            place = int(np.searchsorted(targets, target))
            if place == len(targets) or targets[place] != target:
                targets = np.insert(targets, place, target)
                codes = np.insert(codes, place, DENY, axis=0)
            codes[place, self._outside] = either(int(codes[place, self._outside[0]]), *led.values())
        return Rows(number, targets, codes) if len(targets) else None

    def entrances(self, number: int, target: int) -> tuple[Entrance, ...]:
        """In a class of ports, by which listeners the internet comes to a party, or may."""
        return tuple(self._by_listener.get(number, {}).get(target, {}))

    def codes_led(self, number: int, target: int) -> tuple[int, ...]:
        """The verdicts of those listeners."""
        return tuple(self._by_listener.get(number, {}).get(target, {}).values())

    def depends_on_others(self, number: int) -> bool:
        """Whether the verdicts of a class of ports hang on those of another: that of servers behind a listener."""
        return number in self._listened

    def _behind(self, led: Sequence[Party]) -> list[Party]:
        """The load balancers, and servers, that are asked about though they are not among the parties."""
        found: dict[str, Party] = {}
        for one in led:
            for entrance in one.entrances:
                found.update({end.id: end for end in (entrance.front, entrance.servers)})
        more = [one for id, one in found.items() if id not in self._number_of]
        self._number_of |= {one.id: self._size + place for place, one in enumerate(more)}
        return more

    def _led_in(self, led: Sequence[Party]) -> dict[int, dict[int, dict[Entrance, int]]]:
        """By class of ports and target, through which listeners the internet comes to it, each with its verdict."""
        legs: dict[int, Rows | None] = {}
        found: dict[int, dict[int, dict[Entrance, int]]] = {}
        for one in led:
            for entrance in one.entrances:
                number = self._answers.parts.compiled.ports.of(entrance.protocol, entrance.port)
                code = self._code_through(entrance, number, legs)
                if code != DENY:
                    found.setdefault(number, {}).setdefault(self._number_of[one.id], {})[entrance] = code
        return found

    def _code_through(self, one: Entrance, number: int, legs: dict[int, Rows | None]) -> int:
        if not one.front.places or not one.servers.places:
            return UNKNOWN
        behind = self._answers.parts.compiled.ports.of(one.protocol, one.server_port)
        for needed in (number, behind):
            if needed not in legs:
                legs[needed] = self._of_class(needed)
        front, servers = self._number_of[one.front.id], self._number_of[one.servers.id]
        return through(_code(legs[number], int(self._outside[0]), front), _code(legs[behind], front, servers))

    def _of_class(self, number: int) -> Rows | None:
        return self.of_class(number, *self._answers.squares(number))

    def of_class(self, number: int, whole: Packed, half: Packed, unknown: Packed) -> Rows | None:
        """The verdicts of a class of ports on direct ways: who is allowed, who in part, and of whom nobody knows."""
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
        reaches_wholly = _grouped(np.logical_or, whole, starts, 0)
        unsettled = _grouped(np.logical_or, any_ & ~passing, starts, 0)
        reaches = _grouped(np.logical_or, any_, starts, 0)
        wholly = self._sources.every_party(reaches_wholly)
        perhaps = self._sources.some_party(unsettled)
        at_all = self._sources.some_party(reaches)
        codes = np.zeros(at_all.shape, np.uint8)
        codes[at_all] = PARTIAL
        codes[at_all & perhaps] = UNKNOWN
        codes[wholly] = ALLOW
        return Rows(number, targets, codes)


class Grouping:
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
        self.holds = np.zeros(len(at), np.bool_)
        self.holds[self._ends] = True
        self._place = np.full(len(at), -1, np.intp)
        self._place[self._ends] = np.repeat(np.arange(len(sizes)), self.sizes)

    def every(self, flags: Flags) -> Flags:
        """For each place whether all its endpoints are flagged: columns."""
        return _grouped(np.logical_and, flags[:, self._ends], self._starts, 1)

    def some(self, flags: Flags) -> Flags:
        """For each place whether one of its endpoints is flagged: columns."""
        return _grouped(np.logical_or, flags[:, self._ends], self._starts, 1)

    def every_row(self, some: Places, flags: Flags) -> tuple[Places, Flags]:
        """Places with a row, and whether all their endpoints have flagged ones: a missing row is not flagged."""
        places, starts, ordered = self._by_place(some, flags)
        counts = np.diff(np.append(starts, len(ordered)))
        found = _grouped(np.logical_and, ordered, starts, 0)
        return places, found & (counts == self.sizes[places])[:, None]

    def some_row(self, some: Places, flags: Flags) -> tuple[Places, Flags]:
        """Places with a row, and whether one of their endpoints has a flagged one."""
        places, starts, ordered = self._by_place(some, flags)
        return places, _grouped(np.logical_or, ordered, starts, 0)

    def _by_place(self, some: Places, flags: Flags) -> tuple[Places, Places, Flags]:
        of = self._place[some]
        order = np.argsort(of, kind="stable")
        starts = np.flatnonzero(np.diff(of[order], prepend=-1))
        return of[order][starts], starts, flags[order]

    def every_party(self, flags: Flags) -> Flags:
        """For each party whether all its places are flagged: columns; a party without a place is not."""
        found = np.zeros((len(flags), self._count), np.bool_)
        found[:, self._parties] = _grouped(np.logical_and, flags, self._party_starts, 1)
        return found

    def some_party(self, flags: Flags) -> Flags:
        """For each party whether one of its places is flagged: columns."""
        found = np.zeros((len(flags), self._count), np.bool_)
        found[:, self._parties] = _grouped(np.logical_or, flags, self._party_starts, 1)
        return found


def _grouped(join: np.ufunc, flags: Flags, starts: Places, axis: int) -> Flags:
    """What `join.reduceat` gives; most groups are of one, so that only the others are joined, member by member."""
    sizes = np.diff(np.append(starts, flags.shape[axis]))
    found: Flags = np.take(flags, starts, axis=axis)
    groups = np.flatnonzero(sizes > 1)
    at = 1
    while len(groups):
        more = np.take(flags, starts[groups] + at, axis=axis)
        if axis:
            found[:, groups] = join(found[:, groups], more)
        else:
            found[groups] = join(found[groups], more)
        at += 1
        groups = groups[sizes[groups] > at]
    return found


def _code(rows: Rows | None, source: int, target: int) -> int:
    if rows is None:
        return DENY
    place = int(np.searchsorted(rows.targets, target))
    if place == len(rows.targets) or rows.targets[place] != target:
        return DENY
    return int(rows.codes[place, source])


def through(*codes: int) -> int:
    """The code of what becomes of whoever has to pass one after the other."""
    return min(codes, key=(DENY, UNKNOWN, PARTIAL, ALLOW).index)


def either(*codes: int) -> int:
    """The code of what becomes of whoever may take one way or another."""
    return max(codes, key=(DENY, PARTIAL, UNKNOWN, ALLOW).index)


def joined(verdicts: Sequence[Sequence[str]]) -> str:
    """The verdict between two parties from those of their places: for each place of the source, of each of the target."""
    if all("allow" in row for row in verdicts) and verdicts:
        return "allow"
    every = {verdict for row in verdicts for verdict in row}
    if every <= {"deny"}:
        return "deny" if every else "unknown"
    return "unknown" if "unknown" in every else "partial"
