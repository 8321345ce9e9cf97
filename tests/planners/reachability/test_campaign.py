"""The planner beside a walk by hand, on random networks: all answers at once, one explained, and one walked agree.

And where a walker breaks a single rule of the semantics, the same campaign must notice.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

import pytest

from planners.reachability import Compiled, explain, reach, read_network
from tests.campaign import share
from tests.planners.reachability.broken import BROKEN, ONLY_TOLD
from tests.planners.reachability.networks import packets, random_network, random_semantics
from tests.planners.reachability.walker import Walked, Walker

PACKETS = 60
Packet = tuple[str, str, str, int]


class Told(NamedTuple):
    """What the planner says of a packet: explained, and among all answers."""

    packet: Packet
    explained: Walked
    answered: str


@lru_cache(maxsize=400)
def told(seed: int) -> tuple[Told, ...]:
    """What the planner says of the packets of a random network."""
    plain, how = random_network(seed), random_semantics(seed)
    compiled = Compiled(read_network(json.dumps(plain), lambda told: None), how)
    answers = reach(compiled)
    found = []
    for packet in packets(plain, seed, PACKETS):
        one = explain(compiled, *packet)
        walked = Walked(one.verdict, one.at, one.rule, frozenset(one.warnings))
        found.append(Told(packet, walked, answers.verdict(*packet)))
    return tuple(found)


def differences(walker: type[Walker], networks: range) -> Iterator[tuple[int, Told, Walked]]:
    """The packets of which the planner says anything else than a walker."""
    for seed in networks:
        by_hand = walker(random_network(seed), random_semantics(seed))
        for one in told(seed):
            walked = by_hand.ask(*one.packet)
            if (one.explained, one.answered) != (walked, walked.verdict):
                yield seed, one, walked


def test_the_planner_agrees_with_a_walk_by_hand_on_every_packet() -> None:
    assert next(differences(Walker, range(share(300_000 // PACKETS))), None) is None


@pytest.mark.parametrize("broken", BROKEN)
def test_a_walker_that_breaks_one_rule_is_noticed(broken: type[Walker]) -> None:
    found = differences(broken, range(400))

    assert any(one.answered != walked.verdict or broken in ONLY_TOLD for _, one, walked in found)


def test_the_campaign_meets_every_verdict_warning_and_place() -> None:
    met = [one.explained for seed in range(100) for one in told(seed)]

    assert {one.verdict for one in met} == {"allow", "partial", "deny", "unknown"}
    assert {warning for one in met for warning in one.warnings} == {
        "asymmetric",
        "conflicting routes",
        "loop",
    }
    assert {one.at.partition(":")[0] for one in met} == {
        "sg-out", "acl-out", "route", "firewall", "acl-in", "sg-in",
        "return-route", "return-acl-out", "return-acl-in", "return-firewall", "arrived", "itself",
    }  # fmt: skip
