"""One packet followed by hand through a plain network, there and back: slow, and with no code of the planner.

It is written from what the elements mean alone, on the file as it stands. Each rule of the semantics is a method of its
own, so that a test can break one and see whether the difference is noticed.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product
from typing import NamedTuple

from tests.planners.reachability.plainly import Plain
from tests.planners.reachability.trips import Trip, Trips


class Check(NamedTuple):
    """One place that a packet or its answer passes, or does not; what is not `known` passes."""

    passes: bool
    at: str
    rule: str | None = None
    known: bool = True


class Walked(NamedTuple):
    """What became of a packet."""

    verdict: str
    at: str
    rule: str | None
    warnings: frozenset[str]


class Walker(Trips):
    """Answers one packet at a time."""

    # one packet

    def ask(self, source: str, target: str, proto: str, port: int) -> Walked:
        """What becomes of a packet and its answer."""
        s, t = self.ends[source], self.ends[target]
        if s is t:
            return Walked("allow", f"itself:{source}", None, frozenset())
        there, back = self.trips(s, t, proto, port)
        warnings = self.warnings(there, back)
        checks = list(self.checks(s, t, proto, port, there, back))
        for check in checks:
            if not check.passes:
                return Walked("deny", check.at, check.rule, warnings)
        for check in checks:
            if not check.known:
                return Walked("unknown", check.at, check.rule, warnings)
        if failing := self.first_failing_answer(s, t, proto):
            return Walked("partial", failing.at, failing.rule, warnings)
        return Walked("allow", f"arrived:{target}", None, warnings)

    def checks(self, s: Plain, t: Plain, proto: str, port: int, there: Trip, back: Trip) -> Iterator[Check]:
        """Every place in the order in which a packet meets it."""
        free = self.delivered_directly(s, t) and not self.how.acl_within_vswitch
        yield self.group(s, t, "out", proto, port)
        if not free:
            yield self.acl(s, t, "out", proto, port, "acl-out")
        yield Check(there.good, f"route:{there.place}", known=there.end != "unknown")
        inwards, outwards = (there.edges, ()) if s["id"] == "internet" else ((), there.edges)
        for name in (*inwards, *there.firewalls, *outwards):
            yield self.firewall(name, s, t, proto, port)
        if not free:
            yield self.acl(t, s, "in", proto, port, "acl-in")
        yield self.group(t, s, "in", proto, port)
        yield Check(back.good, f"return-route:{back.place}", known=back.end != "unknown")
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
        if own.get("unsettled"):
            return Check(True, at, known=False)
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
            and (self.is_member(other, id, own) or (policy == "accept" and self.may_be_member(other, own)))
            for id in own["sgs"]
        )

    def peer(self, rule: Plain, group: Plain, own: Plain, other: Plain) -> bool:
        """Whether the other end is what a rule of a group names."""
        if rule.get("sg") is None:
            return self.inside(other["ip"], rule["cidr"])
        basic = group["type"] == "basic" and self.net["sgs"][rule["sg"]]["type"] == "basic"
        accepts = rule["action"] == "accept"
        return basic and (
            self.is_member(other, rule["sg"], own) or (accepts and self.may_be_member(other, own))
        )

    def is_member(self, one: Plain, group: str, own: Plain) -> bool:
        """Whether one is a member of a group, as seen from an interface."""
        return group in one.get("sgs", ()) and self.is_in_reach(one, own)

    def may_be_member(self, one: Plain, own: Plain) -> bool:
        """Whether one may be a member of any group, since nothing says which ones it is in."""
        return bool(one.get("unsettled")) and not one["sgs"] and self.is_in_reach(one, own)

    def is_in_reach(self, one: Plain, own: Plain) -> bool:
        """Whether a group means one who is in it, as seen from an interface."""
        return one.get("vpc") == own["vpc"] or not self.how.members_of_one_vpc

    # network ACLs

    def acl(self, own: Plain, other: Plain, way: str, proto: str, port: int, stage: str) -> Check:
        """What the network ACL of an end says of a packet; what has none is open."""
        covered = "vsw" in own and not own.get("uncovered")
        id = self.net["vswitches"][own["vsw"]].get("nacl") if covered else None
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
        """What a firewall says of a new connection, read in every way in which rules that may match do or do not."""
        wall, at = self.net["firewalls"][name], f"firewall:{name}"
        about = [rule for rule in wall["rules"] if self.concerns(rule, s, t, proto, port)]
        sure, maybe = ([rule for rule in about if self.is_certain(rule) == sure] for sure in (True, False))
        least = self.first_match(wall, at, sure)
        if len({self.first_match(wall, at, rules).passes for rules in self.readings(about, maybe)}) == 1:
            return least
        differing = next(rule for rule in maybe if (rule["action"] == "accept") != least.passes)
        return Check(True, at, differing["id"], known=False)

    def concerns(self, rule: Plain, s: Plain, t: Plain, proto: str, port: int) -> bool:
        """Whether a rule of a firewall is about a packet."""
        ends = self.inside(s["ip"], rule["src"]) and self.inside(t["ip"], rule["dst"])
        return ends and self.covers(rule, proto, port)

    def is_certain(self, rule: Plain) -> bool:
        """Whether a rule matches whatever it is about."""
        return bool(rule.get("certain", True))

    def readings(self, about: list[Plain], maybe: list[Plain]) -> Iterator[list[Plain]]:
        """The rules without each choice of those that may match."""
        for left_out in product((False, True), repeat=len(maybe)):
            absent = [rule for rule, out in zip(maybe, left_out, strict=True) if out]
            yield [rule for rule in about if rule not in absent]

    def first_match(self, wall: Plain, at: str, rules: list[Plain]) -> Check:
        """What the first of some rules says; the firewall itself where there is none."""
        if rules:
            return Check(rules[0]["action"] == "accept", at, rules[0]["id"])
        return Check(wall.get("default", "accept") == "accept", at)

    def firewall_lets_answer(self, name: str, there: Trip) -> bool:
        """A firewall knows the connections it has seen begin."""
        return name in there.firewalls

    # rules

    def covers(self, rule: Plain, proto: str, port: int) -> bool:
        """Whether a rule is about protocol and port; `all` asks for no port."""
        if rule["proto"] == "all":
            return True
        ports = rule.get("ports")
        return bool(rule["proto"] == proto and (ports is None or ports[0] <= port <= ports[1]))
