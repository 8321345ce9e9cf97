"""Two sets of answers side by side: of every pair the ports whose verdict is another one than before."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

import numpy as np

from planners.pace import breathe
from planners.reachability.network import PROTOCOLS, Ports
from planners.reachability.ports import PortClasses
from workbench.model.element import ElementId
from workbench.reachability.answer import Verdict
from workbench.reachability.known import Known
from workbench.reachability.matrices import listed, touched_parties
from workbench.reachability.portwords import Range, joined, one_of, said_of
from workbench.reachability.verdicts import UNKNOWN, WORDS, Board, Codes, Places

Progress = Callable[[float], None]
Cells = np.ndarray[tuple[int, ...], np.dtype[np.int32]]
Ids = tuple[ElementId, ...]
Stretch = tuple[str, tuple[Ports, ...]]
"""Ranges of ports of a protocol."""


class Wording(NamedTuple):
    """Ports with one verdict before and another one now, exactly and in few words; `protocol` and `port` are one of them."""

    before: Verdict
    after: Verdict
    ranges: tuple[Range, ...]
    ports: str
    protocol: str
    port: int


class Compared(NamedTuple):
    """The parties of both versions, and of each difference a row of `cells`: source, target, wording."""

    ids: tuple[ElementId, ...]
    added: frozenset[ElementId]
    removed: frozenset[ElementId]
    wordings: tuple[Wording, ...]
    cells: Cells


def compared(before: Known, after: Known, tell: Progress) -> Compared:
    """Every difference; who is in one version only reaches nobody in the other, and nobody him."""
    old, new = listed(before.found), listed(after.found)
    ids = tuple(dict.fromkeys(one.id for one in (*new, *old)))
    added, removed = ({one.id for one in some} for some in (new, old))
    added, removed = added - removed, removed - added
    wordings: tuple[Wording, ...] = ()
    cells: Cells = np.zeros((0, 3), np.int32)
    if before.answers is not after.answers or old != new:
        found, histories = list[_Differing](), _Histories()
        for sources, targets in _where(before, after, ids, old == new):
            old_side, new_side = (_Side(one, ids, sources, targets) for one in (before, after))
            found.append(_differences(old_side, new_side, histories, tell))
        wordings, cells = histories.worded(found)
    return Compared(ids, frozenset(added), frozenset(removed), wordings, cells)


def _where(before: Known, after: Known, ids: Ids, are_same: bool) -> tuple[tuple[Ids, Ids], ...]:
    """Sources and targets between which anything may differ: after other rules of groups the members, and all others."""
    places = touched_parties(before.answers, after) if are_same else None
    if places is None:
        return ((ids, ids),)
    some = tuple(ids[place] for place in places)
    among = frozenset(some)
    return (ids, some), (some, tuple(id for id in ids if id not in among))


class _Side:
    """The verdicts of one version between some sources and targets, of whom it may not know all."""

    def __init__(self, one: Known, ids: Ids, sources: Ids, targets: Ids) -> None:
        at = {id: place for place, id in enumerate(ids)}
        known = {party.id: party for party in listed(one.found)}
        self.answers, self.ports = one.answers, one.found.compiled.ports
        self.at = tuple(np.array([at[id] for id in some], np.intp) for some in (targets, sources))
        self.parties = tuple([known[id] for id in some if id in known] for some in (targets, sources))
        self._board = Board(one.answers, self.parties[1], self.parties[0])
        self._rows, self._columns = (
            np.array([place for place, id in enumerate(some) if id in known], np.intp)
            for some in (targets, sources)
        )
        self._nowhere = tuple(
            places[np.array([not party.places for party in some], np.bool_)]
            for places, some in zip((self._rows, self._columns), self.parties, strict=True)
        )
        # The classes of the other version come in an order in which few are met again.
        self.codes = lru_cache(maxsize=4)(self._codes)

    def is_same(self, number: int, other: _Side, its: int) -> bool:
        """Whether a class of ports of this version is the very one of another, as after other rules of a group."""
        return (
            self.answers.passing[number] is other.answers.passing[its]
            and self.answers.parts.pairs is other.answers.parts.pairs
            and self.parties == other.parties
            and not self._board.depends_on_others(number)
        )

    def _codes(self, number: int) -> Codes:
        """The verdicts in a class of ports: targets by sources."""
        codes = np.zeros((len(self.at[0]), len(self.at[1])), np.uint8)
        found = self._board.rows_of(number)
        if found is not None:
            codes[np.ix_(self._rows[found.targets], self._columns)] = found.codes
        rows, columns = self._nowhere
        codes[np.ix_(rows, self._columns)] = UNKNOWN
        codes[np.ix_(self._rows, columns)] = UNKNOWN
        return codes


class _Step(NamedTuple):
    """Ports that each version treats alike: their class in both."""

    old: int
    new: int
    stretch: Stretch


def _steps(old: PortClasses, new: PortClasses) -> Iterator[_Step]:
    """All ports, cut wherever one of the two cuts them."""
    for protocol in PROTOCOLS:
        found: dict[tuple[int, int], list[Ports]] = {}
        ends = sorted({low for ports in (old, new) for low in _starts(ports, protocol)})
        last = max(high for number in old.of_protocol(protocol) for _, high in old.classes[number].ranges)
        for low, high in zip(ends, [*(end - 1 for end in ends[1:]), last], strict=True):
            found.setdefault((old.of(protocol, low), new.of(protocol, low)), []).append((low, high))
        for classes, ranges in sorted(found.items()):
            yield _Step(*classes, (protocol, tuple(ranges)))


def _starts(ports: PortClasses, protocol: str) -> Iterator[int]:
    for number in ports.of_protocol(protocol):
        yield from (low for low, _ in ports.classes[number].ranges)


class _Differing(NamedTuple):
    """The histories of some targets by sources, and who those are; None where nothing differs."""

    of: Cells | None
    at: tuple[Places, ...]


def _differences(before: _Side, after: _Side, histories: _Histories, tell: Progress) -> _Differing:
    """What pairs have in common in all classes of ports is worded once."""
    steps = list(_steps(before.ports, after.ports))
    same = before.at[0][:, None] == before.at[1]
    of: Cells | None = None
    for done, step in enumerate(steps):
        breathe()
        tell(done / len(steps))
        if before.is_same(step.old, after, step.new):
            continue
        old, new = before.codes(step.old), after.codes(step.new)
        turns = np.where(old == new, 0, old * 4 + new + 1)
        turns[same] = 0
        of = np.zeros(turns.shape, np.int32) if of is None else of
        histories.add(of, turns, step.stretch)
    return _Differing(of, before.at)


class _Histories:
    """What became of a pair's ports, class by class; pairs of which the same became share one history."""

    def __init__(self) -> None:
        self._histories: list[tuple[tuple[int, Stretch], ...]] = [()]

    def add(self, of: Cells, turns: Codes, stretch: Stretch) -> None:
        """Adds what became of some ports to the histories of those pairs of which anything did."""
        changed = np.nonzero(turns)
        if not len(changed[0]):
            return
        keys, place = np.unique(of[changed].astype(np.int64) * 32 + turns[changed], return_inverse=True)
        names = np.arange(len(self._histories), len(self._histories) + len(keys), dtype=np.int32)
        for key in keys.tolist():
            self._histories.append((*self._histories[key // 32], (key % 32 - 1, stretch)))
        of[changed] = names[place.reshape(-1)]

    def worded(self, found: Sequence[_Differing]) -> tuple[tuple[Wording, ...], Cells]:
        """The wordings, and a row for each pair and wording: source, target, wording."""
        wordings: dict[Wording, int] = {}
        rows: list[Cells] = [np.zeros((0, 3), np.int32)]
        for one in found:
            if one.of is not None:
                rows += self._rows(one.of, one.at, wordings)
        return tuple(wordings), np.concatenate(rows)

    def _rows(self, of: Cells, at: tuple[Places, ...], wordings: dict[Wording, int]) -> Iterator[Cells]:
        targets, sources = np.nonzero(of)
        histories = of[targets, sources]
        targets, sources = at[0][targets], at[1][sources]
        order = np.argsort(histories, kind="stable")
        bounds = np.flatnonzero(np.diff(histories[order], prepend=-1, append=len(self._histories)))
        for low, high in zip(bounds.tolist(), bounds[1:].tolist(), strict=False):
            some = order[low:high]
            for wording in _wordings(self._histories[int(histories[some[0]])]):
                number = np.full(len(some), wordings.setdefault(wording, len(wordings)))
                yield np.stack([sources[some], targets[some], number], axis=1).astype(np.int32)


def _wordings(history: Sequence[tuple[int, Stretch]]) -> Iterator[Wording]:
    """The differences of one pair, those with equal verdicts as one."""
    found: dict[int, dict[str, list[Ports]]] = {}
    for turn, (protocol, ranges) in history:
        found.setdefault(turn, {}).setdefault(protocol, []).extend(ranges)
    for turn, by_protocol in found.items():
        protocol = next(one for one in PROTOCOLS if one in by_protocol)
        port = one_of(by_protocol[protocol])
        exactly, in_words = joined(by_protocol), said_of(by_protocol)
        yield Wording(WORDS[turn // 4], WORDS[turn % 4], exactly, in_words, protocol, port)
