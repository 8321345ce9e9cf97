"""What a transit router lets routes do."""

from __future__ import annotations

from typing import Annotated, Final, Literal

from workbench.model.element import Block, Element, ElementId, kind, shown

Match = Literal["", "Include", "Complete"]
MATCHES: Final = {"": "any", "Include": "included", "Complete": "exact"}


@kind(
    "Routing policy",
    "Routing policies",
    domain="network",
    symbol="guardrail",
    inside=("transit-router", ""),
    stands={"network": ("transit-router",)},
    shape="row",
    size=(128, 28),
    clause_item="net.interconnect",
)
class RoutingPolicy(Element, frozen=True, kw_only=True, tag="routing-policy"):
    """A policy of a transit router: it permits, denies or changes routes on their way in or out of the region."""

    region: Annotated[
        ElementId | None, shown("Region", refers=("region",), hint="Only while it is on no router.")
    ] = None
    table: Annotated[ElementId | None, shown("Route table", refers=("transit-router-table",))] = None
    direction: Annotated[
        Literal["RegionIn", "RegionOut"],
        shown("Direction", choices={"RegionIn": "into the region", "RegionOut": "out of the region"}),
    ] = "RegionIn"
    priority: Annotated[int, shown("Priority", least=1, most=100)] = 100
    action: Annotated[
        Literal["Permit", "Deny"], shown("Action", choices={"Permit": "permit", "Deny": "deny"})
    ] = "Permit"
    next_priority: Annotated[int | None, shown("Next policy", least=1, most=100)] = None
    preference: Annotated[int | None, shown("Preference to set", least=1, most=100)] = None
    route_types: Annotated[tuple[str, ...], shown("Route types")] = ()
    blocks: Annotated[tuple[Block, ...], shown("Destination blocks", editor="block", section="routing")] = ()
    block_match: Annotated[Match, shown("Block match", section="routing", choices=MATCHES)] = ""
    source_regions: Annotated[tuple[str, ...], shown("Source regions", section="routing")] = ()
    source_types: Annotated[tuple[str, ...], shown("Source instance types", section="routing")] = ()
    source_instances: Annotated[tuple[str, ...], shown("Source instances", section="routing")] = ()
    source_tables: Annotated[tuple[str, ...], shown("Source route tables", section="routing")] = ()
    source_reversed: Annotated[bool, shown("All sources but these", section="routing")] = False
    destination_regions: Annotated[tuple[str, ...], shown("Destination regions", section="routing")] = ()
    destination_types: Annotated[tuple[str, ...], shown("Destination instance types", section="routing")] = ()
    destination_instances: Annotated[tuple[str, ...], shown("Destination instances", section="routing")] = ()
    destination_tables: Annotated[tuple[str, ...], shown("Destination route tables", section="routing")] = ()
    destination_reversed: Annotated[bool, shown("All destinations but these", section="routing")] = False
    as_match: Annotated[Match, shown("AS path match", section="routing", choices=MATCHES)] = ""
    as_paths: Annotated[tuple[str, ...], shown("AS path", section="routing")] = ()
    prepend_as: Annotated[tuple[str, ...], shown("AS path to prepend", section="routing")] = ()
    community_match: Annotated[Match, shown("Community match", section="routing", choices=MATCHES)] = ""
    communities: Annotated[tuple[str, ...], shown("Communities", section="routing")] = ()
    community_operation: Annotated[
        Literal["", "Additive", "Replace"],
        shown(
            "Community change",
            section="routing",
            choices={"": "none", "Additive": "add", "Replace": "replace"},
        ),
    ] = ""
    set_communities: Annotated[tuple[str, ...], shown("Communities to set", section="routing")] = ()

    def meta(self) -> str:
        """Priority and action."""
        return f"{self.priority} {self.action}"
