"""What every chapter needs to know of the design as a whole, worked out once."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from workbench.engagement.contract import Edition, editions
from workbench.engagement.lens import domains_in_force
from workbench.model.design import Design
from workbench.model.elements.engagement import Engagement
from workbench.reachability.keeper import KEEPER
from workbench.reports.fingerprint import fingerprint
from workbench.reports.tables.elements import element_count
from workbench.rules.engine import fresh_findings
from workbench.rules.finding import Finding, Severity, counts, open_and_waived
from workbench.texts import Text


@dataclass(frozen=True, slots=True)
class Standing:
    """Engagement, edition, findings and fingerprint of one design; `findings` are the open ones."""

    engagement: Engagement
    edition: Edition
    delivered: tuple[str, ...]
    findings: tuple[Finding, ...]
    waived: tuple[Finding, ...]
    severities: Mapping[Severity, int]
    fingerprint: str
    element_count: int

    @property
    def prevailing(self) -> Text:
        """The language that holds where the two differ."""
        return self.engagement.kind.field("prevailing").choices[self.engagement.prevailing]

    def delivers(self, domain: str) -> bool:
        """Whether the edition, with Basic's choice, delivers a design domain."""
        return domain in self.delivered

    def findings_about(self, ids: frozenset[str]) -> tuple[Finding, ...]:
        """The open findings about some elements, worst first."""
        return tuple(finding for finding in self.findings if finding.about in ids)


def standing(design: Design) -> Standing:
    """How a design stands; without an engagement it is taken as Standard."""
    engagement = next(iter(design.of_kind(Engagement)), None) or Engagement(id="engagement")
    findings, waived = open_and_waived(fresh_findings(design, KEEPER))
    return Standing(
        engagement,
        editions()[engagement.edition],
        domains_in_force(engagement),
        findings,
        waived,
        counts(findings),
        fingerprint(design),
        element_count(design),
    )
