"""All operators in one table, by subject."""

from __future__ import annotations

from typing import Final

from tests.reachability.mutations import (
    acls,
    edges,
    firewalls,
    groups,
    peers,
    placing,
    policies,
    routes,
    sites,
    transit,
)
from tests.reachability.mutations.operators import Operator

SUBJECTS: Final[dict[str, tuple[Operator, ...]]] = {
    "Routes of VPCs": routes.OPERATORS,
    "Tables of transit routers": transit.OPERATORS,
    "What joins routers and VPCs": peers.OPERATORS,
    "Routing policies": policies.OPERATORS,
    "Security groups": groups.OPERATORS,
    "Network ACLs": acls.OPERATORS,
    "Cloud Firewall": firewalls.OPERATORS,
    "NAT and public addresses": edges.OPERATORS,
    "Sites": sites.OPERATORS,
    "Where things stand, and what is wanted": placing.OPERATORS,
}
OPERATORS: Final = tuple(operator for subject in SUBJECTS.values() for operator in subject)
