"""Production and others that reach each other: what is told of their paths, and where."""

from __future__ import annotations

from tests.reachability.nets import REGIONS, STEERED, two_vpcs
from workbench.model.design import Design
from workbench.model.sketch import sketch
from workbench.rules.engine import fresh_findings
from workbench.rules.finding import Finding

STAGES = """
    prod environment production=true
    test environment
"""


def staged(lines: str) -> Design:
    """The first VPC in production, the second in test."""
    design = sketch(lines + STAGES)
    return design.replacing("vpc-a", environment="prod").replacing("vpc-b", environment="test")


def mixed(design: Design) -> list[Finding]:
    """What is found of production and others that reach each other."""
    return [one for one in fresh_findings(design) if one.rule == "CEN-008"]


def test_stages_that_reach_each_other_from_region_to_region_are_told_as_a_hint() -> None:
    found = mixed(staged(REGIONS.format(far="peer_learning=rt-2", more="")))

    assert [(one.says, one.severity, one.ids) for one in found] == [
        ("path", "hint", ("vpc-a", "vpc-b", "rt-1")),
        ("path", "hint", ("vpc-b", "vpc-a", "rt-2")),
    ]
    assert "through rt-2" in found[0].message.said("en")


def test_stages_that_a_static_route_joins_are_told_and_what_is_taught_is_told_once() -> None:
    static = two_vpcs(att_b="association=rt learning=other").replace(
        "  rt transit-router-table ",
        "  other transit-router-table\n      rt transit-router-table\n"
        "        - routes destination=10.2.0.0/16 attachment=att-b",
    )

    (by_hand,) = (one for one in mixed(staged(static)) if one.says)
    assert (by_hand.severity, by_hand.ids) == ("warning", ("vpc-a", "vpc-b", "rt"))
    assert "a static route" in by_hand.message.said("en")
    assert {one.says for one in mixed(staged(two_vpcs()))} == {""}


def test_stages_that_lead_one_way_only_or_through_a_firewall_are_not_told() -> None:
    one_way = REGIONS.format(far="", more="")
    walled = two_vpcs(att_b="association=rt learning=other").replace(
        "  rt transit-router-table ",
        "  other transit-router-table\n      rt transit-router-table\n"
        "        - routes destination=10.2.0.0/16 attachment=att-b",
    ) + STEERED.format(guards="guards=tr")

    assert mixed(staged(one_way)) == []
    assert [one for one in mixed(staged(walled)) if one.says] == []
