"""A VPC's connection to a transit router."""

from __future__ import annotations

from typing import Annotated

from workbench.model.attachment import GrantedAttachment
from workbench.model.element import ElementId, kind, shown


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
class VpcAttachment(GrantedAttachment, frozen=True, kw_only=True, tag="vpc-attachment"):
    """Joins a VPC to the transit router of its region through vSwitches of the VPC."""

    vpc: Annotated[ElementId | None, shown("VPC", refers=("vpc",))] = None
    vswitches: Annotated[tuple[ElementId, ...], shown("Attachment vSwitches", refers=("vswitch",))] = ()

    synchronised: Annotated[
        bool,
        shown(
            "Routes to the VPC",
            section="routing",
            hint="The router writes its routes into the VPC's system table.",
        ),
    ] = False
