"""A network of the engine as its plain file has it: what the walker follows by hand."""

from __future__ import annotations

from ipaddress import ip_address
from typing import Any

from planners.reachability.network import (
    AclRule,
    Endpoint,
    FirewallRule,
    Group,
    GroupRule,
    Hop,
    Nat,
    Network,
    Ports,
    TransitTable,
    Vpc,
)
from tests.planners.reachability.plainly import Plain


def plain(network: Network) -> Plain:
    """The plain file of a network."""
    return {
        "internet_ip": str(ip_address(network.internet_ip)),
        "ephemeral": list(network.ephemeral),
        "endpoints": [_endpoint(one) for one in network.endpoints],
        "vpcs": {id: _vpc(vpc) for id, vpc in network.vpcs.items()},
        "vswitches": {
            id: {"vpc": one.vpc, "cidr": str(one.block), "rt": one.table, "nacl": one.acl}
            for id, one in network.vswitches.items()
        },
        "nacls": {
            id: {
                "in": [_acl_rule(rule) for rule in acl.inbound],
                "out": [_acl_rule(rule) for rule in acl.outbound],
            }
            for id, acl in network.acls.items()
        },
        "sgs": {id: _group(group) for id, group in network.groups.items()},
        "attachments": {
            id: {"type": one.kind, "ref": one.target, "rt": one.table}
            for id, one in network.attachments.items()
        },
        "tr_tables": {id: _table(one) for id, one in network.tables.items()},
        "sites": {id: {"cidrs": [str(block) for block in blocks]} for id, blocks in network.sites.items()},
        "firewalls": {
            id: {
                "rules": [_firewall_rule(rule) for rule in wall.rules],
                "default": _action(accepts=wall.accepts),
            }
            for id, wall in network.firewalls.items()
        },
        "nats": {id: _nat(one) for id, one in network.nats.items()},
    }


def _action(*, accepts: bool) -> str:
    return "accept" if accepts else "drop"


def _ports(ports: Ports | None) -> list[int] | None:
    return None if ports is None else list(ports)


def _endpoint(one: Endpoint) -> Plain:
    if one.site is not None:
        return {"id": one.id, "ip": str(ip_address(one.ip)), "site": one.site}
    return {
        "id": one.id,
        "ip": str(ip_address(one.ip)),
        "vpc": one.vpc,
        "vsw": one.vswitch,
        "sgs": list(one.groups),
        "eip": one.eip,
        "unsettled": one.unsettled,
        "uncovered": one.uncovered,
        "edge": one.edge,
    }


def _vpc(vpc: Vpc) -> Plain:
    tables = {
        name: [[str(route.block), _hop(route.hop)] for route in routes] for name, routes in vpc.tables.items()
    }
    return {"tables": tables, "attach_rt": vpc.attachment_table}


def _hop(hop: Hop) -> str:
    return f"{hop.kind}:{hop.id}" if hop.id else hop.kind


def _acl_rule(rule: AclRule) -> Plain:
    return {
        "id": rule.id,
        "action": _action(accepts=rule.accepts),
        "proto": rule.protocol,
        "cidr": str(rule.block),
        "ports": _ports(rule.ports),
    }


def _group(group: Group) -> Plain:
    return {
        "type": "basic" if group.basic else "enterprise",
        "inner": _action(accepts=group.inner_accepts),
        "rules": [_group_rule(rule) for rule in group.rules],
    }


def _group_rule(rule: GroupRule) -> Plain:
    peer: dict[str, Any] = {"cidr": str(rule.block)} if rule.block is not None else {"sg": rule.group}
    return peer | {
        "id": rule.id,
        "dir": "in" if rule.inbound else "out",
        "action": _action(accepts=rule.accepts),
        "prio": rule.priority,
        "proto": rule.protocol,
        "ports": _ports(rule.ports),
    }


def _table(one: TransitTable) -> Plain:
    return {
        "static": [[str(block), _to(to)] for block, to in one.static],
        "propagate": list(one.learns),
        "learned": [[str(block), to] for block, to in one.learned],
    }


def _to(attachment: str | None) -> str:
    return "blackhole" if attachment is None else attachment


def _firewall_rule(rule: FirewallRule) -> Plain:
    return {
        "id": rule.id,
        "action": _action(accepts=rule.accepts),
        "proto": rule.protocol,
        "src": str(rule.source),
        "dst": str(rule.target),
        "ports": _ports(rule.ports),
        "certain": rule.certain,
    }


def _nat(one: Nat) -> Plain:
    return {
        "snat": [str(block) for block in one.sources],
        "dnat": [
            {"proto": entry.protocol, "port": entry.port, "to": entry.endpoint} for entry in one.entries
        ],
        "edge": one.edge,
        "wall": one.wall,
    }
