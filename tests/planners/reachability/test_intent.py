"""What is wished beside what is so."""

from __future__ import annotations

import json
from collections import defaultdict
from random import Random

from planners.reachability import Compiled, Wish, explain, gaps, reach, read_network
from tests.campaign import share
from tests.planners.reachability.networks import PORTS, random_network, random_semantics
from tests.planners.reachability.plainly import Plain, acl_rule, group_rule, read, two_vpcs, with_

DOMAINS = {"apps": ["web", "app"], "data": ["db"]}


def told(plain: Plain, *wishes: Wish) -> list[tuple[object, ...]]:
    """The gaps between the applications and the data, without their witnesses."""
    compiled = Compiled(read(plain), cuts=[(wish.protocol, wish.ports) for wish in wishes])
    found = gaps(compiled, reach(compiled), wishes, DOMAINS)
    return [gap[:6] for gap in found if {gap.source, gap.target} == {"apps", "data"}]


def opened(*ports: int) -> Plain:
    """The network with some ports open for everybody, from the applications only."""
    rules = [group_rule(f"r{port}", "in", proto="tcp", ports=[port, port]) for port in ports]
    plain = with_(two_vpcs(), "sgs.in", {"type": "basic", "rules": rules})
    return with_(with_(plain, "endpoints.2.sgs", ["in"]), "sgs.open.rules", [])


def wish(low: int, high: int, **more: bool) -> Wish:
    """That the applications reach the data."""
    return Wish(DOMAINS["apps"], DOMAINS["data"], "tcp", (low, high), **more)


def test_what_is_wished_and_so_is_no_gap() -> None:
    assert told(opened(3306), wish(3306, 3306)) == []


def test_what_is_wished_and_denied_is_missing_and_what_nobody_wishes_is_extra() -> None:
    assert told(opened(3306, 22), wish(3305, 3307)) == [
        ("extra", "apps", "data", "tcp", (22, 22), 2),
        ("missing", "apps", "data", "tcp", (3305, 3305), 2),
        ("missing", "apps", "data", "tcp", (3307, 3307), 2),
    ]


def test_a_no_beats_every_yes() -> None:
    no = Wish(["web"], ["db"], "tcp", (3306, 3306), allows=False)

    assert told(opened(3306), no, wish(3306, 3306)) == [("extra", "apps", "data", "tcp", (3306, 3306), 1)]


def test_what_some_answers_miss_is_told_apart() -> None:
    acl = {"in": [acl_rule("i")], "out": [acl_rule("o", proto="tcp", ports=[1025, 65_535])]}
    plain = with_(with_(opened(3306), "nacls.wall", acl), "vswitches.b1.nacl", "wall")

    assert told(plain, wish(3306, 3306)) == [("partial", "apps", "data", "tcp", (3306, 3306), 2)]


def test_every_gap_has_a_packet_that_shows_it_with_the_place_that_decides() -> None:
    compiled = Compiled(read(opened(22)), cuts=[("tcp", (3306, 3306))])

    found = list(gaps(compiled, reach(compiled), [wish(3306, 3306)], DOMAINS))
    shown = {(gap.kind, gap.witness.verdict, gap.witness.at) for gap in found if gap.target == "data"}

    assert shown == {("missing", "deny", "sg-in:db"), ("extra", "allow", "arrived:db")}


def random_wishes(die: Random, ends: list[str]) -> list[Wish]:
    """Some wishes about ports at the borders of rules."""
    wishes = []
    for _ in range(die.randint(0, 4)):
        low, high = sorted(die.choices(PORTS, k=2))
        ports = None if die.random() < 0.3 else (low, high)
        protocol = die.choice(["tcp", "tcp", "udp", "icmp", "all"])
        sources, targets = (die.sample(ends, die.randint(1, len(ends))) for _ in range(2))
        wishes.append(
            Wish(
                sources, targets, protocol, ports if protocol in ("tcp", "udp") else None, die.random() < 0.7
            )
        )
    return wishes


def kind_of(wishes: list[Wish], packet: tuple[str, str, str, int], verdict: str) -> str | None:
    """How a packet differs from the wishes, told from the wishes as they are."""
    source, target, protocol, port = packet
    about = [
        one.allows
        for one in wishes
        if source in one.sources
        and target in one.targets
        and one.protocol in ("all", protocol)
        and (one.ports is None or one.ports[0] <= port <= one.ports[1])
    ]
    wanted = bool(about) and all(about)
    if verdict == "unknown":
        return "unknown"
    if wanted:
        return {"deny": "missing", "partial": "partial", "allow": None}[verdict]
    return None if verdict == "deny" else "extra"


def test_gaps_are_those_of_every_single_packet() -> None:
    for seed in range(share(600, least=13)):
        die, plain = Random(seed), random_network(seed)
        ends = [one["id"] for one in plain["endpoints"]] + ["internet"]
        wishes = random_wishes(die, ends)
        domains = {"one": ends[:2], "two": ends[2:4]}
        network = read_network(json.dumps(plain), lambda told: None)
        compiled = Compiled(network, random_semantics(seed), [(wish.protocol, wish.ports) for wish in wishes])
        name = {id: domain for domain, members in domains.items() for id in members}

        expected: dict[tuple[str, str, str, str, int], int] = defaultdict(int)
        ports = [one.ranges[0][0] for one in compiled.ports.classes]
        packets = [
            (source, target, one.protocol, port)
            for one, port in zip(compiled.ports.classes, ports, strict=True)
            for source in ends
            for target in ends
            if source != target
        ]
        for packet in packets:
            if kind := kind_of(wishes, packet, explain(compiled, *packet).verdict):
                source, target, protocol, port = packet
                expected[kind, name.get(source, source), name.get(target, target), protocol, port] += 1

        found = list(gaps(compiled, reach(compiled), wishes, domains))
        for kind, source, target, protocol, port in expected:
            (gap,) = [
                one
                for one in found
                if one[:4] == (kind, source, target, protocol) and one.ports[0] <= port <= one.ports[1]
            ]
            assert gap.pairs >= expected[kind, source, target, protocol, port]
        for gap in found:
            between = [
                (source, target)
                for source in ends
                for target in ends
                if source != target
                and (name.get(source, source), name.get(target, target)) == (gap.source, gap.target)
            ]
            for port in gap.ports:
                alike = [(*pair, gap.protocol, port) for pair in between]
                kinds = [kind_of(wishes, one, explain(compiled, *one).verdict) for one in alike]
                assert 0 < kinds.count(gap.kind) <= gap.pairs
            packet = gap.witness[:4]
            assert kind_of(wishes, packet, gap.witness.verdict) == gap.kind
