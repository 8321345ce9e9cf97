"""A boundary that Cloud Firewall guards."""

from __future__ import annotations

from typing import Annotated, Literal

from workbench.model.element import Block, Element, ElementId, Row, kind, shown


class FirewallPolicy(Row, frozen=True, kw_only=True):
    """One access control policy; the first that matches decides."""

    description: Annotated[str, shown("Description")] = ""
    direction: Annotated[
        Literal["", "in", "out"], shown("Direction", choices={"": "-", "in": "in", "out": "out"})
    ] = ""
    action: Annotated[
        Literal["accept", "drop", "log"],
        shown("Action", choices={"accept": "accept", "drop": "drop", "log": "log"}),
    ] = "accept"
    source_type: Annotated[str, shown("Source type")] = "net"
    source: Annotated[str, shown("Source")] = ""
    destination_type: Annotated[str, shown("Destination type")] = "net"
    destination: Annotated[str, shown("Destination")] = ""
    protocol: Annotated[str, shown("Protocol")] = "TCP"
    port: Annotated[str, shown("Port", hint="From/to, for example 443/443.")] = ""
    applications: Annotated[tuple[str, ...], shown("Applications")] = ()
    resolves_by: Annotated[str, shown("Domain resolved by")] = ""
    ip_version: Annotated[int | None, shown("IP version", least=4, most=6)] = None
    language: Annotated[str, shown("Language")] = ""
    repeats: Annotated[str, shown("Repeats")] = ""
    repeat_days: Annotated[tuple[int, ...], shown("Repeat days")] = ()
    repeat_from: Annotated[str, shown("Daily from")] = ""
    repeat_to: Annotated[str, shown("Daily to")] = ""
    starts: Annotated[int | None, shown("Starts", unit="s since 1970")] = None
    ends: Annotated[int | None, shown("Ends", unit="s since 1970")] = None
    enabled: Annotated[bool, shown("Enabled")] = True
    # The print of what an import last gave, as elements have one.
    imported: str = ""

    def identity(self) -> str:
        """Its direction and description: the files of one boundary may come one by one."""
        return f"{self.direction} {self.description}"


class FirewallSubnet(Row, frozen=True, kw_only=True):
    """A subnet of the VPC that automatic steering makes."""

    use: Annotated[
        Literal["firewall", "primary", "secondary"],
        shown(
            "Use",
            choices={
                "firewall": "the firewall",
                "primary": "primary attachment",
                "secondary": "secondary attachment",
            },
        ),
    ] = "firewall"
    block: Annotated[Block, shown("Block", editor="block")] = ""


@kind(
    "Cloud Firewall boundary",
    "Cloud Firewall boundaries",
    domain="network",
    symbol="cloud-firewall",
    inside=("vpc", "account", ""),
    stands={"network": ("vpc", "account", "region", "")},
    shape="tile",
    size=(84, 58),
    clause_item="net.connect",
)
class CloudFirewall(Element, frozen=True, kw_only=True, tag="cloud-firewall"):
    """A boundary under Cloud Firewall with its ordered policies; what no policy matches is accepted."""

    boundary: Annotated[
        Literal["internet", "nat", "vpc"],
        shown("Boundary", choices={"internet": "internet", "nat": "NAT", "vpc": "VPC"}),
    ] = "internet"
    region: Annotated[ElementId | None, shown("Region", refers=("region",))] = None
    guards: Annotated[
        tuple[ElementId, ...], shown("Guards", refers=("vpc", "nat-gateway", "transit-router", "eip"))
    ] = ()
    members: Annotated[tuple[ElementId, ...], shown("Member accounts", refers=("account",))] = ()
    steering: Annotated[
        Literal["", "managed", "manual"],
        shown(
            "Traffic steering",
            choices={"": "not stated", "managed": "automatic", "manual": "manual"},
            hint="Of a VPC boundary on a transit router.",
        ),
    ] = ""
    vpc_block: Annotated[
        Block,
        shown(
            "Firewall VPC",
            editor="block",
            section="addresses",
            hint="The VPC that automatic steering makes in the region.",
        ),
    ] = ""
    strict: Annotated[bool, shown("Strict mode", hint="Unknown applications are not let through.")] = False
    policies: Annotated[tuple[FirewallPolicy, ...], shown("Policies", section="routing")] = ()
    subnets: Annotated[tuple[FirewallSubnet, ...], shown("Firewall subnets", section="addresses")] = ()

    def meta(self) -> str:
        """The number of policies."""
        return str(len(self.policies))
