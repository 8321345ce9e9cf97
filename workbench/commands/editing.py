"""Taking steps back, deleting, renaming, selecting."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from workbench.commands.command import command
from workbench.commands.desk import Answer, Desk, Question
from workbench.commands.view import no_sheet
from workbench.edits.removing import dependants, remove
from workbench.model.element import Element, ElementId
from workbench.texts import Text, text

LISTED = 12
"""How many names of a kind a question lists before it counts the rest."""


def nothing_to_undo(desk: Desk) -> Text | None:
    """Why there is no step to take back."""
    return None if desk.editor.history.undoable else text("There is no step to take back.")


def nothing_to_redo(desk: Desk) -> Text | None:
    """Why there is no step to do again."""
    return None if desk.editor.history.redoable else text("There is no step to do again.")


def nothing_selected(desk: Desk) -> Text | None:
    """Why there is nothing to act on."""
    return None if desk.editor.selection else text("Nothing is selected.")


def not_one_selected(desk: Desk) -> Text | None:
    """Why there is no single element to act on."""
    return None if len(desk.editor.selection) == 1 else text("Select one element first.")


def not_deletable(desk: Desk) -> Text | None:
    """Why nothing can be deleted."""
    return desk.editor.read_only or nothing_selected(desk)


@command("edit.undo", title="Undo", menu="edit", order=100, shortcut="Ctrl+Z", hindrance=nothing_to_undo)
def undo(desk: Desk) -> None:
    """The design as it was a step ago."""
    step = desk.editor.history.undoable
    desk.editor.undo()
    if step:
        desk.say(text("Took back: {step} · {keys} does it again", step=step, keys="Ctrl Shift Z"))


@command(
    "edit.redo", title="Redo", menu="edit", order=110, shortcut="Ctrl+Shift+Z", hindrance=nothing_to_redo
)
def redo(desk: Desk) -> None:
    """The design as it was before the last step back."""
    step = desk.editor.history.redoable
    desk.editor.redo()
    if step:
        desk.say(text("Did again: {step} · {keys} takes it back", step=step, keys="Ctrl Z"))


@command("edit.history", title="History…", menu="edit", order=120, shortcut="Ctrl+H")
def show_history(desk: Desk) -> None:
    """Every step since the design was opened; picking one goes there."""
    desk.show_dialog("history")


def not_joinable(desk: Desk) -> Text | None:
    """Why no link can be begun."""
    return not_one_selected(desk) or no_sheet(desk)


def not_on_a_sheet(desk: Desk) -> Text | None:
    """Why nothing can be taken off the sheet."""
    return not_deletable(desk) or no_sheet(desk)


@command(
    "edit.select-all",
    title="Select everything on the sheet",
    menu="edit",
    order=200,
    shortcut="Ctrl+A",
    hindrance=no_sheet,
)
def select_all(desk: Desk) -> None:
    """Everything the sheet in the middle shows, selected."""
    desk.editor.select(desk.view.shown_ids())


@command("edit.connect", title="Connect…", menu="edit", order=220, shortcut="Alt+C", hindrance=not_joinable)
def connect(desk: Desk) -> None:
    """A link from the selected element to the one that is selected when Enter is pressed."""
    desk.view.connect_selected()


@command("edit.rename", title="Rename", menu="edit", order=210, shortcut="F2", hindrance=not_one_selected)
def rename(desk: Desk) -> None:
    """The name of the selected element, open for typing."""
    desk.view.rename_selected()


@command(
    "edit.delete-from-sheet",
    title="Take off the sheet",
    menu="edit",
    order=300,
    shortcut="Del",
    hindrance=not_on_a_sheet,
)
def delete_from_sheet(desk: Desk) -> None:
    """The selected elements are no longer on this sheet; the design keeps them."""
    desk.view.delete_selected_from_sheet()


@command(
    "edit.delete-from-design",
    title="Delete from the design…",
    menu="edit",
    order=310,
    shortcut="Shift+Del",
    hindrance=not_deletable,
)
def delete_from_design(desk: Desk) -> None:
    """The selected elements and what cannot be without them are no longer in the design."""
    delete_asking(desk, desk.editor.selection)


def delete_asking(desk: Desk, ids: Sequence[ElementId]) -> bool:
    """Whether elements were deleted from the design, after the user saw what goes with them."""
    design = desk.editor.design
    chosen = [design[id] for id in ids if id in design]
    along = [
        element for element in dependants(design, ids) if element.kind.shape != "none" or not _quiet(element)
    ]
    named = [element.title() for element in chosen[:LISTED]]
    question = Question(
        text("Delete from the design?"),
        text("{names} will be deleted from the design and from every sheet.", names=named),
        (Answer("delete", text("Delete"), "danger"), Answer("", text("Cancel"))),
        tuple(listed_by_kind(along)),
    )
    if not chosen or desk.ask(question) != "delete":
        return False
    desk.editor.perform(text("Delete {names}", names=named), remove(ids))
    desk.say(text("Deleted {names} · {keys} takes it back", names=named, keys="Ctrl Z"))
    return True


def listed_by_kind(elements: Iterable[Element]) -> Iterable[Text]:
    """A line a kind: its plural, how many, and their names."""
    by_kind: dict[str, list[Element]] = {}
    for element in elements:
        by_kind.setdefault(element.kind.tag, []).append(element)
    for _, some in sorted(by_kind.items()):
        names = [element.title() for element in some[:LISTED]]
        if len(some) > LISTED:
            names.append(text("{count} more", count=len(some) - LISTED))  # type: ignore[arg-type]
        yield text("{kind} ({count}): {names}", kind=some[0].kind.plural, count=len(some), names=names)


def _quiet(element: Element) -> bool:
    """Whether an element only says where others stand."""
    return "sheet" in element.kind.inside
