"""The faults of an edition: each is found, and goes when the edition is changed."""

from __future__ import annotations

import pytest

from workbench.model.change import Change
from workbench.model.design import Design
from workbench.model.sketch import sketch
from workbench.rules.engine import Checking, fresh_findings

FAULTS = {
    "both choices delivered": (
        "SCO-002",
        "deal engagement edition=basic choice=network domains=account,network,security",
        "standard",
    ),
    "both choices drawn": (
        "SCO-002",
        """
        deal engagement edition=basic
        core security-domain
        vpc-a vpc
        """,
        "standard",
    ),
    "a circuit": (
        "SCO-004",
        """
        deal engagement edition=basic choice=network
        vbr vbr
          line circuit
        """,
        "standard",
    ),
    "a financial design": (
        "SCO-005",
        "deal engagement edition=basic choice=security domains=account,finance",
        "standard",
    ),
    "implementation": ("SCO-006", "deal engagement edition=standard implementer=provider", "advanced"),
}


def scope_rules(design: Design) -> set[str]:
    return {finding.rule for finding in fresh_findings(design) if finding.severity == "scope"}


@pytest.mark.parametrize(("rule", "lines", "better"), FAULTS.values(), ids=FAULTS)
def test_a_fault_of_the_edition_is_found_and_goes_with_a_better_edition(
    rule: str, lines: str, better: str
) -> None:
    design = sketch(lines)
    checking = Checking(design)
    checking.work()
    assert rule in {finding.rule for finding in checking.findings if finding.severity == "scope"}

    changed = design.replacing("deal", edition=better)
    checking.follow(Change.between(design, changed), changed)
    checking.work()

    assert rule not in {finding.rule for finding in checking.findings}


def test_a_smaller_edition_flags_at_once_what_it_leaves_out() -> None:
    design = sketch("""
        deal engagement edition=standard
        core security-domain
    """)
    checking = Checking(design)
    checking.work()
    assert "SCO-001" not in {finding.rule for finding in checking.findings}

    changed = design.replacing("deal", edition="basic", choice="network")
    checking.follow(Change.between(design, changed), changed)
    checking.work()

    assert [f.about for f in checking.findings if f.rule == "SCO-001"] == ["core"]


def test_an_open_choice_is_found_and_flags_nothing_that_either_choice_covers() -> None:
    design = sketch("""
        deal engagement edition=basic
        core security-domain
    """)

    assert scope_rules(design) == {"SCO-003"}


def test_a_circuit_has_one_finding_of_the_contract_not_two() -> None:
    design = sketch("""
        deal engagement edition=basic choice=network
        vbr vbr
          line circuit
    """)

    assert scope_rules(design) == {"SCO-004"}


def test_advanced_leaves_nothing_out() -> None:
    design = sketch("""
        deal engagement edition=advanced implementer=provider domains=account,network,finance,resource,compliance,security
        core security-domain
        vbr vbr
          line circuit
        a account cost_centre=shop
    """)

    assert scope_rules(design) == set()


def test_without_an_engagement_nothing_is_outside_the_contract() -> None:
    design = sketch("""
        core security-domain
        vbr vbr
    """)

    assert scope_rules(design) == set()
