"""Cells from a spreadsheet go into a table inside an element: rules, routes, entries."""

from __future__ import annotations

from typing import Any

import msgspec

from workbench.importers.table.cells import Cells
from workbench.importers.table.sheet import lines_in, plainly
from workbench.model.design import Design
from workbench.model.element import Field, Row
from workbench.reading import Refused
from workbench.texts import LANGUAGES, text

Rows = tuple[Row, ...]


def with_pasted(rows: Rows, table: Field, plain: str, at: tuple[int, int], design: Design) -> Rows:
    """The rows of a table after cells were pasted: below the last where they have heads, else from a cell on.

    Refused names the first row that says something no cell may hold; then nothing is pasted.
    """
    assert table.row
    lines = lines_in(plain)
    heads = _headed(lines[0], table) if len(lines) > 1 else None
    first, columns = at
    if heads is not None:
        lines, first = lines[1:], len(rows)
    fields = heads if heads is not None else list(table.columns[columns:])
    found, cells = list(rows), Cells(design)
    for number, line in enumerate(lines, first):
        old = found[number] if number < len(found) else table.row()
        fresh = _written_over(old, fields, line, cells, number + 1)
        found[number : number + 1] = [fresh]
    return tuple(found)


def _headed(line: tuple[str, ...], table: Field) -> list[Field | None] | None:
    """The columns that heads name; None where a head names none, for then they are no heads."""
    known = {plainly(name): column for column in table.columns for name in _names(column)}
    found = [known.get(plainly(head)) for head in line]
    return found if all(field or not head for field, head in zip(found, line, strict=True)) else None


def _names(column: Field) -> tuple[str, ...]:
    return (column.name, *(column.label.said(language) for language in LANGUAGES))


def _written_over(old: Row, fields: Any, line: tuple[str, ...], cells: Cells, number: int) -> Row:
    """The row with what the cells say; cells beyond the last column say nothing."""
    changes: dict[str, Any] = {}
    for field, typed in zip(fields, line, strict=False):
        if field is None or not typed:
            continue
        try:
            changes[field.name] = cells.value(field, typed, getattr(old, field.name))
        except Refused as wrong:
            label = field.label
            raise Refused(
                text("Row {row}, {field}: {reason}", row=number, field=label, reason=wrong.text)
            ) from wrong
    return msgspec.structs.replace(old, **changes)
