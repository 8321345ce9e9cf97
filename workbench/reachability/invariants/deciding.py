"""What is decided of pairs by all ports at once, so that only the other pairs are looked at port by port."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

import numpy as np

from planners.pace import breathe
from planners.reachability import Answers
from planners.reachability.bits import Packed
from workbench.reachability.invariants.balanced import behind_listeners
from workbench.reachability.invariants.choosing import Ids
from workbench.reachability.invariants.devices import Met
from workbench.reachability.invariants.questions import Question
from workbench.reachability.modelled import Modelled
from workbench.reachability.verdicts import Flags, Places


class Decided(NamedTuple):
    """The pairs of a question that break it for certain, and those of which nothing is said yet: targets by sources."""

    broken: Flags
    undecided: Flags


class _Ends(NamedTuple):
    """The engine's endpoints of some parties, one party after the other."""

    ends: Places
    starts: Places
    standing: Places
    """The places of those parties that stand anywhere."""
    simple: Flags
    """Of whom each place is one endpoint, so that no place is in two minds."""
    plain: Flags
    """Who is one endpoint in all."""


class _Added(NamedTuple):
    """What some classes of ports add up to: what passes in any, what is unknown in any, what passes wholly in all."""

    passing: Packed
    unknown: Packed
    whole: Packed

    @classmethod
    def of(cls, count: int, width: int) -> _Added:
        """Of no class yet."""
        nothing = (count, width)
        return cls(np.zeros(nothing, np.uint8), np.zeros(nothing, np.uint8), np.full(nothing, 255, np.uint8))


class Deciding:
    """Decides what it can from all classes of ports together.

    A pair of which no endpoint passes on any port is denied on all. Where no place has several endpoints and nothing is
    unknown, what passes on any port passes between the two; who is one endpoint each is denied where one port is.
    """

    def __init__(self, found: Modelled, answers: Answers, met: Met | None, scopes: Iterable[int]) -> None:
        """What is decided on some sets of classes of ports."""
        self._found, self._order = found, found.compiled.order
        self._added = {classes: _Added.of(self._order.count, self._order.width) for classes in set(scopes)}
        asked = 0
        for classes in self._added:
            asked |= classes
        for number in range(len(found.compiled.ports.classes)):
            if asked >> number & 1:
                breathe()
                squares = answers.squares(number)
                self._add(number, *(met.beside(*squares) if met else squares))

    def of(self, one: Question) -> Decided:
        """What is decided of a question; pairs that are spared, or of whom one stands nowhere, are in neither."""
        from_, to = self._ends(one.sources, into=False), self._ends(one.targets, into=True)
        added = self._added[one.classes]
        passes, perhaps = (self._joined(rows, from_, to) for rows in (added.passing, added.unknown))
        if one.shall_pass:
            kept = self._first(added.whole, from_, to)
            sure = to.plain[:, None] & from_.plain[None, :] & ~perhaps
            broken, undecided = sure & ~kept, ~sure
        else:
            sure = to.simple[:, None] & from_.simple[None, :] & ~perhaps
            broken, undecided = passes & sure, (passes | perhaps) & ~sure
        asked = ~one.spared
        asked &= _flags(to.standing, len(one.targets))[:, None] & _flags(from_.standing, len(one.sources))
        balanced = behind_listeners(self._found, one.sources, one.targets)
        return Decided(broken & asked & ~balanced, (undecided | balanced) & asked)

    def _add(self, number: int, whole: Packed, half: Packed, unknown: Packed) -> None:
        """Adds a class of ports to whatever it is asked in."""
        passing = whole | half
        for classes, added in self._added.items():
            if classes >> number & 1:
                np.bitwise_or(added.passing, passing, out=added.passing)
                np.bitwise_or(added.unknown, unknown, out=added.unknown)
                np.bitwise_and(added.whole, whole, out=added.whole)

    def _ends(self, ids: Ids, *, into: bool) -> _Ends:
        at, parties = self._order.at, [self._found.party(id) for id in ids]
        places = [[place.targets if into else place.sources for place in one.places] for one in parties]
        sizes = np.array([sum(map(len, of)) for of in places], np.intp)
        standing = np.flatnonzero(sizes)
        return _Ends(
            np.array([at[end] for of in places for ends in of for end in ends], np.intp),
            (np.cumsum(sizes) - sizes)[standing],
            standing,
            np.array([all(len(ends) == 1 for ends in of) for of in places], np.bool_),
            sizes == 1,
        )

    def _joined(self, rows: Packed, from_: _Ends, to: _Ends) -> Flags:
        """Whether any endpoint of a source has any of a target flagged: targets by sources."""
        found = np.zeros((len(to.simple), len(from_.simple)), np.bool_)
        if not len(from_.ends) or not len(to.ends):
            return found
        by_target = np.bitwise_or.reduceat(rows[to.ends], to.starts, axis=0)
        flags = self._unpacked(by_target)[:, from_.ends]
        if len(from_.ends) > len(from_.starts):
            flags = np.logical_or.reduceat(flags, from_.starts, axis=1)
        found[np.ix_(to.standing, from_.standing)] = flags
        return found

    def _first(self, rows: Packed, from_: _Ends, to: _Ends) -> Flags:
        """Whether the first endpoint of a source has the first of a target flagged."""
        found = np.zeros((len(to.simple), len(from_.simple)), np.bool_)
        if len(from_.ends) and len(to.ends):
            flags = self._unpacked(rows[to.ends[to.starts]])[:, from_.ends[from_.starts]]
            found[np.ix_(to.standing, from_.standing)] = flags
        return found

    def _unpacked(self, rows: Packed) -> Flags:
        flags: Flags = np.unpackbits(rows, axis=1, count=self._order.count, bitorder="little").view(np.bool_)
        return flags


def _flags(places: Places, count: int) -> Flags:
    found = np.zeros(count, np.bool_)
    found[places] = True
    return found


def concerned(ones: Sequence[tuple[Question, Flags]]) -> tuple[Ids, Ids]:
    """The sources and targets of some pairs of questions, each once."""
    sources = (one.sources[at] for one, pairs in ones for at in np.flatnonzero(pairs.any(axis=0)).tolist())
    targets = (one.targets[at] for one, pairs in ones for at in np.flatnonzero(pairs.any(axis=1)).tolist())
    return tuple(dict.fromkeys(sources)), tuple(dict.fromkeys(targets))
