"""The finder: one box for elements, addresses and commands, in both languages at once; a line typed there adds."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPoint

from widgets.qt.picker import Pick, Picker
from workbench.addresses import NotABlock, read_block, span
from workbench.commands.command import Command, commands
from workbench.commands.inserting import not_writable
from workbench.edits.placing import add
from workbench.edits.typed import Offer, offers
from workbench.model.element import Element
from workbench.model.holding import blocks_of, holders
from workbench.model.names import known_as
from workbench.texts import LANGUAGES, text

if TYPE_CHECKING:
    from widgets.shell.window import MainWindow

COMMAND: Final = "command:"
OFFER: Final = "offer:"
WIDE: Final = 560


def open_over(window: MainWindow) -> None:
    """Shows the finder over the sheet; what is picked is shown or done."""
    finder = Finder(window)
    corner = window.mapToGlobal(QPoint((window.width() - WIDE) // 2, 40))
    finder.open_at(corner, WIDE, [*_elements(window), *finder.commands])


class Finder(Picker):
    """Lists what is called so, first what holds a typed address and what a typed line would add."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window.look, window, text("Search elements, addresses, commands…"))
        self._window = window
        self._offers: tuple[Offer, ...] = ()
        self.commands = _commands(window)
        self.made_for = self._made_for
        self.picked.connect(self._picked)

    def _made_for(self, typed: str) -> list[Pick]:
        if not typed.strip():
            # Before anything is typed there is more to be done than to be found.
            return self.commands
        editor = self._window.editor
        self._offers = offers(editor.design, typed, editor.selection)
        return [*self._holding(typed), *(self._offered(at, one) for at, one in enumerate(self._offers))]

    def _holding(self, typed: str) -> list[Pick]:
        """The elements that hold a typed address or block, the most specific first."""
        try:
            wanted = span(read_block(typed)) if any(sign in typed for sign in ".:") else None
        except NotABlock:
            return []
        found = holders(self._window.editor.design, wanted) if wanted else []
        return [_element(self._window, element) for element in found]

    def _offered(self, at: int, offer: Offer) -> Pick:
        look = self._window.look
        reason = not_writable(self._window.desk) or offer.hindrance
        meta = look.said(reason) if reason else ""
        return Pick(f"{OFFER}{at}", look.said(offer.says), offer.element.kind.symbol, meta)

    def _picked(self, id: str) -> None:
        if id.startswith(OFFER):
            self._add(self._offers[int(id.removeprefix(OFFER))])
        elif id.startswith(COMMAND):
            self._window.pick(id.removeprefix(COMMAND))
        else:
            self._window.rooms.reveal(id)
            # What comes next is meant for what was found, wherever the keys were before.
            self._window.rooms.area.focus()

    def _add(self, offer: Offer) -> None:
        window, element = self._window, offer.element
        reason = not_writable(window.desk) or offer.hindrance
        if reason:
            window.desk.say(reason)
            return
        title = text("Add {kind} {told}", kind=element.kind.label, told=element.title())
        window.editor.perform(title, add(element))
        window.rooms.reveal(element.id)
        window.rooms.area.focus()
        window.desk.say(text("{step} · {keys} takes it back", step=title, keys="Ctrl Z"))


def _elements(window: MainWindow) -> list[Pick]:
    shown = (element for element in window.editor.design if "sheet" not in element.kind.inside)
    return [_element(window, element) for element in shown]


def _element(window: MainWindow, element: Element) -> Pick:
    look = window.look
    told = " · ".join(part for part in (look.said(element.kind.label), element.meta()) if part)
    tags = (f"{key}={value}" for key, value in element.tags.items())
    also = (*sorted(known_as(element)), *blocks_of(element), *tags)
    return Pick(element.id, look.said(element.title()), element.kind.symbol, told, also)


def _commands(window: MainWindow) -> list[Pick]:
    return [_command(window, command) for command in commands()]


def _command(window: MainWindow, command: Command) -> Pick:
    reason = command.hindrance(window.desk)
    meta = window.look.said(reason) if reason else command.shortcut.replace("+", " ")
    titles = tuple(command.title.said(language) for language in LANGUAGES)
    title = window.look.said(text("Insert {kind}", kind=command.title) if command.symbol else command.title)
    return Pick(COMMAND + command.id, title, command.symbol or "ui-goto", meta, titles)
