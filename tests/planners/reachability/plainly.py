"""Networks written plainly, as their files have them."""

from __future__ import annotations

import json
from copy import deepcopy
from typing import Any

from planners.reachability import Network, read_network

Plain = dict[str, Any]


def two_vpcs() -> Plain:
    """Web and app in one VPC, a database in another, a site; one transit router table leads everywhere."""
    return {
        "endpoints": [
            {"id": "web", "vpc": "a", "vsw": "a1", "ip": "10.1.1.10", "sgs": ["open"]},
            {"id": "app", "vpc": "a", "vsw": "a2", "ip": "10.1.2.10", "sgs": ["open"]},
            {"id": "db", "vpc": "b", "vsw": "b1", "ip": "10.2.1.10", "sgs": ["open"]},
            {"id": "office", "site": "idc", "ip": "172.16.0.10"},
        ],
        "vpcs": {
            "a": {"tables": {"ra": [["0.0.0.0/0", "att:ta"]]}, "attach_rt": "ra"},
            "b": {"tables": {"rb": [["0.0.0.0/0", "att:tb"]]}, "attach_rt": "rb"},
        },
        "vswitches": {
            "a1": {"vpc": "a", "cidr": "10.1.1.0/24", "rt": "ra", "nacl": None},
            "a2": {"vpc": "a", "cidr": "10.1.2.0/24", "rt": "ra", "nacl": None},
            "b1": {"vpc": "b", "cidr": "10.2.1.0/24", "rt": "rb", "nacl": None},
        },
        "nacls": {},
        "sgs": {"open": {"type": "basic", "rules": [group_rule("all", "in")]}},
        "attachments": {
            "ta": {"type": "vpc", "ref": "a", "rt": "main"},
            "tb": {"type": "vpc", "ref": "b", "rt": "main"},
            "ti": {"type": "site", "ref": "idc", "rt": "main"},
        },
        "tr_tables": {"main": {"static": [], "propagate": ["ta", "tb", "ti"]}},
        "sites": {"idc": {"cidrs": ["172.16.0.0/16"]}},
        "firewalls": {},
        "nats": {},
    }


def with_all_that_designs_say() -> Plain:
    """The two VPCs peered, with routes learned one by one, unsettled groups, and firewalls before the internet in doubt."""
    plain = two_vpcs()
    plain["endpoints"][0] |= {"eip": True, "edge": "fw"}
    plain["endpoints"][1] |= {"unsettled": True}
    plain["vpcs"]["a"]["tables"]["ra"].append(["10.2.0.0/16", "vpc:b"])
    plain["vpcs"]["b"]["tables"]["rb"] = [["10.1.0.0/16", "vpc:a"], ["0.0.0.0/0", "nat:n"]]
    plain["tr_tables"]["main"]["learned"] = [["10.3.0.0/16", "ti"]]
    maybe = fw_rule("maybe", certain=False, proto="tcp", ports=[443, 443])
    plain["firewalls"] = {"fw": {"rules": [maybe]}, "boundary": {"rules": [], "default": "accept"}}
    entry = {"proto": "tcp", "port": 443, "to": "db"}
    plain["nats"]["n"] = {"snat": ["10.2.0.0/16"], "dnat": [entry], "edge": "fw", "wall": "boundary"}
    return plain


def group_rule(id: str, way: str, action: str = "accept", prio: int = 1, **more: Any) -> Plain:
    """A rule of a security group, of everything unless said otherwise."""
    rule = {"id": id, "dir": way, "action": action, "prio": prio, "proto": "all", "ports": None} | more
    return rule if "sg" in rule else {"cidr": "0.0.0.0/0"} | rule


def acl_rule(id: str, action: str = "accept", **more: Any) -> Plain:
    """A rule of a network ACL, of everything unless said otherwise."""
    return {"id": id, "action": action, "proto": "all", "cidr": "0.0.0.0/0", "ports": None} | more


def fw_rule(id: str, action: str = "drop", **more: Any) -> Plain:
    """A rule of a firewall, of everything unless said otherwise."""
    everything = {"src": "0.0.0.0/0", "dst": "0.0.0.0/0", "ports": None}
    return {"id": id, "action": action, "proto": "all"} | everything | more


def with_(plain: Plain, place: str, value: Any) -> Plain:
    """The same with another value at a place such as `vpcs.a.tables.ra` or `endpoints.0.ip`."""
    changed = deepcopy(plain)
    *outer, last = (int(step) if step.isdecimal() else step for step in place.split("."))
    inside: Any = changed
    for step in outer:
        inside = inside[step]
    inside[last] = value
    return changed


def read(plain: Plain) -> Network:
    """The network of a plain one, in which nothing may be worth a warning."""
    return read_network(json.dumps(plain), _unexpected)


def _unexpected(told: str) -> None:
    raise AssertionError(told)
