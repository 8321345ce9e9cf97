"""What is typed into a cell of the plan table, as one edit, or the reason why not."""

from __future__ import annotations

from typing import Any, Final

import msgspec

from workbench.edits import Edit
from workbench.edits.fields import rename
from workbench.model.design import Design
from workbench.model.element import Element
from workbench.model.elements.address_request import AddressRequest
from workbench.model.elements.vpc import Vpc
from workbench.model.elements.vswitch import VSwitch
from workbench.model.ids import new_id
from workbench.planning.drawn import block_or_none
from workbench.planning.plan_table.columns import COLUMNS, STATES, TYPED, Column
from workbench.planning.plan_table.held import SITES, block_at
from workbench.planning.plan_table.placing import fault, placed, written_block
from workbench.planning.plan_table.reading import SHOWN, Demand, demand_in, doublings_in, plainly
from workbench.planning.plan_table.room import Rooms
from workbench.planning.plan_table.seats import Seat
from workbench.planning.plan_table.standing import limits, needed
from workbench.reading import Refused, one_line
from workbench.texts import LANGUAGES, Language, text

ASKING: Final = (Vpc, VSwitch, AddressRequest)
"""Kinds that may ask for addresses."""


def typed_edit(design: Design, seat: Seat, column: Column, typed: str, language: Language) -> Edit:
    """The edit that a text typed into a cell means. Refused says why it means none."""
    element = design.get(seat.element)
    if element is None or column not in TYPED:
        raise Refused(text("{column} follows from the rest and is not typed.", column=COLUMNS[column]))
    if column == "name":
        return _named(element, seat, typed, language)
    if seat.is_shared:
        raise Refused(text("{name} only groups what stands below it.", name=element.title()))
    if column == "block":
        return _block(design, seat, typed)
    if column == "state":
        return _state(element, seat, typed)
    if not isinstance(element, ASKING) or seat.part:
        raise Refused(text("Only VPCs, vSwitches and requests ask for addresses."))
    return _demand(design, element, typed) if column == "demand" else _growth(design, element, typed)


def pin_edit(design: Design, seat: Seat, on: bool) -> Edit:
    """Pins the block of a row, so that the planner never moves it, or lets go of it. Refused says why it cannot be."""
    element = design.get(seat.element)
    if element is None or not isinstance(element, ASKING) or seat.part:
        raise Refused(text("Only VPCs, vSwitches and requests are pinned."))
    block = block_at(element, seat.part)
    request = Rooms(design).request_of(element)
    if on and block_or_none(block) is None:
        raise Refused(text("{name} has no block that could be pinned.", name=element.title()))
    if request is None and not on:
        return lambda design: design
    return _asking(design, element, pin=block if on else "")


def _named(element: Element, seat: Seat, typed: str, language: Language) -> Edit:
    wording = one_line(typed)
    if seat.use != "range":
        return rename(element.id, wording, language)
    if not isinstance(element, SITES):
        raise Refused(text("A further block has no name of its own."))

    def edit(design: Design) -> Design:
        ranges: Any = [*design[element.id].ranges]  # type: ignore[attr-defined]
        ranges[seat.part] = msgspec.structs.replace(ranges[seat.part], use=wording)
        return design.replacing(element.id, ranges=tuple(ranges))

    return edit


def _block(design: Design, seat: Seat, typed: str) -> Edit:
    block = written_block(design, seat, typed)
    made = placed(design, seat, block)
    if wrong := fault(made, seat):
        raise Refused(wrong)
    return lambda design: placed(design, seat, block)


def _state(element: Element, seat: Seat, typed: str) -> Edit:
    wanted = plainly(typed).casefold()
    words = {
        said.casefold(): state
        for state, label in STATES.items()
        for said in (state, *map(label.said, LANGUAGES))
    }
    if seat.part > 0 or wanted not in words:
        states = list(STATES.values())
        raise Refused(text("{typed} is no state. There are {states}.", typed=typed[:SHOWN], states=states))
    return lambda design: design.replacing(element.id, state=words[wanted])


def _demand(design: Design, element: Element, typed: str) -> Edit:
    demand = demand_in(typed)
    request = Rooms(design).request_of(element)
    if demand == Demand():
        return _asking_nothing(design, element, request)
    asking = _asking(design, element, **demand._asdict())
    _check_size(asking(design), element)
    return asking


def _growth(design: Design, element: Element, typed: str) -> Edit:
    bits = doublings_in(typed)
    if bits == 0 and Rooms(design).request_of(element) is None:
        return lambda design: design
    return _asking(design, element, growth_bits=bits)


def _asking(design: Design, element: Element, **fields: Any) -> Edit:
    """Changes the request behind an element, or makes one, as large as its block is."""
    request = Rooms(design).request_of(element)
    if request:
        id = request.id
        return lambda design: design.replacing(id, **fields)
    block = block_or_none(block_at(element, 0))
    asks = any(fields.get(name) is not None for name in ("prefix_length", "hosts"))
    if block and not asks:
        fields["prefix_length"] = block.length
    made = AddressRequest(id=new_id("address-request"), name=element.name, subject=element.id, **fields)
    return lambda design: design.adding(made)


def _asking_nothing(design: Design, element: Element, request: AddressRequest | None) -> Edit:
    if request is None:
        return lambda design: design
    bare = not (request.pin or request.growth_bits or design.children(request.id) or request is element)
    if bare:
        return lambda design: design.removing([request.id])
    return lambda design: design.replacing(request.id, **Demand()._asdict())


def _check_size(design: Design, element: Element) -> None:
    """Refuses what no block of the kind is large enough for."""
    need = needed(design, element, Rooms(design).request_of(element))
    request = Rooms(design).request_of(element)
    subject = design.get(request.subject if request else None) or element
    shortest, longest = limits(design, subject)
    if need and (need.length < max(shortest, 1) or (longest and need.length > longest)):
        raise Refused(
            text(
                "That needs a /{length}; {kind} takes /{shortest} to /{longest}.",
                length=need.length,
                kind=subject.kind.label,
                shortest=shortest or 1,
                longest=longest or 32,
            )
        )
