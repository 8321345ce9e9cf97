"""Changes of network ACLs, boundaries and transit routers that let one flow pass."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Final, NamedTuple

from planners.addresses import Block, block_text, exact_cover
from planners.domains.ports import PORTED
from planners.reachability import Explanation
from planners.reachability.network import ALL, INTERNET, Endpoint
from workbench.model.attachment import Attachment
from workbench.model.design import Design
from workbench.model.element import Element, ElementId
from workbench.model.elements.cloud_firewall import CloudFirewall, FirewallPolicy
from workbench.model.elements.network_acl import AclEntry, NetworkAcl
from workbench.model.elements.transit_router_table import TransitRouterTable
from workbench.model.elements.vbr_attachment import VbrAttachment
from workbench.model.elements.vpc_attachment import VpcAttachment
from workbench.model.elements.vpn_attachment import VpnAttachment
from workbench.reachability.lines import sites_at
from workbench.reachability.modelled import Modelled
from workbench.reachability.readings import ANYWHERE, blocks_of
from workbench.reachability.sayings import owner_of, title_of
from workbench.reachability.synthesis.ranges import Span, port_text, said
from workbench.texts import Text, text

EPHEMERAL: Final = (1024, 65535)
"""The ports that clients open connections from, which answers of a stateless list go to."""
Ports = tuple[int, int] | None


class Stop(NamedTuple):
    """A place that stops a packet: the stage, the engine's name of the place, and how a route fails."""

    stage: str
    place: str
    why: str


@dataclass(frozen=True)
class AclCure:
    """An entry in front of those of a network ACL."""

    element: ElementId
    side: str
    protocol: str
    block: str
    ports: Ports

    def says(self, design: Design) -> Text:
        """The change in words."""
        name, ports = title_of(self.element, design), said(self.protocol, self.ports)
        if self.side == "inbound":
            return text("{name} lets in {ports} from {block}", name=name, ports=ports, block=self.block)
        return text("{name} lets out {ports} to {block}", name=name, ports=ports, block=self.block)

    def perform(self, design: Design) -> Design:
        """The design with the entry."""
        acl = design.get(self.element, NetworkAcl)
        assert acl is not None
        entry = AclEntry(protocol=self.protocol, block=self.block, port=port_text(self.ports))
        entries = getattr(acl, self.side)
        return design if entry in entries else design.replacing(acl.id, **{self.side: (entry, *entries)})


@dataclass(frozen=True)
class PolicyCure:
    """A policy in front of those of a boundary."""

    element: ElementId
    direction: str
    protocol: str
    source: str
    target: str
    ports: Ports

    def says(self, design: Design) -> Text:
        """The change in words."""
        return text(
            "{name} accepts {ports} from {source} to {target}",
            name=title_of(self.element, design),
            ports=said(self.protocol, self.ports),
            source=self.source,
            target=self.target,
        )

    def perform(self, design: Design) -> Design:
        """The design with the policy."""
        boundary = design.get(self.element, CloudFirewall)
        assert boundary is not None
        policy = FirewallPolicy(
            direction=self.direction,  # type: ignore[arg-type]
            source=self.source,
            destination=self.target,
            protocol="ANY" if self.protocol == ALL else self.protocol.upper(),
            port="" if self.ports is None else port_text(self.ports),
        )
        if policy in boundary.policies:
            return design
        return design.replacing(boundary.id, policies=(policy, *boundary.policies))


@dataclass(frozen=True)
class TableCure:
    """An attachment that asks a table it did not ask, or teaches one it did not teach."""

    element: ElementId
    table: ElementId
    teaches: bool

    def says(self, design: Design) -> Text:
        """The change in words."""
        name, table = title_of(self.element, design), title_of(self.table, design)
        if self.teaches:
            return text("{name} teaches {table} its routes", name=name, table=table)
        return text("{name} is associated with {table}", name=name, table=table)

    def perform(self, design: Design) -> Design:
        """The design with the attachment changed."""
        one = design[self.element]
        assert isinstance(one, Attachment)
        if not self.teaches:
            return design.replacing(one.id, association=self.table)
        return design.replacing(one.id, learning=tuple(dict.fromkeys((*one.learning, self.table))))


Cure = AclCure | PolicyCure | TableCure


