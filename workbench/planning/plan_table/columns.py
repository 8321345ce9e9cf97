"""The columns of the plan table, and how a cell is worded in one."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final, Literal

from workbench.model.elements.vpc import Vpc
from workbench.planning.plan_table.table import PlanTable
from workbench.texts import Language, Text, text

Column = Literal["name", "demand", "block", "usable", "used", "room", "state", "why"]
COLUMNS: Final[Mapping[Column, Text]] = {
    "name": text("Name"),
    "demand": text("Demand", key="plan.demand"),
    "block": text("Block", key="plan.block"),
    "usable": text("Usable"),
    "used": text("Used", key="plan.used"),
    "room": text("Room", key="plan.room"),
    "state": text("State"),
    "why": text("Why here", key="plan.why"),
}
ORDER: Final[tuple[Column, ...]] = tuple(COLUMNS)
TYPED: Final[tuple[Column, ...]] = ("name", "demand", "block", "room", "state")
"""The columns one types in; the others follow from them."""
STATES: Final = Vpc.kind.field("state").choices


HINTS: Final[Mapping[Column, Text]] = {
    "demand": text("A size such as /20, or hosts such as 2900 +30 %."),
    "block": text("A block in any form, or a size such as /24 for the next free one."),
    "used": text("Of a vSwitch the hosts that are asked for, of a network or pool what is handed out."),
    "room": text("×2: kept free to double in place. Of a network or pool its largest free block."),
    "state": text("Space, or a click at the right, pins the block: the planner never moves it."),
}
"""What one types into a column, or how its figures are meant."""


def wording(table: PlanTable, key: str, column: Column, language: Language) -> str:
    """What a cell says, as it is read out, searched, copied and edited."""
    row = table.row(key)
    if column == "why":
        return table.why(key).said(language)
    if column == "usable":
        return f"{row.usable:,}" if row.usable is not None else ""
    if column == "used":
        return _share(row.used) if row.used is not None else ""
    if column == "state":
        return STATES[row.state].said(language) if row.state else ""
    return row.block if column == "block" else str(getattr(row, column).said(language))


def _share(used: float) -> str:
    """A share that never says nothing of something."""
    return "< 1 %" if 0 < used < 0.005 else f"{100 * used:.0f} %"


def sorting(table: PlanTable, key: str, column: Column, language: Language) -> tuple[object, ...]:
    """By what rows are sorted in a column: figures by size, blocks by address, what is empty at the end."""
    row, said = table.row(key), wording(table, key, column, language)
    if column == "block":
        block = table.lowest(key)
        return (0, block.width, block.base, -block.bits) if block else (1, 0, 0, 0)
    if column in ("usable", "used"):
        figure = getattr(row, column)
        return (1, 0) if figure is None else (0, figure)
    if column == "demand":
        return (0, row.wanted) if row.wanted else (1, 0)
    return (not said, said.casefold())
