"""Who stands in the matrices of a design, in which order: known without a network, as the codes at their heads are."""

from __future__ import annotations

from collections.abc import Sequence

from planners.reachability.network import INTERNET
from workbench.addresses import span
from workbench.model.design import Design
from workbench.model.element import ElementId
from workbench.model.elements.application import Application
from workbench.model.elements.bastion_host import BastionHost
from workbench.model.elements.database import Database
from workbench.model.elements.eip import Eip
from workbench.model.elements.internet import Internet
from workbench.model.elements.ipv4_gateway import Ipv4Gateway
from workbench.model.elements.load_balancer import LoadBalancer
from workbench.model.elements.nat_gateway import NatGateway
from workbench.model.elements.security_domain import SecurityDomain
from workbench.model.elements.security_group import SecurityGroup
from workbench.model.elements.vpc import Vpc
from workbench.model.elements.vswitch import VSwitch
from workbench.reachability.lines import sites_of

IPV4 = 32


def listed_ids(design: Design) -> tuple[ElementId, ...]:
    """The parties of the matrix: applications domain by domain, databases, load balancers, bastion hosts, sites, the internet.

    Of a design without applications its vSwitches and groups stand there. The internet stands there too where nobody drew it
    though something leads to it.
    """
    inside = sorted(design.of_kind(Application), key=lambda one: (one.parent or "~", one.id))
    places = () if inside else (*_vswitches(design), *design.of_kind(SecurityGroup))
    entries = (*design.of_kind(Database), *design.of_kind(LoadBalancer), *design.of_kind(BastionHost))
    outside = (*sites_of(design), *design.of_kind(Internet))
    ids = tuple(one.id for one in (*inside, *places, *entries, *outside))
    return (*ids, INTERNET) if _leads_out(design) and not design.of_kind(Internet) else ids


def _leads_out(design: Design) -> bool:
    """Whether anything of a design has to do with the internet."""
    faces = (one.faces == "internet" for one in design.of_kind(LoadBalancer))
    public = (one.public for one in design.of_kind(Database))
    drawn = (design.of_kind(Eip), design.of_kind(NatGateway), design.of_kind(Ipv4Gateway))
    return any(drawn) or any(faces) or any(public)


def grouped(parties: Sequence[ElementId], design: Design) -> list[tuple[ElementId, list[int]]]:
    """Parties by security domain, each with their places; who is in none stands for himself."""
    found: dict[ElementId, list[int]] = {}
    for place, id in enumerate(parties):
        element = design.get(id, Application)
        domain = design.get(element.parent, SecurityDomain) if element else None
        found.setdefault(domain.id if domain else id, []).append(place)
    return list(found.items())


def _vswitches(design: Design) -> list[VSwitch]:
    """Those that stand in a VPC and have an IPv4 block."""
    return [
        one
        for one in design.of_kind(VSwitch)
        if design.get(one.parent, Vpc) is not None and (block := span(one.block)) and block.width == IPV4
    ]
