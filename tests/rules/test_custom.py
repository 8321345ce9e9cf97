"""Rules of the project: comparisons of fields, and wrong definitions that are findings themselves."""

from __future__ import annotations

from typing import Any, get_args

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.campaign import share
from tests.rules.random_designs import TAGS, random_design
from workbench.model.design import Design
from workbench.model.elements.custom_rule import CustomRule
from workbench.model.sketch import sketch
from workbench.rules.engine import fresh_findings
from workbench.words import Words

DESIGN = sketch("""
    hz region region_id=cn-hangzhou
    prod environment name.zh=生产 production=true
    vpc-a vpc region=hz blocks=10.0.0.0/16,172.16.0.0/12 environment=prod tags.owner=ops name.zh=甲
      vsw-a vswitch block=10.0.1.0/24
      sg-a security-group
        - rules action=accept port=22/22 block=10.0.0.0/8
        - rules action=accept port=443/443 block=10.0.0.0/8
    net-b vpc
    line circuit bandwidth=200
""")
COMPARISONS = get_args(CustomRule.__annotations__["comparison"]) or (
    "is",
    "is-not",
    "is-empty",
    "matches",
    "at-least",
    "at-most",
    "one-of",
    "in-block",
)


def custom(about: str, field: str, comparison: Any, value: str = "", **fields: Any) -> CustomRule:
    given_fields = {"code": "ORG-001", "message": Words(en="{name} has {value}", zh="{name}为{value}")}
    return CustomRule(
        id="rule", about=about, field=field, comparison=comparison, value=value, **{**given_fields, **fields}
    )


def hits(rule: CustomRule, design: Design = DESIGN) -> set[str]:
    return {finding.about for finding in fresh_findings(design.adding(rule)) if finding.rule == rule.code}


def faulty(rule: CustomRule) -> set[str]:
    return {finding.says for finding in fresh_findings(DESIGN.adding(rule)) if finding.rule == "CUS-001"}


@pytest.mark.parametrize(
    ("about", "field", "comparison", "value", "when", "expected"),
    [
        ("vpc", "name", "is", "net-b", "holds", {"net-b"}),
        ("vpc", "name", "is", "甲", "holds", {"vpc-a"}),
        ("vpc", "name", "is-not", "net-b", "holds", {"vpc-a"}),
        ("vpc", "name", "matches", "vpc-*", "fails", {"net-b"}),
        ("vpc", "name.zh", "is-empty", "", "holds", {"net-b"}),
        ("vpc", "name.zh", "is-empty", "", "fails", {"vpc-a"}),
        ("vpc", "blocks", "is-empty", "", "holds", {"net-b"}),
        ("vpc", "blocks", "in-block", "10.0.0.0/8", "fails", {"vpc-a"}),
        ("vswitch", "block", "in-block", "10.0.0.0/16", "holds", {"vsw-a"}),
        ("vpc", "tags.owner", "is-empty", "", "holds", {"net-b"}),
        ("vpc", "tags.owner", "one-of", "net, ops", "holds", {"vpc-a"}),
        ("vpc", "tags.owner", "one-of", "net、ops", "fails", {"net-b"}),
        ("vpc", "environment", "is", "生产", "holds", {"vpc-a"}),
        ("vpc", "environment", "is", "prod", "holds", {"vpc-a"}),
        ("vpc", "environment", "is-empty", "", "holds", {"net-b"}),
        ("security-group", "rules.port", "is", "22/22", "holds", {"sg-a"}),
        ("security-group", "rules.port", "matches", "80*", "holds", set()),
        ("circuit", "bandwidth", "at-least", "200", "holds", {"line"}),
        ("circuit", "bandwidth", "at-most", "199", "holds", set()),
        ("circuit", "bandwidth", "at-least", "1,000", "fails", {"line"}),
        ("vpc", "name", "at-least", "5", "holds", set()),
        ("environment", "production", "is", "true", "holds", {"prod"}),
        ("security-group", "parent", "is", "vpc-a", "holds", {"sg-a"}),
    ],
)
def test_a_comparison_finds_what_it_says(
    about: str, field: str, comparison: str, value: str, when: Any, expected: set[str]
) -> None:
    rule = custom(about, field, comparison, value, when=when)

    assert faulty(rule) == set()
    assert hits(rule) == expected


