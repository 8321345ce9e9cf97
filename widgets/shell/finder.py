"""The finder: one box for elements, addresses and commands, in both languages at once."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPoint

from widgets.qt.picker import Pick, Picker
from workbench.commands.command import COMMANDS, Command
from workbench.model.element import Element
from workbench.texts import text

if TYPE_CHECKING:
    from widgets.shell.window import MainWindow

COMMAND: Final = "command:"
WIDE: Final = 560


def open_over(window: MainWindow) -> None:
    """Shows the finder over the sheet; what is picked is shown or done."""
    finder = Picker(window.look, window, text("Search elements, addresses, commands…"))
    finder.picked.connect(lambda id: _go(window, id))
    corner = window.mapToGlobal(QPoint((window.width() - WIDE) // 2, 40))
    finder.open_at(corner, WIDE, [*_commands(window), *_elements(window)])


def _go(window: MainWindow, id: str) -> None:
    if id.startswith(COMMAND):
        window.pick(id.removeprefix(COMMAND))
    else:
        window.rooms.reveal(id)
        # What comes next is meant for what was found, wherever the keys were before.
        window.rooms.area.focus()


def _elements(window: MainWindow) -> list[Pick]:
    shown = (element for element in window.editor.design if "sheet" not in element.kind.inside)
    return [_element(window, element) for element in shown]


def _element(window: MainWindow, element: Element) -> Pick:
    look, name = window.look, element.title()
    told = " · ".join(part for part in (look.said(element.kind.label), element.meta()) if part)
    return Pick(
        element.id, look.said(name), element.kind.symbol, told, f"{name.en} {name.zh} {_addresses(element)}"
    )


def _addresses(element: Element) -> str:
    """Every block an element holds, so that secondary ones are found too."""
    blocks = getattr(element, "blocks", ()) or (getattr(element, "block", ""),)
    return " ".join(blocks)


def _commands(window: MainWindow) -> list[Pick]:
    return [_command(window, command) for command in COMMANDS.values()]


def _command(window: MainWindow, command: Command) -> Pick:
    reason = command.hindrance(window.desk)
    meta = window.look.said(reason) if reason else command.shortcut.replace("+", " ")
    titles = f"{command.title.said('en')} {command.title.said('zh')}"
    title = window.look.said(text("Insert {kind}", kind=command.title) if command.symbol else command.title)
    return Pick(COMMAND + command.id, title, command.symbol or "ui-goto", meta, titles)
