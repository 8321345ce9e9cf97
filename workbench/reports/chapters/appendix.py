"""The appendix: findings, addresses, rules, errata, figures with their sources."""

from __future__ import annotations

from collections.abc import Iterator

from workbench.model.design import Design
from workbench.reference import table
from workbench.reports.chapters.pieces import some_rows
from workbench.reports.report import Block, Column, Heading, Paragraph, Table, TableRow
from workbench.reports.standing import Standing
from workbench.reports.tables.elements import rows_of
from workbench.reports.tables.figures import figures_used
from workbench.reports.tables.findings import findings_table, profile_table, waived_table
from workbench.texts import Words, text


def chapter(design: Design, standing: Standing) -> Iterator[Block]:
    """What the chapters point at."""
    yield Heading(text("Findings"), appendix=True)
    yield from _settled_by(design)
    if standing.findings:
        yield Paragraph(text("The checks found {count} things, worst first.", count=len(standing.findings)))
        yield from some_rows(findings_table(design, standing.findings), 120)
    else:
        yield Paragraph(text("Nothing is open.") if standing.waived else text("The checks found nothing."))
    yield from _waived(design, standing)
    yield Heading(text("Rules of security groups"), appendix=True)
    rules = rows_of(design, "security-group", "rules").only(
        "owner", "direction", "action", "priority", "protocol", "port", "block", "description"
    )
    if rules.rows:
        yield from some_rows(rules.widths(30, 18, 16, 15, 15, 18, 25, 28))
    else:
        yield Paragraph(text("{kind}: none in this design.", kind=rules.title))
    yield Heading(text("Errata of the contract"), appendix=True)
    yield from some_rows(_errata(), 80)
    yield Heading(text("Platform figures, sources and dates"), appendix=True)
    yield figures_used(design).widths(50, 30, 20, 45, 20)


def _settled_by(design: Design) -> Iterator[Block]:
    """The profile that weighed the findings, before them: a reader has to know what was switched off."""
    table = profile_table(design)
    if table.rows:
        yield from some_rows(table, 120)


def _waived(design: Design, standing: Standing) -> Iterator[Block]:
    """What was found and is accepted, with reason and owner."""
    if standing.waived:
        number, issued = len(standing.waived), standing.engagement.issued
        said = text(
            "Waived findings: {count}. Whether a waiver has ended is judged by the document date {issued}.",
            count=number,
            issued=issued,
        )
        undated = text(
            "Waived findings: {count}. There is no document date to judge by whether a waiver has ended.",
            count=number,
        )
        yield Paragraph(said if issued else undated)
        yield from some_rows(waived_table(design, standing.waived).widths(18, 17, 42, 26, 42, 18, 20), 120)


def _errata() -> Table:
    columns = (
        Column("id", text("No"), width=12),
        Column("severity", text("Weight"), width=18),
        Column("says", text("What the contract says"), "passage", 65),
        Column("treated", text("Treatment"), "passage", 70),
    )
    weights = {"high": text("high"), "medium": text("medium"), "low": text("low")}
    rows = tuple(
        TableRow(
            (
                row["id"],
                weights[row["severity"]],
                Words(en=row["en"], zh=row["zh"]),
                Words(en=row["treat_en"], zh=row["treat_zh"]),
            )
        )
        for row in table("scope")["erratum"]
        if row["severity"] in ("high", "medium")
    )
    return Table("errata", text("Errata and their treatment"), columns, rows)
