"""SEC-020."""

from __future__ import annotations

from collections.abc import Iterator

from workbench.model.elements.security_group import SecurityGroup
from workbench.rules.finding import Finding, found
from workbench.rules.places import region_of
from workbench.rules.reader import Reader
from workbench.rules.rule import rule


@rule(
    "SEC-020",
    about=SecurityGroup,
    severity="hint",
    says={
        "": "{name} names {other}, a group of another VPC; behind a transit router name its block instead",
        "region": "{name} names {other}, a group of another region",
    },
    severities={"region": "error"},
    source="terraform alicloud security_group_rule",
    facts=(
        "security_group.rules.group_source_across_transit_router",
        "security_group.rules.group_source_scope",
    ),
)
def group_of_another_vpc(group: SecurityGroup, design: Reader) -> Iterator[Finding]:
    """A rule names groups of its own region, and of its own VPC.

    Groups of another region are refused. Whether a group of another VPC is recognised behind a transit router was read in
    no document: blocks and prefix lists always are.

    Wrong:
        vpc-a vpc
          sg-a security-group
            - rules port=443/443 group=sg-b
        vpc-b vpc
          sg-b security-group

    Right:
        vpc-a vpc
          sg-a security-group
            - rules port=443/443 group=sg-c
          sg-c security-group
    """
    across = design.fact("security_group.rules.group_source_across_transit_router")
    scope = design.fact("security_group.rules.group_source_scope")
    for id in dict.fromkeys(row.group for row in group.rules if row.group):
        peer = design.get(id, SecurityGroup)
        if peer is None or not (group.parent and peer.parent and group.parent != peer.parent):
            continue
        here, there = region_of(group, design), region_of(peer, design)
        if here and there and here.id != there.id:
            yield found(group, peer, says="region", field="rules", rests_on=(scope,))
        else:
            yield found(group, peer, field="rules", rests_on=(across,))
