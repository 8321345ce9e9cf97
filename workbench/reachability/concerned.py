"""The kinds that networks are made of, so that nobody computes one anew after a change of anything else."""

from __future__ import annotations

from typing import Final

from workbench.model.change import Change
from workbench.model.element import Element

CONCERNED: Final = frozenset(
    (
        "account",
        "application",
        "bastion-host",
        "circuit",
        "cloud-firewall",
        "data-centre",
        "database",
        "ecr",
        "ecr-association",
        "eip",
        "flow",
        "internet",
        "invariant",
        "ipsec-connection",
        "ipv4-gateway",
        "ipv6-gateway",
        "load-balancer",
        "nat-gateway",
        "network-acl",
        "other-cloud",
        "peer-attachment",
        "prefix-list",
        "region",
        "route-table",
        "routing-policy",
        "security-domain",
        "security-group",
        "transit-router",
        "transit-router-table",
        "vbr",
        "vbr-attachment",
        "vpc",
        "vpc-attachment",
        "vpc-peering",
        "vpn-attachment",
        "vpn-gateway",
        "vswitch",
    )
)
"""The kinds that a network is made of, and so those whose change makes every rule about paths be asked again."""


def is_concerned(element: Element) -> bool:
    """Whether an element is of such a kind."""
    return str(element.__struct_config__.tag) in CONCERNED


def concern_paths(change: Change) -> bool:
    """Whether a change touches anything that networks are made of."""
    return any(is_concerned(element) for pair in change.pairs() for element in pair if element is not None)
