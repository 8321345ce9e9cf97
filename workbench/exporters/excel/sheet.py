"""One table as one worksheet: title, what it is, head in row 4, data from row 5, filter, frozen panes."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from typing import cast

from openpyxl.cell.cell import Cell
from openpyxl.formatting.rule import DataBarRule
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.header_footer import HeaderFooterItem
from openpyxl.worksheet.properties import Outline, PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from workbench.addresses import span
from workbench.exporters.excel.room import WRAPPED, fit_columns, row_height
from workbench.exporters.excel.styles import (
    FACES,
    FIRST_RULE,
    FORMATS,
    GREY,
    HEAD,
    HEAD_RULE,
    INK,
    LAST_RULE,
    PALE,
    QUIET,
    ROW_RULE,
    alignment,
    fill,
    font,
)
from workbench.exporters.plain import plain
from workbench.exporters.state_colours import STATE_COLOURS
from workbench.reports.report import Column, Look, Said, Table, TableRow
from workbench.texts import Language, Text, spoken, text

HEAD_ROW, FIRST_ROW = 4, 5
_LONGEST = 32_000
"""Excel refuses a cell of more than 32,767 characters."""
ID_HEAD, SORT_HEAD = text("Id"), text("Sort key")


def write_table(sheet: Worksheet, table: Table, language: Language, design: str) -> None:
    """Fills a worksheet with a table; hidden columns at its end hold ids and, for blocks, a number to sort by."""
    _title(sheet, table, language, design)
    keyed = next((n for n, column in enumerate(table.columns) if column.look == "block"), None)
    heads = (
        [column.title for column in table.columns] + [ID_HEAD] + ([SORT_HEAD] if keyed is not None else [])
    )
    for at, head in enumerate(heads, 1):
        look = table.columns[at - 1].look if at <= len(table.columns) else "text"
        cell = put(sheet, HEAD_ROW, at, head, language)
        cell.font, cell.fill, cell.border = font(language, 8, True, GREY), fill(HEAD), HEAD_RULE
        cell.alignment = alignment(look, _indent(table, at - 1), head=True)
    widths = fit_columns(sheet, table, language)
    for at, row in enumerate(table.rows, FIRST_ROW):
        _row(sheet, at, row, table, language, keyed)
        _fit(sheet, at, table, widths)
    _rule_off(sheet, table)
    _bars(sheet, table)
    _frame(sheet, table, len(heads))


def put(sheet: Worksheet, row: int, column: int, said: Said, language: Language, look: Look = "text") -> Cell:
    """Writes a value and gives back its cell; text that looks like a formula stays text, a dash stands for None."""
    cell = cast("Cell", sheet.cell(row, column))
    if said is None:
        cell.value = "–"
        return cell
    if isinstance(said, (int, float)) and not isinstance(said, bool):
        cell.value = said
        return cell
    words = plain(spoken(said, language))[:_LONGEST]
    if not words:
        return cell
    if look == "date" and (date := _date(words)):
        cell.value = date
        return cell
    cell.value = words
    cell.data_type = "s"
    if words[:1] in ("=", "+", "-", "@", "\t"):
        cell.quotePrefix = True
    return cell


def _date(words: str) -> datetime.date | None:
    try:
        return datetime.date.fromisoformat(words)
    except ValueError:
        return None


def _title(sheet: Worksheet, table: Table, language: Language, design: str) -> None:
    title = put(sheet, 1, 1, table.title, language)
    title.font = font(language, 16, True)
    about = text("{design} · {rows} rows", design=design, rows=len(table.rows)).said(language)
    note = f" · {table.note.said(language)}" if table.note else ""
    line = put(sheet, 2, 1, about + note, language)
    line.font = font(language, 9, colour=QUIET)
    sheet.row_dimensions[1].height = 26
    sheet.row_dimensions[HEAD_ROW].height = 24


def _row(
    sheet: Worksheet, at: int, row: TableRow, table: Table, language: Language, keyed: int | None
) -> None:
    border = FIRST_RULE if at == FIRST_ROW else ROW_RULE
    for n, (column, said) in enumerate(zip(table.columns, row.cells, strict=True), 1):
        cell = put(sheet, at, n, said, language, column.look)
        cell.font = font(language, 9, row.look == "container", QUIET if row.look == "free" else INK)
        cell.alignment = alignment(column.look, row.level * 2 if n == 1 else _indent(table, n - 1))
        cell.border = border
        cell.number_format = FORMATS.get(column.look, "General")
        if row.look == "container":
            cell.fill = fill(HEAD)
        _tint(cell, column, said, language)
    end = len(table.columns)
    sheet.cell(at, end + 1, plain(row.element)).font = font(language, 9, colour=QUIET)
    if keyed is not None:
        block = row.cells[keyed]
        found = span(block) if isinstance(block, str) else None
        sheet.cell(at, end + 2, found.first if found and found.width == 32 else None)
    if row.level:
        sheet.row_dimensions[at].outlineLevel = row.level


def _fit(sheet: Worksheet, at: int, table: Table, widths: Sequence[float]) -> None:
    """Gives a row the height that its longest cell needs."""
    wrapped = [n for n, column in enumerate(table.columns) if column.look in WRAPPED]
    texts = ((str(sheet.cell(at, n + 1).value), widths[n]) for n in wrapped)
    sheet.row_dimensions[at].height = row_height(texts)


def _indent(table: Table, at: int) -> int:
    """Words at the right of a number keep off it."""
    before = table.columns[at - 1].look if 0 < at < len(table.columns) else "text"
    return 1 if before in ("count", "share") and table.columns[at].look not in ("count", "share") else 0


def _tint(cell: Cell, column: Column, said: Said, language: Language) -> None:
    """States carry their colour; the word stays."""
    if column.look in ("state", "severity") and isinstance(said, Text):
        colours = STATE_COLOURS.get(said.source)
        if colours:
            cell.font, cell.fill = font(language, 9, True, colours[0]), fill(colours[1])


def _rule_off(sheet: Worksheet, table: Table) -> None:
    if table.rows:
        for n in range(1, len(table.columns) + 1):
            sheet.cell(FIRST_ROW + len(table.rows) - 1, n).border = LAST_RULE


def _bars(sheet: Worksheet, table: Table) -> None:
    """Shares as bars from nothing to all, so that full blocks are seen at once."""
    for n, column in enumerate(table.columns, 1):
        if column.look == "share" and table.rows:
            letter = get_column_letter(n)
            bar = DataBarRule(  # type: ignore[no-untyped-call]
                start_type="num", start_value=0, end_type="num", end_value=1, color=PALE, minLength=0
            )
            last = FIRST_ROW + len(table.rows) - 1
            sheet.conditional_formatting.add(f"{letter}{FIRST_ROW}:{letter}{last}", bar)


def _frame(sheet: Worksheet, table: Table, heads: int) -> None:
    """Filter, frozen panes, hidden columns and the printed page."""
    for n in range(len(table.columns) + 1, heads + 1):
        dimension = sheet.column_dimensions[get_column_letter(n)]
        dimension.hidden, dimension.outlineLevel = True, 1
    last = FIRST_ROW + max(len(table.rows), 1) - 1
    sheet.auto_filter.ref = f"A{HEAD_ROW}:{get_column_letter(len(table.columns))}{last}"
    sheet.freeze_panes = sheet.cell(FIRST_ROW, 2).coordinate
    sheet.sheet_properties.outlinePr = Outline(summaryBelow=False)
    sheet.print_title_rows = f"1:{HEAD_ROW}"
    sheet.print_area = f"A1:{get_column_letter(len(table.columns))}{last}"
    page_setup(sheet, wide=len(table.columns) > 14)


def page_setup(sheet: Worksheet, *, wide: bool = False) -> None:
    """A4 landscape (A3 for wide tables), one page across, no grid."""
    sheet.sheet_view.showGridLines = False
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.paperSize = 8 if wide else 9
    sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    sheet.page_margins.left = sheet.page_margins.right = 0.59
    sheet.page_margins.top = sheet.page_margins.bottom = 0.79
    sheet.page_margins.header = sheet.page_margins.footer = 0.39


def running_lines(sheet: Worksheet, left: str, right: str, foot: str, language: Language) -> None:
    """Header and footer: what and whom at the top, fingerprint and page at the bottom."""
    face = f'&"{FACES[language]},Regular"&8'
    escaped = [plain(words).replace("&", "&&") for words in (left, right, foot)]
    pages = text("{page} of {pages}", page="&P", pages="&N").said(language)
    header, footer = HeaderFooterItem(), HeaderFooterItem()
    header.left.text, header.right.text = face + escaped[0], face + escaped[1]
    footer.left.text, footer.right.text = face + escaped[2], face + pages
    sheet.HeaderFooter.oddHeader, sheet.HeaderFooter.oddFooter = header, footer
