"""Cloud Firewall policies: of the internet boundary, the NAT boundary or the VPC boundary, in the order of files."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import msgspec

from workbench.importers.accelerator.gathering import Gathering, Source
from workbench.importers.accelerator.places import boundary_named, direction_named
from workbench.importers.accelerator.rows import print_of
from workbench.importers.accelerator.shapes import shape
from workbench.importers.accelerator.shapes.account import firewall_members
from workbench.model.element import ElementId
from workbench.model.elements.cloud_firewall import CloudFirewall, FirewallPolicy
from workbench.texts import text
from workbench.words import Words

ACTIONS = {"accept": "accept", "drop": "drop", "log": "log"}
DIRECTIONS = {"in": "in", "out": "out"}
NAMES = {
    "internet": Words(en="Internet boundary", zh="互联网边界"),
    "nat": Words(en="NAT boundary", zh="NAT 边界"),
    "vpc": Words(en="VPC boundary", zh="VPC 边界"),
}


@shape("firewall-policy", "Cloud Firewall policy", knows=lambda value, _: "acl_action" in value, turn=2)
def policies(sources: Sequence[Source], gathering: Gathering) -> None:
    """One boundary a kind, with every policy that the files hold for it."""
    boundaries: dict[str, list[tuple[Source, FirewallPolicy]]] = {}
    for source in sources:
        with gathering.trying(source):
            boundary = _boundary(source)
            policy = _policy(source, boundary)
            # Only what was read whole makes a boundary.
            boundaries.setdefault(boundary, []).append((source, policy))
    for boundary, found in sorted(boundaries.items()):
        id = _firewall(boundary, found, gathering)
        for place, (source, _) in enumerate(found, 1):
            gathering.mention(
                id, source, text("policy {place} of the {boundary}", place=place, boundary=NAMES[boundary])
            )


def _boundary(source: Source) -> str:
    named = boundary_named(source.words)
    if named:
        return named
    if source.fields.raw("direction"):
        return "internet"
    raise source.fields.refused(
        "",
        text(
            "Nothing says which boundary the policy belongs to. Name the file or its folder internet, nat or vpc."
        ),
    )


def _firewall(
    boundary: str, found: Sequence[tuple[Source, FirewallPolicy]], gathering: Gathering
) -> ElementId:
    source = found[0][0]
    owner = gathering.owner(source)
    kind: Any = boundary
    members = firewall_members(gathering)
    # Files of policies alone say nothing of members.
    said: dict[str, Any] = {"members": members} if members else {}
    return gathering.propose(
        CloudFirewall,
        source,
        (owner, "", "", boundary),
        name=NAMES[boundary],
        parent=owner,
        boundary=kind,
        policies=tuple(policy for _, policy in found),
        **said,
    )


def _policy(source: Source, boundary: str) -> FirewallPolicy:
    fields = source.fields
    action: Any = fields.choice("acl_action", ACTIONS, "accept")
    said = fields.choice("direction", DIRECTIONS, "")
    direction: Any = said or (direction_named(source.words) if boundary == "internet" else "")
    release = fields.flag("release", True)
    policy = FirewallPolicy(
        description=fields.text("description"),
        direction=direction,
        action=action,
        source_type=fields.text("source_type") or "net",
        source=fields.text("source", required=True),
        destination_type=fields.text("destination_type") or "net",
        destination=fields.text("destination", required=True),
        protocol=fields.text("proto", required=True).upper(),
        port=fields.text("dest_port"),
        applications=fields.texts("application_name_list"),
        resolves_by=fields.text("domain_resolve_type"),
        ip_version=fields.number("ip_version"),
        language=fields.text("lang"),
        repeats=fields.text("repeat_type"),
        repeat_days=fields.numbers("repeat_days"),
        repeat_from=fields.text("repeat_start_time"),
        repeat_to=fields.text("repeat_end_time"),
        starts=fields.number("start_time"),
        ends=fields.number("end_time"),
        enabled=release,
    )
    return msgspec.structs.replace(policy, imported=print_of(policy))
