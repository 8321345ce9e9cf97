"""Tables: rules instead of boxes, states as chips, RACI letters by weight, the column in force tinted."""

from __future__ import annotations

from typing import Final

from workbench.exporters.word.markup import Xml, border, make, put, shade
from workbench.exporters.word.styles import DEEP, INK, TEXT3, TINT, WIDTH, chip
from workbench.exporters.word.writing import TABLE, Writing, after_table, frame, write_caption
from workbench.reports.report import Column, Said, Table, TableRow
from workbench.texts import Text

STATES: Final = {
    "error": ("BE2230", "FCE8E8"),
    "warning": ("8F5400", "FDF1DC"),
    "out of scope": ("85348E", "F6E8F7"),
    "hint": ("0B7285", "E0F3F5"),
    "waived": ("465262", "F0F2F5"),
    "off": ("465262", "F0F2F5"),
    "deployed": ("1C7A47", "E1F4E8"),
    "approved": ("17305E", "E3ECFC"),
    "draft": ("465262", "F0F2F5"),
}
_RIGHT: Final = frozenset({"count", "share"})


def write_table(writing: Writing, table: Table) -> None:
    """A captioned table; its head repeats on every page and no row is split."""
    write_caption(writing, TABLE, writing.say(table.title), keep=True)
    made = writing.document.add_table(rows=len(table.rows) + 1, cols=len(table.columns))
    frame(made, _widths(table))
    _describe(made, writing.say(table.title))
    rows = list(made.rows)
    _head(writing, rows[0], table)
    for row, said in zip(rows[1:], table.rows, strict=True):
        _row(writing, row, said, table)
    if table.note:
        writing.document.add_paragraph(writing.say(table.note), style="Table Note")
    else:
        after_table(writing)


def _widths(table: Table) -> tuple[float, ...]:
    """The columns' widths, scaled so that they fill the text's width."""
    whole = sum(column.width for column in table.columns)
    return tuple(column.width * WIDTH / whole for column in table.columns)


def _describe(made: Xml, title: str) -> None:
    put(made._tbl.tblPr, make("tblCaption", val=title[:250]), make("tblDescription", val=title[:250]))


def _head(writing: Writing, row: Xml, table: Table) -> None:
    put(row._tr.get_or_add_trPr(), make("tblHeader"))
    for cell, column in zip(row.cells, table.columns, strict=True):
        paragraph = cell.paragraphs[0]
        paragraph.style = "Table Head"
        paragraph.add_run(_head_words(writing, column))
        _align(paragraph, column)
        properties = cell._tc.get_or_add_tcPr()
        line = make("tcBorders")
        put(line, border("bottom", INK, 6))
        put(properties, line)
        if column.key == table.marked:
            put(properties, shade(TINT))


def _head_words(writing: Writing, column: Column) -> str:
    """The head of a column; of a narrow lettered one only its letter."""
    words = writing.say(column.title)
    return words.split()[-1] if column.width <= 12 and " " in words else words


def _row(writing: Writing, row: Xml, said: TableRow, table: Table) -> None:
    for at, (cell, column, value) in enumerate(zip(row.cells, table.columns, said.cells, strict=True)):
        paragraph = cell.paragraphs[0]
        paragraph.style = "Table Text"
        _align(paragraph, column)
        properties = cell._tc.get_or_add_tcPr()
        if said.level and at == 0:
            put(paragraph._p.get_or_add_pPr(), make("ind", left=227 * said.level))
        if column.key == table.marked:
            put(properties, shade(TINT))
        elif said.look == "container":
            put(properties, shade("F9FAFB"))
        _cell(writing, paragraph, properties, column, value, said)


def _cell(
    writing: Writing, paragraph: Xml, properties: Xml, column: Column, value: Said, row: TableRow
) -> None:
    if column.look in ("state", "severity") and isinstance(value, Text) and value.source in STATES:
        chip(paragraph.add_run(f"\u00a0{writing.say(value)}\u00a0"), STATES[value.source])
        return
    run = paragraph.add_run(_words(writing, column, value))
    look = run._r.get_or_add_rPr()
    if value in ("R", "A") and column.width <= 12:
        put(look, make("b"), make("color", val="FFFFFF" if value == "R" else INK))
        put(properties, shade(DEEP if value == "R" else TINT))
    elif row.look == "container":
        put(look, make("b"))
    elif row.look == "free":
        put(look, make("color", val=TEXT3))


def _words(writing: Writing, column: Column, value: Said) -> str:
    if column.look == "share" and isinstance(value, (int, float)):
        return f"{value:.1%}"
    return writing.say(value)


def _align(paragraph: Xml, column: Column) -> None:
    side = (
        "right"
        if column.look in _RIGHT
        else "center"
        if column.width <= 20 and column.key in _CENTRED
        else ""
    )
    if column.width <= 12 and column.look == "text" and "-" in column.key:
        side = "center"
    if side:
        put(paragraph._p.get_or_add_pPr(), make("jc", val=side))


_CENTRED: Final = frozenset({"basic", "standard", "advanced"})
