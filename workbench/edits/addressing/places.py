"""Places: where a block could go in its size, found once and walked while it is moved."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Container, Iterator

from planners.addresses import Block, free_blocks
from workbench.edits.addressing.ground import Ground, outermost
from workbench.edits.addressing.refusing import POOLED, collide
from workbench.model.element import ElementId
from workbench.planning.address_map.claims import Claim
from workbench.planning.figures import forbidden


class Places:
    """The aligned free places of a claim's size, where it lies now among them."""

    def __init__(self, ground: Ground, claim: Claim, space: Block) -> None:
        self._size, self._width = claim.block.size, claim.block.width
        self._bits = claim.block.bits
        rooms = rooms_for(ground, claim, space)
        going = {claim.element, *(part.element for part in ground.parts_of(claim))}
        taken = [block for room in rooms for block in _taken_in(ground, claim, room, going)]
        kept = () if claim.use == "reserved" else forbidden(ground.design)
        free = free_blocks(rooms, [one for one in (*taken, *kept) if one.width == self._width])
        self._free = [block for block in free if block.bits >= self._bits]
        self._bases = [block.base for block in self._free]

    def __bool__(self) -> bool:
        return bool(self._free)

    def nearest(self, base: int) -> Block | None:
        """The place whose first address is nearest to an address."""
        at = bisect_right(self._bases, base)
        near = [self._in(block, base) for block in self._free[max(at - 1, 0) : at + 1]]
        return min(near, key=lambda one: (abs(one.base - base), one.base), default=None)

    def step(self, at: Block, by: int) -> Block | None:
        """The next place, some places further up or down; None where there is none."""
        base = at.base + by * self._size
        found = bisect_right(self._bases, base) - 1
        if found >= 0 and base + self._size <= self._free[found].end:
            return Block(base, self._bits, self._width)
        found = bisect_left(self._bases, base) if by > 0 else found
        if not 0 <= found < len(self._free):
            return None
        block = self._free[found]
        return Block(block.base if by > 0 else block.end - self._size, self._bits, self._width)

    def _in(self, block: Block, base: int) -> Block:
        """The place in a free block that is nearest to an address."""
        rounded = (base + self._size // 2) >> self._bits << self._bits
        return Block(min(max(rounded, block.base), block.end - self._size), self._bits, self._width)


def _taken_in(ground: Ground, claim: Claim, room: Block, going: Container[ElementId]) -> Iterator[Block]:
    """The blocks that a claim may not lie on, without those that lie in one of them."""
    end = -1
    for other in ground.on(room):
        # In the order of addresses, the larger first: what a network holds need not be asked for itself.
        if other.block.end <= end or other.element in going or not collide(claim, other, ground.meant):
            continue
        if other.use != "room" or not ground.grows_in(other, going):
            end = other.block.end
            yield other.block


def rooms_for(ground: Ground, claim: Claim, space: Block) -> list[Block]:
    """Where a claim may lie: in its VPC, in the pools where it comes from one, else anywhere in its space."""
    if claim.use == "vswitch":
        own = [one.block for one in ground.claims_of(claim.owner) if one.use == "vpc"]
        found = [block for block in own if block.width == claim.block.width]
        return found or [space]
    if claim.use in POOLED and ground.around(claim.block, "pool"):
        pools = [one for one in ground.on(space) if one.use == "pool" and space.holds(one.block)]
        return [one.block for one in outermost(pools)] or [space]
    return [space]
