"""What routes say of packets to and from the internet: EIPs, and gateways that translate."""

from __future__ import annotations

import numpy as np

from planners.reachability.bits import Flags, Places, flags_of
from planners.reachability.compiled import Compiled
from planners.reachability.gates import Gate
from planners.reachability.ways import ARRIVED, EXITS, UNKNOWN, Leg, Marks, Ways


class Side:
    """One direction, for each endpoint: whether packets arrive, whether answers do, and which firewalls they meet."""

    def __init__(self, count: int, marks: tuple[Marks, ...]) -> None:
        self.there, self.there_unknown, self.back, self.back_unknown = np.zeros((4, count), np.bool_)
        self.there_marks = [np.zeros(count, one.dtype) for one in marks]
        self.back_marks = [np.zeros(count, one.dtype) for one in marks]


class Internet:
    """Both directions, and for each endpoint and class of ports what the gates to the internet let in and out."""

    def __init__(self, compiled: Compiled, ways: Ways, start: Places, leg: Leg) -> None:
        self._compiled, self._ways = compiled, ways
        ends, place = compiled.order.ends, compiled.order.internet
        self._exit = leg.end[start, place]
        self._marks = [one[start, place] for one in leg.marks]
        self._eip = np.array([one.eip for one in ends])
        self.outwards, self.inwards = (Side(len(ends), leg.marks) for _ in range(2))
        self.entrance, self.way_out = (Gate(compiled, outbound=outbound) for outbound in (False, True))
        for at, (number, gateway) in enumerate(ways.exits):
            leaving = (self._exit == EXITS + at) & ~self._eip
            translated, handed_on = self._translated(gateway), self._handed_on(gateway, leaving)
            nat = compiled.network.nats[gateway]
            self._lead_out(number, leaving & translated, nat.certain)
            self._lead_in(number, leaving & handed_on, nat.certain)
            self.entrance.wall_off(nat.edge, leaving & handed_on)
            self.way_out.wall_off(nat.wall, leaving & translated)
            self.way_out.wall_off(nat.edge, leaving & translated)
        self._guess()
        self._lead_by_eip()

    def _lead_out(self, number: int, who: Flags, certain: bool) -> None:
        """Those who leave by a table's gateway, or may; answers come back by that table."""
        side, home = self.outwards, self._ways.end[number]
        (side.there if certain else side.there_unknown)[who] = True
        side.back[who] = home[who] == ARRIVED
        side.back_unknown[who] = home[who] == UNKNOWN
        for at, marks in enumerate(self._ways.marks):
            side.there_marks[at][who] = self._marks[at][who]
            side.back_marks[at][who] = marks[number, who]

    def _lead_in(self, number: int, who: Flags, certain: bool) -> None:
        """Those to whom a table's gateway hands on, or may, and whose answers leave by it."""
        side, home = self.inwards, self._ways.end[number]
        side.there[who] = (home[who] == ARRIVED) & certain
        side.there_unknown[who] = (home[who] == UNKNOWN) | ((home[who] == ARRIVED) & (not certain))
        side.back[who] = True
        for at, marks in enumerate(self._ways.marks):
            side.there_marks[at][who] = marks[number, who]
            side.back_marks[at][who] = self._marks[at][who]

    def _guess(self) -> None:
        """Those of whom nobody can know by which gateway they leave."""
        unknown = (self._exit == UNKNOWN) & ~self._eip
        self.outwards.there_unknown[unknown] = True
        for at, marks in enumerate(self._marks):
            self.outwards.there_marks[at][unknown] = marks[unknown]
        for gateway in self._compiled.network.nats:
            self.inwards.there_unknown |= self._handed_on(gateway, unknown)

    def _lead_by_eip(self) -> None:
        led = [one.eip and self._compiled.eip_is_led(one) for one in self._compiled.order.ends]
        for side in (self.outwards, self.inwards):
            side.there[led] = side.back[led] = True
        self.entrance.passes[self._eip] = True
        edges = np.array([one.edge if one.eip else None for one in self._compiled.order.ends], object)
        for edge in set(edges):
            for gate in (self.entrance, self.way_out):
                gate.wall_off(edge, edges == edge)

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
                self.entrance.passes[place] |= flags_of(classes, self.entrance.passes.shape[1])
        return found
