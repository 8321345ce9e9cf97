"""Walkers that break one rule of the semantics each."""

# ruff: noqa: ARG002 - what an override is given is not always what it needs

from __future__ import annotations

from collections.abc import Iterator
from ipaddress import ip_network
from typing import Any

from planners.reachability import Semantics
from tests.planners.reachability.plainly import Plain
from tests.planners.reachability.trips import HERE, Trip, Where
from tests.planners.reachability.walker import Check, Walker


class AcceptsBeforeDrops(Walker):
    def rule_order(self, rule: Plain) -> tuple[int, bool]:
        return rule["prio"], rule["action"] == "drop"


class HighNumbersFirst(Walker):
    def rule_order(self, rule: Plain) -> tuple[int, bool]:
        return -rule["prio"], rule["action"] == "accept"


class GroupsLetNothingOut(Walker):
    def group_default(self, group: Plain, way: str) -> bool:
        return False


class EnterpriseGroupsLetOut(Walker):
    def group_default(self, group: Plain, way: str) -> bool:
        return way == "out"


class NoInnerAccept(Walker):
    def inner_accept(self, own: Plain, other: Plain) -> bool:
        return False


class InnerDropsInboundOnly(Walker):
    def inner_drop(self, own: Plain, other: Plain) -> bool:
        return False


class InnerAcceptOfEnterpriseGroups(Walker):
    def inner_accept(self, own: Plain, other: Plain) -> bool:
        return any(self.is_member(other, id, own) for id in own["sgs"])


class MembersInEveryVpc(Walker):
    def is_member(self, one: Plain, group: str, own: Plain) -> bool:
        return group in one.get("sgs", ())


class EnterpriseGroupsAsPeers(Walker):
    def peer(self, rule: Plain, group: Plain, own: Plain, other: Plain) -> bool:
        if rule.get("sg") is None:
            return super().peer(rule, group, own, other)
        return self.is_member(other, rule["sg"], own)


class UnsettledGroupsDrop(Walker):
    def group(self, own: Plain, other: Plain, way: str, proto: str, port: int) -> Check:
        check = super().group(own, other, way, proto, port)
        return check if check.known else Check(False, check.at)


class UnsettledGroupsAccept(Walker):
    def group(self, own: Plain, other: Plain, way: str, proto: str, port: int) -> Check:
        return super().group(own, other, way, proto, port)._replace(known=True)


class UnsettledInboundOnly(Walker):
    def group(self, own: Plain, other: Plain, way: str, proto: str, port: int) -> Check:
        check = super().group(own, other, way, proto, port)
        return check if way == "in" else check._replace(known=True)


class UnsettledIsWithoutAGroup(Walker):
    def group(self, own: Plain, other: Plain, way: str, proto: str, port: int) -> Check:
        return super().group(own | {"unsettled": False}, other, way, proto, port)


class UnsettledIsInItsListedGroupsOnly(Walker):
    def may_be_member(self, one: Plain, own: Plain) -> bool:
        return False


class AclsKnowConnections(Walker):
    def answers(self, s: Plain, t: Plain, proto: str) -> list[tuple[Check, Check]]:
        return [(Check(True, ""), Check(True, ""))]


class AnyClientPortWillDo(Walker):
    def first_failing_answer(self, s: Plain, t: Plain, proto: str) -> Check | None:
        return None


class AnswersToTheAskedPort(Walker):
    def client_ports(self, proto: str) -> list[int]:
        return [443]


class AclsWithoutMatchAccept(Walker):
    def acl(self, own: Plain, other: Plain, way: str, proto: str, port: int, stage: str) -> Check:
        check = super().acl(own, other, way, proto, port, stage)
        return check if check.rule else Check(True, check.at)


class AclsWithinAVSwitch(Walker):
    def __init__(self, plain: Plain, semantics: Semantics | None = None) -> None:
        super().__init__(plain, semantics)
        object.__setattr__(self, "delivered_directly", self._sharing_a_site)

    def _sharing_a_site(self, s: Plain, t: Plain) -> bool:
        return "site" in s and super().delivered_directly(s, t)


class RoutesBeatVSwitches(Walker):
    def longest(self, routes: list[Any]) -> str | None:
        return super().longest(list(reversed(routes)))


class ShortestPrefix(Walker):
    def longest(self, routes: list[Any]) -> str | None:
        return min(routes, key=lambda route: ip_network(route[0]).prefixlen)[1] if routes else None


class NothingIsLearned(Walker):
    def learned(self, table: str) -> list[tuple[str, str]]:
        return []


