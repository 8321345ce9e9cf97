"""The policies of Cloud Firewall boundaries as the engine reads them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final, NamedTuple

from planners.addresses.blocks import Block
from planners.reachability.network import ALL, Firewall, FirewallRule
from workbench.model.design import Design
from workbench.model.elements.cloud_firewall import CloudFirewall, FirewallPolicy
from workbench.reachability.readings import (
    ANYWHERE,
    BEYOND,
    PRIVATE,
    SERVICES,
    are_names_of_packets,
    blocks_of,
    is_block,
    ports_of,
    protocol_of,
)

PERHAPS: Final = "?"
"""Behind the id of a boundary that may stand in the way or not, since it does not say what it guards."""


def firewalls_of(design: Design, internet: Block) -> dict[str, Firewall]:
    """Every boundary by id, and once more as one that may stand in the way or not; `internet` is its one address.

    What no policy matches passes. Of a boundary that may be absent, what it drops may pass as well.
    """
    found = {}
    for one in design.of_kind(CloudFirewall):
        rules = tuple(
            rule for place, row in enumerate(one.policies) for rule in _rules(one, place, row, internet)
        )
        found[one.id] = Firewall(rules)
        found[one.id + PERHAPS] = Firewall(
            tuple(rule if rule.accepts else rule._replace(certain=False) for rule in rules)
        )
    return found


def blocks_named(design: Design) -> Iterator[Block]:
    """Every block that a policy of a boundary names."""
    for one in design.of_kind(CloudFirewall):
        for row in one.policies:
            for written in (row.source, row.destination):
                yield from blocks_of(written.split(","))


def _rules(
    boundary: CloudFirewall, place: int, row: FirewallPolicy, internet: Block
) -> Iterator[FirewallRule]:
    if not row.enabled or row.protocol.strip().lower() in BEYOND or row.ip_version == 6:
        return
    protocol = protocol_of(row.protocol) or ALL
    is_read = are_names_of_packets(row.protocol, row.port)
    certain = is_read and not (row.repeats or row.starts or row.ends or contents_of(row))
    ports = ports_of(row.port) if is_read and protocol != "icmp" else None
    id, accepts = f"{boundary.id}/policies.{place}", row.action != "drop"
    for outside_sends in _ways(boundary, row):
        for source in _ends(row.source, row.source_type, internet if outside_sends else None):
            for target in _ends(row.destination, row.destination_type, _outside(outside_sends, internet)):
                sure = certain and source.certain and target.certain
                rule = FirewallRule(id, accepts, protocol, source.block, target.block, ports, certain=sure)
                if not accepts and _lets_unrecognised_pass(boundary, row):
                    yield rule._replace(accepts=True, certain=False)
                yield rule


def contents_of(row: FirewallPolicy) -> tuple[str, ...]:
    """The protocols by which a policy asks what is sent, whatever its port; none where it does not ask."""
    return tuple(name for name in row.applications if name.strip().upper() not in ("", "ANY"))


def _lets_unrecognised_pass(boundary: CloudFirewall, row: FirewallPolicy) -> bool:
    """Whether a policy that asks for content or a domain name lets pass what is not recognised, as in loose mode.

    In strict mode such traffic goes on to the next policies.
    """
    return not boundary.strict and bool(contents_of(row) or row.destination_type == "domain")


def _ways(boundary: CloudFirewall, row: FirewallPolicy) -> tuple[bool | None, ...]:
    """Whether the internet is what sends, or what is sent to; None between VPCs, where it is neither."""
    if boundary.boundary == "vpc":
        return (None,)
    if boundary.boundary == "nat":
        return (False,)
    return {"in": (True,), "out": (False,)}.get(row.direction, (True, False))


def _outside(outside_sends: bool | None, internet: Block) -> Block | None:
    return internet if outside_sends is False else None


class _End(NamedTuple):
    block: Block
    certain: bool = True


def _ends(written: str, type_: str, internet: Block | None) -> Iterator[_End]:
    """The blocks that one side of a policy means.

    An address book or a domain name may mean any, and so may what cannot be read. Where the side is the internet, its one
    address stands for every block outside; a policy for a part of it may be about the packet or not.
    """
    if type_ != "net":
        yield _End(internet or ANYWHERE, certain=False)
        return
    parts = written.split(",")
    if not all(map(is_block, parts)):
        yield _End(internet or ANYWHERE, certain=False)
    for block in blocks_of(parts):
        if internet is None or block.holds(internet):
            yield _End(block if internet is None else internet)
        elif not any(one.touches(block) for one in (*PRIVATE, *SERVICES)):
            yield _End(internet, certain=False)
