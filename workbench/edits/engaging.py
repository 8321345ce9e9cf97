"""The engagement of a design."""

from __future__ import annotations

from workbench.model.design import Design
from workbench.model.elements.engagement import Engagement
from workbench.model.ids import new_id


def engage(design: Design) -> Design:
    """The design with an engagement; itself where it has one."""
    return design if design.of_kind(Engagement) else design.adding(Engagement(id=new_id("engagement")))
