"""Design domains as tables of their elements, and chapters that a design holds no data for: said so, with the clause."""

from __future__ import annotations

from collections.abc import Iterator

from workbench.engagement.contract import clause_for, domains, items
from workbench.model.design import Design
from workbench.model.element import KINDS, Kind
from workbench.reports.chapters.pieces import found_here, led
from workbench.reports.report import Block, Callout, Heading, Paragraph, Points
from workbench.reports.standing import Standing
from workbench.reports.tables.elements import list_of
from workbench.texts import Text, text

INTEGRATION, VALIDATION = text("Integration designs"), text("Technical validation")
ROADMAPS: dict[str, Text] = {
    "basic": text("Roadmap"),
    "standard": text("Implementation guide"),
    "advanced": text("Implementation plan, record and handover"),
}
MOST_COLUMNS = 7
"""What a page has room for; the workbook holds every field."""
ACCEPTANCE = text("Acceptance checklist")


def domain_chapter(domain: str, design: Design, standing: Standing) -> Iterator[Block]:
    """A design domain: its elements kind by kind; where there are none, what the contract delivers, or that it does not."""
    title = domains()[domain].title
    yield Heading(title)
    if not standing.delivers(domain):
        yield Callout(
            "not-covered",
            text("Not covered"),
            text("{domain} is no part of the {edition}.", domain=title, edition=standing.edition.title),
        )
        return
    tables = [list_of(design, kind.tag) for kind in _kinds_of(domain) if design.of_kind(kind.type)]
    if tables:
        ids = frozenset(element.id for element in design if element.kind.design_domain == domain)
        yield from found_here(standing, ids)
    for table in tables:
        yield Heading(table.title, 2)
        yield from led(
            text("{table} lists them with what is decided of each."),
            table.only(*(column.key for column in table.columns[:MOST_COLUMNS])),
        )
    if tables:
        return
    yield Paragraph(
        text("The contract delivers the following in this chapter; the design holds no decisions on it yet.")
    )
    yield Points(tuple(item.title for item in items().values() if item.domain == domain))


def _kinds_of(domain: str) -> list[Kind]:
    return [kind for _, kind in sorted(KINDS.items()) if kind.design_domain == domain and kind.clause_item]


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
