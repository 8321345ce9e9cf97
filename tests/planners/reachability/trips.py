"""Where a packet goes by the tables of a plain network, followed by hand: with no code of the planner.

Each rule of the semantics is a method of its own, as in the walker that follows a packet past what else there is.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from ipaddress import ip_address, ip_network
from typing import Any

from planners.reachability import Semantics
from tests.planners.reachability.plainly import Plain

Where = tuple[str, ...]  # ("vpc", id, table) or ("tr", table)


@dataclass
class Trip:
    """Where a packet went by the tables: how it ended, which firewalls saw it, whether a tie decided.

    `edges` are the firewalls that stand before the internet.
    """

    end: str
    place: str
    firewalls: tuple[str, ...] = ()
    tied: bool = False
    gateway: str = ""
    left: Where = ()
    edges: tuple[str, ...] = ()

    @property
    def good(self) -> bool:
        """Whether it arrived, as far as is known."""
        return self.end in ("arrived", "unknown")


HERE = Trip("arrived", "")


class Trips:
    """Follows tables, one packet at a time."""

    def __init__(self, plain: Plain, semantics: Semantics | None = None) -> None:
        self.net = {"nacls": {}, "sgs": {}, "attachments": {}, "tr_tables": {}, "sites": {}, "firewalls": {}}
        self.net |= {"vpcs": {}, "vswitches": {}, "nats": {}} | plain
        self.how = semantics or Semantics()
        self.low, self.high = plain.get("ephemeral", [1024, 65535])
        self.ends = {one["id"]: one for one in plain["endpoints"]}
        self.ends["internet"] = {"id": "internet", "ip": plain.get("internet_ip", "203.0.113.9")}
        self._blocks: dict[str, tuple[int, int]] = {}
        self._ips: dict[str, int] = {}

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
            return replace(self.by_eip(s), edges=self.edge_of_eip(s, "out")), HERE
        there = self.travel(self.start(s, internet), internet)
        if there.end != "left":
            return there, HERE
        if not self.translated(there, s):
            there.end = "no-snat"
            return there, HERE
        there.end, there.edges = "arrived", self.edges_of_nat(there.gateway, "out")
        if not self.has_address(there.gateway):
            return replace(there, end="unknown", place=there.gateway), HERE
        return there, self.travel(there.left, s)

    def has_address(self, gateway: str) -> bool:
        """Whether a gateway is known to have a public address."""
        return bool(self.net["nats"][gateway].get("certain", True))

    def translated(self, trip: Trip, s: Plain) -> bool:
        """Whether the gateway has an SNAT entry for the source."""
        covered = self.net["nats"].get(trip.gateway, {}).get("snat", ())
        return any(self.inside(s["ip"], cidr) for cidr in covered)

    def from_internet(self, t: Plain, proto: str, port: int) -> tuple[Trip, Trip]:
        """In by the EIP, or by a DNAT entry of the gateway to which the answer is led."""
        if t.get("eip"):
            return replace(HERE, edges=self.edge_of_eip(t, "in")), self.by_eip(t)
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
        there = replace(self.travel(back.left, t), edges=self.edges_of_nat(back.gateway, "in"))
        if there.end == "arrived" and not self.has_address(back.gateway):
            return replace(there, end="unknown", place=back.gateway), back
        return there, back

    def edge_of_eip(self, own: Plain, _way: str) -> tuple[str, ...]:
        """The firewall before an EIP, whichever way the packet goes."""
        return (own["edge"],) if own.get("edge") else ()

    def edges_of_nat(self, gateway: str, way: str) -> tuple[str, ...]:
        """What goes out meets the firewall of the NAT boundary, then that before the public address; what comes in this one."""
        nat = self.net["nats"][gateway]
        met = [nat.get("wall"), nat.get("edge")] if way == "out" else [nat.get("edge")]
        return tuple(name for name in met if name)

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
        if kind == "vpc":
            return self.into_peer(id, target, place)
        return Trip("left" if target["id"] == "internet" else "nobody", place, gateway=id, left=here)

    def into_peer(self, vpc: str, target: Plain, place: str) -> Where | Trip:
        """A VPC at the other end of a peering takes what is for itself, and hands nothing on."""
        return Trip("arrived" if target.get("vpc") == vpc else "nobody", place)

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
        """What the attachments that a table learns from teach it, and what it learned one by one."""
        found = self.given(table)
        for id in self.net["tr_tables"][table].get("propagate", ()):
            attachment = self.net["attachments"][id]
            found += [(cidr, id) for cidr in self.taught(attachment)]
        return found

    def given(self, table: str) -> list[tuple[str, str]]:
        """The routes that a table learned one by one, whoever taught them."""
        return [(cidr, id) for cidr, id in self.net["tr_tables"][table].get("learned", ())]

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

    def inside(self, ip: str, cidr: str) -> bool:
        """Whether an address lies in a block."""
        if ip not in self._ips:
            self._ips[ip] = int(ip_address(ip))
        if cidr not in self._blocks:
            block = ip_network(cidr)
            self._blocks[cidr] = int(block.network_address), int(block.netmask)
        base, mask = self._blocks[cidr]
        return self._ips[ip] & mask == base
