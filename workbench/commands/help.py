"""What the program says about itself."""

from __future__ import annotations

from workbench.commands.command import command
from workbench.commands.desk import Desk


@command("help.about", title="About Landing Zone Workbench", menu="help", order=100)
def about(desk: Desk) -> None:
    """Name, version, licence, and what the program never does."""
    desk.show_dialog("about")
