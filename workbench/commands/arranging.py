"""Letting the sheet arrange itself."""

from __future__ import annotations

from workbench.commands.command import command
from workbench.commands.desk import Desk
from workbench.commands.view import no_sheet
from workbench.edits.placing import arrange_freely
from workbench.texts import Text, text


def not_arrangeable(desk: Desk) -> Text | None:
    """Why nothing can be arranged."""
    return desk.editor.read_only or no_sheet(desk)


def no_selection_on_sheet(desk: Desk) -> Text | None:
    """Why no part of the sheet can be arranged."""
    return not_arrangeable(desk) or (None if desk.editor.selection else text("Nothing is selected."))


@command(
    "arrange.sheet",
    title="Arrange the sheet automatically",
    menu="arrange",
    order=100,
    shortcut="Ctrl+Shift+L",
    hindrance=not_arrangeable,
)
def arrange_sheet(desk: Desk) -> None:
    """Everything on the sheet where the program puts it; what was moved by hand moves too."""
    if desk.sheet:
        desk.editor.perform(text("Arrange the sheet"), arrange_freely(desk.sheet))
        desk.view.fit()
        desk.say(text("Arranged the sheet · {keys} takes it back", keys="Ctrl Z"))


@command(
    "arrange.selection",
    title="Arrange the selection automatically",
    menu="arrange",
    order=110,
    hindrance=no_selection_on_sheet,
)
def arrange_selection(desk: Desk) -> None:
    """The selected elements where the program puts them."""
    if desk.sheet:
        desk.editor.perform(text("Arrange the selection"), arrange_freely(desk.sheet, desk.editor.selection))
        desk.say(text("Arranged the selection · {keys} takes it back", keys="Ctrl Z"))