def joined(cures: Iterable[Cure]) -> tuple[Cure, ...]:
    """The same changes on as few blocks as hold exactly the same addresses: lists are short on the platform."""
    acls: dict[AclCure, list[str]] = {}
    sources: dict[PolicyCure, list[str]] = {}
    others: dict[Cure, None] = {}
    for cure in cures:
        if isinstance(cure, AclCure):
            acls.setdefault(replace(cure, block=""), []).append(cure.block)
        elif isinstance(cure, PolicyCure):
            sources.setdefault(replace(cure, source=""), []).append(cure.source)
        else:
            others[cure] = None
    targets: dict[PolicyCure, list[str]] = {}
    for policy, blocks in sources.items():
        targets.setdefault(replace(policy, source=_cover(blocks), target=""), []).append(policy.target)
    entries = (
        replace(one, block=block) for one, blocks in acls.items() for block in _cover(blocks).split(",")
    )
    policies = (replace(one, target=_cover(blocks)) for one, blocks in targets.items())
    return (*entries, *policies, *others)


def _cover(blocks: Iterable[str]) -> str:
    return ",".join(block_text(block) for block in exact_cover(blocks_of(blocks)))


def performed(design: Design, cures: Iterable[Cure]) -> Design:
    """The design with some changes; itself where there are none."""
    for cure in cures:
        design = cure.perform(design)
    return design


def cure_of(stop: Stop, network: Modelled, packet: Explanation, opened: Span) -> Cure | None:
    """What lets a packet past a place, with all that is to be opened with it; None where nothing here does."""
    ends = network.compiled.order.ends
    at = network.compiled.order.at
    source, target = ends[at[packet.source]], ends[at[packet.target]]
    protocol, ports = opened
    answer = EPHEMERAL if protocol in PORTED else None
    sent, received = _block(source, network), _block(target, network)
    acls = {
        "acl-out": ("outbound", received, ports),
        "acl-in": ("inbound", sent, ports),
        "return-acl-out": ("outbound", sent, answer),
        "return-acl-in": ("inbound", received, answer),
    }
    if stop.stage in acls:
        side, block, let = acls[stop.stage]
        return AclCure(stop.place, side, protocol, block, let)
    if stop.stage == "firewall" and stop.place in network.design:
        direction = "in" if source.id == INTERNET else "out" if target.id == INTERNET else ""
        return PolicyCure(stop.place, direction, protocol, sent, received, ports)
    if stop.stage in ("route", "return-route"):
        return _route(
            stop, network.design, *((source, target) if stop.stage == "route" else (target, source))
        )
    return None


def _block(one: Endpoint, network: Modelled) -> str:
    """The addresses of whoever stands where an endpoint stands."""
    if one.vswitch is not None:
        return block_text(network.network.vswitches[one.vswitch].block)
    if one.site is not None:
        ranges = [block for block in network.network.sites[one.site] if block.base <= one.ip < block.end]
        return (
            block_text(min(ranges, key=lambda block: block.bits)) if ranges else block_text(Block(one.ip, 0))
        )
    return block_text(ANYWHERE)


def _route(stop: Stop, design: Design, sender: Endpoint, receiver: Endpoint) -> Cure | None:
    """The association that is missing, or the table that was not taught the way."""
    place: Element | None = design.get(owner_of(stop.place))
    if stop.why == "not-associated" and isinstance(place, Attachment) and place.association is None:
        asked = Counter(
            other.association
            for id in design.children(place.parent)
            if isinstance(other := design.get(id), Attachment) and other.association
        )
        table = min(asked, key=lambda id: (-asked[id], id)) if asked else None
        return TableCure(place.id, table, teaches=False) if table else None
    if stop.why == "no-route" and isinstance(place, TransitRouterTable):
        for id in design.children(place.parent):
            one = design.get(id)
            if (
                isinstance(one, Attachment)
                and _leads_to(one, receiver, design)
                and place.id not in one.learning
            ):
                return TableCure(one.id, place.id, teaches=True)
    return None


def _leads_to(one: Attachment, receiver: Endpoint, design: Design) -> bool:
    if isinstance(one, VpcAttachment):
        return receiver.vpc is not None and one.vpc == receiver.vpc
    door = one.vbr if isinstance(one, VbrAttachment) else one.vpn if isinstance(one, VpnAttachment) else None
    return receiver.site is not None and receiver.site in {site.id for site in sites_at(door, design)}
