"""Rows of filters that nobody can read: what they would match is not guessed, so that who is behind them is not known to pass."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from workbench.model.design import Design
from workbench.model.element import ElementId
from workbench.model.elements.bastion_host import BastionHost
from workbench.model.elements.database import Database
from workbench.model.elements.network_acl import AclEntry, NetworkAcl
from workbench.model.elements.prefix_list import PrefixList
from workbench.model.elements.security_group import SecurityGroup, SecurityRule
from workbench.model.elements.vswitch import VSwitch
from workbench.reachability.readings import are_names_of_packets, is_block

Unread = Mapping[ElementId, tuple[str, ...]]
"""The rows of each filter that cannot be read, named by their places, `sg-order/rules.3`."""


def unread_rows(design: Design) -> Unread:
    """The rows that cannot be read, of security groups, network ACLs, and the lists of databases and bastion hosts."""
    rows: dict[ElementId, tuple[str, ...]] = {}
    for group in design.of_kind(SecurityGroup):
        rows[group.id] = unread_in(group, design)
    for acl in design.of_kind(NetworkAcl):
        rows[acl.id] = (
            *_named(acl.id, "inbound", map(_is_entry, acl.inbound)),
            *_named(acl.id, "outbound", map(_is_entry, acl.outbound)),
        )
    for bastion in design.of_kind(BastionHost):
        rows[bastion.id] = _named(bastion.id, "visitors", (is_block(row.block) for row in bastion.visitors))
    for one in design.of_kind(Database):
        rows[one.id] = _named(one.id, "allowed", (is_block(row.block) for row in one.allowed))
    return {id: unread for id, unread in rows.items() if unread}


def unread_in(group: SecurityGroup, design: Design) -> tuple[str, ...]:
    """The rules of a security group that cannot be read."""
    return _named(group.id, "rules", (_is_rule(row, design) for row in group.rules))


def unread_behind(
    groups: Iterable[ElementId], vswitch: ElementId | None, design: Design, unread: Unread
) -> tuple[str, ...]:
    """The rows that cannot be read of what an interface in some groups of a vSwitch is behind."""
    place = design.get(vswitch, VSwitch)
    filters = (*groups, place.acl or "" if place else "")
    return tuple(row for id in filters for row in unread.get(id, ()))


def _named(id: ElementId, field: str, readable: Iterable[bool]) -> tuple[str, ...]:
    return tuple(f"{id}/{field}.{place}" for place, is_readable in enumerate(readable) if not is_readable)


def _is_rule(row: SecurityRule, design: Design) -> bool:
    return are_names_of_packets(row.protocol, row.port) and _is_peer(row, design)


def _is_peer(row: SecurityRule, design: Design) -> bool:
    """Whether the other end of a rule is known: a group, a list whose entries can be read, or a block."""
    if design.get(row.group, SecurityGroup):
        return True
    prefixes = design.get(row.prefix_list, PrefixList)
    return all(is_block(one.block) for one in prefixes.entries) if prefixes else is_block(row.block)


def _is_entry(row: AclEntry) -> bool:
    return are_names_of_packets(row.protocol, row.port) and is_block(row.block)
