"""The platform's limits as far as they bound what may be generated, with what the design says in their place."""

from __future__ import annotations

from typing import NamedTuple

from planners.domains import Limits
from workbench.model.design import Design
from workbench.rules.reader import Reader


class Bounds(NamedTuple):
    """How much groups, interfaces and network ACLs take."""

    planner: Limits
    addresses_per_group: int
    entries_per_acl: int


def limits_of(design: Design) -> Bounds:
    """The limits that hold in a design."""
    reader = Reader(design)

    def figure(id: str) -> int:
        return int(reader.fact(id).value)

    return Bounds(
        Limits(
            figure("security_group.limits.rules_per_group"),
            figure("security_group.limits.rules_per_eni"),
            figure("security_group.limits.groups_per_eni"),
            figure("security_group.basic.group_rules_max"),
        ),
        figure("security_group.basic.private_ips"),
        figure("network_acl.rules_per_direction"),
    )
