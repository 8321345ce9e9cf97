"""What is wanted: the flows of a design, as pairs of parties and ports. What no flow wants shall not be."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from planners.reachability.network import Ports
from workbench.model.design import Design
from workbench.model.element import ElementId
from workbench.model.elements.application import Application
from workbench.model.elements.flow import Flow
from workbench.model.elements.security_domain import SecurityDomain
from workbench.reachability.readings import ports_of, protocol_of


class Wanted(NamedTuple):
    """A flow: who shall reach whom on which ports, or shall not; ports are None for all of them."""

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


def members(design: Design) -> Mapping[ElementId, tuple[ElementId, ...]]:
    """The applications of every security domain."""
    return {
        domain.id: tuple(id for id in design.children(domain.id) if design.get(id, Application))
        for domain in design.of_kind(SecurityDomain)
    }
