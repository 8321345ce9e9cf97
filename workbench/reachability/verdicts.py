"""Verdicts between parties, each with all its places, from those between the engine's endpoints."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from typing import Final, NamedTuple

import numpy as np

from planners.pace import breathe
from planners.reachability import Answers
from planners.reachability.bits import Packed
from planners.reachability.order import Order
from workbench.reachability.answer import Verdict
from workbench.reachability.parties import Entrance, Party

DENY, ALLOW, PARTIAL, UNKNOWN = 0, 1, 2, 3
WORDS: Final[tuple[Verdict, ...]] = ("deny", "allow", "partial", "unknown")
"""Verdicts by their code."""
FEW: Final = 8
"""Where no more than one endpoint of so many is asked for, its bits are picked, instead of all being unpacked."""
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
        self,
        answers: Answers,
        sources: Sequence[Party],
        targets: Sequence[Party] | None = None,
        *,
        directly: bool = False,
    ) -> None:
        """A board of sources by targets, or by each other; with `directly` no way leads through a load balancer."""
        to = sources if targets is None else targets
        self._answers, self._size = answers, len(sources)
        order = answers.parts.compiled.order
        self._sources = Grouping([[place.sources for place in one.places] for one in sources], order)
        self._targets = Grouping([[place.targets for place in one.places] for one in to], order)
        self._outside = np.array([place for place, one in enumerate(sources) if one.is_outside], np.intp)
        outside = sources[self._outside[0]] if len(self._outside) and not directly else None
        led = {place: one for place, one in enumerate(to) if one.entrances} if outside else {}
        ports = answers.parts.compiled.ports
        self._listened = {
            ports.of(one.protocol, one.port) for party in led.values() for one in party.entrances
        }
        self._by_listener = _led_in(answers, outside, led) if outside and led else {}

    def rows(self) -> Iterator[Rows]:
        """The verdicts of all classes of ports; what is not listed is denied."""
        for number in range(len(self._answers.parts.compiled.ports.classes)):
            breathe()
            found = self.rows_of(number)
            if found is not None:
                yield found

    def rows_of(self, number: int) -> Rows | None:
        """The verdicts of a class of ports; None where all are denied."""
        found = self.of_class(number, *self._answers.squares(number))
        led = self._by_listener.get(number, {})
        if not led:
            return found
        if found is None:
            found = Rows(number, np.zeros(0, np.intp), np.zeros((0, self._size), np.uint8))
        targets, codes = found.targets, found.codes
        for target, by in led.items():
            place = int(np.searchsorted(targets, target))
            if place == len(targets) or targets[place] != target:
                targets = np.insert(targets, place, target)
                codes = np.insert(codes, place, DENY, axis=0)
            codes[place, self._outside] = either(int(codes[place, self._outside[0]]), *by.values())
        return Rows(number, targets, codes)

    def entrances(self, number: int, target: int) -> tuple[Entrance, ...]:
        """In a class of ports, by which listeners the internet comes to a party, or may."""
        return tuple(self._by_listener.get(number, {}).get(target, {}))

    def codes_led(self, number: int, target: int) -> tuple[int, ...]:
        """The verdicts of those listeners."""
        return tuple(self._by_listener.get(number, {}).get(target, {}).values())

    def depends_on_others(self, number: int) -> bool:
        """Whether the verdicts of a class of ports hang on those of another: that of servers behind a listener."""
        return number in self._listened

    def of_class(self, number: int, whole: Packed, half: Packed, unknown: Packed) -> Rows | None:
        """The verdicts of a class of ports on direct ways: who is allowed, who in part, and of whom nobody knows."""
        some = np.flatnonzero(self._targets.holds)
        passing = np.stack([one[some] for one in (whole, half, unknown)])
        is_reached = passing.any(axis=(0, 2))
        if not is_reached.any():
            return None
        allowed, partly, open_ = (self._sources.columns(one) for one in passing[:, is_reached])
        return self._parties(number, *self._places(some[is_reached], allowed, partly, open_))

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


def _led_in(
    answers: Answers, outside: Party, led: Mapping[int, Party]
) -> dict[int, dict[int, dict[Entrance, int]]]:
    """By class of ports and target, through which listeners the internet comes to it, each with its verdict."""
    ends = {outside.id: outside}
    for one in led.values():
        ends |= {end.id: end for entrance in one.entrances for end in (entrance.front, entrance.servers)}
    at = {id: place for place, id in enumerate(ends)}
    board, ports = Board(answers, [*ends.values()], directly=True), answers.parts.compiled.ports
    rows_of = cache(board.rows_of)
    found: dict[int, dict[int, dict[Entrance, int]]] = {}
    for target, one in led.items():
        for entrance in one.entrances:
            number = ports.of(entrance.protocol, entrance.port)
            code = UNKNOWN
            if entrance.front.places and entrance.servers.places:
                front, servers = at[entrance.front.id], at[entrance.servers.id]
                behind = rows_of(ports.of(entrance.protocol, entrance.server_port))
                code = through(_code(rows_of(number), at[outside.id], front), _code(behind, front, servers))
            if code != DENY:
                found.setdefault(number, {}).setdefault(target, {})[entrance] = code
    return found


class Grouping:
    """Endpoints by place, and places by party, in one order."""

    def __init__(self, ends: Sequence[Sequence[Sequence[str]]], order: Order) -> None:
        at = order.at
        self._all = order.count
        self.ends = np.array([at[id] for places in ends for place in places for id in place], np.intp)
        sizes = [len(place) for places in ends for place in places if place]
        self.sizes = np.array(sizes, np.intp)
        self._starts = np.cumsum(self.sizes) - self.sizes
        self.party = np.array(
            [number for number, places in enumerate(ends) for place in places if place], np.intp
        )
        self._party_starts = np.flatnonzero(np.diff(self.party, prepend=-1))
        self._parties, self._count = self.party[self._party_starts], len(ends)
        self.holds = np.zeros(len(at), np.bool_)
        self.holds[self.ends] = True
        self._place = np.full(len(at), -1, np.intp)
        self._place[self.ends] = np.repeat(np.arange(len(sizes)), self.sizes)

    def columns(self, rows: Packed) -> Flags:
        """The columns of the endpoints of packed rows."""
        if len(self.ends) * FEW <= self._all:
            bits = rows[:, self.ends >> 3] >> (self.ends & 7).astype(np.uint8)
            return (bits & np.uint8(1)).astype(np.bool_)
        flags = np.unpackbits(rows, axis=1, count=self._all, bitorder="little").view(np.bool_)
        found: Flags = flags[:, self.ends]
        return found

    def every(self, columns: Flags) -> Flags:
        """For each place whether all its endpoints are flagged."""
        return _grouped(np.logical_and, columns, self._starts, 1)

    def some(self, columns: Flags) -> Flags:
        """For each place whether one of its endpoints is flagged."""
        return _grouped(np.logical_or, columns, self._starts, 1)

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
