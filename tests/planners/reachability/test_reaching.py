"""All answers at once: how they are read, told on the way, and stopped."""

from __future__ import annotations

import json
from functools import partial
from itertools import permutations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from planners.reachability import Compiled, Semantics, explain, reach, read_network
from planners.reachability.bits import Turning, eighths, turned
from planners.reachability.network import PROTOCOLS
from tests.campaign import share
from tests.planners.reachability.networks import KINDS, random_network
from tests.planners.reachability.plainly import (
    Plain,
    acl_rule,
    group_rule,
    read,
    two_vpcs,
    with_,
    with_all_that_designs_say,
)


def stretches(plain: Plain, denied: bool = False) -> list[tuple[object, ...]]:
    """All stretches of a plain network."""
    return [tuple(one) for one in reach(Compiled(read(plain))).stretches(denied)]


def test_neighbouring_ports_of_one_verdict_are_one_stretch() -> None:
    rules = [group_rule(f"r{port}", "in", proto="tcp", ports=[port, port]) for port in (80, 81, 443)]
    found = stretches(with_(two_vpcs(), "sgs.open.rules", rules))

    assert [one[2:] for one in found if one[:2] == ("web", "db")] == [
        ("tcp", (80, 81), "allow"),
        ("tcp", (443, 443), "allow"),
    ]


def test_partial_is_a_verdict_of_its_own() -> None:
    acl = {"in": [acl_rule("i")], "out": [acl_rule("o", proto="tcp", ports=[1025, 65_535])]}
    plain = with_(with_(two_vpcs(), "nacls.wall", acl), "vswitches.b1.nacl", "wall")

    assert ("web", "db", "tcp", (0, 65_535), "partial") in stretches(plain)
    assert not [one for one in stretches(plain) if one[:3] == ("web", "db", "udp")]


def test_every_pair_and_port_is_covered_once_and_says_what_is_explained() -> None:
    for seed in range(share(400, least=len(KINDS))):
        compiled = Compiled(read_network(json.dumps(random_network(seed)), lambda told: None))
        ends = [one.id for one in compiled.order.ends]
        covered: dict[tuple[str, str, str], list[tuple[int, int]]] = {}
        for one in reach(compiled).stretches(denied=True):
            covered.setdefault((one.source, one.target, one.protocol), []).append(one.ports)
            for port in one.ports:
                assert explain(compiled, one.source, one.target, one.protocol, port).verdict == one.verdict

        pairs = [(a, b, proto) for a in ends for b in ends if a != b for proto in PROTOCOLS]
        assert sorted(covered) == sorted(pairs)
        for (_, _, proto), ranges in covered.items():
            lows, highs = zip(*ranges, strict=True)
            assert lows == (0, *(high + 1 for high in highs[:-1]))
            assert highs[-1] == (0 if proto == "icmp" else 65_535)


def test_what_nobody_knows_is_told_port_by_port() -> None:
    found = [one[:2] + one[3:] for one in stretches(with_all_that_designs_say()) if one[2] == "tcp"]

    assert [one for one in found if one[:2] == ("web", "internet")] == [
        ("web", "internet", (0, 442), "allow"),
        ("web", "internet", (443, 443), "unknown"),
        ("web", "internet", (444, 65_535), "allow"),
    ]
    assert ("internet", "db", (443, 443), "unknown") in found
    assert ("web", "app", (0, 65_535), "unknown") in found
    assert ("web", "db", (0, 65_535), "allow") in found


def test_all_squares_say_what_single_verdicts_say() -> None:
    answers = reach(Compiled(read(with_all_that_designs_say())))
    order, classes = answers.parts.compiled.order, answers.parts.compiled.ports.classes

    for number, one in enumerate(classes):
        squares = zip(("allow", "partial", "unknown"), answers.squares(number), strict=True)
        told = {
            (order.ends[source].id, order.ends[target].id): verdict
            for verdict, rows in squares
            for target, source in np.argwhere(np.unpackbits(rows, axis=1, bitorder="little")).tolist()
        }
        for source, target in permutations(order.at, 2):
            port = one.ranges[0][0]
            assert told.get((source, target), "deny") == answers.verdict(source, target, one.protocol, port)


def test_the_work_tells_how_far_it_is_and_stops_where_that_raises() -> None:
    compiled, told = Compiled(read(two_vpcs())), list[float]()

    reach(compiled, told.append)

    assert told == sorted(told)
    assert told[-1] == 1

    def stop(share: float) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        reach(compiled, stop)


def test_more_firewalls_than_a_machine_word_has_bits() -> None:
    plain = two_vpcs()
    plain["tr_tables"]["main"] = {"static": [["0.0.0.0/0", "t0"]], "propagate": []}
    for number in range(70):
        last = number == 69
        plain["firewalls"][f"f{number}"] = {"rules": [], "default": "drop" if last else "accept"}
        plain["attachments"][f"t{number}"] = {"type": "fw", "ref": f"f{number}", "rt": f"k{number}"}
        static = [] if last else [["0.0.0.0/0", f"t{number + 1}"]]
        plain["tr_tables"][f"k{number}"] = {"static": static, "propagate": ["ta", "tb"] if last else []}
    compiled = Compiled(read(plain), Semantics(most_lookups=100))
    opened = Compiled(read(with_(plain, "firewalls.f69.default", "accept")), Semantics(most_lookups=100))

    assert reach(compiled).verdict("web", "db", "tcp", 443) == "deny"
    assert explain(compiled, "web", "db", "tcp", 443).at == "firewall:f69"
    assert reach(opened).verdict("web", "db", "tcp", 443) == "allow"


@settings(max_examples=share(500), deadline=None)
@given(st.integers(1, 3).map(lambda words: words * 8), st.integers(0, 2**32))
def test_a_turned_square_has_columns_for_rows(width: int, seed: int) -> None:
    flags = np.random.default_rng(seed).random((width * 8, width * 8)) < 0.5
    rows = np.packbits(flags, axis=1, bitorder="little")
    wanted = np.arange(0, width * 8, 3)

    columns = turned(rows[eighths(width)], wanted)

    assert (columns == np.packbits(flags.T[wanted], axis=1, bitorder="little")).all()


@settings(max_examples=share(200), deadline=None)
@given(
    st.integers(1, 3).map(lambda words: words * 8),
    st.lists(st.floats(0, 1), max_size=5),
    st.integers(0, 2**32),
)
def test_squares_are_turned_rightly_after_others_of_which_some_rows_differ(
    width: int, shares: list[float], seed: int
) -> None:
    die = np.random.default_rng(seed)
    flags = die.random((50, width * 8)) < 0.5
    rows, order = np.packbits(flags, axis=1, bitorder="little"), eighths(width)
    of, turning = die.integers(0, 50, width * 8), Turning(width)

    for differing in [0.0, *shares]:
        of = np.where(die.random(width * 8) < differing, die.integers(0, 50, width * 8), of)
        wanted = np.flatnonzero(die.random(width * 8) < 0.3)
        columns = turning.columns(of[order], partial(np.take, rows[of[order]], axis=0), wanted)

        assert (columns == np.packbits(flags[of].T[wanted], axis=1, bitorder="little")).all()
