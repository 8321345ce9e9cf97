"""Pieces that several chapters use."""

from __future__ import annotations

from collections.abc import Iterator

from workbench.model.design import Design
from workbench.model.element import SheetKind
from workbench.model.elements.sheet import Sheet
from workbench.reports.report import Block, Callout, Paragraph, SheetFigure, Table
from workbench.reports.standing import Standing
from workbench.reports.tables.elements import list_of
from workbench.texts import text


def sheets_showing(design: Design, shows: SheetKind) -> Iterator[SheetFigure]:
    """A figure for every sheet of a kind, in the order of tabs."""
    sheets = [sheet for sheet in design.of_kind(Sheet) if sheet.shows == shows]
    for sheet in sorted(sheets, key=lambda sheet: (sheet.order, sheet.id)):
        yield SheetFigure(sheet.id, shows, sheet.title())


def found_here(standing: Standing, ids: frozenset[str]) -> Iterator[Block]:
    """What the checks say about some elements: the worst in a callout, the rest counted."""
    findings = standing.findings_about(ids)
    for finding in findings[:1]:
        yield Callout("finding", text("Finding {rule}", rule=finding.rule), finding.message)
    if len(findings) > 1:
        yield Paragraph(
            text("{count} findings concern this chapter; the appendix lists them all.", count=len(findings))
        )


def listed(design: Design, tag: str, keys: tuple[str, ...], widths: tuple[float, ...]) -> Iterator[Block]:
    """The elements of a kind as a table, or a sentence that there are none."""
    table = list_of(design, tag)
    if not table.rows:
        yield Paragraph(text("{kind}: none in this design.", kind=table.title))
    yield from any_listed(design, tag, keys, widths)


def any_listed(design: Design, tag: str, keys: tuple[str, ...], widths: tuple[float, ...]) -> Iterator[Block]:
    """The elements of a kind as a table, where there are any."""
    table = list_of(design, tag)
    if table.rows:
        yield from some_rows(table.only(*keys).widths(*widths))


def some_rows(table: Table, most: int = 60) -> Iterator[Block]:
    """A table, cut with a pointer to the workbook where it is long."""
    if len(table.rows) <= most:
        yield table
        return
    from dataclasses import replace

    yield replace(table, rows=table.rows[:most])
    yield Paragraph(
        text(
            "The first {shown} of {all} rows; the Excel workbook of the same fingerprint holds them all.",
            shown=most,
            all=len(table.rows),
        )
    )
