"""Pieces that several chapters use."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from workbench.model.design import Design
from workbench.model.element import SheetKind
from workbench.model.elements.sheet import Sheet
from workbench.reports.report import Block, Callout, Paragraph, SheetFigure, Table, mention
from workbench.reports.standing import Standing
from workbench.texts import Text, text
from workbench.words import Words

MOST_ROWS: Final = 60
"""Rows that a table has in a document at most; the workbook holds them all."""


def sheets_showing(design: Design, shows: SheetKind) -> tuple[SheetFigure, ...]:
    """A figure for every sheet of a kind, in the order of tabs."""
    sheets = [sheet for sheet in design.of_kind(Sheet) if sheet.shows == shows]
    in_order = sorted(sheets, key=lambda sheet: (sheet.order, sheet.id))
    return tuple(SheetFigure(sheet.id, shows, sheet.title()) for sheet in in_order)


def mentions(figures: Sequence[SheetFigure]) -> tuple[Words, ...]:
    """The numbers of several figures for a sentence."""
    return tuple(mention(figure.sheet) for figure in figures)


def found_here(standing: Standing, ids: frozenset[str]) -> Iterator[Block]:
    """What the checks say about some elements: the worst in a callout, the rest counted."""
    findings = standing.findings_about(ids)
    for finding in findings[:1]:
        yield Callout("finding", text("Finding {rule}", rule=finding.rule), finding.message)
    if len(findings) > 1:
        yield Paragraph(
            text(
                "{count} findings concern this chapter; {table} lists them all.",
                count=len(findings),
                table=mention("findings"),
            )
        )


def any_led(says: Text, table: Table) -> Iterator[Block]:
    """A table after the sentence that says what it lists, where it has rows."""
    if table.rows:
        yield from led(says, table)


def led(says: Text, table: Table) -> Iterator[Block]:
    """A table after the sentence that says what it lists; a sentence that there is nothing where it has no rows.

    One that is too long for a document is cut, with a pointer to the workbook.
    """
    if not table.rows:
        yield Paragraph(text("{kind}: none in this design.", kind=table.title))
        return
    yield Paragraph(Text(says.source, (*says.values, ("table", mention(table.id))), says.key))
    if table.narrow or len(table.rows) <= MOST_ROWS:
        yield table
        return
    yield Paragraph(
        text(
            "The first {shown} of {all} rows; the Excel workbook of the same fingerprint holds them all.",
            shown=MOST_ROWS,
            all=len(table.rows),
        )
    )
    yield replace(table, rows=table.rows[:MOST_ROWS])
