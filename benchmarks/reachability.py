"""All pairs and ports of a large network beside what numpy needs for the least work of that shape, in one run.

    python -m benchmarks reachability

The least work: eight times AND over classes x endpoints x endpoints bits, and packing them once. All times are those of
the processor, so that what else runs on the machine does not count.
"""

from __future__ import annotations

import random
import resource
import time
from dataclasses import replace

import numpy as np

from benchmarks._timing import least_work
from planners.addresses import Block, block_of
from planners.reachability import Answers, Compiled, Network, explain, reach, updated
from planners.reachability.network import (
    PROTOCOLS,
    Acl,
    AclRule,
    Attachment,
    Endpoint,
    Firewall,
    FirewallRule,
    Group,
    GroupRule,
    Hop,
    Ports,
    Route,
    TransitTable,
    Vpc,
    VSwitch,
)

TEN = 10 << 24
EVERYTHING, PRIVATE = Block(0, 32), Block(TEN, 24)
PORTS = (
    22,
    53,
    80,
    123,
    161,
    389,
    443,
    636,
    1433,
    1521,
    3306,
    3389,
    5432,
    5671,
    6379,
    8080,
    8443,
    9092,
    9200,
    27017,
)
RANGES: tuple[Ports, ...] = (
    (8000, 8999),
    (30_000, 32_767),
    (1024, 65_535),
    (137, 139),
    (6000, 6063),
    (49_152, 65_535),
)


