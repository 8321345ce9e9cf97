"""Small random networks of many kinds, as their plain files have them, and packets that lie at the borders of rules."""

from __future__ import annotations

from collections.abc import Iterator
from random import Random

from planners.reachability import Semantics
from tests.planners.reachability.plainly import Plain

KINDS = (
    "groups", "inner", "acls", "ephemeral", "tables", "peering", "firewalls", "sites", "internet", "nat", "overlaps",
    "loops", "vpc peers", "taught", "unsettled", "edges", "gateways", "doubts", "mixed",
)  # fmt: skip
PORTS = (22, 80, 443, 1024, 3306, 8080, 40_000, 65_535)
BLOCKS = (
    "0.0.0.0/0", "10.0.0.0/8", "10.0.0.0/16", "10.1.0.0/16", "10.0.0.0/24", "10.0.1.0/24", "10.1.0.0/24",
    "10.0.0.1/32", "10.0.0.0/30", "10.0.1.0/25", "172.16.0.0/12", "172.16.0.0/24", "203.0.113.0/24", "203.0.113.9/32",
)  # fmt: skip
SEVERAL = {
    "v": ("overlaps", "vpc peers", "doubts"),
    "r": ("peering", "loops", "taught", "mixed"),
    "s": ("sites", "nat", "mixed"),
    "f": ("firewalls", "nat", "loops", "edges", "gateways", "doubts", "mixed"),
    "n": ("internet", "nat", "unsettled", "edges", "gateways", "mixed"),
    "a": ("acls", "ephemeral", "internet", "unsettled", "mixed"),
}
"""The kinds of network that have several VPCs and routers, and those that have sites, firewalls, gateways and ACLs."""


