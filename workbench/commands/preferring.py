"""What the user wants of the program whatever the design."""

from __future__ import annotations

from workbench.commands.command import command
from workbench.commands.desk import Desk


@command("edit.preferences", title="Preferences…", menu="edit", order=900, shortcut="Ctrl+,")
def show_preferences(desk: Desk) -> None:
    """Language, colours, size, own symbols, and what new designs begin with."""
    desk.show_dialog("preferences")
