"""The plan in force: every block that the design has given out, what it lies in, and what clashes already."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final, NamedTuple

from planners.addresses import Block
from planners.pace import breathe
from workbench.model.design import Design
from workbench.model.element import ElementId, State
from workbench.model.elements.address_request import AddressRequest
from workbench.model.elements.reserved_range import ReservedRange
from workbench.model.elements.vpc import Vpc
from workbench.model.elements.vswitch import VSwitch
from workbench.planning.comparing import held_blocks
from workbench.planning.drawn import block_or_none

Key = tuple[ElementId, str, int]
"""Where a block stands: an element, a field of it, and which of several."""


class Slot(NamedTuple):
    """A block in force; `id` is what the planner calls it, `around` the slot it lies in."""

    id: str
    element: ElementId
    field: str
    place: int
    block: Block
    state: State
    around: str | None
    pinned: bool

    @property
    def key(self) -> Key:
        """Where the block stands in the design."""
        return self.element, self.field, self.place


@dataclass(frozen=True, slots=True)
class InForce:
    """All slots by id, the containers among them, pairs that share addresses though neither lies in the other by right.

    Every slot that clashes is in one of the pairs. Loose are vSwitches outside the blocks of their VPC.
    """

    slots: dict[str, Slot]
    containers: frozenset[str]
    clashes: tuple[tuple[str, str], ...]
    loose: frozenset[str]

    def around(self, id: str) -> list[str]:
        """The slots around one, innermost first."""
        found: list[str] = []
        around = self.slots[id].around
        while around is not None:
            found.append(around)
            around = self.slots[around].around
        return found

    def root(self, id: str) -> str:
        """The outermost slot around a slot, or itself."""
        return (self.around(id) or [id])[-1]


IN_VPC: Final = {"block": "blocks", "ipv6_block": "ipv6_block"}
"""By the field of a vSwitch, the field of its VPC that its block lies in."""


def in_force(design: Design) -> InForce:
    """The plan in force; texts that are no blocks are left out."""
    slots = {slot.id: slot for slot in _nested(design, list(_bare(design)))}
    containers = Counter(slot.around for slot in slots.values() if slot.around is not None)
    loose = frozenset(
        slot.id
        for slot in slots.values()
        if slot.around is None and design.get(slot.element, VSwitch) is not None
    )
    return InForce(slots, frozenset(containers), tuple(_clashes(slots)), loose)


def _bare(design: Design) -> Iterator[Slot]:
    """The slots without what lies around them."""
    pins = _pinned(design)
    for held in held_blocks(design):
        block = held.block
        if block is None:
            continue
        element = design[held.element]
        id = f"{held.element}/{held.field}/{held.place}"
        pinned = held.place == 0 and (held.element, held.field == "ipv6_block") in pins
        yield Slot(id, held.element, held.field, held.place, block, element.state, None, pinned)


def _pinned(design: Design) -> frozenset[tuple[ElementId, bool]]:
    """What the planner must not move: requests with a pin and what they are for, there the IPv6 block or the other."""
    requests = [one for one in design.of_kind(AddressRequest) if one.pin]
    of_networks = ((one.subject, one.is_ipv6()) for one in requests if one.subject)
    return frozenset([*((one.id, False) for one in requests), *of_networks])


def _nested(design: Design, bare: Sequence[Slot]) -> Iterator[Slot]:
    """The slots, each with the innermost one around it: the VPC's block for a vSwitch, a request's for anything else."""
    wishes = [slot for slot in bare if design.get(slot.element, AddressRequest)]
    by_vpc: dict[tuple[ElementId, str], list[Slot]] = {}
    for slot in bare:
        if design.get(slot.element, Vpc):
            by_vpc.setdefault((slot.element, slot.field), []).append(slot)
    for slot in bare:
        breathe()
        vswitch = design.get(slot.element, VSwitch)
        if vswitch:
            around = _innermost(slot, by_vpc.get((vswitch.parent or "", IN_VPC[slot.field]), ()))
        else:
            outer = [wish for wish in wishes if wish.block != slot.block or _is_outer(wish, slot, wishes)]
            around = _innermost(slot, outer)
        yield slot._replace(around=around)
    for kept in design.of_kind(ReservedRange):
        yield from _kept_inside(kept, by_vpc, bare)


def _is_outer(wish: Slot, slot: Slot, wishes: Sequence[Slot]) -> bool:
    """Whether a request with an equal block is the outer one; of two requests the first by id."""
    return slot not in wishes or wish.id < slot.id


def _innermost(slot: Slot, others: Iterable[Slot]) -> str | None:
    around = [other for other in others if other.id != slot.id and other.block.holds(slot.block)]
    return min(around, key=lambda one: (one.block.bits, one.id)).id if around else None


def _kept_inside(
    kept: ReservedRange, by_vpc: dict[tuple[ElementId, str], list[Slot]], bare: Sequence[Slot]
) -> Iterator[Slot]:
    """A range kept free inside a VPC as a slot that no vSwitch may use; it moves with the VPC."""
    block = block_or_none(kept.block)
    if block is None:
        return
    around = next(
        (
            slot
            for found in by_vpc.values()
            for slot in found
            if slot.block.holds(block) and slot.block != block
        ),
        None,
    )
    if around and not any(slot.block.touches(block) for slot in bare if not slot.block.holds(block)):
        yield Slot(f"{kept.id}/block/0", kept.id, "block", 0, block, kept.state, around.id, False)


def _clashes(slots: dict[str, Slot]) -> Iterator[tuple[str, str]]:
    """Every slot that shares addresses with one it does not lie in by right, and the nearest such one; in one sweep."""
    above = {id: _above(slot, slots) for id, slot in slots.items()}
    order = sorted(
        slots.values(),
        key=lambda one: (one.block.width, one.block.base, -one.block.bits, len(above[one.id]), one.id),
    )
    open_slots: list[Slot] = []
    for slot in order:
        while open_slots and not open_slots[-1].block.holds(slot.block):
            open_slots.pop()
        other = next((one for one in reversed(open_slots) if one.id not in above[slot.id]), None)
        if other:
            yield other.id, slot.id
        open_slots.append(slot)


def _above(slot: Slot, slots: dict[str, Slot]) -> frozenset[str]:
    found: set[str] = set()
    while slot.around is not None and slot.around not in found:
        found.add(slot.around)
        slot = slots[slot.around]
    return frozenset(found)