class LearnedBeatsStatic(Walker):
    def tr_hop(self, table: str, ip: str) -> tuple[str | None, bool]:
        best = [route for route in self.learned(table) if self.inside(ip, route[0])]
        return (min(hop for _, hop in best), False) if best else super().tr_hop(table, ip)


class TiesGoToTheHighest(Walker):
    def learned(self, table: str) -> list[tuple[str, str]]:
        ids: dict[str, str] = {}
        for cidr, id in super().learned(table):
            ids[cidr] = max(id, ids.get(cidr, ""))
        return list(ids.items())


class VpcsTeachTheirSitesToo(Walker):
    def taught(self, attachment: Plain) -> list[str]:
        return super().taught(attachment) or ["10.0.0.0/16"]


class RoutesOneByOneAreNotLearned(Walker):
    def given(self, table: str) -> list[tuple[str, str]]:
        return []


class PeersTeachNothingOneByOne(Walker):
    def given(self, table: str) -> list[tuple[str, str]]:
        attachments = self.net["attachments"]
        return [(cidr, id) for cidr, id in super().given(table) if attachments[id]["type"] != "peer"]


class RoutesOneByOneNeverTie(Walker):
    def learned(self, table: str) -> list[tuple[str, str]]:
        given = dict(self.given(table))
        return [(cidr, id) for cidr, id in super().learned(table) if given.get(cidr, id) == id]


class RoutesOneByOneBeatStatic(Walker):
    def tr_hop(self, table: str, ip: str) -> tuple[str | None, bool]:
        best = [route for route in self.given(table) if self.inside(ip, route[0])]
        return (min(hop for _, hop in best), False) if best else super().tr_hop(table, ip)


class FirewallsForgetConnections(Walker):
    def firewall_lets_answer(self, name: str, there: Trip) -> bool:
        return False


class FirewallsLetEveryAnswer(Walker):
    def firewall_lets_answer(self, name: str, there: Trip) -> bool:
        return True


class RulesThatMayMatchDo(Walker):
    def is_certain(self, rule: Plain) -> bool:
        return True


class RulesThatMayMatchDoNot(Walker):
    def concerns(self, rule: Plain, s: Plain, t: Plain, proto: str, port: int) -> bool:
        return self.is_certain(rule) and super().concerns(rule, s, t, proto, port)


class RulesThatMayMatchDoSoTogether(Walker):
    def readings(self, about: list[Plain], maybe: list[Plain]) -> Iterator[list[Plain]]:
        yield about
        yield [rule for rule in about if rule not in maybe]


class DoubtsAreDenied(Walker):
    def firewall(self, name: str, s: Plain, t: Plain, proto: str, port: int) -> Check:
        check = super().firewall(name, s, t, proto, port)
        return check if check.known else Check(False, check.at, check.rule)


class DoubtsAreAllowed(Walker):
    def firewall(self, name: str, s: Plain, t: Plain, proto: str, port: int) -> Check:
        return super().firewall(name, s, t, proto, port)._replace(known=True)


class DoubtsWithOneOutcomeAreUnknown(Walker):
    def firewall(self, name: str, s: Plain, t: Plain, proto: str, port: int) -> Check:
        check = super().firewall(name, s, t, proto, port)
        rules = self.net["firewalls"][name]["rules"]
        maybe = any(self.concerns(one, s, t, proto, port) and not self.is_certain(one) for one in rules)
        return check._replace(passes=True, known=False) if maybe else check


class DoubtsBeforeTheInternetAreAllowed(Walker):
    def firewall(self, name: str, s: Plain, t: Plain, proto: str, port: int) -> Check:
        check = super().firewall(name, s, t, proto, port)
        return check._replace(known=True) if "internet" in (s["id"], t["id"]) else check


class FirewallsAccept(Walker):
    def firewall(self, name: str, s: Plain, t: Plain, proto: str, port: int) -> Check:
        return Check(True, f"firewall:{name}")


class SitesTakeEverything(Walker):
    def owns(self, site: str, ip: str) -> bool:
        return True


class SitesLeaveByTheHighest(Walker):
    def exit_of_site(self, attachments: list[str]) -> str:
        return max(attachments)


class SnatOfEverybody(Walker):
    def translated(self, trip: Trip, s: Plain) -> bool:
        return bool(trip.gateway)


class DnatOfEveryPort(Walker):
    def handed_on(self, nat: Plain, t: Plain, proto: str, port: int) -> bool:
        return any(entry["to"] == t["id"] for entry in nat.get("dnat", ()))


