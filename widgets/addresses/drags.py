"""What is moved while a button is held, or step by step with the keys: each movement gives a proposal."""

from __future__ import annotations

from typing import Final, Literal

from planners.addresses import Block
from workbench.edits.addressing import Ground, Places, Proposal, place, split
from workbench.planning.address_map import Claim

SNAP: Final = 0.75
"""How far a free place may be from the pointer to be taken, in sizes of the block."""
Side = Literal["first", "last"]
"""The border of a block at its first address, or behind its last."""


class BlockDrag:
    """A block on its way: it snaps to the aligned place under the pointer, or to a free one beside it."""

    def __init__(self, ground: Ground, claim: Claim, space: Block, grabbed: int) -> None:
        self._ground, self.claim, self._space = ground, claim, space
        self._places, self._offset = Places(ground, claim, space), grabbed - claim.block.base

    def at(self, address: int, splits: bool = False) -> Proposal:
        """What would come of letting go at an address."""
        block, base = self.claim.block, address - self._offset
        rounded = (base + block.size // 2) >> block.bits << block.bits
        last = self._space.end - block.size
        under = Block(min(max(rounded, self._space.base), last), block.bits, block.width)
        proposal, near = place(self._ground, self.claim, under), self._places.nearest(base)
        if proposal.refused and near and near != block and abs(near.base - base) < SNAP * block.size:
            beside = place(self._ground, self.claim, near)
            return proposal if beside.refused else beside
        return proposal


class BorderDrag:
    """A border on its way: the other one stays, and the size is the aligned one nearest to the pointer."""

    def __init__(self, ground: Ground, claim: Claim, side: Side, space: Block) -> None:
        self._ground, self.claim, self._side, self._space = ground, claim, side, space

    def at(self, address: int, splits: bool = False) -> Proposal:
        """What would come of letting go at an address; with `splits` what is cut off stays a block."""
        to = min(self._sizes(), key=lambda one: (abs(self._border(one) - address), one.bits))
        if splits and self._side == "last" and to.bits < self.claim.block.bits:
            return split(self._ground, self.claim, to)
        return place(self._ground, self.claim, to)

    def _border(self, block: Block) -> int:
        return block.end if self._side == "last" else block.base

    def _sizes(self) -> list[Block]:
        """The aligned blocks that share the border which stays."""
        block, fixed = (
            self.claim.block,
            self.claim.block.base if self._side == "last" else self.claim.block.end,
        )
        return [
            Block(fixed if self._side == "last" else fixed - (1 << bits), bits, block.width)
            for bits in range(self._space.bits + 1)
            if not fixed & ((1 << bits) - 1) and (self._side == "last" or fixed >= 1 << bits)
        ]


class KeyMove:
    """A block on its way by arrow keys, from one free place to the next."""

    def __init__(self, ground: Ground, claim: Claim, space: Block) -> None:
        self._ground, self.claim = ground, claim
        self._places, self.to = Places(ground, claim, space), claim.block

    @property
    def proposal(self) -> Proposal:
        """What would come of Enter."""
        return place(self._ground, self.claim, self.to)

    def step(self, by: int) -> Proposal:
        """On by some places, as far as there are any."""
        self.to = self._places.step(self.to, by) or self.to
        return self.proposal

    def row(self, by: int, row: Block) -> Proposal:
        """To the place nearest to the row above or below."""
        wanted = self.to.base + by * max(row.size, self.to.size)
        found = self._places.nearest(wanted)
        on = found and (found.base - self.to.base) * by > 0
        self.to = found if found and on else self.to
        return self.proposal
