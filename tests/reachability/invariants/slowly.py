"""Invariants looked at pair by pair and port by port, packet by packet."""

from __future__ import annotations

from collections.abc import Iterator

from planners.reachability import explain
from planners.reachability.network import INTERNET
from planners.reachability.walks import both_ways
from workbench.model.element import ElementId
from workbench.model.elements.cloud_firewall import CloudFirewall
from workbench.model.elements.invariant import Invariant
from workbench.model.elements.nat_gateway import NatGateway
from workbench.reachability.asking import ask
from workbench.reachability.invariants.choosing import Choosing
from workbench.reachability.invariants.packets import uses_of
from workbench.reachability.modelled import Modelled
from workbench.reachability.verdicts import joined

Counts = tuple[str, int, int, int]


def slowly(found: Modelled, one: Invariant) -> Counts:
    """Outcome, pairs asked, pairs that break it and pairs that are not settled."""
    asked = broken = open_ = 0
    for source, target, past in _pairs(found, one):
        verdicts = {_verdict(found, source, target, packet, past) for packet in _packets(found, one)}
        forbidden = {"deny", "partial"} if one.claim == "always" else {"allow", "partial"}
        asked += 1
        broken += bool(verdicts & forbidden)
        open_ += not verdicts & forbidden and "unknown" in verdicts
    idle = one.claim == "only-through" and not Choosing(found.design).through(one)
    outcome = "refuted" if broken else "unknown" if open_ else "empty" if idle else "proved"
    return (outcome, asked, broken, open_) if asked else ("empty", 0, 0, 0)


def _pairs(found: Modelled, one: Invariant) -> Iterator[tuple[ElementId, ElementId, frozenset[ElementId]]]:
    choosing = Choosing(found.design)
    sources, targets, through = choosing.sources(one), choosing.targets(one), choosing.through(one)
    if one.claim == "only-through" and not (one.through or one.through_are):
        return
    past = frozenset(id for id in through if isinstance(found.design.get(id), (CloudFirewall, NatGateway)))
    kept = [id for id in sources if one.claim != "only-through" or id not in through]
    forth = [(source, target) for source in kept for target in targets]
    back = [(target, source) for source, target in forth]
    ways = {"one-way": back, "apart": forth + back}.get(one.claim, forth)
    for source, target in dict.fromkeys(ways):
        shared = (
            choosing.traits(source).of(one.spares),
            choosing.traits(target).of(one.spares),
        )
        if source != target and not set(shared[0]) & set(shared[1]):
            yield source, target, past


def _packets(found: Modelled, one: Invariant) -> Iterator[tuple[str, int]]:
    """A packet of every class of ports that is asked about."""
    for at, of in enumerate(found.compiled.ports.classes):
        if any(found.compiled.ports.mask(*use) >> at & 1 for use in uses_of(one)):
            yield of.protocol, of.ranges[0][0]


def _verdict(
    found: Modelled,
    source: ElementId,
    target: ElementId,
    packet: tuple[str, int],
    past: frozenset[ElementId],
) -> str:
    """What `ask` says; what has met a device counts as denied."""
    if not past:
        return ask(found, source, target, *packet).verdict
    one, other = found.parties[source], found.parties[target]
    if not one.places or not other.places:
        return "unknown"
    return joined(
        [
            [
                _of_place({_beside(found, a, b, packet, past) for a in place.sources for b in to.targets})
                for to in other.places
            ]
            for place in one.places
        ]
    )


def _of_place(verdicts: set[str]) -> str:
    if len(verdicts) == 1:
        return verdicts.pop()
    return "partial" if verdicts == {"allow", "partial"} else "unknown"


def _beside(
    found: Modelled, source: str, target: str, packet: tuple[str, int], past: frozenset[ElementId]
) -> str:
    """The verdict of one packet that must not have met some devices."""
    one = explain(found.compiled, source, target, *packet)
    met = {step.at.removeprefix("firewall:") for step in one.steps if step.at.startswith("firewall:")}
    order, number = found.compiled.order, found.compiled.ports.of(*packet)
    there, back = both_ways(
        found.compiled, order.ends[order.at[source]], order.ends[order.at[target]], number
    )
    met.add(back.gateway if source == INTERNET else there.gateway)
    if met & past or one.verdict == "deny":
        return "deny"
    return "unknown" if {name.removesuffix("?") for name in met} & past else one.verdict
