"""Adding, renaming and deleting sheets."""

from __future__ import annotations

from widgets.navigator.sheets import sheets_of
from workbench.commands.desk import Answer, Desk, Question
from workbench.edits.fields import rename
from workbench.edits.placing import add
from workbench.edits.removing import remove
from workbench.model.element import ElementId
from workbench.model.elements.sheet import Sheet
from workbench.model.ids import new_id
from workbench.texts import LANGUAGES, Text, text
from workbench.words import Words


def add_sheet(desk: Desk, shows: str) -> None:
    """A new sheet after the others, shown at once."""
    sheets = sheets_of(desk.editor.design)
    label: Text = Sheet.kind.field("shows").choices[shows]
    taken = {sheet.name for sheet in sheets}
    made = Sheet(
        id=new_id("sheet"),
        name=_free_name(label, taken),
        shows=shows,  # type: ignore[arg-type]
        order=max((sheet.order for sheet in sheets), default=0) + 1,
    )
    title = text("Add sheet {name}", name=made.name)
    desk.editor.perform(title, add(made))
    desk.show_sheet(made.id)
    desk.say(text("{step} · {keys} takes it back", step=title, keys="Ctrl Z"))


def rename_sheet(desk: Desk, sheet: ElementId, name: str) -> None:
    """A sheet under another name, in the language of the window."""
    desk.editor.perform(text("Rename the sheet to {name}", name=name), rename(sheet, name, desk.language))


def delete_sheet(desk: Desk, sheet: ElementId) -> None:
    """The sheet is no more, after the user agreed; the elements on it stay in the design."""
    found = desk.editor.design.get(sheet, Sheet)
    if found is None:
        return
    question = Question(
        text("Delete the sheet?"),
        text(
            "{name} and where things stand on it are deleted. The elements stay in the design.",
            name=found.title(),
        ),
        (Answer("delete", text("Delete"), "danger"), Answer("", text("Cancel"))),
    )
    if desk.ask(question) == "delete":
        title = text("Delete sheet {name}", name=found.title())
        desk.editor.perform(title, remove([sheet]))
        desk.say(text("{step} · {keys} takes it back", step=title, keys="Ctrl Z"))


def _free_name(label: Text, taken: set[Words]) -> Words:
    """A name nobody has: the label's words, with a number from the second on."""
    number = 1
    while True:
        tail = f" {number}" if number > 1 else ""
        en, zh = (label.said(language) + tail for language in LANGUAGES)
        name = Words(en=en[:1].upper() + en[1:], zh=zh)
        if name not in taken:
            return name
        number += 1
