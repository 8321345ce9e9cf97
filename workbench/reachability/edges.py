"""The edges to the internet: gateways that translate, public addresses, and the boundaries before both."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Literal, TypeVar

from planners.reachability.network import ALL, DnatEntry, Endpoint, Nat, VSwitch
from workbench.model.design import Design
from workbench.model.element import ElementId
from workbench.model.elements.bastion_host import BastionHost
from workbench.model.elements.cloud_firewall import CloudFirewall
from workbench.model.elements.eip import Eip
from workbench.model.elements.load_balancer import LoadBalancer
from workbench.model.elements.nat_gateway import DnatEntry as DrawnEntry
from workbench.model.elements.nat_gateway import NatGateway, SnatEntry
from workbench.model.elements.vpc import Vpc
from workbench.reachability.boundaries import PERHAPS
from workbench.reachability.leaving import has_active_gateway, leads_out
from workbench.reachability.readings import are_ports, block_of, blocks_of, ports_of, protocol_of

Entry = TypeVar("Entry", SnatEntry, DrawnEntry)


def nats_of(design: Design, endpoints: Iterable[Endpoint]) -> dict[str, Nat]:
    """Every internet NAT gateway by id; a forwarded port reaches whoever has the private address.

    An entry without a public address does nothing. Where no EIP is drawn at all, nobody knows which gateway has one.
    """
    by_address: dict[int, list[str]] = {}
    for one in endpoints:
        by_address.setdefault(one.ip, []).append(one.id)
    draws_eips = bool(design.of_kind(Eip))
    return {
        one.id: Nat(
            tuple(dict.fromkeys(blocks_of(row.source for row in _working(one.snat, one, design)))),
            tuple(_entries(_working(one.dnat, one, design), by_address)),
            edge=boundary_before("internet", (one.id, *_eips(one, design)), design),
            wall=boundary_before("nat", (one.id,), design),
            certain=draws_eips,
        )
        for one in design.of_kind(NatGateway)
        if one.type == "internet"
    }


def _working(rows: Iterable[Entry], nat: NatGateway, design: Design) -> Iterator[Entry]:
    """The entries with a public address: the EIP they name, unless it is gone or bound elsewhere, else any of the gateway.

    Where no EIP is drawn at all, those that may have one.
    """
    if not design.of_kind(Eip):
        yield from rows
        return
    usable = usable_eips(nat, design)
    yield from (row for row in rows if (row.eip in usable if row.eip else usable))


def usable_eips(nat: NatGateway, design: Design) -> set[ElementId]:
    """The EIPs that are bound to a NAT gateway, or named by its entries and bound to nothing else."""
    return {id for id in _eips(nat, design) if _is_usable(design.get(id, Eip), nat)}


def has_address(nat: NatGateway, design: Design) -> bool:
    """Whether a NAT gateway has a public address, or may have one since no EIP is drawn at all."""
    return bool(usable_eips(nat, design)) or not design.of_kind(Eip)


def _is_usable(eip: Eip | None, nat: NatGateway) -> bool:
    return eip is not None and eip.bound_to in (None, "", nat.id)


def _entries(rows: Iterable[DrawnEntry], by_address: dict[int, list[str]]) -> Iterator[DnatEntry]:
    """The forwarded ports, as the port at the private address: groups and ACLs are asked about that one."""
    for row in rows:
        address, protocol = block_of(row.address), protocol_of(row.protocol)
        if address is None or protocol is None:
            continue
        written = row.private_port or row.port
        # What cannot be read is taken for every port, so that no opening is overlooked.
        ports = ports_of(written) if are_ports(written) else None
        for endpoint in by_address.get(address.base, ()):
            if ports is None:
                yield DnatEntry(protocol, None, endpoint)
            elif protocol != ALL:
                yield from (DnatEntry(protocol, port, endpoint) for port in range(ports[0], ports[1] + 1))


def _eips(nat: NatGateway, design: Design) -> tuple[ElementId, ...]:
    named = [id for id in (*(row.eip for row in nat.snat), *(row.eip for row in nat.dnat)) if id]
    bound = [id for id in design.referrers(nat.id) if (eip := design.get(id, Eip)) and eip.bound_to == nat.id]
    return tuple(dict.fromkeys((*named, *bound)))


def boundary_before(
    kind: Literal["internet", "nat"], guarded: Iterable[ElementId], design: Design
) -> str | None:
    """The boundary that stands before some gateway or address; one that names nothing it guards may do so or not."""
    wanted = set(guarded)
    boundaries = [one for one in design.of_kind(CloudFirewall) if one.boundary == kind]
    for one in boundaries:
        if wanted & set(one.guards):
            return one.id
    return next((one.id + PERHAPS for one in boundaries if not one.guards), None)


def public(owner: LoadBalancer | BastionHost, vswitch: VSwitch, design: Design) -> tuple[bool, str | None]:
    """Whether something has a public address that works, and the boundary before it."""
    eips = [
        id for id in design.referrers(owner.id) if (eip := design.get(id, Eip)) and eip.bound_to == owner.id
    ]
    faces = isinstance(owner, LoadBalancer) and owner.faces == "internet"
    vpc = design.get(vswitch.vpc, Vpc)
    is_led = vpc is None or not has_active_gateway(vpc.id, design) or leads_out(vswitch.table, vpc, design)
    if not (eips or faces) or not is_led:
        return False, None
    return True, boundary_before("internet", (owner.id, *eips), design)