def test_a_finding_has_the_rules_id_severity_and_message_in_both_languages() -> None:
    rule = custom("vswitch", "block", "in-block", "10.0.0.0/8", severity="hint")

    finding = next(f for f in fresh_findings(DESIGN.adding(rule)) if f.rule == "ORG-001")

    assert (finding.severity, finding.origin) == ("hint", rule)
    assert finding.message.said("en") == "vsw-a has 10.0.1.0/24"
    assert finding.message.said("zh") == "vsw-a为10.0.1.0/24"


def test_braces_in_a_message_stay_as_they_are() -> None:
    words = Words(en="{0} {name!r} }{ {other}", zh="{")
    finding = next(
        f
        for f in fresh_findings(DESIGN.adding(custom("vpc", "name", "is", "net-b", message=words)))
        if f.rule == "ORG-001"
    )

    assert finding.message.said("en") == "{0} {name!r} }{ {other}"
    assert finding.message.said("zh") == "{"


@pytest.mark.parametrize(
    ("rule", "fault"),
    [
        (custom("vpc", "name", "is", "a", code=""), "code"),
        (custom("vpc", "name", "is", "a", code="NET-004"), "taken"),
        (custom("vpc", "name", "is", "a", code="WVR-9"), "taken"),
        (custom("vnet", "name", "is", "a"), "about"),
        (custom("vpc", "colour", "is", "a"), "field"),
        (custom("security-group", "rules", "is", "a"), "field"),
        (custom("vpc", "blocks.first", "is", "a"), "field"),
        (custom("vpc", "name", "is", " "), "value"),
        (custom("vpc", "name", "at-least", "many"), "number"),
        (custom("vpc", "name", "at-most", "nan"), "number"),
        (custom("vpc", "blocks", "in-block", "10.0.0.1/8"), "block"),
        (custom("vpc", "name", "is", "a", message=Words()), "message"),
    ],
)
def test_a_wrong_definition_is_a_finding_and_is_not_asked(rule: CustomRule, fault: str) -> None:
    assert fault in faulty(rule)
    assert not any(finding.origin for finding in fresh_findings(DESIGN.adding(rule)))


def test_of_two_rules_of_one_id_the_first_is_asked_and_the_second_is_a_finding() -> None:
    first = custom("vpc", "name", "is", "net-b")
    second = CustomRule(
        id="second", code="ORG-001", about="vpc", field="name", value="vpc-a", message=first.message
    )

    findings = fresh_findings(DESIGN.adding(first, second))

    assert {f.about for f in findings if f.rule == "ORG-001"} == {"net-b"}
    assert [f.about for f in findings if f.says == "twice"] == ["second"]


def test_a_finding_of_the_project_can_be_waived_and_weighed() -> None:
    more = sketch("""
        eng engagement issued=2026-05-15
        ok waiver rule=ORG-001 covers=net-b reason=Agreed owner=Li expires=2026-06-30
        ours severity-profile
          - weights rule=ORG-001 severity=error reason=Agreed
    """)
    design = DESIGN.adding(custom("vpc", "name", "is", "*", severity="hint"), *more)
    rule = custom("vpc", "name", "matches", "*", severity="hint")

    marks = {f.about: f.mark for f in fresh_findings(design.adding(rule)) if f.rule == "ORG-001"}

    assert marks == {"net-b": "waived", "vpc-a": "error"}


@settings(max_examples=share(2000), deadline=None)
@given(
    about=st.sampled_from([*TAGS, "", "nothing"]),
    field=st.sampled_from(
        ["name", "name.zh", "tags", "tags.a", "parent", "blocks", "rules", "routes.block", "x.y.z", ""]
    ),
    comparison=st.sampled_from(COMPARISONS),
    value=st.text(max_size=12),
    message=st.text(max_size=12),
    code=st.text(max_size=6),
    seed=st.integers(0, 50),
)
def test_no_definition_raises(
    about: str, field: str, comparison: str, value: str, message: str, code: str, seed: int
) -> None:
    from random import Random

    words = Words(en=message, zh=message)
    rule = custom(about, field, comparison, value, code=code, message=words)

    for finding in fresh_findings(random_design(Random(seed), 20).adding(rule)):
        assert finding.message.said("en") is not None
