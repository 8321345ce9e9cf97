"""How a block stands where it is: what it collides with, how large it has to be, and what the planner would give now."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, NamedTuple

from planners.addresses import Block, FreeSpace, hosts_to_length
from planners.addresses.demand import with_growth
from workbench.model.design import Design
from workbench.model.element import Element, ElementId
from workbench.model.elements.address_request import AddressRequest
from workbench.model.elements.vpc import Vpc
from workbench.model.elements.vswitch import VSwitch
from workbench.planning.drawn import block_or_none
from workbench.planning.figures import kept_in_vswitch, number
from workbench.planning.plan_table.held import block_at
from workbench.planning.plan_table.room import IPV4, IPV6, Room, Rooms, Taken


class Need(NamedTuple):
    """What a request asks for: addresses (0 where it names a size), and the prefix length."""

    addresses: int
    length: int


@dataclass(frozen=True, slots=True)
class Standing:
    """A block in the room it would have without itself."""

    block: Block
    room: Room
    clashes: tuple[Taken, ...]
    wanted: Block | None
    """What the planner would give for this size now."""
    free: FreeSpace
    """What is free where it lies, the block itself counted as free."""
    need: Need | None
    growth_bits: int
    """How often it is to double in place."""
    pinned: bool

    @property
    def is_outside(self) -> bool:
        """Whether it lies in no block it may lie in."""
        return not self.room.holds(self.block)

    @property
    def is_wrong(self) -> bool:
        """Whether it cannot stay as it is."""
        return self.is_outside or bool(self.clashes)

    @property
    def growth(self) -> tuple[Block, ...]:
        """The blocks that have to stay free for it to double, nearest first."""
        steps = range(self.growth_bits)
        return tuple(_sibling(self.block.enclosing(step)) for step in steps if step < self.block.length)

    @property
    def piece(self) -> Block | None:
        """The free block it is taken from."""
        return next((one for one in self.free.blocks if one.holds(self.block)), None)

    def fragments(self, block: Block) -> int:
        """How many free blocks are left where a block of the free space is taken."""
        piece = next(one for one in self.free.blocks if one.holds(block))
        return len(self.free.blocks) - 1 + piece.bits - block.bits


def standing(design: Design, element: Element, part: int, rooms: Rooms | None = None) -> Standing | None:
    """How one block of an element stands; None where nothing is written that is a block."""
    block = block_or_none(block_at(element, part))
    if block is None:
        return None
    rooms = rooms or Rooms(design)
    room, request = rooms.of(element, part), rooms.request_of(element) if part == 0 else None
    need = needed(design, element, request, block.width)
    growth = growth_of(request)
    wanted = room.next_of(block.length, growth, block.width) or room.next_of(block.length, 0, block.width)
    pinned = bool(request and block_or_none(request.pin) == block)
    return Standing(block, room, room.clashes(block), wanted, room.free_around(block), need, growth, pinned)


def needed(
    design: Design, element: Element, request: AddressRequest | None, width: int = IPV4
) -> Need | None:
    """What a request needs, with the sizes that the platform takes; None where it asks for nothing."""
    if request is None:
        return None
    if request.prefix_length:
        return Need(0, request.prefix_length) if 0 < request.prefix_length <= width else None
    if request.hosts is None or request.hosts < 0:
        return None
    addresses = with_growth(request.hosts, request.growth_percent) + kept(design, width)
    length = hosts_to_length(request.hosts, request.growth_percent, kept(design, width), width)
    subject = design.get(request.subject) or element
    longest = limits(design, subject)[1]
    return Need(addresses, min(length, longest) if longest else length)


def growth_of(request: AddressRequest | None) -> int:
    """How often a block is to double; a file may hold any number, of which no more count than an address has bits."""
    return min(max(request.growth_bits, 0), IPV6) if request else 0


def limits(design: Design, element: Element) -> tuple[int, int]:
    """The shortest and the longest prefix that the platform takes for an element; 0 where it says nothing."""
    names = LIMITS.get(type(element))
    return (number(design, names[0], IPV4), number(design, names[1], IPV4)) if names else (0, 0)


def kept(design: Design, width: int) -> int:
    """The addresses that the platform keeps in every vSwitch."""
    return kept_in_vswitch(design) if width == IPV4 else 0


LIMITS: Final[dict[type[Element], tuple[str, str]]] = {
    VSwitch: ("vswitch.mask_min", "vswitch.mask_max"),
    Vpc: ("vpc.cidr.mask_min_api", "vpc.cidr.mask_max"),
}


def ids_of(clashes: tuple[Taken, ...]) -> tuple[ElementId, ...]:
    """Who holds what a block collides with."""
    return tuple(dict.fromkeys(id for _, id in clashes))


def _sibling(block: Block) -> Block:
    return Block(block.base ^ block.size, block.bits, block.width)
