"""SEC-015."""

from __future__ import annotations

from collections.abc import Iterator

from workbench.model.element import Element, ElementId
from workbench.model.elements.eip import Eip
from workbench.model.elements.load_balancer import LoadBalancer
from workbench.model.elements.transit_router_table import TransitRouterTable
from workbench.model.elements.vpc import Vpc
from workbench.model.elements.vpc_attachment import VpcAttachment
from workbench.rules.filters import everywhere
from workbench.rules.finding import Finding, found
from workbench.rules.reader import Reader
from workbench.rules.rule import rule
from workbench.rules.wording import spoken_name


@rule(
    "SEC-015",
    about=None,
    severity="warning",
    says="{name} is public in {other}, past the DMZ {dmz}",
    source="Well-architected: Design a DMZ",
    facts=("edge.dmz_pattern",),
)
def public_entry_beside_dmz(design: Reader) -> Iterator[Finding]:
    """Public addresses and load balancers stand in the DMZ, where there is one.

    A design with a central way to the internet guards it there. An EIP anywhere else goes round the guards. A DMZ is a
    VPC that a transit router sends 0.0.0.0/0 to, or one whose name says so.

    Wrong:
        dmz vpc
        vpc-a vpc
          lb load-balancer faces=internet

    Right:
        dmz vpc
          lb load-balancer faces=internet
        vpc-a vpc
    """
    pattern = design.fact("edge.dmz_pattern")
    hubs = _hubs(design)
    if not hubs:
        return
    balancers = (lb for lb in design.of_kind(LoadBalancer) if lb.faces == "internet")
    for public in (*design.of_kind(Eip), *balancers):
        vpc = _vpc_of(public, design)
        if vpc and vpc.id not in hubs:
            dmz = hubs[min(hubs)]
            yield found(public, vpc, dmz, rests_on=(pattern,), dmz=dmz.title())


def _hubs(design: Reader) -> dict[ElementId, Vpc]:
    """The VPCs through which the internet is reached, by id."""
    hubs = {vpc.id: vpc for vpc in design.of_kind(Vpc) if "dmz" in spoken_name(vpc).lower()}
    for table in design.of_kind(TransitRouterTable):
        for route in table.routes:
            attachment = (
                design.get(route.attachment, VpcAttachment) if everywhere(route.destination) else None
            )
            vpc = design.get(attachment.vpc, Vpc) if attachment else None
            if vpc:
                hubs[vpc.id] = vpc
    return hubs


def _vpc_of(public: Element, design: Reader) -> Vpc | None:
    bound = design.get(getattr(public, "bound_to", None))
    for element in (public, bound):
        vpc = design.get(element.parent, Vpc) if element else None
        if vpc:
            return vpc
    return None
