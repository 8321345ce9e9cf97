"""What joins networks: attachments of transit routers, and gateways that lead from a VPC to sites."""

from __future__ import annotations

from collections.abc import Iterator

from workbench.model.design import Design
from workbench.model.element import Element, ElementId
from workbench.model.elements.account import Account
from workbench.model.elements.circuit import Circuit
from workbench.model.elements.data_centre import DataCentre
from workbench.model.elements.ecr_association import EcrAssociation
from workbench.model.elements.ipsec_connection import IpsecConnection
from workbench.model.elements.other_cloud import OtherCloud
from workbench.model.elements.region import Region
from workbench.model.elements.transit_router import TransitRouter
from workbench.model.elements.vbr import Vbr

Site = DataCentre | OtherCloud


def sites_of(design: Design) -> tuple[Site, ...]:
    """Every place outside the cloud."""
    return (*design.of_kind(DataCentre), *design.of_kind(OtherCloud))


def sites_at(door: ElementId | None, design: Design) -> tuple[Site, ...]:
    """The sites whose circuits or tunnels end at a VBR or VPN gateway, or at the VBRs of an ECR."""
    found: dict[ElementId, Site] = {}
    for id in design.children(door) if door else ():
        line = design.get(id)
        if isinstance(line, (Circuit, IpsecConnection)):
            site = design.get(line.site)
            if isinstance(site, (DataCentre, OtherCloud)):
                found[site.id] = site
        elif isinstance(line, EcrAssociation) and design.get(line.network, Vbr):
            found.update((site.id, site) for site in sites_at(line.network, design))
    return tuple(found.values())


def region_of(element: Element | None, design: Design) -> str:
    """The platform's id of the region that an element, or the router it stands on, names; empty where it names none."""
    region = design.get(getattr(element, "region", None), Region)
    return region.region_id if region else ""


def account_of(element: Element | None, design: Design) -> Account | None:
    """The account that something names, or stands in, the nearest first; None where nothing says so."""
    for one in (element, *design.above(element.id)) if element else ():
        found = one if isinstance(one, Account) else design.get(getattr(one, "account", None), Account)
        if found is not None:
            return found
    return None


def router_of(element: Element, design: Design) -> TransitRouter | None:
    """The transit router that an attachment or a table stands on."""
    return design.get(element.parent, TransitRouter)


def associations(ecr: ElementId, design: Design) -> Iterator[EcrAssociation]:
    """What an Express Connect Router is joined to."""
    for id in design.children(ecr):
        one = design.get(id, EcrAssociation)
        if one is not None:
            yield one
