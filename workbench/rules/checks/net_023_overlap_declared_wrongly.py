"""NET-023."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from workbench.addresses import Span
from workbench.model.elements.data_centre import DataCentre
from workbench.model.elements.intended_overlap import IntendedOverlap
from workbench.model.elements.nat_gateway import NatGateway
from workbench.model.elements.other_cloud import OtherCloud
from workbench.model.elements.vpc import Vpc
from workbench.rules.declared import gives_reason
from workbench.rules.finding import Finding, found
from workbench.rules.joined import Network, Reach, reach, spans_of
from workbench.rules.overlaps import overlaps
from workbench.rules.reader import Reader
from workbench.rules.rule import rule


@rule(
    "NET-023",
    about=IntendedOverlap,
    severity="error",
    says={
        "": "{one} and {other} share addresses and are joined through {through}; no VPC NAT gateway stands between them",
        "unsure": "{one} and {other} share addresses; whether {through} joins them the design does not settle",
        "nat": "{name} keeps {networks} apart by VPC NAT, but none of them has a VPC NAT gateway",
        "reason": "{name} gives no reason, so that it allows nothing",
        "few": "{name} names {count} of two networks that exist",
        "apart": "{networks} of {name} share no address with the others",
    },
    severities={"unsure": "hint", "nat": "warning", "reason": "warning", "few": "warning", "apart": "hint"},
    source="Resolve overlapping vSwitch CIDR blocks in CEN",
    facts=("cen.overlap.effect", "cen.overlap.remedies"),
)
def overlap_declared_wrongly(overlap: IntendedOverlap, design: Reader) -> Iterator[Finding]:
    """An intended overlap gives its reason, is one still, and its networks are kept apart.

    Networks that share addresses work as long as nothing carries packets from one to the other: no peering, no gateway, no
    table of a transit router that knows the other, or VPC NAT gateways that translate between them. Where policies, other
    VPCs or Express Connect Routers lie in the way, the design does not settle it.

    Wrong:
        vpc-a vpc blocks=10.0.0.0/16
          link vpc-peering peer=vpc-b
        vpc-b vpc blocks=10.0.0.0/16
        shops intended-overlap networks=vpc-a,vpc-b reason.en="Every shop is a copy of the other"

    Right:
        vpc-a vpc blocks=10.0.0.0/16
        vpc-b vpc blocks=10.0.0.0/16
        shops intended-overlap networks=vpc-a,vpc-b reason.en="Every shop is a copy of the other"
    """
    networks = _networks(overlap, design)
    if not gives_reason(overlap):
        yield found(overlap, says="reason", field="reason", name=overlap.title())
    if len(networks) < 2:
        yield found(
            overlap, *networks, says="few", field="networks", name=overlap.title(), count=len(networks)
        )
        return
    yield from _apart(overlap, networks)
    translated = {network.id for network in networks if _translates(network, design)}
    if overlap.kept_apart == "nat" and not translated:
        titles = [network.title() for network in networks]
        yield found(overlap, *networks, says="nat", field="kept_apart", name=overlap.title(), networks=titles)
    yield from _joined(overlap, networks, translated, design)


def _networks(overlap: IntendedOverlap, design: Reader) -> tuple[Network, ...]:
    named = (design.get(id) for id in dict.fromkeys(overlap.networks))
    return tuple(one for one in named if isinstance(one, (Vpc, DataCentre, OtherCloud)))


def _apart(overlap: IntendedOverlap, networks: tuple[Network, ...]) -> Iterator[Finding]:
    """The networks that share no address with another one of the declaration."""
    blocks: list[tuple[Span, Network]] = [(block, one) for one in networks for block in spans_of(one)]
    sharing = {one.id for pair in overlaps(blocks, lambda network: network.id) for one in pair}
    alone = [one for one in networks if one.id not in sharing]
    if alone:
        titles = [one.title() for one in alone]
        yield found(overlap, *alone, says="apart", field="networks", name=overlap.title(), networks=titles)


def _joined(
    overlap: IntendedOverlap, networks: tuple[Network, ...], translated: set[str], design: Reader
) -> Iterator[Finding]:
    """Pairs that share addresses and that packets come through, in one direction at least."""
    effect, remedies = design.fact("cen.overlap.effect"), design.fact("cen.overlap.remedies")
    ways = {network.id: reach(network, design) for network in networks}
    for one, other in _candidates(networks, ways):
        if {one.id, other.id} & translated or not _share(one, other):
            continue
        there, back = ways[one.id], ways[other.id]
        through = there.sure.get(other.id) or back.sure.get(one.id)
        perhaps = through or there.unsure.get(other.id) or back.unsure.get(one.id)
        if perhaps:
            yield found(
                overlap,
                one,
                other,
                perhaps,
                says="" if through else "unsure",
                field="networks",
                rests_on=(effect, remedies),
                one=one.title(),
                other=other.title(),
                through=perhaps.title(),
            )


def _candidates(networks: tuple[Network, ...], ways: dict[str, Reach]) -> Iterator[tuple[Network, Network]]:
    """Pairs of which one comes to the other; networks that come nowhere need not be compared with all others."""
    moving = [one for one in networks if ways[one.id].sure or ways[one.id].unsure]
    met = {id for one in moving for id in (*ways[one.id].sure, *ways[one.id].unsure)}
    known = {one.id for one in moving} | met
    for one, other in combinations([one for one in networks if one.id in known], 2):
        there, back = ways[one.id], ways[other.id]
        if other.id in there.sure or other.id in there.unsure or one.id in back.sure or one.id in back.unsure:
            yield one, other


def _share(one: Network, other: Network) -> bool:
    return any(block.meets(far) for block in spans_of(one) for far in spans_of(other))


def _translates(network: Network, design: Reader) -> bool:
    """Whether a VPC has a VPC NAT gateway."""
    return isinstance(network, Vpc) and any(
        gateway.type == "vpc" for gateway in design.children(network, NatGateway)
    )
