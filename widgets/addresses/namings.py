"""What is typed over a block: another name for what lies there, or a name and a size for what shall."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from planners.addresses import Block
from widgets.addresses.acts import ActName
from widgets.addresses.naming import name_and_length
from workbench.edits.addressing import Proposal, ask, reserve, usual
from workbench.edits.addressing.proposal import refused
from workbench.edits.fields import renamed, set_fields
from workbench.model.element import ElementId
from workbench.planning.address_map import Claim, Tile
from workbench.texts import Text, text
from workbench.words import Words

if TYPE_CHECKING:
    from widgets.addresses.field import Field

Ended = Callable[[Proposal], Text | None]


def ask_name(field: Field, act: ActName, end: Ended) -> None:
    """Opens the line over what is picked; what is typed becomes a proposal."""
    cell = field.current
    if isinstance(cell, Claim) and act == "ask":
        cell = _free_in(field, cell)
    rect = field.rows.rect(cell.block) if cell else None
    if cell is None or rect is None:
        reason = text("Nothing is free there. Pick free addresses, or move something first.")
        end(refused(reason, reason))
        return
    if isinstance(cell, Claim):
        field.naming.open(
            rect, _name_of(field, cell), text("Name"), lambda typed: _rename(field, cell, typed, end)
        )
        return
    block = cell.block if act == "reserve" else usual(field.acts.ground, cell.block)
    says = text("Name and size, such as {example}", example=f"app /{block.length}")
    field.naming.open(rect, f" /{block.length}", says, lambda typed: _new(field, act, cell, typed, end))
    field.naming.home(False)


def _free_in(field: Field, claim: Claim) -> Tile | None:
    """The free addresses of a VPC that were clicked last, else those where a usual vSwitch fits best."""
    space, touched = field.space, field.hands.touched
    if space is None:
        return None
    if touched is not None and claim.block.base <= touched < claim.block.end:
        tile = space.tile_at(touched)
        if tile.fill == "spare":
            return tile
    free = space.free_in(claim.block, claim.element)
    usual_one = free.next_of(claim.block.width - usual(field.acts.ground, claim.block).bits)
    found = usual_one or free.largest
    return Tile(found, "spare", (claim.element,)) if found else None


def _name_of(field: Field, claim: Claim) -> str:
    return field.acts.editor.design[claim.element].name.said(field.language)


def _rename(field: Field, claim: Claim, typed: str, end: Ended) -> Text | None:
    element = field.acts.editor.design.get(claim.element)
    if element is None or not typed or typed == element.name.said(field.language):
        return None
    name = renamed(element.name, typed, field.language)
    title = text("Rename {name}", name=element.title())
    return end(Proposal(title, set_fields([element.id], name=name)))


def _new(field: Field, act: ActName, cell: Tile, typed: str, end: Ended) -> Text | None:
    """A part of free addresses under a name; as large as was typed, else as was proposed."""
    free = cell.block
    name, length = name_and_length(typed)
    ground = field.acts.ground
    block = free if act == "reserve" else usual(ground, free)
    if length is not None:
        if not free.length <= length <= free.width:
            return text(
                "{block} has no room for a /{length}. Type /{least} or more.",
                block=str(free),
                length=length,
                least=free.length,
            )
        block = Block(free.base, free.width - length, free.width)
    words = renamed(Words(), name.strip(), field.language) if name.strip() else Words()
    made = reserve(ground, block, words) if act == "reserve" else ask(ground, block, words, _vpc_of(cell))
    return end(made)


def _vpc_of(cell: Tile) -> ElementId | None:
    return cell.elements[0] if cell.fill == "spare" else None
