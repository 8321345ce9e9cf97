"""The matrix: who reaches whom, beside what is wanted."""

from __future__ import annotations

from workbench.commands.command import command
from workbench.commands.desk import Desk
from workbench.commands.view import no_sheet
from workbench.model.elements.sheet import Sheet
from workbench.texts import Text, text


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


def no_security_sheet(desk: Desk) -> Text | None:
    """Why there are no security domains to show traffic between."""
    if why := no_sheet(desk):
        return why
    sheet = desk.editor.design.get(desk.sheet, Sheet)
    if sheet is None or sheet.shows != "security":
        return text("Traffic is shown between security domains. Bring a security sheet to the front first.")
    return None


@command(
    "view.traffic",
    title="Traffic that differs from what is wanted",
    menu="view",
    order=160,
    shortcut="Ctrl+Shift+R",
    hindrance=no_security_sheet,
    is_on=lambda desk: desk.traffic_shown,
)
def show_traffic(desk: Desk) -> None:
    """On the security sheet, what passes and is not wanted, and what is wanted and does not pass; again, the sheet alone."""
    desk.show_traffic(not desk.traffic_shown)
