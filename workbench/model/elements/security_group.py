"""A stateful filter on interfaces."""

from __future__ import annotations

from typing import Annotated, Literal

from workbench.model.element import Block, Element, ElementId, Row, kind, shown


class SecurityRule(Row, frozen=True, kw_only=True):
    """One rule; of equal priority a drop comes before an accept."""

    direction: Annotated[
        Literal["ingress", "egress"], shown("Direction", choices={"ingress": "inbound", "egress": "outbound"})
    ] = "ingress"
    action: Annotated[
        Literal["accept", "drop"], shown("Action", choices={"accept": "accept", "drop": "drop"})
    ] = "accept"
    priority: Annotated[int, shown("Priority", least=1, most=100)] = 1
    protocol: Annotated[str, shown("Protocol")] = "tcp"
    port: Annotated[str, shown("Port", hint="From/to; -1/-1 for all.")] = "-1/-1"
    block: Annotated[Block, shown("Block", editor="block")] = ""
    group: Annotated[ElementId | None, shown("Group", refers=("security-group",))] = None
    prefix_list: Annotated[ElementId | None, shown("Prefix list", refers=("prefix-list",))] = None
    interface: Annotated[str, shown("Network")] = ""
    description: Annotated[str, shown("Description")] = ""


@kind(
    "Security group",
    "Security groups",
    domain="security",
    symbol="security-group",
    inside=("vpc", ""),
    stands={"network": ("vpc",)},
    shape="pill",
    size=(112, 28),
    clause_item="sec.network",
)
class SecurityGroup(Element, frozen=True, kw_only=True, tag="security-group"):
    """Who may open sessions to and from the interfaces in it."""

    type: Annotated[
        Literal["normal", "enterprise"], shown("Type", choices={"normal": "basic", "enterprise": "advanced"})
    ] = "normal"
    inner: Annotated[
        Literal["Accept", "Drop"],
        shown(
            "Inside the group",
            choices={"Accept": "accept", "Drop": "drop"},
            hint="Whether members reach each other.",
        ),
    ] = "Accept"
    region: Annotated[
        ElementId | None, shown("Region", refers=("region",), hint="Only while it is in no VPC.")
    ] = None
    account: Annotated[
        ElementId | None, shown("Account", refers=("account",), hint="Only while it is in no VPC.")
    ] = None
    rules: Annotated[tuple[SecurityRule, ...], shown("Rules", section="routing")] = ()

    def meta(self) -> str:
        """The number of rules."""
        return str(len(self.rules))
