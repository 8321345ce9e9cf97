"""A stateless filter on vSwitches."""

from __future__ import annotations

from typing import Annotated, Literal

from workbench.model.element import Block, Element, Row, kind, shown


class AclEntry(Row, frozen=True, kw_only=True):
    """One entry; the first that matches decides."""

    name: Annotated[str, shown("Name")] = ""
    action: Annotated[
        Literal["accept", "drop"], shown("Action", choices={"accept": "accept", "drop": "drop"})
    ] = "accept"
    protocol: Annotated[str, shown("Protocol")] = "all"
    block: Annotated[Block, shown("Block", editor="block")] = ""
    port: Annotated[str, shown("Port", hint="From/to; -1/-1 for all.")] = "-1/-1"
    description: Annotated[str, shown("Description")] = ""
    ip_version: Annotated[str, shown("IP version")] = ""


@kind(
    "Network ACL",
    "Network ACLs",
    domain="network",
    symbol="network-acl",
    inside=("vpc",),
    stands={"network": ("vpc",)},
    shape="pill",
    size=(112, 28),
    clause_item="net.cloud",
)
class NetworkAcl(Element, frozen=True, kw_only=True, tag="network-acl"):
    """An ordered, stateless filter at the edge of the vSwitches that name it."""

    inbound: Annotated[tuple[AclEntry, ...], shown("Inbound entries", section="routing")] = ()
    outbound: Annotated[tuple[AclEntry, ...], shown("Outbound entries", section="routing")] = ()

    def meta(self) -> str:
        """The number of entries."""
        return str(len(self.inbound) + len(self.outbound))
