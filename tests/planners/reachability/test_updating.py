"""All answers after a change are those of a full run."""

from __future__ import annotations

import json
from dataclasses import replace
from itertools import product
from random import Random

import pytest

from planners.reachability import Answers, Compiled, Network, reach, read_network, updated, updating
from planners.reachability.network import GroupRule
from tests.campaign import share
from tests.planners.reachability.networks import KINDS, PORTS, Making, random_network, random_semantics
from tests.planners.reachability.plainly import group_rule, read, two_vpcs, with_

CUTS = [
    (protocol, (low, high)) for protocol in ("tcp", "udp") for low in PORTS for high in PORTS if low <= high
]


def verdicts(answers: Answers) -> list[str]:
    """Every verdict of every pair and class of ports."""
    compiled = answers.parts.compiled
    return [
        answers.verdict(source, target, one.protocol, one.ranges[0][0])
        for one in compiled.ports.classes
        for source, target in product(compiled.order.at, repeat=2)
    ]


def with_other_rules(network: Network, seed: int) -> Network:
    """The network with other rules in one of its groups."""
    die = Random(seed)
    id = die.choice(sorted(network.groups))
    plain = Making(die, KINDS[seed % len(KINDS)])
    plain.groups, plain.enterprise = sorted(network.groups), dict.fromkeys(network.groups, False)
    only = {
        "sgs": {"x": plain.group(id), **{group: {"type": "basic", "rules": []} for group in network.groups}}
    }
    fresh = read_network(json.dumps({"endpoints": []} | only), print).groups["x"]
    rules: tuple[GroupRule, ...] = fresh.rules or network.groups[id].rules[1:]
    changed = network.groups[id]._replace(
        rules=rules, inner_accepts=network.groups[id].basic and fresh.inner_accepts
    )
    return replace(network, groups={**network.groups, id: changed})


def test_answers_after_other_rules_of_a_group_are_those_of_a_full_run(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    # However many members the group has.
    monkeypatch.setattr(updating, "MOST", 0)
    for seed in range(share(2_000, least=2 * len(KINDS))):
        network, how = (
            read_network(json.dumps(random_network(seed)), lambda told: None),
            random_semantics(seed),
        )
        answers = reach(Compiled(network, how, CUTS))
        for step in range(3):
            network, routes = with_other_rules(network, seed + step), answers.parts.pairs
            answers = updated(answers, network)
            assert answers.parts.pairs is routes
            assert verdicts(answers) == verdicts(reach(Compiled(network, how, CUTS))), seed


@pytest.mark.parametrize(
    ("place", "value"),
    [
        ("vpcs.a.tables.ra", []),
        ("tr_tables.main.propagate", ["ta"]),
        ("sgs.open.rules", [group_rule("r", "in", proto="tcp", ports=[81, 82])]),
        ("sgs.open.type", "enterprise"),
        ("endpoints.0.ip", "10.1.1.77"),
        ("endpoints.0.unsettled", True),
        ("tr_tables.main.learned", [["10.2.1.0/25", "ti"]]),
    ],
)
def test_any_other_change_is_answered_anew(place: str, value: object) -> None:
    answers = reach(Compiled(read(two_vpcs())))
    changed = read(with_(two_vpcs(), place, value))

    found = updated(answers, changed)

    assert verdicts(found) == verdicts(reach(Compiled(changed)))
    assert found.parts.pairs is not answers.parts.pairs


def test_the_answers_before_stay_as_they_are(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(updating, "MOST", 0)
    answers = reach(Compiled(read(two_vpcs())))

    after = updated(answers, read(with_(two_vpcs(), "sgs.open.rules", [])))

    assert answers.verdict("web", "db", "tcp", 443) == "allow"
    assert after.verdict("web", "db", "tcp", 443) == "deny"
