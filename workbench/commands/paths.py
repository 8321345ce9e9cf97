"""Asking who reaches whom."""

from __future__ import annotations

from workbench.commands.command import command
from workbench.commands.desk import Desk
from workbench.reachability.asker import is_joined


@command("plan.path", title="Ask a path", menu="plan", order=300, shortcut="Ctrl+J", is_there=is_joined)
def ask_path(desk: Desk) -> None:
    """The line in which one asks who reaches whom, and the answer hop by hop."""
    desk.ask_path()
