"""Patterns: every one begins a design without a word of a customer's, and the ready made ones without a finding."""

from __future__ import annotations

import pytest

from workbench.model.elements.engagement import Engagement
from workbench.patterns import UnknownPattern, patterns, started
from workbench.rules.engine import fresh_findings


@pytest.mark.parametrize(
    ("name", "edition", "choice"),
    [
        ("empty", "basic", "network"),
        ("small-business", "basic", "network"),
        ("small-business", "standard", ""),
        ("small-business", "advanced", ""),
        ("enterprise", "standard", ""),
        ("enterprise", "advanced", ""),
    ],
)
def test_a_pattern_has_nothing_for_a_rule_to_find_and_no_name_in_it(
    name: str, edition: str, choice: str
) -> None:
    design = started(name, edition, choice)

    (ordered,) = design.of_kind(Engagement)
    assert not fresh_findings(design)
    assert (ordered.edition, ordered.choice) == (edition, choice)
    assert not ordered.customer
    assert ordered.author == ""


def test_every_pattern_is_told_in_both_languages() -> None:
    for pattern in patterns().values():
        assert pattern.title.said("zh") != pattern.title.said("en")
        assert pattern.says.said("zh") != pattern.says.said("en")


def test_an_unknown_name_lists_those_there_are() -> None:
    with pytest.raises(UnknownPattern, match="small-business"):
        started("large", "standard")
