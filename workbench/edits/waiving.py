"""Waiving findings, and taking that back."""

from __future__ import annotations

from workbench.edits import Edit
from workbench.model.element import ElementId
from workbench.model.elements.waiver import Waiver
from workbench.model.ids import id_from
from workbench.rules.finding import Finding
from workbench.words import Words


def waive(finding: Finding, reason: Words, owner: str, expires: str, findings: int = 1) -> Edit:
    """Waives a finding; `findings` is how many its rule has on the same elements, all of which are waived.

    Two people who waive the same make the same element.
    """
    covers = tuple(dict.fromkeys(id for id in finding.ids if id))
    waiver = Waiver(
        id=waiver_id(finding),
        name=Words(en=f"Waiver of {finding.rule}", zh=f"豁免 {finding.rule}"),
        rule=finding.rule,
        covers=covers,
        says=finding.says,
        findings=findings,
        reason=Words(en=reason.en.strip(), zh=reason.zh.strip()),
        owner=owner.strip(),
        expires=expires,
    )
    return lambda design: design.adding(waiver)


def waiver_id(finding: Finding) -> ElementId:
    """The id of the waiver of a finding: it follows from the rule, its sentence and the elements."""
    return id_from("waiver", finding.rule, finding.says, *sorted({id for id in finding.ids if id}))


def take_back(waiver: ElementId) -> Edit:
    """Lets what a waiver covers count as findings again."""
    return lambda design: design.removing([waiver])
