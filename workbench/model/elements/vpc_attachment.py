"""A VPC's connection to a transit router."""

from __future__ import annotations

from typing import Annotated, Literal

from workbench.model.element import Element, ElementId, kind, shown


@kind(
    "VPC attachment",
    "VPC attachments",
    domain="network",
    symbol="attachment",
    inside=("transit-router",),
    joins=("vpc", "parent"),
    line="attachment",
    clause_item="net.interconnect",
)
class VpcAttachment(Element, frozen=True, kw_only=True, tag="vpc-attachment"):
    """Joins a VPC to the transit router of its region through vSwitches of the VPC."""

    vpc: Annotated[ElementId | None, shown("VPC", refers=("vpc",))] = None
    vswitches: Annotated[tuple[ElementId, ...], shown("Attachment vSwitches", refers=("vswitch",))] = ()

    association: Annotated[
        ElementId | None,
        shown(
            "Association",
            refers=("transit-router-table",),
            section="routing",
            hint="The table it looks its packets up in.",
        ),
    ] = None
    learning: Annotated[
        tuple[ElementId, ...],
        shown(
            "Learned by",
            refers=("transit-router-table",),
            section="routing",
            hint="The tables it teaches its routes.",
        ),
    ] = ()
    synchronised: Annotated[
        bool,
        shown(
            "Routes to the VPC",
            section="routing",
            hint="The router writes its routes into the VPC's system table.",
        ),
    ] = False
    granted: Annotated[
        bool,
        shown(
            "Grant given",
            section="routing",
            hint="Needed when router and network belong to different accounts.",
        ),
    ] = False
    payer: Annotated[
        Literal["", "owner", "router"],
        shown(
            "Paid by",
            section="routing",
            choices={"": "not stated", "owner": "the network's account", "router": "the router's account"},
        ),
    ] = ""
