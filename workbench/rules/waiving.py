"""Which findings are waived: those of one rule's sentence on exactly the elements a waiver names, while it is in force."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from datetime import date
from typing import Literal, NamedTuple

from workbench.model.design import Design
from workbench.model.element import ElementId
from workbench.model.elements.engagement import Engagement
from workbench.model.elements.waiver import Waiver
from workbench.rules.finding import Finding
from workbench.rules.profile import OWN_RULES

Lack = Literal["rule", "reason", "owner", "expires"]


class Subject(NamedTuple):
    """What a waiver is about: a rule, its sentence, and the elements, in no order."""

    rule: str
    says: str
    elements: frozenset[ElementId]


def subject_of(finding: Finding) -> Subject:
    """What would be waived with a finding."""
    return Subject(finding.rule, finding.says, frozenset(id for id in finding.ids if id))


def covered_by(waiver: Waiver) -> Subject:
    """What a waiver covers."""
    return Subject(waiver.rule, waiver.says, frozenset(waiver.covers))


def lacks(waiver: Waiver) -> tuple[Lack, ...]:
    """What a waiver has to say and does not; one that lacks anything covers nothing."""
    missing: list[Lack] = []
    if not waiver.rule or waiver.rule.startswith(OWN_RULES):
        missing.append("rule")
    if not (waiver.reason.en.strip() or waiver.reason.zh.strip()):
        missing.append("reason")
    if not waiver.owner.strip():
        missing.append("owner")
    if day(waiver.expires) is None:
        missing.append("expires")
    return tuple(missing)


def day(written: str) -> date | None:
    """The day that a text such as 2026-05-15 names."""
    try:
        return date.fromisoformat(written) if len(written) == 10 else None
    except ValueError:
        return None


def has_ended(expires: str, issued: str) -> bool:
    """Whether a last day lies before the document date; without a document date nobody can tell, and it has not."""
    ends, today = day(expires), day(issued)
    return ends is not None and today is not None and ends < today


def issued_on(design: Design) -> str:
    """The document date of the engagement, "" where there is none."""
    return next((engagement.issued for engagement in design.of_kind(Engagement)), "")


def waivers_in_force(design: Design) -> Mapping[Subject, Waiver]:
    """The waivers that say all they have to and have not expired, by what they cover; the first of several."""
    issued = issued_on(design)
    found: dict[Subject, Waiver] = {}
    for waiver in design.of_kind(Waiver):
        if not lacks(waiver) and not has_ended(waiver.expires, issued):
            found.setdefault(covered_by(waiver), waiver)
    return found


def waived(waivers: Mapping[Subject, Waiver], findings: Iterable[Finding]) -> dict[Subject, Waiver]:
    """The waivers that cover some of the findings: where more were found than waived, a waiver covers none of them."""
    rules = {subject.rule for subject in waivers}
    number = Counter(subject_of(finding) for finding in findings if finding.rule in rules)
    return {subject: waiver for subject, waiver in waivers.items() if 0 < number[subject] <= waiver.findings}
