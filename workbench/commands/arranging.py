"""Letting the sheet arrange itself, and lining up what one places by hand."""

from __future__ import annotations

from functools import partial
from typing import Final

from workbench.commands.command import Command, command, registered
from workbench.commands.desk import Desk
from workbench.commands.view import no_sheet
from workbench.edits.aligning import Axis, Edge
from workbench.edits.placing import arrange_freely, is_pinned
from workbench.texts import Text, text

EDGES: Final[tuple[tuple[Edge, Text, str], ...]] = (
    ("left", text("Align left", key="command.arrange.left"), "Alt+A"),
    ("centre", text("Align centres", key="command.arrange.centre"), "Alt+H"),
    ("right", text("Align right", key="command.arrange.right"), "Alt+D"),
    ("top", text("Align top", key="command.arrange.top"), "Alt+W"),
    ("middle", text("Align middles", key="command.arrange.middle"), "Alt+V"),
    ("bottom", text("Align bottom", key="command.arrange.bottom"), "Alt+S"),
)
AXES: Final[tuple[tuple[Axis, Text, str], ...]] = (
    ("across", text("Equal gaps across", key="command.arrange.across"), "Alt+Shift+H"),
    ("down", text("Equal gaps down", key="command.arrange.down"), "Alt+Shift+V"),
)


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


def fewer_than(count: int, desk: Desk) -> Text | None:
    """Why boxes cannot be lined up: too few are selected that do not go along with one another."""
    if desk.view.movable_count() >= count:
        return not_arrangeable(desk)
    return not_arrangeable(desk) or text("Select at least {count} boxes of the sheet first.", count=count)


def all_pinned(desk: Desk) -> bool:
    """Whether all that is selected keeps its place on the sheet."""
    design, sheet = desk.editor.design, desk.sheet
    chosen = desk.editor.selection
    return bool(sheet and chosen) and all(is_pinned(design, sheet or "", id) for id in chosen)


def no_box_selected(desk: Desk) -> Text | None:
    """Why nothing can be pinned."""
    return no_selection_on_sheet(desk) or fewer_than(1, desk)


@command(
    "arrange.pin",
    title="Pin to its place",
    menu="arrange",
    order=120,
    shortcut="Alt+P",
    hindrance=no_box_selected,
    is_on=all_pinned,
)
def pin(desk: Desk) -> None:
    """The selected elements stay where they stand on this sheet; once more and the sheet arranges them again."""
    desk.view.pin_selected(not all_pinned(desk))


def _lining_up() -> None:
    for place, (edge, title, shortcut) in enumerate(EDGES):
        run = partial(_align, edge)
        hindrance = partial(fewer_than, 2)
        order = 200 + place
        registered(Command(f"arrange.{edge}", title, "arrange", order, run, shortcut, "", hindrance))
    for place, (axis, title, shortcut) in enumerate(AXES):
        run = partial(_distribute, axis)
        hindrance = partial(fewer_than, 3)
        order = 300 + place
        registered(Command(f"arrange.{axis}", title, "arrange", order, run, shortcut, "", hindrance))


def _align(edge: Edge, desk: Desk) -> None:
    desk.view.align_selected(edge)


def _distribute(axis: Axis, desk: Desk) -> None:
    desk.view.distribute_selected(axis)


_lining_up()
