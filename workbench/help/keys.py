"""The sheet of shortcuts: every command that has keys, and the keys of the sheet in front."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from workbench.commands.command import Command, commands
from workbench.commands.menus import MENUS
from workbench.help import Page
from workbench.help.markup import heading, said, table
from workbench.texts import Language, Text, text

CHAPTER = text("First steps")
ON_THE_SHEET: Final[tuple[tuple[str, Text], ...]] = (
    ("← ↑ → ↓", text("Move what is selected; with Shift by one point")),
    ("Alt + ← →", text("To the box before or behind; with Shift it is selected too")),
    ("Alt + ↑ ↓", text("To the box around, or to the first one inside")),
    (
        "Enter",
        text(
            "With the draw tool: draw into the selected box; with the connect tool: take the selected box "
            "as an end"
        ),
    ),
    ("F2", text("Rename in place")),
    ("Del", text("Take off the sheet; Shift Del deletes from the design")),
    ("Space", text("While it is held, drag to move the sheet")),
    ("Esc", text("Drop what is being dragged, then the tool, then the selection")),
    ("Ctrl + wheel", text("Zoom at the pointer")),
    ("Shift + click", text("Add to the selection, or take out of it")),
    ("Alt + drag", text("Without snapping to the grid")),
)
IN_LISTS: Final[tuple[tuple[str, Text], ...]] = (
    ("Enter", text("Show the place of a finding or an element")),
    ("Space", text("Open or close what explains a finding")),
    ("Tab", text("To the next field, in the order of reading")),
    ("Alt + F E I T R N L", text("Open a menu: each title has its letter underlined")),
)


def pages() -> Iterator[Page]:
    """One page."""
    yield Page("keys", CHAPTER, text("Keyboard shortcuts"), "ui-goto", _body, "shortcut keyboard 快捷键")


def _body(language: Language) -> str:
    head = [said(words, language) for words in (text("Keys"), text("What they do"))]
    parts: list[str] = []
    for menu, title in MENUS.items():
        rows = [_row(one, language) for one in commands() if one.menu == menu and one.shortcut]
        if rows:
            parts += [heading(title, language), table(head, rows)]
    for title, keys in ((text("On the sheet"), ON_THE_SHEET), (text("In lists and forms"), IN_LISTS)):
        parts += [
            heading(title, language),
            table(head, [(f"<b>{k}</b>", said(w, language)) for k, w in keys]),
        ]
    return "".join(parts)


def _row(command: Command, language: Language) -> tuple[str, str]:
    return f"<b>{command.shortcut.replace('+', ' ')}</b>", said(command.title, language)
