"""The appendix: findings, blocks, inventory, rules, errata, figures with their sources."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from workbench.model.design import Design
from workbench.reference import table
from workbench.reports.chapters import proofs
from workbench.reports.chapters.pieces import led
from workbench.reports.report import Block, Column, Heading, Paragraph, Table, TableRow
from workbench.reports.standing import Standing
from workbench.reports.tables.address_plan import address_plan
from workbench.reports.tables.elements import inventory, rows_of
from workbench.reports.tables.figures import figures_behind
from workbench.reports.tables.findings import findings_table, profile_table, waived_table
from workbench.reports.tables.vswitches import every_vswitch, fits_a_document
from workbench.texts import text
from workbench.words import Words


def chapter(design: Design, standing: Standing) -> Iterator[Block]:
    """What the chapters point at."""
    yield from _findings(design, standing)
    if standing.delivers("network") and fits_a_document(design):
        yield Heading(text("VPCs and vSwitches"), appendix=True)
        yield from led(
            text("{table} names every VPC and vSwitch with its block."),
            every_vswitch(design, address_plan(design)),
        )
    yield Heading(text("Inventory"), appendix=True)
    yield from led(
        text("{table} counts every kind of element, what of it an import assumed, and what is deployed."),
        replace(inventory(design).widths(37, 12, 15, 15), narrow=True),
    )
    if standing.delivers("security"):
        yield Heading(text("Rules of security groups"), appendix=True)
        rules = rows_of(design, "security-group", "rules").only(
            "owner", "direction", "action", "priority", "protocol", "port", "block", "description"
        )
        yield from led(
            text("{table} lists the rules in the order of their groups."),
            rules.widths(32, 17, 15, 17, 17, 18, 24, 25),
        )
        yield from proofs.sheets(design, standing)
    yield Heading(text("Errata of the contract"), appendix=True)
    yield from led(
        text("{table} lists what the contract leaves open or says twice, and how this project treats it."),
        _errata(),
    )


def _findings(design: Design, standing: Standing) -> Iterator[Block]:
    yield Heading(text("Findings"), appendix=True)
    yield from _settled_by(design)
    if standing.findings:
        yield from led(
            text(
                "Open findings: {count}; {table} lists them, worst first.",
                count=len(standing.findings),
            ),
            findings_table(design, standing.findings),
        )
    else:
        yield Paragraph(text("Nothing is open.") if standing.waived else text("The checks found nothing."))
    yield from _waived(design, standing)
    figures = figures_behind(design, standing.findings)
    if figures.rows:
        yield from led(
            text(
                "{table} names the figures of the platform behind them, with source and date; the workbook names all figures."
            ),
            figures.widths(47, 36, 22, 42, 18),
        )


def _settled_by(design: Design) -> Iterator[Block]:
    """The profile that weighed the findings, before them: a reader has to know what was switched off."""
    profile = profile_table(design)
    if profile.rows:
        yield from led(text("{table} says which rules this project weighs otherwise, and why."), profile)


def _waived(design: Design, standing: Standing) -> Iterator[Block]:
    """What was found and is accepted, with reason and owner."""
    if not standing.waived:
        return
    number, issued = len(standing.waived), standing.engagement.issued
    dated = text(
        "{table} lists {count} waived findings. Whether a waiver has ended is judged by the document date {issued}.",
        count=number,
        issued=issued,
    )
    undated = text(
        "{table} lists {count} waived findings. There is no document date to judge by whether a waiver has ended.",
        count=number,
    )
    yield from led(
        dated if issued else undated, waived_table(design, standing.waived).widths(18, 17, 38, 24, 36, 16, 16)
    )


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
