"""By which gateways, and past which boundaries, packets of a party leave for the internet or come from it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import Final, Literal, NamedTuple

import numpy as np

from planners.reachability import Answers
from planners.reachability.bits import Flags
from planners.reachability.network import Endpoint
from planners.reachability.walks import UNKNOWN, Walk, both_ways
from workbench.model.element import ElementId
from workbench.model.elements.eip import Eip
from workbench.reachability.boundaries import PERHAPS
from workbench.reachability.modelled import Modelled
from workbench.reachability.parties import Entrance, Party
from workbench.reachability.sayings import owner_of

Guard = Literal["guarded", "perhaps", "none"]
"""Whether a boundary of Cloud Firewall stands in every way, perhaps in some, or in one not."""
GUARDS: Final[tuple[Guard, ...]] = ("none", "perhaps", "guarded")


class Door(NamedTuple):
    """What stands at the edge, the boundaries there, and whether they guard every way."""

    through: tuple[ElementId, ...]
    boundaries: tuple[ElementId, ...]
    guard: Guard


class _Passage(NamedTuple):
    through: tuple[ElementId, ...]
    walls: tuple[str, ...]
    certain: bool = True

    @property
    def guard(self) -> Guard:
        if not self.certain:
            return "perhaps"
        if not self.walls:
            return "none"
        return "perhaps" if all(wall.endswith(PERHAPS) for wall in self.walls) else "guarded"


class Doors:
    """The doors of a design's answers, each looked for once."""

    def __init__(self, found: Modelled, answers: Answers) -> None:
        self._found, self._answers = found, answers
        self._order = found.compiled.order
        self._known: dict[tuple[str, int], _Passage] = {}
        self._flags = lru_cache(maxsize=2)(self._passing)

    def door(self, party: Party, into: bool, number: int, entrances: Iterable[Entrance]) -> Door:
        """The door of what passes in a class of ports, or may, straight on and by some listeners."""
        ends = (id for place in party.places for id in (place.targets if into else place.sources))
        found = [self._passage(id, into, number) for id in ends if self._passes(id, into, number)]
        for one in entrances:
            for id in (id for place in one.front.places for id in place.targets):
                if self._passes(id, True, number):
                    found.append(self._passage(id, True, number))
        return Door(
            tuple(dict.fromkeys(id for one in found for id in one.through)),
            tuple(dict.fromkeys(owner_of(wall) for one in found for wall in one.walls)),
            min((one.guard for one in found), key=GUARDS.index, default="perhaps"),
        )

    def _passes(self, id: str, into: bool, number: int) -> bool:
        return bool(self._flags(number)[0 if into else 1][self._order.at[id]])

    def _passing(self, number: int) -> tuple[Flags, Flags]:
        """In a class of ports, for each endpoint whether the internet comes to it or may, and it to the internet."""
        passing, internet = self._answers.passing[number], self._order.internet
        into, out = np.zeros((2, self._order.count), np.bool_)
        into[passing.targets] = passing.rows[:, internet >> 3] >> (internet & 7) & 1
        own = np.flatnonzero(passing.targets == internet)
        if len(own):
            row = passing.rows[own[0]]
            out[:] = np.unpackbits(row, count=self._order.count, bitorder="little")
        return into, out

    def _passage(self, id: str, into: bool, number: int) -> _Passage:
        """How one endpoint is reached, or reaches out; only for forwarded ports it matters which port."""
        end = self._order.ends[self._order.at[id]]
        key = id, number if into and not end.eip else -1 - into
        if key not in self._known:
            self._known[key] = self._walked(end, into, number)
        return self._known[key]

    def _walked(self, end: Endpoint, into: bool, number: int) -> _Passage:
        internet = self._order.ends[self._order.internet]
        source, target = (internet, end) if into else (end, internet)
        there, back = both_ways(self._found.compiled, source, target, number)
        certain = UNKNOWN not in (there.end, back.end)
        return _Passage(tuple(self._edge(end, there, back)), (*there.walls, *there.edges), certain)

    def _edge(self, end: Endpoint, there: Walk, back: Walk) -> Iterator[ElementId]:
        """The EIP, or what has a public address without one, or the gateway that translates."""
        if not end.eip:
            yield from (id for id in dict.fromkeys((there.gateway, back.gateway)) if id)
            return
        owner, design = owner_of(end.id), self._found.design
        eips = [
            id for id in design.referrers(owner) if (eip := design.get(id, Eip)) and eip.bound_to == owner
        ]
        yield from (*eips, owner) if eips or end.vswitch else ()
