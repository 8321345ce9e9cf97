"""Tables of a report: states as chips, RACI letters by weight, the column in force tinted."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Final

from workbench.exporters.state_colours import STATE_COLOURS
from workbench.exporters.word.markup import Xml, border, make, put, run, shade
from workbench.exporters.word.sections import in_columns
from workbench.exporters.word.styles import DEEP, INK, RULE, TEXT2, TEXT3, TINT, WIDTH, chip
from workbench.exporters.word.table_markup import GUTTER, LEAST_ROW, Cell, row_height, table_of
from workbench.exporters.word.writing import Writing, gap, write_caption
from workbench.reports.report import Column, Look, Said, Table, TableRow
from workbench.texts import Text
from workbench.words import Words

_SIDES: Final[dict[Look, str]] = {"count": "right", "share": "right", "letter": "center", "sign": "center"}
_LEVEL: Final = 4.0
"""Millimetres that a row of a tree stands further in than the one above it."""
_BETWEEN: Final = 2.8
"""Millimetres kept between a number and the words at its right."""
_HALF: Final = 79.0
_PARTS: Final = re.compile("[/_.](?=[^ ])")
"""Where addresses of pages and ids of figures may break."""
_LONG: Final = 24
"""Words of so many letters stand on lines of their own where a cell lists several."""


def write_table(writing: Writing, table: Table) -> None:
    """A captioned table; its head repeats on every page and no row is split."""
    write_caption(writing, table.id, writing.say(table.title), below=False)
    if table.narrow:
        in_columns(writing, 2)
    widths = _widths(table)
    heads = list(_heads(writing, table))
    rows = [_row(writing, row, table, widths) for row in table.rows]
    made = table_of(
        widths,
        [*(cells for cells, _ in heads), *(cells for cells, _ in rows)],
        heads=len(heads),
        room=table.room or LEAST_ROW,
    )
    _describe(made, writing.say(table.title))
    writing.document.element.body.insert_element_before(made, "w:sectPr")
    writing.flow.table(sum(height for _, height in heads), [height for _, height in rows])
    if table.narrow:
        in_columns(writing, 1)
    if table.note:
        writing.paragraph("Table Note", *writing.runs(table.note))
        writing.flows("Table Note", writing.say(table.note), room=WIDTH)
    elif not table.narrow:
        gap(writing)


def _widths(table: Table) -> tuple[float, ...]:
    """The columns' widths, scaled so that they fill the text's width."""
    whole = sum(column.width for column in table.columns)
    room = _HALF if table.narrow else WIDTH
    return tuple(column.width * room / whole for column in table.columns)


def _describe(made: Xml, title: str) -> None:
    put(made.tblPr, make("tblCaption", val=title[:250]), make("tblDescription", val=title[:250]))


def _heads(writing: Writing, table: Table) -> Iterator[tuple[list[Cell], float]]:
    """The rows of the head: a first one with the titles of groups where columns have them."""
    if any(column.group for column in table.columns):
        groups: list[Cell] = []
        for title, together in groupby(table.columns, key=lambda column: column.group):
            columns = list(together)
            if title:
                spanned = (make("gridSpan", val=len(columns)), _parted(columns[0], table, strong=False))
                groups.append((_head_words(writing, title, "center"), spanned))
            else:
                groups += [(_head_words(writing, column.title, ""), ()) for column in columns]
        yield groups, row_height([writing.heights("Table Head", "")])
    cells: list[Cell] = []
    for at, column in enumerate(table.columns):
        bare = any(one.group for one in table.columns) and not column.group
        said = Words() if bare else column.title
        look = [_parted(column, table, strong=True)]
        if column.key == table.marked:
            look.append(shade(TINT))
        cells.append((_head_words(writing, said, _side(column), _right(table, at)), look))
    widths = _widths(table)
    heights = [
        writing.heights("Table Head", writing.say(column.title), width - GUTTER)
        for column, width in zip(table.columns, widths, strict=True)
    ]
    yield cells, row_height(heights)


def _head_words(writing: Writing, said: Text | Words, side: str, right: float = 0) -> Xml:
    return writing.styled("Table Head", *writing.runs(said), properties=tuple(_aligned(side, 0, right)))


def _parted(column: Column, table: Table, *, strong: bool) -> Xml:
    """The borders of a cell: a thin line where a group begins, a strong one below the head."""
    lines = make("tcBorders")
    if _begins_group(column, table):
        put(lines, border("left", RULE, 4))
    if strong:
        put(lines, border("bottom", INK, 6))
    return lines


def _begins_group(column: Column, table: Table) -> bool:
    at = table.columns.index(column)
    return bool(column.group) and table.columns[at - 1].group != column.group


def _side(column: Column) -> str:
    return _SIDES.get(column.look, "")


def _right(table: Table, at: int) -> float:
    """What is kept free at the right of a number with words beside it."""
    beside = table.columns[at + 1] if at + 1 < len(table.columns) else None
    return _BETWEEN if _side(table.columns[at]) == "right" and beside and not _side(beside) else 0


def _aligned(side: str, left: float, right: float) -> Iterator[Xml]:
    if side:
        yield make("jc", val=side)
    if left or right:
        from workbench.exporters.word.markup import twips

        yield make("ind", left=twips(left), right=twips(right))


def _row(writing: Writing, row: TableRow, table: Table, widths: Sequence[float]) -> tuple[list[Cell], float]:
    cells: list[Cell] = []
    heights = []
    for at, (column, said) in enumerate(zip(table.columns, row.cells, strict=True)):
        left = _LEVEL * row.level if at == 0 else 0
        right = _right(table, at)
        words = _words(writing, column, said)
        if column.look == "source":
            words = _PARTS.sub("\\g<0>\u200b", words)
        look, ground = _look(column, said, row)
        properties = tuple(_aligned(_side(column), left, right))
        paragraph = writing.styled("Table Text", run(words, *look), properties=properties)
        cells.append((paragraph, _cell_look(column, table, row, ground)))
        heights.append(
            writing.heights(
                "Table Text", words, widths[at] - GUTTER - left - right, bold=row.look == "container"
            )
        )
    return cells, row_height(heights, table.room or LEAST_ROW)


def _look(column: Column, said: Said, row: TableRow) -> tuple[tuple[Xml, ...], str]:
    """The look of a cell's words, and its ground."""
    if column.look in ("state", "severity") and isinstance(said, Text) and said.source in STATE_COLOURS:
        return chip(STATE_COLOURS[said.source]), ""
    if column.look == "letter":
        return {
            "R": ((make("b"), make("color", val="FFFFFF")), DEEP),
            "A": ((make("b"),), TINT),
        }.get(str(said), ((make("color", val=TEXT2),), ""))
    if column.look == "room":
        return (), "F0F2F5"
    if row.look == "container":
        return (make("b"),), "F9FAFB"
    return ((make("color", val=TEXT3),), "") if row.look == "free" else ((), "")


def _cell_look(column: Column, table: Table, row: TableRow, ground: str) -> list[Xml]:
    found: list[Xml] = []
    if _begins_group(column, table):
        found.append(_parted(column, table, strong=False))
    if column.key == table.marked:
        ground = TINT
    elif row.look == "container":
        ground = ground or "F9FAFB"
    if ground:
        found.append(shade(ground))
    return found


def _words(writing: Writing, column: Column, said: Said) -> str:
    if column.look == "share" and isinstance(said, (int, float)):
        return f"{said:.1%}"
    if column.look in ("state", "severity") and isinstance(said, Text) and said.source in STATE_COLOURS:
        return f"\u00a0{writing.say(said)}\u00a0"
    if isinstance(said, Text) and said.source == "{parts}" and isinstance(parts := said.values[0][1], tuple):
        each = [writing.say(part) for part in parts]
        if any(len(word) > _LONG for word in each):
            return "\n".join(each)
    return writing.say(said)
