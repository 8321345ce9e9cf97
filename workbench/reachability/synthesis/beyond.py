"""What stops a wanted flow beside groups: network ACLs, boundaries and tables; the change that lets it pass, or why none does."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import product
from typing import Final, NamedTuple

from planners.pace import breathe
from planners.reachability import Compiled, Explanation, explain
from planners.reachability.explaining import ALLOW, PARTIAL
from planners.reachability.network import ALL
from workbench.model.design import Design
from workbench.model.element import ElementId
from workbench.progress import Progress
from workbench.reachability.asking import ask
from workbench.reachability.modelled import Modelled
from workbench.reachability.parties import Place
from workbench.reachability.synthesis.cures import Cure, Stop, cure_of, joined, performed
from workbench.reachability.synthesis.proving import Missing, Proof, Told
from workbench.texts import Text, text

LOOKED_AT: Final = 400
"""Flows that are followed one by one; what lets these pass mostly lets the others pass."""
TOLD: Final = 200
MOST_PORTS: Final = 16
"""Ports of a flow that are followed one by one."""
FOLLOWED: Final = ("tcp", "udp", "icmp", ALL)
"""The protocols of which packets are followed."""


class Step(NamedTuple):
    """Something beside groups that changes, so that flows that are wanted pass."""

    element: ElementId
    says: Text


class Beyond(NamedTuple):
    """A wanted flow that still does not pass, with what stops it and where."""

    missing: Missing
    says: Text
    deciding: ElementId | None


@dataclass(frozen=True)
class Opened:
    """The design with what was changed, and what is left."""

    design: Design
    steps: tuple[Step, ...]
    left: tuple[Beyond, ...]


def opened_beyond(design: Design, proof: Proof, progress: Progress, *, change: bool) -> Opened:
    """The design in which ACLs, boundaries and tables let pass what is missing, as far as any of them can."""
    assert proof.network is not None
    assert proof.answers is not None
    network, compiled = proof.network, proof.answers.parts.compiled
    cures: dict[Cure, None] = {}
    left: list[Beyond] = []
    for number, missing in enumerate(proof.missing):
        if number % 16 == 0:
            progress(number / len(proof.missing))
            breathe()
        found = _cures(missing, network, compiled) if change and number < LOOKED_AT else None
        if found:
            cures.update(dict.fromkeys(found))
        elif len(left) < TOLD:
            left.append(_told(missing, network, compiled))
    wished = joined(cures)
    after = performed(design, wished)
    steps = tuple(Step(cure.element, cure.says(design)) for cure in wished)
    return Opened(after, steps if after is not design else (), tuple(left))


def _told(missing: Missing, network: Modelled, compiled: Compiled) -> Beyond:
    """Why a flow does not pass, in a sentence: of several ports, the first that does not."""
    one = missing.told
    if one.protocol not in FOLLOWED:
        return Beyond(missing, text("No packet of {protocol} is followed", protocol=one.protocol), None)
    for port in _asked(one, compiled):
        answer = ask(network, one.source, one.target, one.protocol, port)
        if answer.verdict != "allow":
            break
    says = answer.facts[0] if answer.facts else answer.decided
    return Beyond(missing, says, answer.deciding)


def _cures(missing: Missing, network: Modelled, compiled: Compiled) -> tuple[Cure, ...] | None:
    """What lets a flow pass; None where something stops it that nothing here changes."""
    one = missing.told
    if missing.verdict == "unknown" or one.protocol not in FOLLOWED:
        return None
    protocol = "tcp" if one.protocol == ALL else one.protocol
    source, target = network.parties[one.source], network.parties[one.target]
    found: list[Cure] = []
    for place, port in product(source.places, _asked(one, compiled)):
        best = _best(place, target.places, compiled, protocol, port)
        if best is None:
            return None
        for packet in best:
            cures = [cure_of(stop, network, packet, one.span) for stop in _stops(packet)]
            if not all(cures):
                return None
            found += [cure for cure in cures if cure]
    return tuple(dict.fromkeys(found))


def _asked(one: Told, compiled: Compiled) -> list[int]:
    """A port of each class that the rules of the design tell apart among those of a flow."""
    protocol, ports = one.span
    if ports is None:
        return [0]
    first, last = ports
    found = {
        max(min(low for low, high in within), first)
        for known in compiled.ports.classes
        if known.protocol == protocol
        and (within := [(low, high) for low, high in known.ranges if low <= last and high >= first])
    }
    return sorted(found)[:MOST_PORTS] or [first]


def _best(
    place: Place, targets: Iterable[Place], compiled: Compiled, protocol: str, port: int
) -> list[Explanation] | None:
    """The packets to the place of the target that least stops."""
    tried: list[tuple[int, int, list[Explanation]]] = []
    for target in targets:
        packets = [
            explain(compiled, source, other, protocol, port)
            for source in place.sources
            for other in target.targets
        ]
        tried.append((sum(len(list(_stops(packet))) for packet in packets), len(tried), packets))
    return min(tried)[2] if tried else None


def _stops(packet: Explanation) -> Iterator[Stop]:
    """Every place that stops a packet or its answer."""
    if packet.verdict == ALLOW:
        return
    if packet.verdict == PARTIAL:
        stage, _, place = packet.at.partition(":")
        yield Stop(stage, place, "")
    for step in packet.steps:
        if not step.passes:
            stage, _, place = step.at.partition(":")
            yield Stop(stage, place, step.why)
