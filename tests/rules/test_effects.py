"""Rules of groups without effect: exact, over all groups of every interface, and taking one out changes no verdict."""

from __future__ import annotations

from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.campaign import share
from workbench.model.design import Design
from workbench.model.sketch import sketch
from workbench.rules.effects import idle_rules
from workbench.rules.engine import fresh_findings
from workbench.rules.paths import Paths

MEMBERS = """
    vpc-a vpc blocks=10.1.0.0/16
      vsw-a vswitch block=10.1.1.0/24
      vsw-b vswitch block=10.1.2.0/24
      sg-a security-group inner={inner}
        {rules}
      sg-b security-group inner=Drop
        {others}
    app-a application vswitches=vsw-a groups={groups}
    app-b application vswitches=vsw-b groups=sg-b
"""


def drawn(rules: str, *, others: str = "", groups: str = "sg-a", inner: str = "Drop") -> Design:
    """Two applications; rules are written one after the other with a stroke between them."""

    def rows(written: str) -> str:
        return "\n        ".join(f"- rules {row.strip()}" for row in written.split("|") if row.strip())

    return sketch(MEMBERS.format(rules=rows(rules), others=rows(others), groups=groups, inner=inner))


def told(design: Design, rule: str) -> list[tuple[str, int, str]]:
    """What a rule says of rules: its sentence, the number, and how much it weighs."""
    return [
        (one.says, int(str(dict(one.values)["number"])), one.severity)
        for one in fresh_findings(design)
        if one.rule == rule and "number" in dict(one.values)
    ]


def test_a_rule_that_two_others_match_together_is_dead_and_they_are_named() -> None:
    design = drawn(
        "priority=1 port=443/443 block=10.0.0.0/9 | priority=1 port=443/443 block=10.128.0.0/9"
        " | priority=9 port=443/443 block=10.0.0.0/8 action=drop"
    )

    assert told(design, "SEC-006") == [("several", 3, "warning")]
    (finding,) = (one for one in fresh_findings(design) if one.rule == "SEC-006")
    assert "rule 1, rule 2" in finding.message.said("en")


def test_a_rule_decides_where_its_ports_or_addresses_are_left_over() -> None:
    for last in ("port=442/443 block=10.0.0.0/8", "port=443/443 block=10.0.0.0/7"):
        design = drawn(
            "priority=1 port=443/443 block=10.0.0.0/9 | priority=1 port=443/443 block=10.128.0.0/9"
            f" | priority=9 {last} action=drop"
        )

        assert told(design, "SEC-006") == []


def test_another_group_of_every_interface_may_leave_nothing_to_a_rule() -> None:
    rules, others = (
        "priority=9 port=443/443 block=10.0.0.0/8",
        "priority=1 port=1/65535 block=10.0.0.0/8 action=drop",
    )
    together = drawn(rules, others=others, groups="sg-a,sg-b")
    alone = together.replacing("app-b", groups=("sg-a",))

    assert told(together, "SEC-006") == [("several", 1, "warning")]
    assert told(alone, "SEC-006") == []


def test_whom_only_the_accept_inside_the_group_leaves_out_is_a_hint() -> None:
    design = drawn("priority=1 port=443/443 group=sg-b", groups="sg-a,sg-b", inner="Accept")
    everybody = design.replacing("app-b", groups=("sg-a", "sg-b"))

    assert told(everybody, "SEC-006") == [("members", 1, "hint")]


def test_a_rule_that_a_wider_one_repeats_changes_nothing_and_one_that_a_drop_follows_does() -> None:
    narrow = "priority=1 port=443/443 block=10.1.2.0/24"
    repeated = drawn(f"{narrow} | priority=5 port=1/65535 block=10.1.0.0/16")
    followed = drawn(
        f"{narrow} | priority=3 port=443/443 block=10.1.0.0/16 action=drop | priority=5 port=1/65535 block=10.1.0.0/16"
    )

    assert told(repeated, "SEC-027") == [("", 1, "hint")]
    assert told(followed, "SEC-027") == []


def test_a_last_rule_that_drops_what_is_dropped_anyway_is_nobodys_fault() -> None:
    design = drawn(
        "priority=1 port=443/443 block=10.1.2.0/24 | priority=100 port=1/65535 block=0.0.0.0/0 action=drop"
    )

    assert told(design, "SEC-006") == told(design, "SEC-027") == []


def random_rules(random: Random) -> str:
    """A few rules that often overlap."""
    return " | ".join(
        f"priority={random.randint(1, 4)} action={random.choice(('accept', 'drop'))}"
        f" direction={random.choice(('ingress', 'ingress', 'egress'))} protocol={random.choice(('tcp', 'tcp', 'all'))}"
        f" port={random.choice(('443/443', '1/65535', '440/450'))} {random_peer(random)}"
        for _ in range(random.randint(1, 6))
    ).replace("protocol=all port=443/443", "protocol=all port=-1/-1")


def random_peer(random: Random) -> str:
    blocks = ("10.0.0.0/8", "10.1.0.0/16", "10.1.2.0/24", "10.1.1.0/24", "10.1.2.0/25", "0.0.0.0/0")
    return random.choice((*(f"block={block}" for block in blocks), "group=sg-b", "group=sg-a"))


@settings(max_examples=share(300), deadline=None)
@given(st.integers(0, 2**32))
def test_taking_out_a_rule_without_effect_changes_no_verdict(seed: int) -> None:
    random = Random(seed)
    design = drawn(
        random_rules(random),
        others=random_rules(random),
        groups=random.choice(("sg-a", "sg-a,sg-b")),
        inner=random.choice(("Accept", "Drop")),
    )
    before = Paths(design)
    passing = set(before.answers.stretches())

    for group in ("sg-a", "sg-b"):
        for one in idle_rules(group, before):
            rows = tuple(row for place, row in enumerate(design[group].rules) if place != one.number)  # type: ignore[attr-defined]
            after = Paths(design.replacing(group, rules=rows))

            assert joined(after) == joined_of(passing), one


def joined(paths: Paths) -> set[tuple[str, str, str, int, str]]:
    """Every port that a rule may name, with the verdict of each pair."""
    return joined_of(set(paths.answers.stretches()))


def joined_of(stretches: object) -> set[tuple[str, str, str, int, str]]:
    """The verdicts on some ports, however stretches and places are cut: the parts of a place are one."""
    assert isinstance(stretches, set)
    return {
        (source, target, one.protocol, port, one.verdict)
        for one in stretches
        for source, target in [(one.source.partition("#")[0], one.target.partition("#")[0])]
        for port in (1, 80, 440, 443, 450, 8080)
        if source != target and one.ports[0] <= port <= one.ports[1]
    }


@pytest.mark.parametrize("rule", ["SEC-006", "SEC-027"])
def test_random_groups_have_rules_without_effect_and_others(rule: str) -> None:
    designs = [drawn(random_rules(Random(seed))) for seed in range(40)]

    heard = [bool(told(design, rule)) for design in designs]

    assert any(heard)
    assert not all(heard)
