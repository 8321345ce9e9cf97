"""What flows say of each party and the internet."""

from __future__ import annotations

from collections.abc import Iterable

from planners.reachability.network import INTERNET
from workbench.model.element import ElementId
from workbench.model.elements.internet import Internet
from workbench.reachability.modelled import Modelled
from workbench.reachability.wanted import Wanted, wanted


class Intended:
    """The flows from and to the internet; a load balancer is wanted for what it leads to."""

    def __init__(self, found: Modelled) -> None:
        self._ports = found.compiled.ports
        outside = {INTERNET, *(one.id for one in found.design.of_kind(Internet))}
        self._into: dict[ElementId, list[Wanted]] = {}
        self._out: dict[ElementId, list[Wanted]] = {}
        for one in wanted(found.design):
            for flows, ends, others in (
                (self._into, one.targets, one.sources),
                (self._out, one.sources, one.targets),
            ):
                if outside.intersection(others):
                    for id in ends:
                        flows.setdefault(id, []).append(one)
        self._behind: dict[ElementId, list[tuple[int, ElementId]]] = {}
        for party in found.parties.values():
            for entrance in party.entrances:
                number = self._ports.of(entrance.protocol, entrance.port)
                self._behind.setdefault(entrance.front.id, []).append((number, party.id))

    def of(self, party: ElementId, into: bool, number: int) -> tuple[ElementId | None, bool]:
        """The flow that decides about a class of ports, and whether it wants it; a no beats every yes."""
        flows = self._into if into else self._out
        asked = [party]
        if into:
            asked += [id for listened, id in self._behind.get(party, ()) if listened == number]
        return _decided(
            one
            for id in asked
            for one in flows.get(id, ())
            if self._ports.mask(one.protocol, one.ports) >> number & 1
        )


def _decided(flows: Iterable[Wanted]) -> tuple[ElementId | None, bool]:
    found = sorted(flows, key=lambda one: one.allows)
    return (found[0].flow, found[0].allows) if found else (None, False)
