"""Where a block or an address that something names has gone, once the plan in force has become another one."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Literal, NamedTuple, Protocol

from planners.addresses import Block, exact_cover
from workbench.model.element import ElementId
from workbench.planning.renumbering.slots import InForce, Slot

How = Literal["same", "shifted", "several", "extended", "covers"]
"""How a mention goes on: as it is, moved as a whole, as several blocks, with more beside it, or to be looked at."""


class Image(NamedTuple):
    """What a block has become: the blocks that stand for it now, how, and the slot that made it so ("" for none).

    `whole` is the one block that says it best where there is room for one alone.
    """

    blocks: tuple[Block, ...]
    how: How
    cause: str
    whole: Block


class Imaging(Protocol):
    """Whatever knows what has become of a block."""

    def image(self, block: Block, near: Collection[ElementId] = ()) -> Image:
        """What has become of a block that something near some elements names."""
        ...


@dataclass(frozen=True, slots=True)
class _Gone:
    """A slot with the block it has now."""

    slot: Slot
    new: Block
    is_leaf: bool

    @property
    def moved(self) -> bool:
        return self.new != self.slot.block

    def shifted(self, block: Block) -> Block:
        return Block(block.base + self.new.base - self.slot.block.base, block.bits, block.width)


class Translation:
    """From the blocks of a plan in force to those of another plan; everything named in between goes along."""

    def __init__(self, force: InForce, new: Mapping[str, Block], taken: Collection[Block]) -> None:
        self._taken = tuple(taken)
        self._force = force
        self._at: dict[Block, list[_Gone]] = {}
        for id, slot in force.slots.items():
            gone = _Gone(slot, new.get(id, slot.block), id not in force.containers)
            self._at.setdefault(slot.block, []).append(gone)
        self._sizes = sorted({(block.width, block.bits) for block in self._at})
        every = [one for found in self._at.values() for one in found]
        self._order = sorted(every, key=lambda one: _place(one.slot.block))
        self._places = [_place(one.slot.block) for one in self._order]

    def image(self, block: Block, near: Collection[ElementId] = ()) -> Image:
        """What has become of a block; where several slots hold it, one of an element that stands near counts first."""
        holder = self._holder(block, near)
        inner = self._inside(block)
        if holder and (holder.is_leaf or holder.slot.block == block or not inner):
            how: How = "shifted" if holder.moved else "same"
            whole = holder.shifted(block)
            return Image((whole,), how, holder.slot.id if holder.moved else "", whole)
        moved = [one for one in inner if one.moved]
        if holder and holder.moved:
            return self._out_of(holder, block, inner)
        return self._beside(block, inner, moved) if moved else Image((block,), "same", "", block)

    def _out_of(self, holder: _Gone, block: Block, inner: list[_Gone]) -> Image:
        """A part of a block that moved: as a whole where it was moved as one, else what is inside has become."""
        whole = holder.shifted(block)
        if all(one.new == holder.shifted(one.slot.block) for one in inner):
            return Image((whole,), "shifted", holder.slot.id, whole)
        now = tuple(exact_cover(one.new for one in inner))
        return Image(now, "several", holder.slot.id, whole)

    def _beside(self, block: Block, inner: list[_Gone], moved: list[_Gone]) -> Image:
        """A block around what moved and, mostly, others that did not."""
        cause = moved[0].slot.id
        outside = exact_cover(one.new for one in moved if not block.holds(one.new))
        if not outside:
            how: How = "covers" if self._attracts(block) else "same"
            return Image((block,), how, cause if how == "covers" else "", block)
        if any(one.is_leaf and block.holds(one.new) for one in inner):
            return Image((block, *outside), "extended", cause, block)
        return Image(tuple(outside), "several", cause, outside[0] if len(outside) == 1 else block)

    def _attracts(self, block: Block) -> bool:
        """Whether a block that stays holds addresses that are taken elsewhere; the one for everything always does."""
        return bool(block.length) and any(block.holds(one) for one in self._taken)

    def _holder(self, block: Block, near: Collection[ElementId]) -> _Gone | None:
        """The innermost slot around a block; of clashing ones that of an element that stands near, leaves first."""
        found = [
            one
            for width, bits in self._sizes
            if width == block.width and bits >= block.bits
            for one in self._at.get(Block(block.base >> bits << bits, bits, width), ())
        ]
        return min(found, key=lambda one: self._farness(one, near), default=None)

    def _farness(self, one: _Gone, near: Collection[ElementId]) -> tuple[bool, int, bool, str]:
        owners = {
            one.slot.element,
            *(self._force.slots[id].element for id in self._force.around(one.slot.id)),
        }
        return owners.isdisjoint(near), one.slot.block.bits, not one.is_leaf, one.slot.id

    def _inside(self, block: Block) -> list[_Gone]:
        """The slots strictly inside a block."""
        start = bisect_left(self._places, _place(block))
        end = bisect_left(self._places, (block.width, block.end, -block.width))
        return [one for one in self._order[start:end] if one.slot.block != block]


def _place(block: Block) -> tuple[int, int, int]:
    return block.width, block.base, -block.bits
