"""How a VPC reaches the internet."""

from __future__ import annotations

from typing import Annotated, Literal

from workbench.model.element import Block, Element, ElementId, Row, kind, shown


class SnatEntry(Row, frozen=True, kw_only=True):
    """Sources that leave with another address."""

    source: Annotated[Block, shown("Source block", editor="block")] = ""
    eip: Annotated[ElementId | None, shown("EIP", refers=("eip",))] = None
    nat_ip: Annotated[str, shown("NAT IP", hint="Of a VPC NAT gateway, in place of the EIP.")] = ""
    name: Annotated[str, shown("Name")] = ""


class DnatEntry(Row, frozen=True, kw_only=True):
    """A port of a translated address that leads to a private one."""

    eip: Annotated[ElementId | None, shown("EIP", refers=("eip",))] = None
    protocol: Annotated[str, shown("Protocol")] = "tcp"
    port: Annotated[str, shown("Public port")] = ""
    address: Annotated[str, shown("Private address")] = ""
    private_port: Annotated[str, shown("Private port")] = ""
    nat_ip: Annotated[str, shown("NAT IP", hint="Of a VPC NAT gateway, in place of the EIP.")] = ""


@kind(
    "NAT gateway",
    "NAT gateways",
    domain="network",
    symbol="nat-gateway",
    inside=("vpc",),
    stands={"network": ("vpc",)},
    shape="tile",
    size=(72, 58),
    clause_item="net.cloud",
    palette=10,
)
class NatGateway(Element, frozen=True, kw_only=True, tag="nat-gateway"):
    """Lets private vSwitches reach the internet, or another network, with translated addresses."""

    type: Annotated[
        Literal["internet", "vpc"], shown("Type", choices={"internet": "internet", "vpc": "VPC"})
    ] = "internet"
    vswitch: Annotated[ElementId | None, shown("vSwitch", refers=("vswitch",))] = None
    nat_blocks: Annotated[
        tuple[Block, ...],
        shown(
            "NAT IP blocks",
            editor="block",
            section="addresses",
            hint="Of a VPC NAT gateway: what its NAT IPs are taken from.",
        ),
    ] = ()
    connections: Annotated[
        int | None,
        shown(
            "Connections",
            least=1,
            section="routing",
            hint="At once, to the busiest destination address and port.",
        ),
    ] = None
    snat: Annotated[tuple[SnatEntry, ...], shown("SNAT entries", section="routing")] = ()
    dnat: Annotated[tuple[DnatEntry, ...], shown("DNAT entries", section="routing")] = ()

    def meta(self) -> str:
        """The first NAT IP block of a VPC NAT gateway."""
        return self.nat_blocks[0] if self.type == "vpc" and self.nat_blocks else ""

    def opens_to(self) -> str:
        """The internet, where it faces it."""
        return "internet" if self.type == "internet" else ""