class EveryGatewayHasAnAddress(Walker):
    def has_address(self, gateway: str) -> bool:
        return True


class NothingStandsBeforeEips(Walker):
    def edge_of_eip(self, own: Plain, _way: str) -> tuple[str, ...]:
        return ()


class WhatLeavesByEipsMeetsNothing(Walker):
    def edge_of_eip(self, own: Plain, _way: str) -> tuple[str, ...]:
        return super().edge_of_eip(own, _way) if _way == "in" else ()


class WhatComesByEipsMeetsNothing(Walker):
    def edge_of_eip(self, own: Plain, _way: str) -> tuple[str, ...]:
        return super().edge_of_eip(own, _way) if _way == "out" else ()


class NothingStandsBeforeGateways(Walker):
    def edges_of_nat(self, gateway: str, way: str) -> tuple[str, ...]:
        wall = self.net["nats"][gateway].get("wall")
        return (wall,) if wall and way == "out" else ()


class NoWallAtTheNatBoundary(Walker):
    def edges_of_nat(self, gateway: str, way: str) -> tuple[str, ...]:
        edge = self.net["nats"][gateway].get("edge")
        return (edge,) if edge else ()


class WhatIsHandedOnMeetsTheNatBoundary(Walker):
    def edges_of_nat(self, gateway: str, way: str) -> tuple[str, ...]:
        return super().edges_of_nat(gateway, "out")


class WhatIsHandedOnMeetsNothing(Walker):
    def edges_of_nat(self, gateway: str, way: str) -> tuple[str, ...]:
        return super().edges_of_nat(gateway, way) if way == "out" else ()


class FirewallsBeforeTheInternetSeePublicAddresses(Walker):
    def firewall(self, name: str, s: Plain, t: Plain, proto: str, port: int) -> Check:
        s, t = (
            own | {"ip": "198.51.100.1"} if other["id"] == "internet" else own
            for own, other in ((s, t), (t, s))
        )
        return super().firewall(name, s, t, proto, port)


class FirewallsBeforeTheInternetAreTold(Walker):
    def warnings(self, there: Trip, back: Trip) -> frozenset[str]:
        edges = {"asymmetric"} if there.edges and there.end == back.end == "arrived" else frozenset[str]()
        return super().warnings(there, back) | edges


class EipsNeedRoutes(Walker):
    def by_eip(self, own: Plain) -> Trip:
        vswitch = self.net["vswitches"][own["vsw"]]
        hop = self.vpc_hop(own["vpc"], vswitch["rt"], self.ends["internet"]["ip"])
        return HERE if hop is not None else Trip("no-route", "")


class NoWayBackNeeded(Walker):
    def trips(self, s: Plain, t: Plain, proto: str, port: int) -> tuple[Trip, Trip]:
        there, _ = super().trips(s, t, proto, port)
        return there, HERE


class PeersLeadNowhere(Walker):
    def enter(self, attachment: str) -> Where | Trip:
        peer = self.net["attachments"][attachment]["type"] == "peer"
        return Trip("no-route", attachment) if peer else super().enter(attachment)


class VpcPeersHandOn(Walker):
    def into_peer(self, vpc: str, target: Plain, place: str) -> Where | Trip:
        return "vpc", vpc, self.net["vpcs"][vpc]["attach_rt"]


class VpcPeersTakeEverything(Walker):
    def into_peer(self, vpc: str, target: Plain, place: str) -> Where | Trip:
        return HERE


class VpcPeersLeadNowhere(Walker):
    def into_peer(self, vpc: str, target: Plain, place: str) -> Where | Trip:
        return Trip("nobody", place)


class AllHasPorts(Walker):
    def covers(self, rule: Plain, proto: str, port: int) -> bool:
        return super().covers(rule | {"proto": proto} if rule["proto"] == "all" else rule, proto, port)


class LoopsAreNotTold(Walker):
    def warnings(self, there: Trip, back: Trip) -> frozenset[str]:
        return super().warnings(there, back) - {"loop"}


class OneWayFirewallsAreNotTold(Walker):
    def warnings(self, there: Trip, back: Trip) -> frozenset[str]:
        return super().warnings(there, back) - {"asymmetric"}


ONLY_TOLD = (LoopsAreNotTold, OneWayFirewallsAreNotTold, FirewallsBeforeTheInternetAreTold)
"""Those that are wrong in their warnings alone."""
BROKEN: list[type[Walker]] = [one for one in Walker.__subclasses__() if one.__module__ == __name__]
