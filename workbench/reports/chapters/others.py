"""Chapters of the outline that this design holds no data for: said so, with the clause they come from."""

from __future__ import annotations

from collections.abc import Iterator

from workbench.engagement.contract import clause_for, domains, items
from workbench.reports.report import Block, Callout, Heading, Paragraph, Points
from workbench.reports.standing import Standing
from workbench.texts import Text, text

INTEGRATION, VALIDATION = text("Integration designs"), text("Technical validation")
ROADMAPS: dict[str, Text] = {
    "basic": text("Roadmap"),
    "standard": text("Implementation guide"),
    "advanced": text("Implementation plan, record and handover"),
}
ACCEPTANCE = text("Acceptance checklist")


def domain_chapter(domain: str, standing: Standing) -> Iterator[Block]:
    """A design domain without data of its own: what the contract delivers in it, or that it does not."""
    title = domains()[domain].title
    yield Heading(title)
    if not standing.delivers(domain):
        yield Callout(
            "not-covered",
            text("Not covered"),
            text("{domain} is no part of the {edition}.", domain=title, edition=standing.edition.title),
        )
        return
    yield Paragraph(
        text("The contract delivers the following in this chapter; the design holds no decisions on it yet.")
    )
    yield Points(tuple(item.title for item in items().values() if item.domain == domain))


def closing(standing: Standing) -> Iterator[Block]:
    """Chapters 10 to 13: integration, validation, implementation, acceptance."""
    edition = standing.edition.id
    for title, domain in (
        (INTEGRATION, "integration"),
        (VALIDATION, "validation"),
        (ROADMAPS[edition], "implementation"),
    ):
        yield Heading(title)
        delivered = [item for item in items().values() if item.domain == domain and edition in item.editions]
        yield Paragraph(text("The design holds no decisions on this chapter yet."))
        if delivered:
            clause = clause_for(delivered[0].clauses, edition)
            yield Paragraph(text("The contract names it in clause {clause}.", clause=clause))
            yield Points(tuple(item.title for item in delivered))
    yield Heading(ACCEPTANCE)
    yield Paragraph(
        text(
            "The document is ready for acceptance when the findings of the appendix are closed or accepted in writing: "
            "{errors} errors and {warnings} warnings are open.",
            errors=standing.severities["error"],
            warnings=standing.severities["warning"],
        )
    )
