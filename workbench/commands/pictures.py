"""Pictures: brought in from files, the clipboard and by dropping them, and replaced."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TypeVar

from workbench.cancelled import Cancelled
from workbench.commands.command import Command, command, registered
from workbench.commands.desk import Desk
from workbench.commands.editing import not_one_selected
from workbench.commands.view import no_sheet
from workbench.edits.pictures import put_pictures, replace_image
from workbench.images.incoming import Incoming, NotTaken, from_file
from workbench.model.element import ElementId
from workbench.model.elements.picture import Picture
from workbench.model.elements.sheet import Sheet
from workbench.model.ids import new_id
from workbench.texts import Text, text

T_ = TypeVar("T_")
Point = tuple[float, float]


def no_sheet_to_lay_on(desk: Desk) -> Text | None:
    """Why no picture can be put anywhere."""
    if reason := desk.editor.read_only:
        return reason
    if desk.map_shown or desk.matrix_shown or desk.page_shown:
        return no_sheet(desk)
    if desk.editor.design.get(desk.sheet, Sheet) is None:
        return text("A picture lies on a sheet: add one beside the tabs first.")
    return None


def no_picture_selected(desk: Desk) -> Text | None:
    """Why there is no image to replace."""
    if reason := desk.editor.read_only or not_one_selected(desk):
        return reason
    chosen = desk.editor.design.get(desk.editor.selection[0], Picture)
    return None if chosen else text("Select a picture first.")


def insert_picture(desk: Desk) -> None:
    """A picture from a file, in the middle of what is shown of the sheet."""
    path = desk.ask_image()
    if path:
        bring_in(desk, [from_file(path)])


def bring_in(desk: Desk, incoming: Sequence[Incoming], middle: Point | None = None) -> None:
    """Images as pictures on the sheet in front, in one step; around a point, or in the middle of what is shown."""
    if reason := no_sheet_to_lay_on(desk):
        desk.say(reason)
        return
    editor, sheet, at = desk.editor, desk.sheet or "", middle or desk.view.middle()

    def made() -> list[Picture]:
        return [Picture(id=new_id("picture"), name=one.name, lines=one.lines()) for one in incoming]

    def put(pictures: list[Picture]) -> None:
        # Another design may have been opened meanwhile, or the sheet deleted.
        if desk.editor is not editor or sheet not in editor.design:
            return
        name = pictures[0].title() if len(pictures) == 1 else text("{n} pictures", n=len(pictures))
        editor.perform(text("Insert {name}", name=name), put_pictures(pictures, sheet, at))
        desk.view.reveal([picture.id for picture in pictures])
        desk.say(text("Inserted {name} · {keys} takes it back", name=name, keys="Ctrl Z"))

    _beside(desk, made, put)


@command(
    "edit.replace-picture",
    title="Replace picture…",
    menu="edit",
    order=195,
    hindrance=no_picture_selected,
)
def replace_picture(desk: Desk) -> None:
    """Another image from a file in the place of the selected picture's."""
    path = desk.ask_image()
    if path:
        _replace(desk, desk.editor.selection[0], from_file(path))


def _replace(desk: Desk, id: ElementId, incoming: Incoming) -> None:
    editor = desk.editor

    def put(lines: tuple[str, ...]) -> None:
        picture = editor.design.get(id, Picture)
        if desk.editor is not editor or picture is None:
            return
        editor.perform(text("Replace {name}", name=picture.title()), replace_image(id, lines))
        desk.say(text("Replaced {name} · {keys} takes it back", name=picture.title(), keys="Ctrl Z"))

    _beside(desk, incoming.lines, put)


def _beside(desk: Desk, made: Callable[[], T_], put: Callable[[T_], None]) -> None:
    """Makes an image ready beside the window and puts it where it goes; one that is not taken is told."""
    try:
        desk.beside(lambda progress: made(), text("Reading the image"), put, free=True)
    except Cancelled:
        desk.say(text("Stopped. Nothing was inserted."))
    except NotTaken as wrong:
        desk.show_error(wrong.text)


registered(
    Command(
        "insert.picture",
        text("Picture…", key="command.insert.picture"),
        "insert",
        199,
        insert_picture,
        symbol="picture",
        hindrance=no_sheet_to_lay_on,
    )
)