class Making:
    """One random network of a kind, grown from a die."""

    def __init__(self, die: Random, kind: str) -> None:
        self.die, self.kind = die, kind
        self.vpcs = [f"v{number}" for number in range(3 if kind in SEVERAL["v"] else die.randint(1, 3))]
        self.routers = self.some_of("r", 2) or ["r0"]
        self.sites, self.walls, self.nats = (self.some_of(part, die.randint(1, 2)) for part in "sfn")
        self.groups = [f"g{number}" for number in range(die.randint(1, 4))]
        self.acls = self.some_of("a", 2)
        self.tables = [f"{router}-{name}" for router in self.routers for name in "xy"]
        self.vswitches: dict[str, Plain] = {}
        # Half of the networks are in order but for their kind; the others have routes that nobody would draw.
        self.disorder = die.choice([0, 0, 1, 3] if kind != "doubts" else [0, 0, 0, 1])
        self.enterprise = {group: die.random() < 0.25 for group in self.groups}

    def some_of(self, part: str, most: int) -> list[str]:
        """So many of a part, in the kinds of network that have it."""
        return [f"{part}{number}" for number in range(most)] if self.kind in SEVERAL[part] else []

    def plain(self) -> Plain:
        """The network."""
        for number, vpc in enumerate(self.vpcs):
            for part in range(self.die.randint(1, 3)):
                self.vswitches[f"{vpc}w{part}"] = self.vswitch(vpc, number, part)
        attachments = self.attachments()
        made: Plain = {
            "vpcs": {vpc: self.vpc(vpc, attachments) for vpc in self.vpcs},
            "vswitches": self.vswitches,
            "nacls": {acl: self.acl() for acl in self.acls},
            "sgs": {group: self.group(group) for group in self.groups},
            "attachments": attachments,
            "tr_tables": {table: self.table(table, attachments) for table in self.tables},
            "sites": {site: {"cidrs": self.ranges(site)} for site in self.sites},
            "firewalls": {wall: self.wall() for wall in self.walls},
            "endpoints": self.endpoints(),
        }
        made["nats"] = {nat: self.nat(made["endpoints"]) for nat in self.nats}
        if self.kind == "ephemeral":
            made["ephemeral"] = self.die.choice([[1024, 65535], [32_768, 60_999], [1024, 1024]])
        return made

    def some(self, chance: float) -> bool:
        """True so often."""
        return self.die.random() < chance

    def vswitch(self, vpc: str, number: int, part: int) -> Plain:
        """A vSwitch; where VPCs overlap they have the same blocks."""
        second = 0 if self.kind == "overlaps" and number == 1 else number
        acl = self.die.choice(self.acls) if self.acls and self.some(0.7) else None
        return {
            "vpc": vpc,
            "cidr": f"10.{second}.{part}.0/24",
            "rt": self.die.choice(["main", "main", "own"]),
            "nacl": acl,
        }

    def attachments(self) -> Plain:
        """Attachments of everything, some associated with nothing."""
        made: Plain = {}
        for vpc in self.vpcs:
            made[f"t-{vpc}"] = self.attachment("vpc", vpc, self.die.choice(self.routers))
        for site in self.sites:
            for name in "ab"[: self.die.randint(0, 2)]:
                made[f"t-{site}{name}"] = self.attachment("site", site, self.die.choice(self.routers))
        for wall in self.walls:
            made[f"t-{wall}"] = self.attachment("fw", wall, self.die.choice(self.routers))
        if len(self.routers) > 1:
            made["p0"] = self.attachment("peer", "p1", "r0")
            made["p1"] = self.attachment("peer", "p0", "r1")
        return made

    def attachment(self, kind: str, ref: str, router: str) -> Plain:
        """An attachment associated with a table of a router."""
        usual, other = ("y", "x") if kind == "fw" else ("x", "y")
        table = other if self.some(0.1) else usual
        return {"type": kind, "ref": ref, "rt": None if self.some(0.03) else f"{router}-{table}"}

    def vpc(self, vpc: str, attachments: Plain) -> Plain:
        """A VPC with two tables."""
        tables = {name: self.routes(vpc, attachments) for name in ("main", "own")}
        return {"tables": tables, "attach_rt": self.die.choice(["main", "main", "own"])}

    def routes(self, vpc: str, attachments: Plain) -> list[list[str]]:
        """Most often a default route to the transit router, and some others."""
        usual = f"att:t-{vpc}"
        hops = [usual, usual, "blackhole", "igw", *(f"att:{id}" for id in list(attachments)[:2])]
        hops += [f"nat:{nat}" for nat in self.nats] * 3
        default = self.die.choice([usual, usual, usual, *hops[4:]]) if self.nats else usual
        if self.kind == "gateways" and self.some(0.95):
            default = f"nat:{self.die.choice(self.nats)}"
        made = {"0.0.0.0/0": default} if self.some(0.95) else {}
        if self.nats and self.some(0.7):
            made["10.0.0.0/8"] = usual
        made |= self.peerings(vpc)
        for _ in range(self.die.randint(0, self.disorder)):
            made[self.die.choice(BLOCKS)] = self.die.choice(hops)
        return [[cidr, hop] for cidr, hop in made.items()]

    def peerings(self, vpc: str) -> dict[str, str]:
        """Routes to other VPCs by a peering, of which some lead to the wrong one."""
        made, chance = {}, {"vpc peers": 0.7, "mixed": 0.2}.get(self.kind, 0)
        for number, other in enumerate(self.vpcs):
            if other != vpc and self.some(chance):
                hop = other if self.some(0.8) else self.die.choice(self.vpcs)
                made[self.die.choice([f"10.{number}.0.0/16", f"10.{number}.0.0/24"])] = f"vpc:{hop}"
        return made

    def table(self, table: str, attachments: Plain) -> Plain:
        """A table that learns from most, and routes by hand."""
        router = table.split("-")[0]
        inner = table.endswith("x") and self.walls and self.some(0.95 if self.kind == "doubts" else 0.7)
        past_walls = 0.03 if self.kind == "doubts" else 0.15
        chance = past_walls if inner else 0.5 if self.kind == "taught" else 0.93
        learns = [id for id in attachments if self.some(chance)]
        self.die.shuffle(learns)
        static: dict[str, str] = {}
        peers = [
            id
            for id, one in attachments.items()
            if one["type"] == "peer" and (id == "p0") == (router == "r0")
        ]
        if peers and self.some(0.3 if self.kind == "taught" else 0.8):
            static[self.die.choice(["10.0.0.0/8", "0.0.0.0/0", "10.1.0.0/16"])] = peers[0]
        if inner:
            static["0.0.0.0/0"] = f"t-{self.die.choice(self.walls)}"
        elif self.nats and self.some(0.7):
            static["0.0.0.0/0"] = f"t-{self.die.choice(self.vpcs)}"
        hops = [*attachments, "blackhole"]
        for _ in range(self.die.randint(0, self.disorder)):
            static[self.die.choice(BLOCKS)] = self.die.choice(hops)
        made: Plain = {"static": [[cidr, hop] for cidr, hop in static.items()], "propagate": learns}
        return made | {"learned": self.learned(peers)} if self.kind in ("taught", "mixed") else made

    def learned(self, peers: list[str]) -> list[list[str]]:
        """Routes learned one by one, most from the VPC that has the block or from a peer."""
        blocks = [(one["cidr"], [f"t-{one['vpc']}", *peers]) for one in self.vswitches.values()]
        blocks.append((self.die.choice(BLOCKS), [f"t-{vpc}" for vpc in self.vpcs]))
        chance = 0.6 if self.kind == "taught" else 0.15
        return [[cidr, self.die.choice(by)] for cidr, by in blocks * 2 if self.some(chance)]

    def ranges(self, site: str) -> list[str]:
        """What a site owns."""
        return [f"172.16.{site[1]}.0/24"] + (["10.1.0.0/25"] if self.some(0.15) else [])

    def endpoints(self) -> list[Plain]:
        """Two or three interfaces a VPC, and machines at sites."""
        made: list[Plain] = []
        for vpc in self.vpcs:
            own = [id for id, one in self.vswitches.items() if one["vpc"] == vpc]
            for number in range(self.die.randint(1, 4)):
                made.append(self.interface(f"{vpc}e{number}", vpc, self.die.choice(own)))
        for site in self.sites:
            for number in range(self.die.randint(1, 2)):
                third = site[1] if self.some(0.9) else "9"
                made.append({"id": f"{site}e{number}", "site": site, "ip": f"172.16.{third}.{number + 1}"})
        return made

    def interface(self, id: str, vpc: str, vswitch: str) -> Plain:
        """An interface in a vSwitch, in groups of one sort."""
        sort = [group for group in self.groups if self.enterprise[group]]
        if not sort or self.some(0.7):
            sort = [group for group in self.groups if not self.enterprise[group]]
        groups = self.die.sample(sort, min(len(sort), self.die.choice([1, 1, 2]))) if self.some(0.96) else []
        host = self.die.choice([1, 2, 3, 4, 130])
        ip = self.vswitches[vswitch]["cidr"].replace(".0/24", f".{host}")
        eip = bool(self.nats) and self.some({"edges": 0.7, "gateways": 0.1}.get(self.kind, 0.2))
        made = {"id": id, "vpc": vpc, "vsw": vswitch, "ip": ip, "sgs": groups, "eip": eip}
        unsettled = self.some({"unsettled": 0.35, "mixed": 0.06}.get(self.kind, 0))
        if unsettled and self.some(0.5):
            made["sgs"] = []
        made |= ({"unsettled": True} if unsettled else {}) | self.before("edge")
        uncovered = self.some({"acls": 0.2, "mixed": 0.06}.get(self.kind, 0))
        return made | ({"uncovered": True} if uncovered else {})

    def group(self, group: str) -> Plain:
        """A security group; most let something in."""
        rules = [self.group_rule(group, number) for number in range(self.die.choice([0, 1, 2, 5]))]
        opening = {
            "dir": "in",
            "action": "accept",
            "prio": 100,
            "proto": "all",
            "cidr": "0.0.0.0/0",
            "ports": None,
        }
        if self.some(0.85):
            rules.append({"id": f"{group}-open", **opening})
        if self.enterprise[group]:
            out = {**opening, "dir": "out"} if self.some(0.8) else {**opening, "dir": "out", "proto": "tcp"}
            return {"type": "enterprise", "rules": [*rules, {"id": f"{group}-out", **out}]}
        return {"type": "basic", "inner": self.die.choice(["accept", "drop"]), "rules": rules}

    def group_rule(self, group: str, number: int) -> Plain:
        """A rule about a block or a group."""
        rule: Plain = {
            "id": f"{group}-{number}",
            "dir": self.die.choice(["in", "in", "out"]),
            "action": self.die.choice(["accept", "accept", "accept", "drop"]),
            "prio": self.die.choice([1, 1, 10, 50, 100]),
            **self.service(),
        }
        if self.some(0.3):
            return rule | {"sg": self.die.choice(self.groups)}
        return rule | {"cidr": self.die.choice(BLOCKS)}

    def service(self) -> Plain:
        """A protocol and a range of ports."""
        proto = self.die.choice(["tcp", "tcp", "tcp", "udp", "icmp", "all"])
        low = self.die.choice(PORTS)
        high = self.die.choice([low, low, *(port for port in PORTS if port >= low)])
        return {
            "proto": proto,
            "ports": None if self.some(0.4) else [0, 0] if proto == "icmp" else [low, high],
        }

    def acl(self) -> Plain:
        """A network ACL; most let most through."""
        made: Plain = {}
        for way in ("in", "out"):
            rules = [
                {
                    "id": f"{way}{number}",
                    "action": self.die.choice(["accept", "drop"]),
                    "cidr": self.die.choice(BLOCKS),
                    **self.service(),
                }
                for number in range(self.die.choice([0, 0, 1, 2, 4]))
            ]
            last = self.die.choice(
                ["client"]
                if self.kind == "ephemeral" and way == "out"
                else ["all", "all", "all", "tcp", "client", ""]
            )
            made[way] = [*rules, *self.last_rule(way, last)]
        return made

    def last_rule(self, way: str, last: str) -> list[Plain]:
        """What an ACL lets through in the end."""
        rule = {"id": f"{way}-last", "action": "accept", "proto": "all", "cidr": "0.0.0.0/0", "ports": None}
        if last == "client":
            low = self.die.choice([1024, 1025, 32_768, 40_000])
            return [
                rule | {"proto": "tcp", "ports": [low, 65_535]},
                rule | {"proto": "udp", "ports": [80, 443]},
            ]
        return [rule | {"proto": last}] if last else []

    def wall(self) -> Plain:
        """A firewall."""
        rules = [
            {
                "id": f"w{number}",
                "action": self.die.choice(["accept", "drop"]),
                "src": self.die.choice(BLOCKS),
                "dst": self.die.choice(BLOCKS),
                **self.service(),
                **self.met(),
                **self.certainty(),
            }
            for number in range(self.die.randint(2 if self.kind in ("edges", "gateways", "doubts") else 0, 5))
        ]
        return {"rules": rules, "default": self.die.choice(["accept", "accept", "drop"])}

    def certainty(self) -> Plain:
        """Nothing, or that a rule may match or not."""
        chance = {"doubts": 0.5, "edges": 0.35, "gateways": 0.35, "mixed": 0.15}.get(self.kind, 0)
        return {"certain": False} if self.some(chance) else {}

    def met(self) -> Plain:
        """What makes a rule of a firewall be about packets that are asked about, in the kinds that are about firewalls."""
        if self.kind not in ("edges", "gateways", "doubts") or self.some(0.2):
            return {}
        one, other = (BLOCKS[:2], BLOCKS[:4]) if self.kind == "doubts" else (BLOCKS[-2:], BLOCKS[1:5])
        ends = [self.die.choice(one), self.die.choice(other)]
        made = dict(zip(("src", "dst"), self.die.sample(ends, 2), strict=True))
        return made | ({"proto": "all"} if self.some(0.5) else {})

    def nat(self, endpoints: list[Plain]) -> Plain:
        """A NAT gateway."""
        covered = self.die.sample(["10.0.0.0/8", "10.0.0.0/24", "10.1.0.0/16", "172.16.0.0/12"], 2)
        entries = [
            {
                "proto": self.die.choice(["all" if self.kind == "gateways" else "tcp", "tcp", "udp", "all"]),
                "port": self.die.choice([None, *PORTS]),
                "to": self.die.choice(endpoints)["id"],
            }
            for _ in range(self.die.randint(1, 5))
        ]
        made = {
            "snat": covered[: self.die.randint(0, 0 if self.kind == "gateways" else 2)] or ["0.0.0.0/0"],
            "dnat": entries,
        }
        doubted = self.some(0.2) and self.kind in ("edges", "nat", "mixed")
        return made | self.before("edge") | self.before("wall") | ({"certain": False} if doubted else {})

    def before(self, key: str) -> Plain:
        """A firewall before the internet."""
        met = self.some({"edges": 0.8, "gateways": 0.7, "mixed": 0.3}.get(self.kind, 0))
        return {key: self.die.choice(self.walls)} if met else {}


