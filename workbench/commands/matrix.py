"""The matrix: who reaches whom, beside what is wanted."""

from __future__ import annotations

from workbench.commands.command import command
from workbench.commands.desk import Desk


@command(
    "plan.matrix",
    title="Matrix",
    menu="plan",
    order=220,
    shortcut="Ctrl+R",
    is_on=lambda desk: desk.matrix_shown,
)
def show_matrix(desk: Desk) -> None:
    """Who reaches whom as one picture, beside what is wanted; picked again, the sheet."""
    desk.show_matrix(not desk.matrix_shown)
