"""What the address plan still has to find."""

from __future__ import annotations

from typing import Annotated, Literal

from workbench.model.element import Block, Element, ElementId, Row, kind, shown
from workbench.model.elements.address_pool import SPREADS


class Demand(Row, frozen=True, kw_only=True):
    """So many of one service, which become more by the year."""

    service: Annotated[
        Literal[
            "ecs",
            "ack-node",
            "ack-pod",
            "ack-full-node",
            "alb",
            "nlb",
            "clb",
            "nat-gateway",
            "tr-attachment",
            "vpn-gateway",
            "vpc-firewall",
            "nat-firewall",
            "private-endpoint",
            "rds",
            "polardb",
            "redis",
            "bastion-host",
            "other",
        ],
        shown(
            "Service",
            choices={
                "ecs": "ECS instances",
                "ack-node": "ACK nodes",
                "ack-pod": "ACK pods (Terway)",
                "ack-full-node": "Pods of full ACK nodes (Terway), by node",
                "alb": "ALB",
                "nlb": "NLB",
                "clb": "CLB",
                "nat-gateway": "NAT gateways",
                "tr-attachment": "Transit router attachments",
                "vpn-gateway": "VPN gateways",
                "vpc-firewall": "VPC firewalls",
                "nat-firewall": "NAT firewalls",
                "private-endpoint": "PrivateLink endpoints",
                "rds": "RDS databases",
                "polardb": "PolarDB clusters",
                "redis": "Redis databases",
                "bastion-host": "Bastion hosts",
                "other": "Other interfaces",
            },
        ),
    ] = "ecs"
    count: Annotated[int, shown("Count", least=0, most=1_000_000)] = 1
    each: Annotated[
        int | None,
        shown("Addresses each", least=1, most=65536, hint="Empty: what the platform takes."),
    ] = None
    growth: Annotated[
        int | None,
        shown("Growth a year", unit="%", least=0, most=1000, hint="Empty: the growth of the request."),
    ] = None
    since: Annotated[
        int | None,
        shown("Grows from", least=2000, most=2200, hint="Empty: from the year of the counts."),
    ] = None


@kind(
    "Address request",
    "Address requests",
    domain="network",
    symbol="question",
    inside=("", "address-pool", "address-request"),
    clause_item="net.cloud",
)
class AddressRequest(Element, frozen=True, kw_only=True, tag="address-request"):
    """A wish for addresses: of a size, for hosts or for services that grow; for an element or still without one."""

    subject: Annotated[
        ElementId | None,
        shown("For", refers=("region", "environment", "account", "vpc", "vswitch"), section="identity"),
    ] = None
    family: Annotated[
        Literal["4", "6"],
        shown(
            "Family",
            section="addresses",
            choices={"4": "IPv4", "6": "IPv6"},
            hint="An IPv6 block is a VPC's or vSwitch's second one.",
        ),
    ] = "4"
    prefix_length: Annotated[int | None, shown("Prefix length", section="addresses", least=8, most=64)] = None
    hosts: Annotated[int | None, shown("Hosts", section="addresses", least=0, hint="Or a demand below.")] = (
        None
    )
    growth_percent: Annotated[
        int, shown("Growth", section="addresses", unit="%", least=0, most=1000, hint="Of the hosts.")
    ] = 0
    demand: Annotated[tuple[Demand, ...], shown("Demand", section="addresses")] = ()
    yearly_growth: Annotated[
        int, shown("Growth a year", section="addresses", unit="%", least=0, most=1000, hint="Of the demand.")
    ] = 0
    horizon: Annotated[
        int | None,
        shown("Horizon", section="addresses", unit="years", least=0, most=50, hint="Empty: the usual one."),
    ] = None
    counted_in: Annotated[
        int | None,
        shown(
            "Counted in",
            section="addresses",
            least=2000,
            most=2200,
            hint="Empty: the year of the engagement.",
        ),
    ] = None
    growth_bits: Annotated[
        int,
        shown(
            "Room",
            section="addresses",
            unit="doublings",
            least=0,
            most=8,
            hint="Kept free so that the block can double in place.",
        ),
    ] = 0
    soft_bits: Annotated[
        int,
        shown(
            "Wanted room",
            section="addresses",
            unit="doublings",
            least=0,
            most=8,
            hint="Kept free as far as there is room; dropped first.",
        ),
    ] = 0
    spread: Annotated[
        Literal["packed", "sparse"],
        shown(
            "Spread",
            section="addresses",
            choices=SPREADS,
            hint="How blocks lie in this one.",
        ),
    ] = "packed"
    max_blocks: Annotated[
        int,
        shown(
            "Blocks at most",
            section="addresses",
            least=1,
            most=6,
            hint="Of a VPC: the primary one and so many secondary ones.",
        ),
    ] = 1
    pin: Annotated[
        Block, shown("Pinned to", editor="block", section="addresses", hint="The planner never moves it.")
    ] = ""
    block: Annotated[
        Block,
        shown(
            "Block",
            editor="block",
            section="addresses",
            hint="What the plan gave; VPCs and vSwitches hold theirs.",
        ),
    ] = ""

    def is_ipv6(self) -> bool:
        """Whether it asks for IPv6: as a pin says, else its family or a length that only IPv6 has."""
        if ":" in self.pin or "." in self.pin:
            return ":" in self.pin
        return self.family == "6" or (self.prefix_length or 0) > 32

    def meta(self) -> str:
        """The size asked for."""
        size = self.hosts or sum(row.count for row in self.demand)
        return f"/{self.prefix_length}" if self.prefix_length else str(size or "")