class Making:
    """A landing zone of some size, from a die."""

    def __init__(self, vpcs: int, vswitches: int, applications: int, rules: int, groups: int) -> None:
        self.die = random.Random(vpcs)
        self.vpcs, self.applications, self.rules, self.groups = vpcs, applications, rules, groups
        self.a_vpc = -(-vswitches // vpcs)
        self.count = vswitches
        tables = max(2, vpcs // 6)
        self.tables = [f"t{number:02}" for number in range(tables)]
        ports = self.die.sample(range(1024, 20_000), 57 - len(PORTS))
        self.services: list[Ports] = [(port, port) for port in (*PORTS, *ports)] + list(RANGES)

    def network(self) -> Network:
        """The network: half of the tables lead to other VPCs through a firewall."""
        vswitches = {f"w{number:04}": self.vswitch(number) for number in range(self.count)}
        walled = Attachment("fw", "wall", "clean")
        attachments = {f"a{number:03}": self.attachment(number) for number in range(self.vpcs)}
        everywhere = TransitTable((), tuple(attachments))
        own = {table: self.table(at, attachments) for at, table in enumerate(self.tables)}
        return Network(
            tuple(self.endpoint(number, vswitches) for number in range(self.applications)),
            {f"v{number:03}": self.vpc(number) for number in range(self.vpcs)},
            vswitches,
            {f"c{number:02}": self.acl(number) for number in range(60)},
            {f"g{number:04}": self.group(number) for number in range(self.groups)},
            {**attachments, "fw": walled},
            {**own, "clean": everywhere},
            firewalls={"wall": Firewall(tuple(map(self.wall_rule, range(200))))},
        )

    def vpc(self, number: int) -> Vpc:
        """A VPC that leads everything to the transit router."""
        return Vpc({"main": (Route(EVERYTHING, Hop("att", f"a{number:03}")),)}, "main")

    def vswitch(self, number: int) -> VSwitch:
        """A vSwitch; three quarters have a network ACL."""
        vpc, part = divmod(number, self.a_vpc)
        acl = f"c{number % 60:02}" if number % 4 else None
        return VSwitch(f"v{vpc:03}", Block(TEN + (vpc << 12) + (part << 8), 8), "main", acl)

    def attachment(self, number: int) -> Attachment:
        """An attachment of a VPC, associated with the table of its domain."""
        return Attachment("vpc", f"v{number:03}", self.tables[number % len(self.tables)])

    def table(self, at: int, attachments: dict[str, Attachment]) -> TransitTable:
        """A table that learns its own domain and shared ones; every second leads the rest through the firewall."""
        own = [id for id, one in attachments.items() if one.table == self.tables[at]]
        shared = [id for id in list(attachments)[: self.vpcs // 10] if id not in own]
        if at % 2:
            return TransitTable(((PRIVATE, "fw"),), tuple(own))
        return TransitTable(((PRIVATE, "fw"),) if at % 4 else (), (*own, *shared))

    def endpoint(self, number: int, vswitches: dict[str, VSwitch]) -> Endpoint:
        """An application."""
        vswitch = f"w{number * self.count // self.applications:04}"
        ip = vswitches[vswitch].block.base + 4 + number % 200
        group = f"g{number * self.groups // self.applications:04}"
        return Endpoint(f"app{number:04}", ip, vswitches[vswitch].vpc, vswitch, (group,))

    def service(self) -> tuple[str, Ports | None]:
        """A protocol and ports."""
        protocol = self.die.choice(["tcp", "tcp", "tcp", "tcp", "udp", "icmp", "all"])
        return protocol, self.die.choice(self.services) if protocol in ("tcp", "udp") else None

    def block(self, lengths: tuple[int, ...]) -> Block:
        """A block of the network."""
        return block_of(TEN + self.die.randrange(self.vpcs << 12), self.die.choice(lengths))

    def group(self, number: int) -> Group:
        """A group of basic sort but for every eighth."""
        many = self.rules * (number + 1) // self.groups - self.rules * number // self.groups
        return Group(bool(number % 8), True, tuple(self.group_rule(number, at) for at in range(many)))

    def group_rule(self, number: int, at: int) -> GroupRule:
        """Two of three rules let in, the others are about what goes out."""
        protocol, ports = self.service()
        inbound = self.die.random() < 0.67
        accepts = self.die.random() < (0.9 if inbound else 0.5)
        group = f"g{self.die.randrange(self.groups):04}" if self.die.random() < 0.2 else None
        block = None if group else self.block((8, 12, 16, 20, 24, 24))
        id = f"g{number}-{at}"
        return GroupRule(id, inbound, accepts, self.die.randint(1, 100), protocol, block, group, ports)

    def acl(self, number: int) -> Acl:
        """A network ACL of some drops, what is served, and answers."""
        inbound = [self.acl_rule(f"i{at}", self.die.random() < 0.5) for at in range(8)]
        outbound = [self.acl_rule(f"o{at}", self.die.random() < 0.5) for at in range(4)]
        client = (1024, 65_535) if number % 10 else (32_768, 65_535)
        answers = [AclRule(f"a-{proto}", True, proto, PRIVATE, client) for proto in ("tcp", "udp")]
        rest = AclRule("rest", True, "all", PRIVATE)
        return Acl(
            (*inbound, *answers, rest),
            (*outbound, *answers, AclRule("icmp", True, "icmp", PRIVATE), *([rest] if number % 3 else [])),
        )

    def acl_rule(self, id: str, accepts: bool) -> AclRule:
        """A rule of a network ACL."""
        protocol, ports = self.service()
        return AclRule(id, accepts, protocol, self.block((16, 20, 24)), ports)

    def wall_rule(self, number: int) -> FirewallRule:
        """A rule of the firewall."""
        protocol, ports = self.service()
        source, target = self.block((12, 16, 20, 24)), self.block((12, 16, 20, 24))
        return FirewallRule(f"f{number}", bool(number % 3), protocol, source, target, ports)


def least(classes: int, ends: int) -> float:
    """Seconds that numpy needs to go over all answers eight times, and to pack them once."""
    rows, other = (np.full((classes, ends, -(-ends // 8)), fill, np.uint8) for fill in (255, 85))
    truths = np.ones((classes, ends, ends), np.bool_)

    def passes() -> None:
        for _ in range(8):
            np.bitwise_and(rows, other, out=rows)
        np.packbits(truths, axis=2)

    return least_work(passes, 5)[0]


def peak() -> float:
    """The most memory this process has held, in MiB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def all_pairs(name: str, making: Making, accepted: float) -> tuple[Compiled, Answers, float]:
    """Print how long all answers take, the making ready included."""
    network = making.network()
    span, (compiled, answers) = least_work(lambda: _answered(network), 5)
    classes, ends = len(compiled.ports.classes), compiled.order.count
    print(
        f"{name}: {classes} classes, {classes * ends * ends:,} answers, {answers.count():,} pass:"
        f" {span:.2f} s (accepted {accepted} s), peak {peak():.0f} MiB (accepted 1024 MiB)"
    )
    return compiled, answers, span


def _answered(network: Network) -> tuple[Compiled, Answers]:
    compiled = Compiled(network)
    return compiled, reach(compiled)


def ratio(compiled: Compiled, span: float) -> None:
    """Print all answers beside the least work of their shape."""
    floor = least(len(compiled.ports.classes), compiled.order.count)
    print(
        f"  numpy, eight times AND and one packing: {floor:.2f} s; ours is {span / floor:.2f} times that (goal 2)"
    )


def one_packet(compiled: Compiled, answers: Answers) -> None:
    """Print how long one packet takes to explain, the slowest of many, and whether all answers say the same."""
    die, ends, spans = random.Random(3), [one.id for one in compiled.order.ends], []
    for _ in range(2_000):
        protocol = die.choice(PROTOCOLS)
        (source, target), port = die.sample(ends, 2), 0 if protocol == "icmp" else die.choice(PORTS)
        start = time.process_time()
        told = explain(compiled, source, target, protocol, port)
        spans.append(time.process_time() - start)
        assert told.verdict == answers.verdict(source, target, protocol, port), told
    spans.sort()
    print(
        f"  one packet explained: {spans[len(spans) // 2] * 1000:.2f} ms, 99 of 100 within"
        f" {spans[-len(spans) // 100] * 1000:.2f} ms (accepted 5 ms)"
    )


def one_rule(answers: Answers, span: float) -> None:
    """Print how long the answers take after one rule of one group is another, beside all of them."""
    network = answers.parts.compiled.network
    spans = []
    for id in random.Random(4).sample([*network.groups], 20):
        group = network.groups[id]
        first = group.rules[0]
        turned = group._replace(rules=(first._replace(accepts=not first.accepts), *group.rules[1:]))
        changed = replace(network, groups={**network.groups, id: turned})
        spans.append(least_work(lambda changed=changed: updated(answers, changed))[0])  # type: ignore[misc]
    middle, most = sorted(spans)[len(spans) // 2], max(spans)
    print(
        f"  after one rule: {middle * 1000:.1f} ms, at most {most * 1000:.1f} ms: {middle / span:.2f} and {most / span:.2f}"
        " of all answers (goal 0.1)"
    )


def main() -> None:
    """Print all figures; the least work comes last, since it takes more memory than ours."""
    compiled, answers, span = all_pairs("300 VPCs, 2,000 groups", Making(300, 2_000, 2_000, 10_000, 2_000), 2)
    one_packet(compiled, answers)
    one_rule(answers, span)
    all_pairs("300 VPCs, 200 groups", Making(300, 2_000, 2_000, 10_000, 200), 1.5)
    all_pairs("60 VPCs", Making(60, 300, 300, 2_000, 300), 0.25)
    ratio(compiled, span)


if __name__ == "__main__":
    main()
