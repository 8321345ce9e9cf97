"""Every rule's own examples."""

from __future__ import annotations

import pytest

from workbench.model.sketch import sketch
from workbench.rules.engine import Checking, registered
from workbench.rules.finding import Finding
from workbench.rules.rule import Rule

RULES = tuple(registered().values())


def named(rule: Rule) -> str:
    return rule.id


def found(rule: Rule, lines: str) -> tuple[Finding, ...]:
    checking = Checking(sketch(lines), {rule.id: rule})
    checking.work()
    return checking.findings


@pytest.mark.parametrize("rule", RULES, ids=named)
def test_the_wrong_example_gives_a_finding_of_the_rule(rule: Rule) -> None:
    findings = found(rule, rule.wrong)

    assert [finding for finding in findings if finding.rule == rule.id]


@pytest.mark.parametrize("rule", RULES, ids=named)
def test_the_right_example_gives_none(rule: Rule) -> None:
    findings = found(rule, rule.right)

    assert findings == ()


@pytest.mark.parametrize("rule", RULES, ids=named)
def test_the_finding_of_the_wrong_example_can_be_said_in_both_languages(rule: Rule) -> None:
    for finding in found(rule, rule.wrong):
        english, chinese = finding.message.said("en"), finding.message.said("zh")

        assert "{" not in english
        assert "{" not in chinese
        assert english != chinese


@pytest.mark.parametrize("rule", RULES, ids=named)
def test_a_cure_takes_its_finding_away(rule: Rule) -> None:
    design = sketch(rule.wrong)
    for finding in found(rule, rule.wrong):
        for cure in finding.cures:
            checking = Checking(cure.edit(design), {rule.id: rule})
            checking.work()

            assert finding not in checking.findings
            assert cure.title.said("zh") != cure.title.said("en")


@pytest.mark.parametrize("rule", RULES, ids=named)
def test_a_finding_rests_on_figures_that_the_rule_declares(rule: Rule) -> None:
    for finding in found(rule, rule.wrong):
        assert {fact.id for fact in finding.rests_on} <= set(rule.facts)
