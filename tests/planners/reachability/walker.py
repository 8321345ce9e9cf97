"""One packet followed by hand through a plain network, there and back: slow, and with no code of the planner.

It is written from what the elements mean alone, on the file as it stands. Each rule of the semantics is a method of its
own, so that a test can break one and see whether the difference is noticed.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from ipaddress import ip_address, ip_network
from typing import Any, NamedTuple

from planners.reachability import Semantics

Plain = dict[str, Any]
Where = tuple[str, ...]  # ("vpc", id, table) or ("tr", table)


class Check(NamedTuple):
    """One place that a packet or its answer passes, or does not."""

    passes: bool
    at: str
    rule: str | None = None


class Walked(NamedTuple):
    """What became of a packet."""

    verdict: str
    at: str
    rule: str | None
    warnings: frozenset[str]


@dataclass
class Trip:
    """Where a packet went by the tables: how it ended, which firewalls saw it, whether a tie decided."""

    end: str
    place: str
    firewalls: tuple[str, ...] = ()
    tied: bool = False
    gateway: str = ""
    left: Where = ()

    @property
    def good(self) -> bool:
        """Whether it arrived, as far as is known."""
        return self.end in ("arrived", "unknown")


HERE = Trip("arrived", "")


class Walker:
    """Answers one packet at a time."""

    def __init__(self, plain: Plain, semantics: Semantics | None = None) -> None:
        self.net = {"nacls": {}, "sgs": {}, "attachments": {}, "tr_tables": {}, "sites": {}, "firewalls": {}}
        self.net |= {"vpcs": {}, "vswitches": {}, "nats": {}} | plain
        self.how = semantics or Semantics()
        self.low, self.high = plain.get("ephemeral", [1024, 65535])
        self.ends = {one["id"]: one for one in plain["endpoints"]}
        self.ends["internet"] = {"id": "internet", "ip": plain.get("internet_ip", "203.0.113.9")}
        self._blocks: dict[str, tuple[int, int]] = {}
        self._ips: dict[str, int] = {}

    # one packet

    def ask(self, source: str, target: str, proto: str, port: int) -> Walked:
        """What becomes of a packet and its answer."""
        s, t = self.ends[source], self.ends[target]
        if s is t:
            return Walked("allow", f"itself:{source}", None, frozenset())
        there, back = self.trips(s, t, proto, port)
        warnings = self.warnings(there, back)
        for check in self.checks(s, t, proto, port, there, back):
            if not check.passes:
                return Walked("deny", check.at, check.rule, warnings)
        for trip, at in ((there, "route"), (back, "return-route")):
            if trip.end == "unknown":
                return Walked("unknown", f"{at}:{trip.place}", None, warnings)
        if failing := self.first_failing_answer(s, t, proto):
            return Walked("partial", failing.at, failing.rule, warnings)
        return Walked("allow", f"arrived:{target}", None, warnings)

    def checks(self, s: Plain, t: Plain, proto: str, port: int, there: Trip, back: Trip) -> Iterator[Check]:
        """Every place in the order in which a packet meets it."""
        free = self.delivered_directly(s, t) and not self.how.acl_within_vswitch
        yield self.group(s, t, "out", proto, port)
        if not free:
            yield self.acl(s, t, "out", proto, port, "acl-out")
        yield Check(there.good, f"route:{there.place}")
        for name in there.firewalls:
            yield self.firewall(name, s, t, proto, port)
        if not free:
            yield self.acl(t, s, "in", proto, port, "acl-in")
        yield self.group(t, s, "in", proto, port)
        yield Check(back.good, f"return-route:{back.place}")
        if not free:
            yield from self.answers_failing_everywhere(s, t, proto)
        if there.end != "unknown":
            for name in back.firewalls:
                yield Check(self.firewall_lets_answer(name, there), f"return-firewall:{name}")

    def warnings(self, there: Trip, back: Trip) -> frozenset[str]:
        """What is worth knowing about the two ways, whatever the verdict."""
        found = set()
        if there.tied or back.tied:
            found.add("conflicting routes")
        if "loop" in (there.end, back.end):
            found.add("loop")
        if there.end == back.end == "arrived" and set(there.firewalls) - set(back.firewalls):
            found.add("asymmetric")
        return frozenset(found)

    # security groups

    def group(self, own: Plain, other: Plain, way: str, proto: str, port: int) -> Check:
        """What the groups of an interface say of the other end."""
        at = f"sg-{way}:{own['id']}"
        if "vsw" not in own:
            return Check(True, at)
        groups = [(id, self.net["sgs"][id]) for id in own["sgs"]]
        if not groups:
            return Check(not self.how.groupless_drops, at)
        inner = self.inner_accept(own, other)
        if inner and self.how.inner_accept_first:
            return Check(True, at)
        rules = [(rule, group) for _, group in groups for rule in group["rules"] if rule["dir"] == way]
        for rule, group in sorted(rules, key=lambda pair: self.rule_order(pair[0])):
            if self.covers(rule, proto, port) and self.peer(rule, group, own, other):
                return Check(rule["action"] == "accept", at, rule["id"])
        if not inner and way == "out" and self.inner_drop(own, other):
            return Check(False, at)
        return Check(inner or self.group_default(groups[0][1], way), at)

    def rule_order(self, rule: Plain) -> tuple[int, bool]:
        """Lower number first; of equal ones drop first."""
        return rule["prio"], rule["action"] == "accept"

    def group_default(self, group: Plain, way: str) -> bool:
        """A basic group lets out, an enterprise group nothing."""
        return group["type"] == "basic" and way == "out"

    def inner_accept(self, own: Plain, other: Plain) -> bool:
        """Whether the two share a basic group whose members reach each other."""
        return self.shares(own, other, "accept")

    def inner_drop(self, own: Plain, other: Plain) -> bool:
        """Whether the two share a basic group that parts its members where no rule says otherwise."""
        return self.how.inner_drops_outbound and self.shares(own, other, "drop")

    def shares(self, own: Plain, other: Plain, policy: str) -> bool:
        """Whether the two share a basic group of an inner policy."""
        return any(
            self.net["sgs"][id]["type"] == "basic"
            and self.net["sgs"][id].get("inner", "accept") == policy
            and self.is_member(other, id, own)
            for id in own["sgs"]
        )

    def peer(self, rule: Plain, group: Plain, own: Plain, other: Plain) -> bool:
        """Whether the other end is what a rule of a group names."""
        if rule.get("sg") is None:
            return self.inside(other["ip"], rule["cidr"])
        basic = group["type"] == "basic" and self.net["sgs"][rule["sg"]]["type"] == "basic"
        return basic and self.is_member(other, rule["sg"], own)

    def is_member(self, one: Plain, group: str, own: Plain) -> bool:
        """Whether one is a member of a group, as seen from an interface."""
        same = one.get("vpc") == own["vpc"] or not self.how.members_of_one_vpc
        return group in one.get("sgs", ()) and same

    # network ACLs

    def acl(self, own: Plain, other: Plain, way: str, proto: str, port: int, stage: str) -> Check:
        """What the network ACL of an end says of a packet; what has none is open."""
        id = self.net["vswitches"][own["vsw"]].get("nacl") if "vsw" in own else None
        if id is None:
            return Check(True, stage)
        for rule in self.net["nacls"][id][way]:
            if self.covers(rule, proto, port) and self.inside(other["ip"], rule["cidr"]):
                return Check(rule["action"] == "accept", f"{stage}:{id}", rule["id"])
        return Check(False, f"{stage}:{id}")

    def answer(self, s: Plain, t: Plain, proto: str, port: int) -> tuple[Check, Check]:
        """What the two network ACLs say of an answer to a port of the client."""
        return (
            self.acl(t, s, "out", proto, port, "return-acl-out"),
            self.acl(s, t, "in", proto, port, "return-acl-in"),
        )

    def answers(self, s: Plain, t: Plain, proto: str) -> list[tuple[Check, Check]]:
        """The answers to every client's port that differs from its neighbour."""
        if proto == "icmp" and not self.how.icmp_answers_need_rule:
            return [(Check(True, ""), Check(True, ""))]
        return [self.answer(s, t, proto, port) for port in self.client_ports(proto)]

    def client_ports(self, proto: str) -> list[int]:
        """The client's ports at which some rule of an ACL begins or has ended."""
        if proto == "icmp":
            return [0]
        rules = [rule for acl in self.net["nacls"].values() for way in ("in", "out") for rule in acl[way]]
        edges = {self.low}
        for rule in rules:
            if rule.get("ports"):
                edges |= {rule["ports"][0], rule["ports"][1] + 1}
        return sorted(port for port in edges if self.low <= port <= self.high)

    def answers_failing_everywhere(self, s: Plain, t: Plain, proto: str) -> Iterator[Check]:
        """The return ACLs, failing where no answer at all gets through."""
        answers = self.answers(s, t, proto)
        if not any(out.passes and into.passes for out, into in answers):
            out, into = answers[0]
            yield out if not any(out.passes for out, _ in answers) else Check(False, into.at, None)

    def first_failing_answer(self, s: Plain, t: Plain, proto: str) -> Check | None:
        """The first return ACL that some answer does not pass; None where all pass."""
        if self.delivered_directly(s, t) and not self.how.acl_within_vswitch:
            return None
        answers = self.answers(s, t, proto)
        outs, intos = zip(*answers, strict=True)
        return next((check for check in (*outs, *intos) if not check.passes), None)

    # firewalls

    def firewall(self, name: str, s: Plain, t: Plain, proto: str, port: int) -> Check:
        """What a firewall says of a new connection."""
        wall, at = self.net["firewalls"][name], f"firewall:{name}"
        for rule in wall["rules"]:
            ends = self.inside(s["ip"], rule["src"]) and self.inside(t["ip"], rule["dst"])
            if ends and self.covers(rule, proto, port):
                return Check(rule["action"] == "accept", at, rule["id"])
        return Check(wall.get("default", "accept") == "accept", at)

    def firewall_lets_answer(self, name: str, there: Trip) -> bool:
        """A firewall knows the connections it has seen begin."""
        return name in there.firewalls

    # ways

    def trips(self, s: Plain, t: Plain, proto: str, port: int) -> tuple[Trip, Trip]:
        """The way there and the way back; where there is no way there, none back is looked for."""
        if self.delivered_directly(s, t):
            return HERE, HERE
        if s["id"] == "internet":
            return self.from_internet(t, proto, port)
        if t["id"] == "internet":
            return self.to_internet(s)
        there = self.travel(self.start(s, t), t)
        return there, self.travel(self.start(t, s), s) if there.end == "arrived" else HERE

    def delivered_directly(self, s: Plain, t: Plain) -> bool:
        """Whether the two share a vSwitch or a site."""
        if "vsw" in s and "vsw" in t:
            return bool(s["vsw"] == t["vsw"])
        return self.how.site_open_inside and "site" in s and s["site"] == t.get("site")

    def to_internet(self, s: Plain) -> tuple[Trip, Trip]:
        """Out by the EIP, or by a NAT gateway that translates the source."""
        internet = self.ends["internet"]
        if s.get("eip"):
            return self.by_eip(s), HERE
        there = self.travel(self.start(s, internet), internet)
        if there.end != "left":
            return there, HERE
        if not self.translated(there, s):
            there.end = "no-snat"
            return there, HERE
        there.end = "arrived"
        return there, self.travel(there.left, s)

    def translated(self, trip: Trip, s: Plain) -> bool:
        """Whether the gateway has an SNAT entry for the source."""
        covered = self.net["nats"].get(trip.gateway, {}).get("snat", ())
        return any(self.inside(s["ip"], cidr) for cidr in covered)

    def from_internet(self, t: Plain, proto: str, port: int) -> tuple[Trip, Trip]:
        """In by the EIP, or by a DNAT entry of the gateway to which the answer is led."""
        if t.get("eip"):
            return HERE, self.by_eip(t)
        gateways = [id for id, nat in self.net["nats"].items() if self.handed_on(nat, t, proto, port)]
        if not gateways:
            return Trip("no-entry", "internet"), HERE
        internet = self.ends["internet"]
        back = self.travel(self.start(t, internet), internet)
        if back.end == "unknown":
            return Trip("unknown", back.place), back
        if back.end != "left" or back.gateway not in gateways:
            return HERE, back
        back.end = "arrived"
        return self.travel(back.left, t), back

    def handed_on(self, nat: Plain, t: Plain, proto: str, port: int) -> bool:
        """Whether a gateway has a DNAT entry for the port to the endpoint."""
        return any(
            entry["to"] == t["id"]
            and entry["proto"] in ("all", proto)
            and (entry["proto"] == "all" or entry.get("port") in (None, port))
            for entry in nat.get("dnat", ())
        )

    def by_eip(self, own: Plain) -> Trip:
        """An EIP needs no route, unless that is asked for."""
        if not self.how.eip_needs_route:
            return HERE
        vswitch = self.net["vswitches"][own["vsw"]]
        hop = self.vpc_hop(own["vpc"], vswitch["rt"], self.ends["internet"]["ip"])
        return HERE if hop == "igw" else Trip("no-route", f"{own['vpc']}/{vswitch['rt']}")

    def start(self, one: Plain, other: Plain) -> Where | Trip:
        """Where what an end sends is looked up first; a trip that has ended where it cannot begin."""
        if "vsw" in one:
            return "vpc", one["vpc"], self.net["vswitches"][one["vsw"]]["rt"]
        site = one["site"]
        if self.how.site_keeps_own and self.owns(site, other["ip"]):
            return Trip("nobody", site)
        attachments = [
            id for id, att in self.net["attachments"].items() if (att["type"], att["ref"]) == ("site", site)
        ]
        if not attachments:
            return Trip("no-attachment", site)
        return self.enter(self.exit_of_site(attachments))

    def exit_of_site(self, attachments: list[str]) -> str:
        """The attachment by which a site leaves."""
        return min(attachments)

    def enter(self, attachment: str) -> Where | Trip:
        """The table that leads what comes in by an attachment."""
        table = self.net["attachments"][attachment]["rt"]
        return Trip("not-associated", attachment) if table is None else ("tr", table)

    def travel(self, start: Where | Trip, target: Plain) -> Trip:
        """The way from table to table until the packet is somewhere."""
        here, walls, tied, place = start, [], False, ""
        for _ in range(self.how.most_lookups):
            if isinstance(here, Trip):
                break
            place = "/".join(here[1:])
            if here[0] == "vpc":
                here = self.from_vpc(here, target)
                continue
            attachment, tie = self.tr_hop(here[1], target["ip"])
            tied = tied or tie
            if tie and not self.how.guesses_ties:
                here = Trip("unknown", place)
                break
            if attachment in self.net["attachments"] and self.net["attachments"][attachment]["type"] == "fw":
                walls.append(self.net["attachments"][attachment]["ref"])
            here = self.from_tr(attachment, target, place)
        trip = here if isinstance(here, Trip) else Trip("loop", place)
        seen = tuple(dict.fromkeys(walls))
        return Trip(trip.end, trip.place, seen, tied, trip.gateway, trip.left)

    def from_vpc(self, here: Where, target: Plain) -> Where | Trip:
        """Where the table of a VPC leads."""
        place = "/".join(here[1:])
        hop = self.vpc_hop(here[1], here[2], target["ip"])
        if hop == "local":
            return Trip("arrived" if target.get("vpc") == here[1] else "nobody", place)
        if hop is None or hop == "blackhole":
            return Trip(hop or "no-route", place)
        kind, _, id = hop.partition(":")
        if kind == "att":
            return self.enter(id)
        return Trip("left" if target["id"] == "internet" else "nobody", place, gateway=id, left=here)

    def vpc_hop(self, vpc: str, table: str, ip: str) -> str | None:
        """The hop of the longest prefix; a vSwitch wins over a route of the same prefix."""
        local = [(one["cidr"], "local") for one in self.net["vswitches"].values() if one["vpc"] == vpc]
        routes = [*local, *self.net["vpcs"][vpc]["tables"][table]]
        return self.longest([route for route in routes if self.inside(ip, route[0])])

    def longest(self, routes: list[Any]) -> str | None:
        """The hop of the longest of some prefixes, the first of equal ones."""
        return max(routes, key=lambda route: ip_network(route[0]).prefixlen)[1] if routes else None

    def tr_hop(self, table: str, ip: str) -> tuple[str | None, bool]:
        """The attachment of the longest prefix, and whether only its id made it win."""
        static = [tuple(route) for route in self.net["tr_tables"][table].get("static", ())]
        learned = sorted(self.learned(table), key=lambda route: route[1])
        fitting = [route for route in (*static, *learned) if self.inside(ip, route[0])]
        if not fitting:
            return None, False
        best = max((cidr for cidr, _ in fitting), key=lambda cidr: ip_network(cidr).prefixlen)
        by_hand = [hop for cidr, hop in static if cidr == best]
        taught = [hop for cidr, hop in learned if cidr == best]
        if by_hand and (self.how.static_first or not taught):
            return by_hand[0], False
        return taught[0], len(set(taught)) > 1

    def learned(self, table: str) -> list[tuple[str, str]]:
        """What the attachments that a table learns from teach it."""
        found = []
        for id in self.net["tr_tables"][table].get("propagate", ()):
            attachment = self.net["attachments"][id]
            found += [(cidr, id) for cidr in self.taught(attachment)]
        return found

    def taught(self, attachment: Plain) -> list[str]:
        """A VPC teaches its vSwitches and a site its ranges; peers and firewalls teach nothing."""
        if attachment["type"] == "vpc":
            switches = self.net["vswitches"].values()
            return [one["cidr"] for one in switches if one["vpc"] == attachment["ref"]]
        return list(self.net["sites"][attachment["ref"]]["cidrs"]) if attachment["type"] == "site" else []

    def from_tr(self, hop: str | None, target: Plain, place: str) -> Where | Trip:
        """Where an attachment leads that a transit router's table has named."""
        if hop is None or hop == "blackhole":
            return Trip(hop or "no-route", place)
        attachment = self.net["attachments"][hop]
        ref = attachment["ref"]
        if attachment["type"] == "vpc":
            return "vpc", ref, self.net["vpcs"][ref]["attach_rt"]
        if attachment["type"] == "site":
            return self.into_site(ref, target)
        return self.enter(ref if attachment["type"] == "peer" else hop)

    def into_site(self, site: str, target: Plain) -> Trip:
        """A site takes only what is for its own ranges."""
        if not self.owns(site, target["ip"]):
            return Trip("not-owned", site)
        return Trip("arrived" if target.get("site") == site else "nobody", site)

    def owns(self, site: str, ip: str) -> bool:
        """Whether a site has a range with the address."""
        return any(self.inside(ip, cidr) for cidr in self.net["sites"][site]["cidrs"])

    # numbers

    def covers(self, rule: Plain, proto: str, port: int) -> bool:
        """Whether a rule is about protocol and port; `all` asks for no port."""
        if rule["proto"] == "all":
            return True
        ports = rule.get("ports")
        return bool(rule["proto"] == proto and (ports is None or ports[0] <= port <= ports[1]))

    def inside(self, ip: str, cidr: str) -> bool:
        """Whether an address lies in a block."""
        if ip not in self._ips:
            self._ips[ip] = int(ip_address(ip))
        if cidr not in self._blocks:
            block = ip_network(cidr)
            self._blocks[cidr] = int(block.network_address), int(block.netmask)
        base, mask = self._blocks[cidr]
        return self._ips[ip] & mask == base
