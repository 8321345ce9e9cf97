"""A VPN's connection to a transit router."""

from __future__ import annotations

from typing import Annotated, Literal

from workbench.model.element import Element, ElementId, kind, shown


@kind(
    "VPN attachment",
    "VPN attachments",
    domain="network",
    symbol="attachment",
    inside=("transit-router",),
    joins=("vpn", "parent"),
    line="attachment",
    clause_item="net.interconnect",
)
class VpnAttachment(Element, frozen=True, kw_only=True, tag="vpn-attachment"):
    """Joins a VPN gateway to a transit router."""

    vpn: Annotated[ElementId | None, shown("VPN gateway", refers=("vpn-gateway",))] = None

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
