"""Cures: edits that a finding offers."""

from __future__ import annotations

from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.campaign import share
from tests.rules.random_designs import random_design
from workbench.model.design import Design
from workbench.rules.engine import fresh_findings


@settings(max_examples=share(500), deadline=None)
@given(st.integers(0, 2**32))
def test_every_cure_of_any_design_changes_it_and_says_what_it_does(seed: int) -> None:
    design = random_design(Random(seed))

    for finding in fresh_findings(design):
        for cure in finding.cures:
            cured = cure.edit(design)

            assert isinstance(cured, Design)
            assert cured != design, (finding.rule, finding.message.said("en"))
            assert "{" not in cure.title.source.format_map(dict(cure.title.values)).replace("{braces}", "")


def test_the_same_design_gives_the_same_findings_in_the_same_order() -> None:
    design = random_design(Random(11))
    again = Design.of(reversed(list(design)))

    assert fresh_findings(design) == fresh_findings(again)
