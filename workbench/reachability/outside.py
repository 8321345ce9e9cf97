"""Verdicts between the internet and everybody else alone, joined as a board joins all, at a fraction of its cost."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np

from planners.reachability import Answers
from workbench.reachability.parties import Entrance, Party
from workbench.reachability.verdicts import (
    ALLOW,
    DENY,
    PARTIAL,
    UNKNOWN,
    Board,
    Codes,
    Flags,
    Grouping,
    either,
)


class _Ends(NamedTuple):
    """For each endpoint whether it is reached wholly, in part, or perhaps."""

    allowed: Flags
    partly: Flags
    perhaps: Flags


class Outside:
    """In each class of ports, how the internet and the parties reach each other."""

    def __init__(self, answers: Answers, internet: Party, parties: Sequence[Party]) -> None:
        self._answers = answers
        order = answers.parts.compiled.order
        self._internet, self._count = order.internet, order.count
        self._sources = Grouping([[place.sources for place in one.places] for one in parties], order)
        self._targets = Grouping([[place.targets for place in one.places] for one in parties], order)
        self._nowhere = np.array([not one.places for one in parties], np.bool_)
        led = [one for one in parties if one.entrances]
        self._place_of = {one.id: place for place, one in enumerate(parties)}
        self._board = Board(answers, [internet, *led]) if led else None
        self._led = {one.id: place for place, one in enumerate(led, 1)}

    def inwards(self, number: int) -> Codes:
        """How the internet reaches each party: some place of his, or a listener that leads to him.

        Of whom the design does not place, nobody knows.
        """
        ends, at = self._column(number), self._targets
        whole, passing, some = _by_place(ends, at)
        codes = _codes(at.some_party(whole), at.some_party(some), at.some_party(some & ~passing))
        codes[self._nowhere] = UNKNOWN
        for id, place in self._led.items():
            for code in self._board.codes_led(number, place) if self._board else ():
                codes[self._place_of[id]] = either(code, int(codes[self._place_of[id]]))
        return codes

    def outwards(self, number: int) -> Codes:
        """How each party reaches the internet: from each of his places."""
        ends, at = self._row(number), self._sources
        whole, passing, some = _by_place(ends, at)
        codes = _codes(at.every_party(whole), at.some_party(some), at.some_party(some & ~passing))
        codes[self._nowhere] = UNKNOWN
        return codes

    def entrances(self, number: int, party: Party) -> tuple[Entrance, ...]:
        """By which listeners the internet comes to a party, or may."""
        return self._board.entrances(number, self._led[party.id]) if self._board and party.entrances else ()

    def _column(self, number: int) -> _Ends:
        """What of a class comes from the internet, for each endpoint."""
        passing = self._answers.passing[number]
        passes = self._spread(passing.targets, _bits(passing.rows, self._internet))
        protocol = self._answers.parts.compiled.ports.classes[number].protocol
        unknown = passes & _bits(self._answers.parts.unknown(number, slice(None)), self._internet)
        whole = passes & ~unknown & _bits(self._answers.parts.whole[protocol], self._internet)
        return _Ends(whole, passes & ~unknown & ~whole, unknown)

    def _row(self, number: int) -> _Ends:
        """What of a class goes to the internet, for each endpoint."""
        passing, at, parts = self._answers.passing[number], self._internet, self._answers.parts
        own = np.flatnonzero(passing.targets == at)
        passes = self._unpacked(passing.rows[own[0]]) if len(own) else np.zeros(self._count, np.bool_)
        protocol = parts.compiled.ports.classes[number].protocol
        unknown = passes & self._unpacked(parts.unknown(number, slice(at, at + 1))[0])
        whole = passes & ~unknown & self._unpacked(parts.whole[protocol][at])
        return _Ends(whole, passes & ~unknown & ~whole, unknown)

    def _spread(self, targets: np.ndarray[tuple[int, ...], np.dtype[np.intp]], bits: Flags) -> Flags:
        found = np.zeros(self._count, np.bool_)
        found[targets] = bits
        return found

    def _unpacked(self, row: Codes) -> Flags:
        return np.unpackbits(row, count=self._count, bitorder="little").astype(np.bool_)


def _by_place(ends: _Ends, at: Grouping) -> tuple[Flags, Flags, Flags]:
    """For each place whether all its endpoints are reached wholly, all at least in part, and any perhaps."""
    allowed, partly, perhaps = (one[None, at.ends] for one in ends)
    return at.every(allowed), at.every(allowed | partly), at.some(allowed | partly | perhaps)


def _bits(rows: Codes, place: int) -> Flags:
    """Of each row whether it holds an endpoint."""
    return (rows[:, place >> 3] >> np.uint8(place & 7) & np.uint8(1)).astype(np.bool_)


def _codes(wholly: Flags, at_all: Flags, perhaps: Flags) -> Codes:
    codes = np.full(wholly.shape[1], DENY, np.uint8)
    codes[at_all[0]] = PARTIAL
    codes[at_all[0] & perhaps[0]] = UNKNOWN
    codes[wholly[0]] = ALLOW
    return codes
