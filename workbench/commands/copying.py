"""Copying, cutting, pasting and duplicating."""

from __future__ import annotations

from collections.abc import Sequence

from workbench.commands.command import command
from workbench.commands.desk import Desk
from workbench.commands.editing import delete_asking, not_deletable, nothing_selected
from workbench.commands.inserting import not_writable
from workbench.commands.pictures import bring_in
from workbench.edits.copying import NoHome, gathered, pasted
from workbench.edits.removing import dependants, remove
from workbench.model.element import Element
from workbench.storage.clip import clip_of, elements_of
from workbench.storage.format import BrokenFile
from workbench.texts import Text, text
from workbench.words import Words


def nothing_to_copy(desk: Desk) -> Text | None:
    """Why nothing can be copied."""
    if reason := nothing_selected(desk):
        return reason
    if gathered(desk.editor.design, desk.editor.selection):
        return None
    return text("A line goes along with what it joins: select that.")


def not_cuttable(desk: Desk) -> Text | None:
    """Why nothing can be cut."""
    return not_deletable(desk) or nothing_to_copy(desk)


def not_duplicable(desk: Desk) -> Text | None:
    """Why nothing can be duplicated."""
    return not_writable(desk) or nothing_to_copy(desk)


@command("edit.cut", title="Cut", menu="edit", order=150, shortcut="Ctrl+X", hindrance=not_cuttable)
def cut(desk: Desk) -> None:
    """The selected elements are on the clipboard and no longer in the design; what depends on them is asked about."""
    design, chosen = desk.editor.design, desk.editor.selection
    copies = gathered(design, chosen)
    goes_along = {element.id for element in copies} | set(chosen)
    others = [one for one in dependants(design, chosen) if one.id not in goes_along and one.kind.is_link]
    _copy_out(desk, copies)
    if others:
        delete_asking(desk, chosen)
        return
    name = _called([design[id] for id in chosen])
    desk.editor.perform(text("Cut {name}", name=name), remove(chosen))
    desk.say(text("Cut {name} · {keys} takes it back", name=name, keys="Ctrl Z"))


@command("edit.copy", title="Copy", menu="edit", order=160, shortcut="Ctrl+C", hindrance=nothing_to_copy)
def copy(desk: Desk) -> None:
    """The selected elements with everything inside them, and the links among them, are on the clipboard."""
    copies = gathered(desk.editor.design, desk.editor.selection)
    _copy_out(desk, copies)
    desk.say(text("Copied {name}", name=_called(copies)))


@command("edit.paste", title="Paste", menu="edit", order=170, shortcut="Ctrl+V", hindrance=not_writable)
def paste(desk: Desk) -> None:
    """Elements from the clipboard, in or beside what is selected; images; rows of a table after the user saw each."""
    clip = desk.clipboard()
    if clip.elements:
        try:
            _put_in(desk, elements_of(clip), text("Paste"))
        except BrokenFile as wrong:
            desk.show_error(text("The clipboard cannot be read: {reason}", reason=wrong.text))
    elif clip.image_files:
        bring_in(desk, clip.image_files)
    elif "\n" in clip.plain.strip():
        # A spreadsheet puts an image of its cells beside them.
        desk.show_dialog("rows")
    elif clip.images:
        bring_in(desk, clip.images)
    else:
        desk.say(text("The clipboard holds no elements, no image, and no table with a row of heads."))


@command(
    "edit.duplicate", title="Duplicate", menu="edit", order=180, shortcut="Ctrl+D", hindrance=not_duplicable
)
def duplicate(desk: Desk) -> None:
    """A copy of the selected elements beside them; the clipboard stays as it is."""
    _put_in(desk, gathered(desk.editor.design, desk.editor.selection), text("Duplicate"))


def _copy_out(desk: Desk, copies: Sequence[Element]) -> None:
    """Puts elements on the clipboard; a whole design takes a while to write down."""
    language = desk.language
    desk.copy_out(desk.beside(lambda progress: clip_of(copies, language), text("Copying…")))


def _put_in(desk: Desk, copies: Sequence[Element], verb: Text) -> None:
    """Adds copies in one step, selects the outermost, and tells what became of their addresses."""
    try:
        made = pasted(desk.editor.design, copies, desk.editor.selection, desk.sheet)
    except NoHome as wrong:
        desk.say(wrong.text)
        return
    name = _called(made.elements)
    desk.editor.perform(text("{verb} {name}", verb=verb, name=name), made.edit)
    desk.view.reveal(made.roots)
    if made.emptied:
        desk.say(
            text(
                "Pasted {name}; {count} addresses and ids that the design holds already were left empty "
                "· {keys} takes it back",
                name=name,
                count=made.emptied,
                keys="Ctrl Z",
            )
        )
    else:
        desk.say(text("Pasted {name} · {keys} takes it back", name=name, keys="Ctrl Z"))


def _called(elements: Sequence[Element]) -> Words | Text:
    """The name of a single element, the number of several."""
    return elements[0].title() if len(elements) == 1 else text("{n} elements", n=len(elements))
