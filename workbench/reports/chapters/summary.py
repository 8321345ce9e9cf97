"""Chapter 1: what a decision maker has to know."""

from __future__ import annotations

from collections.abc import Iterator

from workbench.engagement.contract import domains
from workbench.model.design import Design
from workbench.reports.report import Block, Callout, Facts, Heading, Paragraph, mention
from workbench.reports.standing import Standing
from workbench.reports.tables.elements import main_inventory
from workbench.reports.tables.findings import SEVERITY_WORDS, counts_text
from workbench.texts import text


def chapter(design: Design, standing: Standing) -> Iterator[Block]:
    """Counts of what is designed, what the checks say, and what is delivered."""
    yield Heading(text("Summary for decision makers"))
    delivered = [domains()[id].title for id in standing.delivered]
    yield Paragraph(
        text(
            "This document describes the landing zone of {customer} in the {edition}. It covers {domains}. Every figure comes "
            "from one design of {elements} elements, which was checked against the limits of the platform and the contract.",
            customer=standing.engagement.title(),
            edition=standing.edition.title,
            domains=delivered,
            elements=standing.element_count,
        )
    )
    counted = main_inventory(design)
    if counted.rows:
        yield Paragraph(
            text(
                "{table} counts the main kinds; {annex} counts them all.",
                table=mention(counted.id),
                annex=mention("inventory"),
            )
        )
        yield counted.widths(66, 33, 33, 33)
    yield Heading(text("State of the checks"), 2)
    yield Paragraph(counts_text(standing.severities))
    yield Facts(tuple((SEVERITY_WORDS[severity], count) for severity, count in standing.severities.items()))
    for finding in [finding for finding in standing.findings if finding.severity == "error"][:3]:
        yield Callout("finding", text("Finding {rule}", rule=finding.rule), finding.message)
