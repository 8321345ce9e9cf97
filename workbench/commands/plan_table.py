"""The plan table: every block of the design in rows that are typed in."""

from __future__ import annotations

from workbench.commands.command import command
from workbench.commands.desk import Desk


@command(
    "plan.table",
    title="Plan table",
    menu="plan",
    order=210,
    shortcut="Ctrl+Shift+M",
    is_on=lambda desk: desk.table_shown,
)
def show_table(desk: Desk) -> None:
    """Every block in a row with its demand, its use and why it lies there; picked again, the map alone."""
    desk.show_table(not desk.table_shown)