def random_network(seed: int) -> Plain:
    """The network of a number, its kind among them in turn."""
    return Making(Random(seed), KINDS[seed % len(KINDS)]).plain()


def random_semantics(seed: int) -> Semantics:
    """Mostly the usual reading; of every third network another, and ties are not guessed where many are met."""
    die = Random(seed)
    if seed % 3:
        return Semantics(guesses_ties=KINDS[seed % len(KINDS)] not in ("overlaps", "taught") or seed % 2 == 0)
    turned = {name: die.random() < 0.5 for name in Semantics.__slots__ if name != "most_lookups"}
    return Semantics(**turned, most_lookups=die.choice([3, 5, 7, 16]))


def packets(plain: Plain, seed: int, most: int) -> Iterator[tuple[str, str, str, int]]:
    """Packets between endpoints of a network and the internet, with ports at the borders of its rules."""
    die = Random(seed)
    ends = [one["id"] for one in plain["endpoints"]]
    if plain["nats"] or len(ends) < 2 or seed % 10 == 0:
        ends.append("internet")
    ports = sorted({0, 65_535, *(port + step for port in PORTS for step in (-1, 0, 1))} - {65_536})
    edges = any("edge" in one for one in plain["endpoints"])
    for _ in range(most):
        proto = die.choice(["tcp", "tcp", "udp", "icmp"])
        source, target = die.sample(ends, 2) if die.random() < 0.98 else die.choices(ends, k=2)
        if edges and die.random() < 0.6:
            source, target = die.sample([source, "internet"], 2)
        yield source, target, proto, 0 if proto == "icmp" else die.choice(ports)
