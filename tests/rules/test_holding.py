"""Findings about paths that hold though rules of groups are others: never one too many, and few are asked for again."""

from __future__ import annotations

from collections.abc import Iterator
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.campaign import share
from tests.reachability.edited import begun, edited
from tests.reachability.test_following import lines
from workbench.model.change import Change
from workbench.model.design import Design
from workbench.model.elements.security_group import SecurityRule
from workbench.model.sketch import sketch
from workbench.reachability.keeper import Keeper
from workbench.rules.engine import Checking, fresh_findings
from workbench.rules.finding import Finding
from workbench.words import Words

EDITS = 5
FLOWS = "".join(f"\n    f-{n} flow source=app-{n} target=app-{n + 1} port=8443/8443" for n in range(11))


def checked(design: Design) -> Checking:
    """A checking with nothing left to do."""
    checking = Checking(design, keeper=Keeper())
    checking.work()
    return checking


def follow(checking: Checking, after: Design) -> None:
    """Goes over to another design without asking anything."""
    checking.follow(Change.between(checking.design, after), after)


def cured(found: tuple[Finding, ...], design: Design) -> Iterator[tuple[str, str, object]]:
    """What every cure of some findings would make of elements of the design."""
    for finding in found:
        for cure in finding.cures:
            yield finding.rule, finding.about, Change.between(design, cure.edit(design)).replaced


def jobs(design: Design, after: Design) -> int:
    """How often something about paths is looked up after an edit, once the network is known."""
    keeper, asked = Keeper(), [0]
    checking = Checking(design, keeper=keeper)
    checking.work()
    follow(checking, after)
    checking.work_quickly()
    keeper.known(after, places=False)

    def counting() -> bool:
        asked[0] += 1
        return False

    assert checking.work_paths(counting)
    assert checking.findings == fresh_findings(after)
    return asked[0]


@settings(max_examples=share(400), deadline=None)
@given(st.integers(0, 2**32))
def test_after_any_edits_the_findings_are_those_of_a_fresh_check(seed: int) -> None:
    random, design = Random(seed), begun(seed)
    checking = checked(design)
    for _ in range(EDITS):
        before, design = design, edited(design, random)
        follow(checking, design)
        if random.random() < 0.2:
            checking.work_paths(lambda: random.random() < 0.3)
        if random.random() < 0.2:
            follow(checking, design := random.choice((before, edited(design, random))))
        checking.work()

        fresh = fresh_findings(design)
        assert checking.findings == fresh
        assert list(cured(checking.findings, design)) == list(cured(fresh, design))


def test_other_rules_of_a_group_ask_again_only_what_its_members_meet() -> None:
    design = sketch(lines("port=22/22") + FLOWS)

    few = jobs(design, design.replacing("sg-4", rules=()))

    assert few < jobs(design, design.replacing("app-4", groups=("sg-3",))) / 3


def test_until_the_network_is_known_every_rule_about_paths_may_wait() -> None:
    design = sketch(lines("port=22/22") + FLOWS)
    all_of_them = Checking(design).waiting_for_paths
    checking = checked(design)

    follow(checking, design.replacing("sg-4", rules=()))

    assert checking.waiting_for_paths == all_of_them
    assert checking.work_paths()
    assert checking.waiting_for_paths == 0


def test_what_is_stopped_before_the_network_is_known_is_settled_against_what_was_found_before() -> None:
    design = sketch(lines("port=22/22") + FLOWS)
    checking = checked(design)
    follow(checking, design.replacing("sg-4", rules=()))
    checking.work_quickly()
    assert not checking.work_paths(lambda: True)

    follow(checking, checking.design.replacing("sg-7", rules=()))
    checking.work()

    assert checking.findings == fresh_findings(checking.design)


def test_what_was_dropped_since_nobody_asked_is_found_again_later() -> None:
    design = sketch(lines("port=22/22") + FLOWS)
    checking = checked(design)
    follow(checking, design.replacing("sg-4", rules=()))
    checking.let_go_of_paths()
    assert not any(finding.rule == "SEC-026" for finding in checking.findings)

    follow(checking, design)
    checking.work()

    assert checking.findings == fresh_findings(design)


@pytest.mark.parametrize(
    ("id", "fields"),
    [
        ("sg-4", {"name": Words(en="Shop")}),
        ("sg-4", {"inner": "Accept"}),
        ("f-3", {"port": "22/22"}),
        ("app-4", {"name": Words(en="Shop")}),
        ("a-1", {"block": "10.1.0.0/17"}),
    ],
)
def test_whatever_else_is_changed_beside_rules_is_asked_again(id: str, fields: dict[str, object]) -> None:
    design = sketch(lines("port=22/22") + FLOWS)
    checking = checked(design)
    row = SecurityRule(port="8443/8443", action="drop", block="0.0.0.0/0")

    follow(checking, design.replacing("sg-4", rules=(row,)).replacing(id, **fields))
    checking.work()

    assert checking.findings == fresh_findings(checking.design)
