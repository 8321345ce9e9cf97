"""Which packets of whom are led to whom and back, for all pairs at once: a square of targets by sources."""

from typing import NamedTuple

import numpy as np

from planners.pace import breathe
from planners.reachability.bits import Flags, Packed, packed_flags, packed_sets, turned_whole
from planners.reachability.compiled import Compiled
from planners.reachability.internet import Internet
from planners.reachability.ways import ARRIVED, MARKS, UNKNOWN, Marks, Ways


class OnPath(NamedTuple):
    """A firewall with the squares of those whose packets meet it, and of those whose answers do."""

    name: str
    met: Packed
    met_back: Packed


class Pairs(NamedTuple):
    """What routes say of all pairs.

    `direct` share a vSwitch or site. `unknown` rest on a route or on groups that nobody can know. `admitted` says for each
    endpoint and class of ports whether the internet is let in, `released` for each class of ports who is let out to it, and
    `admitted_in_doubt` and `released_in_doubt` where firewalls before it may do so or not.
    """

    led: Packed
    direct: Packed
    unknown: Packed
    walls: tuple[OnPath, ...]
    admitted: Flags
    released: Packed
    admitted_in_doubt: Flags
    released_in_doubt: Packed


def pairs_of(compiled: Compiled) -> Pairs:
    """The squares of a network."""
    return _Squares(compiled).pairs()


class _Squares:
    def __init__(self, compiled: Compiled) -> None:
        self._order, self._ways = compiled.order, Ways(compiled)
        self._start, self._leg = self._ways.starts()
        breathe()
        self._internet = Internet(compiled, self._ways, self._start, self._leg)
        sites = compiled.semantics.site_open_inside
        self._direct = packed_sets(
            [self._order.beside(one, sites) for one in self._order.ends], self._order.width
        )

    def pairs(self) -> Pairs:
        out, into = self._internet.outwards, self._internet.inwards
        there, back = self._both_ways(self._leg.end == ARRIVED)
        self._put(there, out.there, into.there)
        self._put(back, out.back, into.back)
        led, unknown = there & back, np.zeros_like(there)
        in_doubt = (out.there_unknown, out.back_unknown, into.there_unknown, into.back_unknown)
        if (self._leg.end == UNKNOWN).any() or any(one.any() for one in in_doubt):
            guessed, guessed_back = self._both_ways(self._leg.end == UNKNOWN)
            self._put(guessed, out.there_unknown, into.there_unknown)
            self._put(guessed_back, out.back_unknown, into.back_unknown)
            unknown = guessed | (there & guessed_back)
            led |= unknown
            there &= ~guessed
        walls = []
        for name in self._ways.mark:
            met, met_back = self._met(name)
            led &= ~(there & met_back & ~met)
            if met.any():
                walls.append(OnPath(name, met & ~self._direct, met_back & ~self._direct))
            breathe()
        led |= self._direct
        unknown &= ~self._direct
        self._unsettle(unknown)
        return Pairs(led, self._direct, unknown, tuple(walls), *self._gates())

    def _gates(self) -> tuple[Flags, Packed, Flags, Packed]:
        """What the gates to the internet let in and out, and where nobody knows."""
        into, out = self._internet.entrance, self._internet.way_out
        released, in_doubt = (
            packed_flags(np.ascontiguousarray(one.T), self._order.width) for one in (out.passes, out.in_doubt)
        )
        return into.passes, released, into.in_doubt, in_doubt

    def _unsettle(self, unknown: Packed) -> None:
        """Add all pairs of endpoints whose groups nobody knows."""
        places = [place for place, one in enumerate(self._order.ends) if one.unsettled]
        unknown |= packed_sets([self._order.unsettled], self._order.width)
        unknown[places] = packed_sets([self._order.everyone], self._order.width)

    def _met(self, name: str) -> tuple[Packed, Packed]:
        """Whose packets meet a firewall, and whose answers."""
        chunk, bit = divmod(self._ways.mark[name], MARKS)

        def marked(marks: Marks) -> Flags:
            flags: Flags = (marks & marks.dtype.type(1 << bit)) != 0
            return flags

        met, met_back = self._both_ways(marked(self._leg.marks[chunk]))
        out, into = self._internet.outwards, self._internet.inwards
        self._put(met, marked(out.there_marks[chunk]), marked(into.there_marks[chunk]))
        self._put(met_back, marked(out.back_marks[chunk]), marked(into.back_marks[chunk]))
        return met, met_back

    def _both_ways(self, of_starts: Flags) -> tuple[Packed, Packed]:
        """What is true of ways from starts, as squares: of the way there and of the way back."""
        back: Packed = packed_flags(of_starts, self._order.width)[self._start]
        return turned_whole(back), back

    def _put(self, square: Packed, outwards: Flags, inwards: Flags) -> None:
        """What is true of the internet, into its row and its column."""
        place = self._order.internet
        square[place] = packed_flags(outwards[None, :], self._order.width)
        square[:, place >> 3] &= np.uint8(255 ^ (1 << (place & 7)))
        square[inwards, place >> 3] |= np.uint8(1 << (place & 7))
