"""Putting something new into the design: one command a kind, made from the kinds themselves."""

from __future__ import annotations

from typing import Final

from workbench.commands.command import Command, registered
from workbench.commands.desk import Desk
from workbench.edits.placing import add
from workbench.model import elements as _elements
from workbench.model.element import KINDS, Element, Kind
from workbench.model.elements.sheet import Sheet
from workbench.model.ids import new_id
from workbench.texts import Text, text

assert _elements  # importing the package registers the kinds

SUBMENUS: Final[dict[str, Text]] = {
    "account": text("Accounts", key="menu.insert.account"),
    "network": text("Network", key="menu.insert.network"),
    "security": text("Security", key="menu.insert.security"),
    "finance": text("Finance", key="menu.insert.finance"),
    "compliance": text("Compliance", key="menu.insert.compliance"),
    "resource": text("Resources", key="menu.insert.resource"),
}
"""The parts of the Insert menu, by the design domain of the kinds in them."""
QUIET: Final = ("placement", "opaque", "sheet")
"""Kinds nobody inserts by hand: sheets have their tabs, placements follow from moving."""

OWN: Final = ("picture",)
"""Kinds whose command asks for something first and stands in a file of its own."""


def insertable() -> tuple[Kind, ...]:
    """The kinds a user puts into a design, those drawn most often first."""
    kinds = (kind for tag, kind in KINDS.items() if tag not in QUIET)
    return tuple(sorted(kinds, key=lambda kind: (not kind.palette, kind.palette, kind.label.source)))


def insert(desk: Desk, kind: Kind) -> None:
    """Takes the tool that draws a kind where the sheet shows it; else puts one into the design and selects it."""
    sheet = desk.editor.design.get(desk.sheet, Sheet)
    if sheet and sheet.shows in kind.stands:
        desk.draw(kind)
        desk.say(text("{kind}: click or drag on the sheet", kind=kind.label))
        return
    element = new_element(desk, kind)
    desk.editor.perform(text("Add {kind}", kind=kind.label), add(element))
    desk.editor.select([element.id])
    desk.say(text("Added {kind} · {keys} takes it back", kind=kind.label, keys="Ctrl Z"))


def new_element(desk: Desk, kind: Kind) -> Element:
    """A new element of a kind, below the nearest selected element that may hold it."""
    design = desk.editor.design
    for id in desk.editor.selection:
        for holder in (design[id], *design.above(id)):
            if holder.kind.tag in kind.inside:
                return kind.type(id=new_id(kind.tag), parent=holder.id)
    return kind.type(id=new_id(kind.tag))


def not_writable(desk: Desk) -> Text | None:
    """Why nothing can be put into the design."""
    return desk.editor.read_only


def _commands() -> None:
    for place, kind in enumerate(kind for kind in insertable() if kind.tag not in OWN):
        order = tuple(SUBMENUS).index(kind.design_domain)
        registered(
            Command(
                f"insert.{kind.tag}",
                kind.label,
                "insert",
                100 * (order + 1) + place,
                lambda desk, kind=kind: insert(desk, kind),  # type: ignore[misc]
                symbol=kind.symbol,
                hindrance=not_writable,
            )
        )


_commands()
