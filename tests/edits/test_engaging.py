"""The engagement of a design."""

from __future__ import annotations

from workbench.edits.engaging import engage
from workbench.model.design import Design
from workbench.model.elements.engagement import Engagement


def test_a_design_gets_one_engagement_and_no_second() -> None:
    engaged = engage(Design.of())

    assert len(engaged.of_kind(Engagement)) == 1
    assert engage(engaged) is engaged
