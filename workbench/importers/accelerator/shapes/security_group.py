"""Security groups: inside a VPC's object, or in files of their own that name no VPC."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from workbench.importers.accelerator.fields import Fields
from workbench.importers.accelerator.gathering import Gathering, Source
from workbench.importers.accelerator.shapes import shape
from workbench.model.element import ElementId
from workbench.model.elements.security_group import SecurityGroup, SecurityRule
from workbench.model.elements.vpc import Vpc
from workbench.words import Words

DIRECTIONS = {"ingress": "ingress", "egress": "egress"}
ACTIONS = {"accept": "accept", "drop": "drop"}
TYPES = {"normal": "normal", "enterprise": "enterprise"}
INNER = {"accept": "Accept", "drop": "Drop"}


@shape("security-group", "security group", knows=lambda value, _: "security_group_name" in value)
def groups(sources: Sequence[Source], gathering: Gathering) -> None:
    """Groups of their own: in the one VPC of their region and account, else unplaced."""
    for source in sources:
        with gathering.trying(source):
            _alone(source, gathering)


def group(
    source: Source,
    gathering: Gathering,
    fields: Fields,
    identity: tuple[str, ...],
    *,
    parent: ElementId | None,
    **unplaced: ElementId | None,
) -> None:
    """Proposes one group with its rules."""
    name = fields.name("security_group_name")
    type_: Any = fields.choice("security_group_type", TYPES, "normal")
    inner: Any = fields.choice("inner_access_policy", INNER, "Accept")
    gathering.propose(
        SecurityGroup,
        source,
        (*identity, name),
        fields,
        name=Words(en=name),
        parent=parent,
        type=type_,
        inner=inner,
        rules=tuple(_rule(row) for row in fields.rows("rules")),
        note=fields.words("description"),
        tags=fields.tags("tags"),
        **unplaced,
    )


def _alone(source: Source, gathering: Gathering) -> None:
    region_id = gathering.region_of(source)
    owner = gathering.owner(source)
    region = gathering.region(region_id, source) if region_id else None
    vpcs = [one for one in gathering.all_of(Vpc) if region and one.region == region and one.parent == owner]
    identity = (owner, region_id or "", "")
    if len(vpcs) == 1:
        group(source, gathering, source.fields, identity, parent=vpcs[0].id, region=None, account=None)
    else:
        group(source, gathering, source.fields, identity, parent=None, region=region, account=owner)


def _rule(row: Fields) -> SecurityRule:
    direction: Any = row.choice("type", DIRECTIONS, "ingress")
    action: Any = row.choice("policy", ACTIONS, "accept")
    block = row.block("cidr_ip")
    priority = row.number("priority")
    return SecurityRule(
        direction=direction,
        action=action,
        priority=1 if priority is None else priority,
        protocol=row.text("ip_protocol", required=True).strip().lower(),
        port=row.text("port_range").strip() or "-1/-1",
        block=block or row.block("ipv6_cidr_ip"),
        interface=row.text("nic_type"),
        description=row.text("description"),
    )
