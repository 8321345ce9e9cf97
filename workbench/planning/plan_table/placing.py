"""Another block for a row: what it takes along, and why it may not be."""

from __future__ import annotations

from planners.addresses import Block
from workbench.model.design import Design
from workbench.model.element import Element
from workbench.model.elements.address_pool import AddressPool
from workbench.model.elements.address_request import AddressRequest
from workbench.model.elements.vpc import Vpc
from workbench.model.elements.vswitch import VSwitch
from workbench.planning.drawn import block_or_none
from workbench.planning.plan_table.held import SITES, block_at, holding
from workbench.planning.plan_table.reading import block_in, size_in
from workbench.planning.plan_table.room import IPV4, Rooms
from workbench.planning.plan_table.seats import Seat
from workbench.planning.plan_table.standing import growth_of, limits, needed
from workbench.planning.plan_table.why import holder, taken_said
from workbench.reading import Refused
from workbench.texts import Text, text


def written_block(design: Design, seat: Seat, typed: str) -> str:
    """The block that a typed text means for a row, which a size alone leaves to be found. Refused says why none."""
    element = design[seat.element]
    if seat.part < 0:
        raise Refused(text("{name} has no block of its own.", name=element.title()))
    if element.state == "deployed" and block_at(element, seat.part):
        raise Refused(
            text("{name} is deployed: its block stays. Set its state back first.", name=element.title())
        )
    length = size_in(typed)
    if length is not None:
        return _found(design, seat, element, length)
    block = block_in(typed, _length(design, seat, element))
    parsed = block_or_none(block)
    if parsed:
        _check_length(design, element, parsed.length, parsed.width)
    return block


def placed(design: Design, seat: Seat, block: str, strict: bool = True) -> Design:
    """The design with a block in a row. vSwitches of a VPC go along with its block, and so does a pin.

    Refused names one that cannot; not strict, such vSwitches stay where they are.
    """
    element = design[seat.element]
    before, after = block_or_none(block_at(element, seat.part)), block_or_none(block)
    made = design.adding(holding(element, seat.part, block))
    request = Rooms(design).request_of(element) if seat.part == 0 else None
    if request and request.pin and block:
        made = made.replacing(request.id, pin=block)
    if isinstance(element, Vpc) and before:
        made = _taken_along(made, element, before, after, strict)
    return made


def fault(design: Design, seat: Seat) -> Text | None:
    """Why the block of a row may not be where it is; a site's may be anywhere, for it is there already."""
    element = design[seat.element]
    block = block_or_none(block_at(element, seat.part))
    if block is None or isinstance(element, SITES):
        return None
    room = Rooms(design).of(element, seat.part)
    clashes, free = room.clashes(block), room.next_of(block.length, 0, block.width)
    if clashes:
        others = taken_said(design, clashes)
        said = text("{block} overlaps {others}.", block=str(block), others=others)
    elif _is_bound(design, element) and room.choices and not room.holds(block):
        said = text("{block} lies outside of {place}.", block=str(block), place=holder(design, room))
    else:
        return None
    if free is None:
        return text("{fault} No /{length} is free there.", fault=said, length=block.length)
    return text("{fault} The next free /{length} is {free}.", fault=said, length=block.length, free=str(free))


def _is_bound(design: Design, element: Element) -> bool:
    """Whether it may lie nowhere else; a VPC outside of every pool is a finding, no fault."""
    return (
        isinstance(element, (VSwitch, AddressPool)) or design.get(element.parent, AddressRequest) is not None
    )


def _found(design: Design, seat: Seat, element: Element, length: int) -> str:
    """The next free block of a size."""
    _check_length(design, element, length, IPV4)
    rooms = Rooms(design)
    request = rooms.request_of(element)
    growth = growth_of(request)
    found = rooms.of(element, seat.part).next_of(length, growth) if length <= IPV4 else None
    if found is None:
        place = holder(design, rooms.of(element, seat.part))
        raise Refused(text("No /{length} is free in {place}.", length=length, place=place))
    return str(found)


def _length(design: Design, seat: Seat, element: Element) -> int | None:
    """The length of an address written without one: that of the block so far, else of what is asked for."""
    block = block_or_none(block_at(element, seat.part))
    need = needed(design, element, Rooms(design).request_of(element))
    return block.length if block else need.length if need else None


def _check_length(design: Design, element: Element, length: int, width: int) -> None:
    shortest, longest = limits(design, element)
    if longest and width == IPV4 and not shortest <= length <= longest:
        raise Refused(
            text(
                "A {kind} takes /{shortest} to /{longest}, not a /{length}.",
                kind=element.kind.label,
                shortest=shortest,
                longest=longest,
                length=length,
            )
        )


def _taken_along(design: Design, vpc: Vpc, before: Block, after: Block | None, strict: bool) -> Design:
    inside = [one for id in design.children(vpc.id) if (one := design.get(id, VSwitch))]
    moving = [(one, block) for one in inside if (block := block_or_none(one.block)) and before.holds(block)]
    if after and all(after.holds(block) for _, block in moving):
        return design
    for vswitch, block in moving:
        there = _shifted(block, before, after) if after else None
        stays = vswitch.state == "deployed"
        if strict and (there is None or stays):
            raise Refused(_stuck(vswitch, block, after, stays))
        if there and not stays:
            design = design.replacing(vswitch.id, block=str(there))
    return design


def _shifted(block: Block, before: Block, after: Block) -> Block | None:
    there = Block(block.base - before.base + after.base, block.bits, block.width)
    return there if after.width == block.width and after.holds(there) else None


def _stuck(vswitch: VSwitch, block: Block, after: Block | None, stays: bool) -> Text:
    name, written = vswitch.title(), str(block)
    if after is None:
        return text("{name} lies in it with {block}. Move or empty that first.", name=name, block=written)
    if stays:
        return text("{name} at {block} is deployed and cannot go along.", name=name, block=written)
    return text(
        "{name} with {block} does not fit into {network}.", name=name, block=written, network=str(after)
    )
