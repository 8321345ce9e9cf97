"""CEN-013."""

from __future__ import annotations

from collections.abc import Iterator

from workbench.addresses import Span, span
from workbench.model.elements.route_table import RouteTable
from workbench.model.elements.transit_router_table import TransitRouterTable
from workbench.model.elements.vpc import Vpc
from workbench.model.elements.vpc_attachment import VpcAttachment
from workbench.model.elements.vpc_peering import VpcPeering
from workbench.model.elements.vswitch import VSwitch
from workbench.rules.attachments import teaching
from workbench.rules.blocks import readable
from workbench.rules.finding import Finding, found
from workbench.rules.reader import Reader
from workbench.rules.rule import rule


@rule(
    "CEN-013",
    about=VpcPeering,
    severity="warning",
    says={
        "": "Both {name} and {router} lead from {other} to {block}",
        "learned": "{name} leads from {other} to {block}, and {router} writes routes to addresses in it",
    },
    source="Why a VPC route table or CEN shows Route Conflict",
    facts=("vpc_peering.conflicts_with_cen",),
)
def peering_beside_cen(peering: VpcPeering, design: Reader) -> Iterator[Finding]:
    """A VPC reaches a destination through a peering or through its transit router, not through both.

    Two routes to the same addresses stand in conflict: one of them stays without effect, and packets and answers may take
    different ways. A wider route to the transit router beside it, such as one to all private addresses, is fine.

    Wrong:
        tr transit-router
          att vpc-attachment vpc=vpc-a
        vpc-a vpc
          rt-a route-table type=system
            - routes destination=10.1.0.0/16 hop=link
            - routes destination=10.1.0.0/16 hop=att
          link vpc-peering peer=vpc-b
        vpc-b vpc blocks=10.1.0.0/16

    Right:
        tr transit-router
          att vpc-attachment vpc=vpc-a
        vpc-a vpc
          rt-a route-table type=system
            - routes destination=10.1.0.0/16 hop=link
            - routes destination=10.0.0.0/8 hop=att
          link vpc-peering peer=vpc-b
        vpc-b vpc blocks=10.1.0.0/16
    """
    conflicts = design.fact("vpc_peering.conflicts_with_cen")
    one, other = design.get(peering.parent, Vpc), design.get(peering.peer, Vpc)
    if one is None or other is None or one is other or not conflicts.value:
        return
    for near, far in ((one, other), (other, one)):
        through_peering = _routes(near, (peering.id,), design)
        for attachment in design.referrers(near, VpcAttachment):
            router = design.get(attachment.parent) or attachment
            for block, says in _twice(through_peering, attachment, far, design):
                yield found(
                    peering,
                    near,
                    router,
                    says=says,
                    rests_on=(conflicts,),
                    block=block,
                    router=router.title(),
                )


def _twice(
    through_peering: dict[str, Span], attachment: VpcAttachment, far: Vpc, design: Reader
) -> Iterator[tuple[str, str]]:
    """The destinations of a peering that the transit router leads to as well, each with the sentence that says so."""
    vpc = design.get(attachment.vpc, Vpc)
    drawn = _routes(vpc, (attachment.id, attachment.parent), design)
    learned = _learned(attachment, far, design)
    for block, reached in through_peering.items():
        if any(reached.holds(way) for way in drawn.values()):
            yield block, ""
        elif any(reached.meets(way) for way in learned):
            yield block, "learned"


def _routes(vpc: Vpc | None, hops: tuple[str | None, ...], design: Reader) -> dict[str, Span]:
    """The destinations of the routes in a VPC's tables that lead to one of the hops."""
    tables = design.children(vpc, RouteTable)
    blocks = [
        route.destination for table in tables for route in table.routes if route.hop and route.hop in hops
    ]
    return {block: found for block in blocks if (found := span(block))}


def _learned(attachment: VpcAttachment, far: Vpc, design: Reader) -> list[Span]:
    """The blocks of the other VPC that the transit router writes into the tables of this one."""
    table = design.get(attachment.association, TransitRouterTable)
    if table is None or not attachment.synchronised:
        return []
    if not any(taught.vpc == far.id for taught in teaching(table, design)):
        return []
    return [found for _, found in readable(vswitch.block for vswitch in design.children(far, VSwitch))]
