"""Cells of a spreadsheet that go into the plan table, all of them or none; and rows that go out."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from planners.pace import breathe
from workbench.edits import Edit
from workbench.model.design import Design
from workbench.model.elements.vpc import Vpc
from workbench.model.elements.vswitch import VSwitch
from workbench.planning.plan_table.columns import ORDER, TYPED, Column, wording
from workbench.planning.plan_table.placing import fault, placed, written_block
from workbench.planning.plan_table.seats import Seat
from workbench.planning.plan_table.table import PlanTable
from workbench.planning.plan_table.typed import typed_edit
from workbench.reading import Refused
from workbench.texts import Language, Text, text

Cell = tuple[int, Seat, Column, str]
"""The line it came from, the row and column it goes into, and what it says."""


def pasted(design: Design, seats: Sequence[Seat], column: Column, plain: str, language: Language) -> Edit:
    """The edit that puts pasted cells into rows, from a column on; empty cells leave theirs as they are.

    What collides is asked of the whole, so that blocks may change places. Refused names the first line that cannot be.
    """
    cells = list(_cells(seats, column, plain))
    made = design
    for line, seat, into, typed in cells:
        breathe()
        try:
            made = _with(made, seat, into, typed, language)
        except Refused as wrong:
            raise Refused(text("Line {line}: {reason}", line=line, reason=wrong.text)) from wrong
    for line, seat, into, _ in cells:
        breathe()
        if into == "block" and (found := _fault(made, seat)):
            raise Refused(text("Line {line}: {reason}", line=line, reason=found))
    return lambda _: made


def copied(table: PlanTable, keys: Sequence[str], language: Language) -> str:
    """Rows as cells of a spreadsheet, every column of them."""
    lines = ([wording(table, key, column, language) for column in ORDER] for key in keys)
    return "\n".join("\t".join(" ".join(cell.split()) for cell in line) for line in lines)


def _cells(seats: Sequence[Seat], column: Column, plain: str) -> Iterator[Cell]:
    lines = [line.split("\t") for line in re.split("\r\n|\r|\n", plain.rstrip("\r\n"))]
    if len(lines) > len(seats):
        raise Refused(
            text(
                "{count} lines were copied, and from here on there are {rows} rows.",
                count=len(lines),
                rows=len(seats),
            )
        )
    into = ORDER[ORDER.index(column) :]
    for number, (seat, line) in enumerate(zip(seats, lines, strict=False), 1):
        for one, typed in zip(into, line, strict=False):
            if typed.strip() and (one in TYPED or len(line) == 1):
                yield number, seat, one, typed


def _with(design: Design, seat: Seat, column: Column, typed: str, language: Language) -> Design:
    if column != "block" or seat.is_shared:
        return typed_edit(design, seat, column, typed, language)(design)
    return placed(design, seat, written_block(design, seat, typed), strict=False)


def _fault(design: Design, seat: Seat) -> Text | None:
    found = fault(design, seat)
    element = design[seat.element]
    if found or not isinstance(element, Vpc):
        return found
    inside = (id for id in design.children(element.id) if isinstance(design[id], VSwitch))
    return next((wrong for id in inside if (wrong := fault(design, Seat(id, seat.key, "vswitch", id)))), None)
