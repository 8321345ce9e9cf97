"""Whose packets meet a firewall or a gateway on their way, for all pairs at once."""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np

from planners.reachability import Answers
from planners.reachability.bits import Packed
from planners.reachability.walks import Walk, both_ways
from workbench.model.element import ElementId
from workbench.reachability.boundaries import PERHAPS


class Met:
    """Squares of targets by sources: whose packets certainly meet one of some devices, and of whom nobody knows."""

    def __init__(self, answers: Answers, devices: Iterable[ElementId]) -> None:
        self._answers, self._devices = answers, frozenset(devices)
        self._compiled = answers.parts.compiled
        self._order = self._compiled.order
        shape = (self._order.count, self._order.width)
        self.certainly, self.perhaps = np.zeros(shape, np.uint8), np.zeros(shape, np.uint8)
        for wall in answers.parts.pairs.walls:
            self._note(wall.name, wall.met)
        self._note_internet()
        self.perhaps &= ~self.certainly

    def beside(self, whole: Packed, half: Packed, unknown: Packed) -> tuple[Packed, Packed, Packed]:
        """What of a class of ports passes without meeting any: wholly, in part, and perhaps."""
        met, perhaps = self.certainly, self.perhaps
        free = ~(met | perhaps)
        return whole & free, half & free, (unknown & ~met) | ((whole | half) & perhaps)

    def _note(self, name: str, met: Packed) -> None:
        if name in self._devices:
            self.certainly |= met
        elif name.removesuffix(PERHAPS) in self._devices:
            self.perhaps |= met

    def _note_internet(self) -> None:
        """The boundaries and gateways between the cloud and the internet stand in no table."""
        internet = self._order.ends[self._order.internet]
        for place, one in enumerate(self._order.ends):
            if one.vswitch is None:
                continue
            out, _ = both_ways(self._compiled, one, internet, 0)
            self._note_way(out, self._order.internet, place, out.gateway)
            for number in self._admitting(place):
                into, back = both_ways(self._compiled, internet, one, number)
                if into.good:
                    self._note_way(into, place, self._order.internet, back.gateway)
                    break

    def _admitting(self, place: int) -> list[int]:
        """The classes of ports in which the internet is let in."""
        found: list[int] = np.flatnonzero(self._answers.parts.pairs.admitted[place]).tolist()
        return found

    def _note_way(self, way: Walk, target: int, source: int, gateway: str) -> None:
        row, bit = source >> 3, np.uint8(1 << (source & 7))
        names = {*way.edges, gateway}
        if names & self._devices:
            self.certainly[target, row] |= bit
        elif {name.removesuffix(PERHAPS) for name in names} & self._devices:
            self.perhaps[target, row] |= bit
