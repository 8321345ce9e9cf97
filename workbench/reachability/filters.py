"""Security groups and network ACLs of a design as the engine reads them; rows that nobody can read are left out."""

from __future__ import annotations

from collections.abc import Iterator

from planners.addresses.blocks import Block
from planners.pace import breathe
from planners.reachability.network import Acl, AclRule, Group, GroupRule
from workbench.model.design import Design
from workbench.model.elements.network_acl import AclEntry, NetworkAcl
from workbench.model.elements.prefix_list import PrefixList
from workbench.model.elements.security_group import SecurityGroup, SecurityRule
from workbench.reachability.readings import are_names_of_packets, block_of, blocks_of, ports_of, protocol_of


def groups_of(design: Design) -> dict[str, Group]:
    """Every security group by id; a rule is named by its place, `sg-order/rules.3`."""
    return {one.id: group_of(one, design) for one in design.of_kind(SecurityGroup)}


def group_of(one: SecurityGroup, design: Design) -> Group:
    """A security group."""
    return Group(one.type == "normal", one.inner == "Accept", tuple(_group_rules(one, design)))


def acls_of(design: Design) -> dict[str, Acl]:
    """Every network ACL by id; an entry is named by its place, `acl-order/inbound.0`."""
    return {
        one.id: Acl(tuple(_entries(one, "inbound")), tuple(_entries(one, "outbound")))
        for one in design.of_kind(NetworkAcl)
    }


def _group_rules(group: SecurityGroup, design: Design) -> Iterator[GroupRule]:
    breathe()
    for place, rule in enumerate(group.rules):
        protocol = protocol_of(rule.protocol)
        if protocol is None or not are_names_of_packets(rule.protocol, rule.port):
            continue
        made = GroupRule(
            f"{group.id}/rules.{place}",
            rule.direction == "ingress",
            rule.action == "accept",
            rule.priority,
            protocol,
            ports=None if protocol == "icmp" else ports_of(rule.port),
        )
        peer = design.get(rule.group, SecurityGroup)
        if peer is not None:
            yield made._replace(group=peer.id)
        else:
            yield from (made._replace(block=block) for block in _blocks(rule, design))


def _blocks(rule: SecurityRule, design: Design) -> Iterator[Block]:
    """The blocks at the other end of a rule: its own, or those of its prefix list."""
    prefixes = design.get(rule.prefix_list, PrefixList)
    yield from blocks_of(entry.block for entry in prefixes.entries) if prefixes else blocks_of((rule.block,))


def _entries(acl: NetworkAcl, side: str) -> Iterator[AclRule]:
    entries: tuple[AclEntry, ...] = getattr(acl, side)
    for place, entry in enumerate(entries):
        protocol, block = protocol_of(entry.protocol), block_of(entry.block)
        if protocol is not None and block is not None and are_names_of_packets(entry.protocol, entry.port):
            ports = None if protocol == "icmp" else ports_of(entry.port)
            yield AclRule(f"{acl.id}/{side}.{place}", entry.action == "accept", protocol, block, ports)
