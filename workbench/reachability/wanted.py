"""What is wanted: the flows of a design, as pairs of parties and ports. What none of them wants shall not be.

A load balancer is wanted for what it leads to.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Final, NamedTuple

from planners.reachability.network import ALL, INTERNET, PORTS, Ports
from workbench.model.design import Design
from workbench.model.element import ElementId
from workbench.model.elements.application import Application
from workbench.model.elements.bastion_host import BastionHost
from workbench.model.elements.data_centre import DataCentre
from workbench.model.elements.database import Database
from workbench.model.elements.flow import Flow
from workbench.model.elements.internet import Internet
from workbench.model.elements.load_balancer import Listener, LoadBalancer
from workbench.model.elements.other_cloud import OtherCloud
from workbench.model.elements.security_domain import SecurityDomain
from workbench.reachability.readings import ports_of, protocol_of

PARTIES: Final = (Application, Database, LoadBalancer, BastionHost, DataCentre, OtherCloud, Internet)
"""The kinds that may come to a load balancer."""


class Wanted(NamedTuple):
    """A flow, or what a load balancer leads to: who shall reach whom on which ports, or shall not; None for all ports."""

    flow: ElementId
    sources: tuple[ElementId, ...]
    targets: tuple[ElementId, ...]
    protocol: str
    ports: Ports | None
    allows: bool


def wanted(design: Design) -> Iterator[Wanted]:
    """Every flow with both ends; a domain stands for its applications."""
    inside = members(design)
    for flow in design.of_kind(Flow):
        protocol = protocol_of(flow.protocol)
        if flow.source and flow.target and protocol is not None:
            yield Wanted(
                flow.id,
                inside.get(flow.source, (flow.source,)),
                inside.get(flow.target, (flow.target,)),
                protocol,
                None if protocol == "icmp" else ports_of(flow.port),
                flow.wanted == "allow",
            )


def wanted_with_entries(design: Design) -> Iterator[Wanted]:
    """Every flow; and that load balancers reach those whom they lead to, on their port.

    Who shall not reach an application shall not come to it by a listener either.
    """
    flows = list(wanted(design))
    yield from flows
    for balancer, row in _listening(design):
        inner = row.server_port or row.port or 0
        led = (row.application or "",)
        yield Wanted(balancer, (balancer,), led, row.carried_by, (inner, inner), allows=True)
        yield from (_to(balancer, row, one) for one in _about(row, flows) if not one.allows)


def permitted(design: Design) -> Iterator[Wanted]:
    """Who may come to a load balancer though no flow asks for that: whoever shall reach what a listener leads to.

    Where the internet shall, everybody may. Who shall not may not.
    """
    flows = list(wanted(design))
    outside = frozenset((INTERNET, *(one.id for one in design.of_kind(Internet))))
    everybody = tuple(one.id for kind in PARTIES for one in design.of_kind(kind))
    for balancer, row in _listening(design):
        for one in _about(row, flows):
            is_public = one.allows and outside.intersection(one.sources)
            yield _to(balancer, row, one._replace(sources=everybody) if is_public else one)


def _listening(design: Design) -> Iterator[tuple[ElementId, Listener]]:
    """The load balancers with those of their listeners that lead somewhere."""
    for balancer in design.of_kind(LoadBalancer):
        for row in balancer.listeners:
            if row.application and row.port is not None:
                yield balancer.id, row


def _to(balancer: ElementId, row: Listener, one: Wanted) -> Wanted:
    """A flow to what a listener leads to, as one to the load balancer."""
    port = row.port or 0
    return one._replace(targets=(balancer,), protocol=row.carried_by, ports=(port, port))


def _about(row: Listener, flows: Sequence[Wanted]) -> Iterator[Wanted]:
    """The flows to the application of a listener, on its port."""
    for one in flows:
        low, high = one.ports or (0, PORTS - 1)
        is_carried = one.protocol in (row.carried_by, ALL)
        if row.application in one.targets and is_carried and low <= (row.port or 0) <= high:
            yield one


def trusting(design: Design) -> Iterator[tuple[ElementId, ...]]:
    """Those of whom each may reach each: the applications of a domain with their databases, and one of none with its own."""
    homes: dict[ElementId, list[ElementId]] = {}
    owners = [(one.id, one) for one in design.of_kind(Application)]
    for database in design.of_kind(Database):
        if owner := design.get(database.application, Application):
            owners.append((database.id, owner))
    for id, owner in owners:
        domain = design.get(owner.parent, SecurityDomain)
        homes.setdefault(domain.id if domain else owner.id, []).append(id)
    yield from (tuple(ids) for ids in homes.values())


def begin_nothing(design: Design) -> tuple[ElementId, ...]:
    """Those who only answer, or pass on what they were asked: that more would pass from them opens nothing."""
    return tuple(one.id for kind in (LoadBalancer, Database) for one in design.of_kind(kind))


def members(design: Design) -> Mapping[ElementId, tuple[ElementId, ...]]:
    """The applications of every security domain."""
    return {
        domain.id: tuple(id for id in design.children(domain.id) if design.get(id, Application))
        for domain in design.of_kind(SecurityDomain)
    }
