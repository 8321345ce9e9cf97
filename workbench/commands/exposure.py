"""The pages of what the internet reaches, and of what changed."""

from __future__ import annotations

from workbench.commands.command import command
from workbench.commands.desk import Desk


@command(
    "plan.exposure",
    title="Exposure to the internet",
    menu="plan",
    order=222,
    is_on=lambda desk: desk.page_shown == "exposure",
)
def show_exposure(desk: Desk) -> None:
    """What the internet reaches and what reaches the internet, with path, ports and owner; picked again, the sheet."""
    desk.show_page("exposure", desk.page_shown != "exposure")


@command(
    "plan.changes",
    title="What changed",
    menu="plan",
    order=224,
    is_on=lambda desk: desk.page_shown == "changes",
)
def show_changes(desk: Desk) -> None:
    """Which pairs the design opens and closes beside an earlier step, the saved file or another one; again, the sheet."""
    desk.show_page("changes", desk.page_shown != "changes")
