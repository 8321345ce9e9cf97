"""Which packets of whom are led to whom and back, for all pairs at once: a square of targets by sources."""

from typing import NamedTuple

import numpy as np

from planners.pace import breathe
from planners.reachability.bits import Flags, Packed, Places, flags_of, packed_flags, packed_sets
from planners.reachability.compiled import Compiled
from planners.reachability.ways import ARRIVED, EXITS, MARKS, UNKNOWN, Leg, Marks, Ways


class OnPath(NamedTuple):
    """A firewall and the square of those whose packets meet it."""

    name: str
    met: Packed


class Pairs(NamedTuple):
    """What routes say of all pairs.

    `direct` share a vSwitch or site. `unknown` rest on a route that nobody can know. `admitted` says for each endpoint
    and class of ports whether the internet is let in.
    """

    led: Packed
    direct: Packed
    unknown: Packed
    walls: tuple[OnPath, ...]
    admitted: Flags


class _Square(NamedTuple):
    """Truths and marks of targets by sources, there and back."""

    there: Flags
    there_unknown: Flags
    back: Flags
    back_unknown: Flags
    there_marks: tuple[Marks, ...]
    back_marks: tuple[Marks, ...]


def pairs_of(compiled: Compiled) -> Pairs:
    """The squares of a network."""
    ways, order = Ways(compiled), compiled.order
    start, leg = ways.starts()
    breathe()
    square = _square(start, leg)
    admitted = _Internet(compiled, ways, square, start, leg).fill()
    breathe()
    sites = compiled.semantics.site_open_inside
    direct = packed_sets([order.beside(one, sites) for one in order.ends], order.width)
    led = square.there & (square.back | square.back_unknown)
    led &= ~_met_only_back(square)
    led |= square.there_unknown
    unknown = square.there_unknown | (square.there & square.back_unknown)
    return Pairs(
        packed_flags(led, order.width) | direct,
        direct,
        packed_flags(unknown, order.width) & ~direct,
        tuple(_walls(ways, square, direct)),
        admitted,
    )


def _square(start: Places, leg: Leg) -> _Square:
    """What the ways say of all pairs but those with the internet."""
    arrived, unknown = ((leg.end == state)[start] for state in (ARRIVED, UNKNOWN))
    marks = tuple(one[start] for one in leg.marks)
    return _Square(
        np.ascontiguousarray(arrived.T),
        np.ascontiguousarray(unknown.T),
        arrived,
        unknown,
        tuple(np.ascontiguousarray(one.T) for one in marks),
        marks,
    )


def _met_only_back(square: _Square) -> Flags:
    """The answers that meet a firewall which has not seen their connection begin."""
    found = np.zeros_like(square.there)
    for at, (there, back) in enumerate(zip(square.there_marks, square.back_marks, strict=True)):
        unseen = back & ~there
        if not at:
            # The first mark is no firewall.
            unseen &= ~unseen.dtype.type(1)
        found |= unseen != 0
    return found


def _walls(ways: Ways, square: _Square, direct: Packed) -> list[OnPath]:
    found = []
    for name, mark in ways.mark.items():
        chunk, bit = divmod(mark, MARKS)
        marks = square.there_marks[chunk]
        met = (marks & marks.dtype.type(1 << bit)) != 0
        if met.any():
            found.append(OnPath(name, packed_flags(met, direct.shape[1]) & ~direct))
    return found


class _Internet:
    """Fills the row and the column of the internet into a square."""

    def __init__(self, compiled: Compiled, ways: Ways, square: _Square, start: Places, leg: Leg) -> None:
        self._compiled, self._ways, self._square = compiled, ways, square
        self._w = compiled.order.internet
        ends = compiled.order.ends
        self._exit = leg.end[start, self._w]
        self._marks = [one[start, self._w] for one in leg.marks]
        self._eip = np.array([one.eip for one in ends])
        self._led = np.array([one.eip and compiled.eip_is_led(one) for one in ends])
        self._admitted = np.zeros((len(ends), len(compiled.ports.classes)), np.bool_)

    def fill(self) -> Flags:
        """Fill in, and say for each endpoint and class of ports whether the internet is let in."""
        w, square = self._w, self._square
        for part in square[:4]:
            part[w, :] = part[:, w] = False
        for marks in (*square.there_marks, *square.back_marks):
            marks[w, :] = marks[:, w] = 0
        for at, (number, gateway) in enumerate(self._ways.exits):
            leaving = (self._exit == EXITS + at) & ~self._eip
            self._outwards(number, leaving & self._translated(gateway))
            self._inwards(number, leaving & self._handed_on(gateway, leaving))
        self._guesses()
        self._admitted[self._eip] = True
        for part in (square.there, square.back):
            part[w, self._led] = True
            part[self._led, w] = True
        return self._admitted

    def _outwards(self, number: int, who: Flags) -> None:
        """Those who leave by a table's gateway; answers come back by that table."""
        w, square, home = self._w, self._square, self._ways.end[number]
        square.there[w, who] = True
        square.back[w, who] = home[who] == ARRIVED
        square.back_unknown[w, who] = home[who] == UNKNOWN
        for at, marks in enumerate(self._ways.marks):
            square.there_marks[at][w, who] = self._marks[at][who]
            square.back_marks[at][w, who] = marks[number, who]

    def _inwards(self, number: int, who: Flags) -> None:
        """Those to whom a table's gateway hands on, and whose answers leave by it."""
        w, square, home = self._w, self._square, self._ways.end[number]
        square.there[who, w] = home[who] == ARRIVED
        square.there_unknown[who, w] = home[who] == UNKNOWN
        square.back[who, w] = True
        for at, marks in enumerate(self._ways.marks):
            square.there_marks[at][who, w] = marks[number, who]
            square.back_marks[at][who, w] = self._marks[at][who]

    def _guesses(self) -> None:
        """Those of whom nobody can know by which gateway they leave."""
        w, square = self._w, self._square
        unknown = (self._exit == UNKNOWN) & ~self._eip
        square.there_unknown[w, unknown] = True
        for at, marks in enumerate(self._marks):
            square.there_marks[at][w, unknown] = marks[unknown]
        handed = np.zeros_like(unknown)
        for gateway in self._compiled.network.nats:
            handed |= self._handed_on(gateway, unknown)
        square.there_unknown[handed, w] = True

    def _translated(self, gateway: str) -> Flags:
        found = np.zeros(len(self._eip), np.bool_)
        for block in self._compiled.network.nats[gateway].sources:
            low, high = self._compiled.order.span(block)
            found[low:high] = True
        return found

    def _handed_on(self, gateway: str, who: Flags) -> Flags:
        """Who of some a gateway hands anything on to; the classes of ports are noted."""
        found, order = np.zeros(len(who), np.bool_), self._compiled.order
        nat = self._compiled.network.nats[gateway]
        for place in {order.at[entry.endpoint] for entry in nat.entries}:
            if who[place]:
                found[place] = True
                classes = self._compiled.handed_on(nat, order.ends[place])
                self._admitted[place] |= flags_of(classes, self._admitted.shape[1])
        return found
