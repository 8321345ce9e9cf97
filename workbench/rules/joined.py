"""Which networks the packets of one come to: through peerings, gateways and the tables of transit routers.

What the design settles is told apart from what it does not: routing policies that deny, entries that drop, static routes by
way of another VPC, and Express Connect Routers beside a transit router may carry packets or not.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from workbench.addresses import Span, span, spans
from workbench.model.element import Element, ElementId
from workbench.model.elements.circuit import Circuit
from workbench.model.elements.data_centre import DataCentre
from workbench.model.elements.ecr import Ecr
from workbench.model.elements.ecr_association import EcrAssociation
from workbench.model.elements.ipsec_connection import IpsecConnection
from workbench.model.elements.other_cloud import OtherCloud
from workbench.model.elements.peer_attachment import PeerAttachment
from workbench.model.elements.routing_policy import RoutingPolicy
from workbench.model.elements.transit_router import TransitRouter
from workbench.model.elements.transit_router_table import TransitRouterTable
from workbench.model.elements.vbr import Vbr
from workbench.model.elements.vbr_attachment import VbrAttachment
from workbench.model.elements.vpc import Vpc
from workbench.model.elements.vpc_attachment import VpcAttachment
from workbench.model.elements.vpc_peering import VpcPeering
from workbench.model.elements.vpn_attachment import VpnAttachment
from workbench.model.elements.vpn_gateway import VpnGateway
from workbench.rules.attachments import NETWORK_ATTACHMENTS, NetworkAttachment, router_of
from workbench.rules.reader import Reader

Network = Vpc | DataCentre | OtherCloud


@dataclass(slots=True)
class Reach:
    """The networks that one comes to, each with what joins them: for certain, and perhaps."""

    sure: dict[ElementId, Element] = field(default_factory=dict)
    unsure: dict[ElementId, Element] = field(default_factory=dict)


def spans_of(network: Network) -> tuple[Span, ...]:
    """The addresses of a network."""
    if isinstance(network, Vpc):
        return spans(network.blocks)
    return spans(tuple(row.block for row in network.ranges))


def reach(network: Network, design: Reader) -> Reach:
    """Where packets of a network come to, itself left out."""
    found = Reach()
    for other, through in _directly(network, design):
        found.sure.setdefault(other, through)
    for router in _perhaps(network, design):
        for other in _networks_on(router, design):
            found.unsure.setdefault(other, router)
    walk = _Walk(design, found)
    for attachment in _attachments_of(network, design):
        walk.start(attachment)
    for known in (found.sure, found.unsure):
        known.pop(network.id, None)
    for settled in found.sure:
        found.unsure.pop(settled, None)
    return found


class _Walk:
    """From table to table, over the attachments that each knows."""

    def __init__(self, design: Reader, found: Reach) -> None:
        self._design, self._found = design, found
        self._seen: set[tuple[ElementId, bool]] = set()

    def start(self, attachment: NetworkAttachment) -> None:
        """Follows the packets that come in by an attachment."""
        router = router_of(attachment, self._design)
        if router is None:
            return
        if router.edition == "basic":
            for one in (router, *_peers_of(router, self._design)):
                for other in _networks_on(one, self._design):
                    self._found.sure.setdefault(other, router)
            return
        self._look_up(attachment.association, True)

    def _look_up(self, id: ElementId | None, sure: bool) -> None:
        """Follows every way that the tables from one on know."""
        waiting = [(id, sure)]
        while waiting:
            id, sure = waiting.pop()
            table = self._design.get(id, TransitRouterTable)
            if table is None or (table.id, sure) in self._seen:
                continue
            self._seen.add((table.id, sure))
            sure = sure and not self._has_policy(table)
            for attachment in self._learned(table):
                waiting.extend(self._go(attachment, table, sure, None))
            for row in table.routes:
                leads_to = self._design.get(row.attachment)
                if leads_to is not None:
                    waiting.extend(self._go(leads_to, table, sure, span(row.destination)))

    def _go(
        self, attachment: Element, table: TransitRouterTable, sure: bool, static: Span | None
    ) -> Iterator[tuple[ElementId | None, bool]]:
        """Notes the networks behind an attachment; gives the tables that packets are looked up in next."""
        if isinstance(attachment, PeerAttachment):
            there = (
                attachment.peer_association if attachment.parent == table.parent else attachment.association
            )
            yield there, sure
            return
        for network in _behind(attachment, self._design):
            blocks = spans_of(network)
            if static is None or any(static.meets(block) for block in blocks):
                settled = sure and not _drops(table, blocks)
                known = self._found.sure if settled else self._found.unsure
                known.setdefault(network.id, self._design.get(table.parent) or table)
        if static is not None and isinstance(attachment, VpcAttachment):
            # The VPC may hand on what was not for itself: a firewall, a gateway, an appliance.
            yield attachment.association, False

    def _learned(self, table: TransitRouterTable) -> Iterator[Element]:
        for type_ in NETWORK_ATTACHMENTS:
            for one in self._design.referrers(table, type_):
                if table.id in one.learning:
                    yield one
        for peer in self._design.referrers(table, PeerAttachment):
            if table.id in (*peer.learning, *peer.peer_learning):
                yield peer

    def _has_policy(self, table: TransitRouterTable) -> bool:
        """Whether a policy that denies stands on the table, or on its whole router."""
        router = self._design.get(table.parent, TransitRouter)
        policies = self._design.children(router, RoutingPolicy) if router else ()
        return any(one.action == "Deny" and one.table in (None, table.id) for one in policies)


def _drops(table: TransitRouterTable, blocks: tuple[Span, ...]) -> bool:
    """Whether an entry of a table drops packets to some of the addresses."""
    dropped = (span(row.destination) for row in table.routes if not row.attachment)
    return any(one and one.meets(block) for one in dropped for block in blocks)


def _attachments_of(network: Network, design: Reader) -> Iterator[NetworkAttachment]:
    """What joins a network, or the routers and gateways at its door, to transit routers."""
    if isinstance(network, Vpc):
        yield from (one for one in design.referrers(network, VpcAttachment) if one.vpc == network.id)
        return
    for vbr in _vbrs_of(network, design):
        yield from design.referrers(vbr, VbrAttachment)
    for gateway in _gateways_of(network, design):
        yield from design.referrers(gateway, VpnAttachment)


def _behind(attachment: Element, design: Reader) -> Iterator[Network]:
    """The networks that packets leaving by an attachment come to."""
    if isinstance(attachment, VpcAttachment):
        vpc = design.get(attachment.vpc, Vpc)
        if vpc:
            yield vpc
    elif isinstance(attachment, VbrAttachment):
        yield from _sites_at(design.get(attachment.vbr, Vbr), design)
    elif isinstance(attachment, VpnAttachment):
        yield from _sites_at(design.get(attachment.vpn, VpnGateway), design)


def _networks_on(router: TransitRouter, design: Reader) -> Iterator[ElementId]:
    for type_ in NETWORK_ATTACHMENTS:
        for attachment in design.children(router, type_):
            yield from (network.id for network in _behind(attachment, design))


def _peers_of(router: TransitRouter, design: Reader) -> Iterator[TransitRouter]:
    """The transit routers that one is joined with."""
    for peer in (*design.children(router, PeerAttachment), *design.referrers(router, PeerAttachment)):
        for id in (peer.parent, peer.peer):
            other = design.get(id, TransitRouter)
            if other and other is not router:
                yield other


def _directly(network: Network, design: Reader) -> Iterator[tuple[ElementId, Element]]:
    """The networks joined without a transit router, each with what joins them."""
    if isinstance(network, Vpc):
        for peering in (*design.children(network, VpcPeering), *design.referrers(network, VpcPeering)):
            for end in (peering.parent, peering.peer):
                if end:
                    yield end, peering
        for gateway in design.children(network, VpnGateway):
            yield from ((site.id, gateway) for site in _sites_at(gateway, design))
    else:
        for gateway in _gateways_of(network, design):
            vpc = design.get(gateway.parent, Vpc)
            if vpc:
                yield vpc.id, gateway
    yield from _over_ecrs(network, design)


def _over_ecrs(network: Network, design: Reader) -> Iterator[tuple[ElementId, Element]]:
    """Sites and VPCs on the same Express Connect Router; it does not join VPCs with each other."""
    for ecr in _ecrs_of(network, design):
        for association in design.children(ecr, EcrAssociation):
            vpc = design.get(association.network, Vpc)
            if vpc and not isinstance(network, Vpc):
                yield vpc.id, ecr
            yield from ((site.id, ecr) for site in _sites_at(design.get(association.network, Vbr), design))


def _perhaps(network: Network, design: Reader) -> Iterator[TransitRouter]:
    """The transit routers that an Express Connect Router joins a site to: their tables say nothing of it."""
    if isinstance(network, Vpc):
        return
    for ecr in _ecrs_of(network, design):
        for association in design.children(ecr, EcrAssociation):
            router = design.get(association.network, TransitRouter)
            if router:
                yield router


def _ecrs_of(network: Network, design: Reader) -> Iterator[Ecr]:
    doors: tuple[Element, ...] = (network,) if isinstance(network, Vpc) else tuple(_vbrs_of(network, design))
    for door in doors:
        for association in design.referrers(door, EcrAssociation):
            ecr = design.get(association.parent, Ecr)
            if ecr:
                yield ecr


def _vbrs_of(site: Element, design: Reader) -> Iterator[Vbr]:
    for circuit in design.referrers(site, Circuit):
        vbr = design.get(circuit.parent, Vbr)
        if vbr:
            yield vbr


def _gateways_of(site: Element, design: Reader) -> Iterator[VpnGateway]:
    for connection in design.referrers(site, IpsecConnection):
        gateway = design.get(connection.parent, VpnGateway)
        if gateway:
            yield gateway


def _sites_at(door: Element | None, design: Reader) -> Iterator[Network]:
    """The sites whose circuits or tunnels end at a VBR or VPN gateway."""
    lines: tuple[Circuit | IpsecConnection, ...] = (
        (*design.children(door, Circuit), *design.children(door, IpsecConnection)) if door else ()
    )
    for line in lines:
        site = design.get(line.site)
        if isinstance(site, (DataCentre, OtherCloud)):
            yield site
