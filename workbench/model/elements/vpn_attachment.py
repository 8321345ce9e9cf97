"""A VPN's connection to a transit router."""

from __future__ import annotations

from typing import Annotated

from workbench.model.attachment import GrantedAttachment
from workbench.model.element import ElementId, kind, shown


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
class VpnAttachment(GrantedAttachment, frozen=True, kw_only=True, tag="vpn-attachment"):
    """Joins a VPN gateway to a transit router."""

    vpn: Annotated[ElementId | None, shown("VPN gateway", refers=("vpn-gateway",))] = None
