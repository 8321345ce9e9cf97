"""Routing policies of transit routers."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from workbench.importers.accelerator.gathering import Gathering, Source
from workbench.importers.accelerator.shapes import shape
from workbench.model.elements.routing_policy import RoutingPolicy
from workbench.model.elements.transit_router import TransitRouter
from workbench.words import Words

DIRECTIONS = {"regionin": "RegionIn", "regionout": "RegionOut"}
RESULTS = {"permit": "Permit", "deny": "Deny"}
MATCHES = {"include": "Include", "complete": "Complete"}
OPERATIONS = {"additive": "Additive", "replace": "Replace"}
LISTS = {
    "route_types": "route_types",
    "source_regions": "source_region_ids",
    "source_types": "source_child_instance_types",
    "source_instances": "source_instance_ids",
    "source_tables": "source_route_table_ids",
    "destination_regions": "destination_region_ids",
    "destination_types": "destination_child_instance_types",
    "destination_instances": "destination_instance_ids",
    "destination_tables": "destination_route_table_ids",
    "as_paths": "match_asns",
    "prepend_as": "prepend_as_path",
    "communities": "match_community_set",
    "set_communities": "operate_community_set",
}


@shape(
    "routing-policy",
    "routing policy",
    knows=lambda value, _: "transmit_direction" in value or "map_result" in value,
)
def policies(sources: Sequence[Source], gathering: Gathering) -> None:
    """Policies on the one router of their region, else unplaced."""
    for source in sources:
        with gathering.trying(source):
            _policy(source, gathering)


def _policy(source: Source, gathering: Gathering) -> None:
    fields = source.fields
    direction: Any = fields.choice("transmit_direction", DIRECTIONS, "") or fields.text(
        "transmit_direction", required=True
    )
    action: Any = fields.choice("map_result", RESULTS, "") or fields.text("map_result", required=True)
    fields.text("priority", required=True)
    priority = fields.number("priority") or 0
    region_id = gathering.region_of(source)
    owner = gathering.owner(source)
    region = gathering.region(region_id, source) if region_id else None
    routers = [one for one in gathering.all_of(TransitRouter) if region and one.region == region]
    placed = len(routers) == 1
    name = f"{direction}-{priority}"
    # Without a region the file tells apart policies that may belong to different routers.
    identity = (owner, region_id, "", name) if region_id else (owner, "", source.file, name)
    lists: dict[str, Any] = {ours: fields.texts(theirs) for ours, theirs in LISTS.items()}
    gathering.propose(
        RoutingPolicy,
        source,
        identity,
        name=Words(en=name),
        parent=routers[0].id if placed else None,
        region=None if placed else region,
        direction=direction,
        priority=priority,
        action=action,
        note=fields.words("description"),
        next_priority=fields.number("next_priority"),
        preference=fields.number("preference"),
        blocks=fields.blocks("destination_cidr_blocks"),
        block_match=fields.choice("cidr_match_mode", MATCHES, ""),
        source_reversed=fields.flag("source_instance_ids_reverse_match"),
        destination_reversed=fields.flag("destination_instance_ids_reverse_match"),
        as_match=fields.choice("as_path_match_mode", MATCHES, ""),
        community_match=fields.choice("community_match_mode", MATCHES, ""),
        community_operation=fields.choice("community_operate_mode", OPERATIONS, ""),
        **lists,
    )
