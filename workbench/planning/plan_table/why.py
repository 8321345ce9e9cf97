"""Why a block lies where it does, in words that follow from the free space as it would be without it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from planners.addresses import Block
from workbench.model.design import Design
from workbench.model.element import Element, ElementId
from workbench.model.elements.address_pool import AddressPool
from workbench.model.elements.reserved_range import ReservedRange
from workbench.model.elements.transit_router import TransitRouter
from workbench.planning.address_map.said import reason_of, shortened
from workbench.planning.plan_table.held import SITES, block_at
from workbench.planning.plan_table.room import Room, Rooms, Taken
from workbench.planning.plan_table.standing import Standing, ids_of, standing
from workbench.texts import Language, Sayable, Text, text
from workbench.words import Words


class Why(NamedTuple):
    """Clauses in the order they count, and whether the block cannot stay as it is."""

    clauses: tuple[Text, ...]
    is_wrong: bool = False

    def said(self, language: Language) -> str:
        """The clauses as one line."""
        return ("；" if language == "zh" else "; ").join(clause.said(language) for clause in self.clauses)


def why(design: Design, element: Element, part: int, rooms: Rooms | None = None) -> Why:
    """Why a block of an element is this one; of an element without a block, what it waits for."""
    rooms = rooms or Rooms(design)
    written = block_at(element, part)
    found = standing(design, element, part, rooms)
    if found is None:
        return (
            Why((text("{written} is no block", written=written[:60]),), True)
            if written
            else _open(element, rooms)
        )
    if isinstance(element, (*SITES, ReservedRange)):
        return _given(design, element, found, rooms)
    if found.is_wrong:
        return Why((_wrong(design, found),), True)
    if isinstance(element, AddressPool):
        return Why(tuple(_of_pool(rooms, found.block)))
    if isinstance(element, TransitRouter):
        return Why((text("addresses of the transit router itself"),))
    size, too_small = _size(found)
    meant = tuple(_meant(design, element, found, rooms))
    place = () if meant and not found.pinned else _place(design, found)
    return Why((*size, *meant, *place, *_stays(element, found), *_growth(design, found)), too_small)


def named(design: Design, ids: tuple[ElementId, ...]) -> list[Sayable]:
    """The names of elements; what the platform keeps is its own."""
    return [_name(design, id) for id in ids]


def _name(design: Design, id: ElementId) -> Sayable:
    element = design.get(id)
    return element.title() if element else text("a range of the platform") if not id else Words(en=id)


def holder(design: Design, room: Room) -> Sayable:
    """What a room is called: its VPC or its pools."""
    return (
        text("{names}", key="plan.names", names=named(design, room.names))
        if room.names
        else text("the private ranges", key="plan.private")
    )


def taken_said(design: Design, clashes: tuple[Taken, ...]) -> Text:
    """Whom a block overlaps, with their blocks."""
    said = [
        text("{name} {block}", key="plan.at", name=_name(design, id), block=str(block))
        for block, id in clashes[:3]
    ]
    return text("{names}", key="plan.names", names=said)


def _open(element: Element, rooms: Rooms) -> Why:
    request = rooms.request_of(element)
    if request is None:
        return (
            Why((text("has no block yet", key="plan.none"),)) if not isinstance(element, SITES) else Why(())
        )
    if request.pin:
        return Why((text("waits for its block, pinned to {block} by hand", block=request.pin),))
    return Why((text("waits for its block: Plan addresses gives it one"),))


def _meant(design: Design, element: Element, found: Standing, rooms: Rooms) -> Iterator[Text]:
    """Which networks share its addresses on purpose, and why."""
    shared = found.room.shared(found.block)
    naming = dict.fromkeys(id for _, other in shared for id in rooms.meant.naming(element.id, other))
    if shared:
        yield text(
            "shares addresses with {names} on purpose: {reasons}",
            names=shortened([_name(design, id) for id in ids_of(shared)]),
            reasons=[reason_of(design, id) for id in naming],
        )


def _given(design: Design, element: Element, found: Standing, rooms: Rooms) -> Why:
    """Sites and reserved ranges are as they are; what they collide with is told."""
    about = tuple(one for one in found.clashes if one[1] and _collides(design, element, one[1]))
    if about:
        return Why((text("overlaps {others}", key="plan.overlaps", others=taken_said(design, about)),), True)
    if isinstance(element, ReservedRange):
        note = element.note
        return Why((text("kept free: {reason}", reason=note) if note else text("kept free by hand"),))
    meant = tuple(_meant(design, element, found, rooms))
    return Why(meant or (text("in use there: nothing of the design may touch it"),))


def _collides(design: Design, element: Element, other: ElementId) -> bool:
    """A range may be kept free around a site, which often is why it is kept, and around another kept range."""
    mild = (*SITES, ReservedRange) if isinstance(element, ReservedRange) else (ReservedRange,)
    return not isinstance(design.get(other), mild)


def _wrong(design: Design, found: Standing) -> Text:
    place, fault = holder(design, found.room), taken_said(design, found.clashes)
    if found.is_outside:
        if found.wanted:
            return text("outside of {place}: move to {block} cures it", place=place, block=str(found.wanted))
        return text("outside of {place}, where no /{length} is free", place=place, length=found.block.length)
    if found.wanted:
        return text("overlaps {others}: move to {block} cures it", others=fault, block=str(found.wanted))
    return text(
        "overlaps {others}; no /{length} is free in {place}",
        others=fault,
        length=found.block.length,
        place=place,
    )


def _of_pool(rooms: Rooms, block: Block) -> Iterator[Text]:
    free = rooms.free_in_pool(block)
    yield text(
        "{used} of {all} addresses are handed out or kept", used=block.size - free.addresses, all=block.size
    )
    if free.largest:
        yield text("largest free block {block}", block=str(free.largest))


def _size(found: Standing) -> tuple[tuple[Text, ...], bool]:
    need, own = found.need, found.block.length
    if need is None:
        return (), False
    if not need.addresses:
        if need.length == own:
            return (text("a /{length} is asked for", length=own),), False
        return (
            text("a /{length} is asked for, this is a /{own}", length=need.length, own=own),
        ), need.length < own
    addresses, length = need
    if length == own:
        return (text("{need} addresses need a /{length}", need=addresses, length=length),), False
    if length > own:
        return (text("{need} addresses need only a /{length}", need=addresses, length=length),), False
    return (
        text("{need} addresses need a /{length}: this is too small", need=addresses, length=length),
    ), True


def _place(design: Design, found: Standing) -> Iterator[Text]:
    block, wanted = found.block, found.wanted
    if found.pinned:
        yield text("pinned by hand", key="plan.pinned")
    elif wanted == block:
        yield from _as_planned(design, found)
    elif wanted is not None:
        yield _otherwise(found, wanted)


def _as_planned(design: Design, found: Standing) -> Iterator[Text]:
    """It is what the planner gives: the smallest free block that is big enough, the lowest of equals."""
    piece, around = found.piece, found.block.bits + found.growth_bits
    assert piece
    fitting = [one for one in found.free.blocks if one.bits >= around]
    equals = sum(one.bits == piece.bits for one in fitting)
    is_first = piece == min(fitting, default=piece)
    if is_first:
        place = holder(design, found.room)
        yield text("first free /{length} of {place}", length=found.block.length, place=place)
    if len(fitting) > equals:
        yield text("smallest free block that is big enough")
    if equals > 1 and not is_first:
        yield text("lowest address of {count} equally small", count=equals)


def _otherwise(found: Standing, wanted: Block) -> Text:
    """What the planner would give instead, and what would be better there."""
    told = str(wanted)
    steps = found.growth_bits
    if steps and _in_the_way(found) and not _in_the_way_of(found, wanted, steps):
        return text("the planner would now give {block}, where it could double", block=told)
    if found.piece and any(one.holds(wanted) for one in found.free.blocks):
        here, there = found.fragments(found.block), found.fragments(wanted)
        if there < here:
            return text(
                "the planner would now give {block}, which leaves {there} free blocks in place of {here}",
                there=there,
                here=here,
                block=told,
            )
    if wanted.base < found.block.base:
        return text("the planner would now give {block}, at a lower address", block=told)
    return text("the planner would now give {block}", block=told)


def _stays(element: Element, found: Standing) -> Iterator[Text]:
    if element.state == "deployed":
        yield text("deployed, so it does not move")


def _growth(design: Design, found: Standing) -> Iterator[Text]:
    rooms = found.growth
    if not rooms:
        return
    blocking = _in_the_way(found)
    names = [_name(design, id) for id in ids_of(blocking)]
    if blocking:
        yield text("cannot double: {names} in the way", names=names)
    elif not all(found.room.holds(one) for one in rooms):
        yield text("cannot double: {place} ends there", place=holder(design, found.room))
    else:
        blocks = [str(one) for one in rooms]
        if len(blocks) == 1:
            yield text("free next to it: {block}, so that it can double", block=blocks[0])
        else:
            yield text(
                "free next to it: {blocks}, so that it can double {count} times",
                blocks=blocks,
                count=len(blocks),
            )


def _in_the_way(found: Standing) -> tuple[Taken, ...]:
    return tuple(one for room in found.growth for one in found.room.clashes(room))


def _in_the_way_of(found: Standing, block: Block, steps: int) -> bool:
    around = block.enclosing(min(steps, block.length))
    return bool(found.room.clashes(around)) or not found.room.holds(around)
