"""Frame: the part of a space that is looked at, as rows of one prefix length below each other.

Every row is a straight line of addresses, so equal lengths are equal sizes and a block is always one rectangle: a part of
a row, or some whole rows.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Final, NamedTuple

from planners.addresses import Block

DOUBLINGS: Final = 4
"""A frame has sixteen rows, where there are as many addresses."""


class Place(NamedTuple):
    """Where a block stands: its first row and the one behind its last, and its ends as shares of the width."""

    top: int
    bottom: int
    left: float
    right: float


@dataclass(frozen=True, slots=True)
class Frame:
    """Rows from a first address on, in a space."""

    space: Block
    first: int
    row_bits: int
    rows: int

    @property
    def end(self) -> int:
        """The first address behind the last row."""
        return self.first + (self.rows << self.row_bits)

    @property
    def row_length(self) -> int:
        """The prefix length of a row."""
        return self.space.width - self.row_bits

    @property
    def block(self) -> Block:
        """The smallest block around everything in the frame."""
        bits = ((self.first ^ (self.end - 1)) | ((1 << self.row_bits) - 1)).bit_length()
        return Block(self.first >> bits << bits, bits, self.space.width)

    @property
    def is_whole(self) -> bool:
        """Whether it shows all of its space."""
        return (self.first, self.end) == (self.space.base, self.space.end)

    def row(self, at: int) -> Block:
        """The block of a row."""
        return Block(self.first + (at << self.row_bits), self.row_bits, self.space.width)

    def place(self, block: Block) -> Place | None:
        """Where a block stands, cut to the frame; None where it is not in it."""
        first, end = max(block.base, self.first), min(block.end, self.end)
        if first >= end:
            return None
        top = (first - self.first) >> self.row_bits
        if block.bits >= self.row_bits:
            return Place(top, (end - self.first) >> self.row_bits, 0.0, 1.0)
        within = first - self.first - (top << self.row_bits)
        size = 1 << self.row_bits
        return Place(top, top + 1, within / size, (within + end - first) / size)

    def address(self, row: int, share: float) -> int:
        """The address at a share of the width of a row."""
        size = 1 << self.row_bits
        within = min(max(int(share * size), 0), size - 1)
        return self.first + (min(max(row, 0), self.rows - 1) << self.row_bits) + within

    def moved(self, rows: int) -> Frame:
        """The frame further down by some rows, as far as the space goes."""
        first = self.first + (rows << self.row_bits) if rows >= 0 else self.first - (-rows << self.row_bits)
        last = self.space.end - (self.rows << self.row_bits)
        return replace(self, first=min(max(first, self.space.base), last))

    def outwards(self, steps: int = DOUBLINGS) -> Frame:
        """The frame of a block larger by some doublings around this one, at most the whole space."""
        bits = min(self.block.bits + steps, self.space.bits)
        return frame_of(self.space, Block(self.first >> bits << bits, bits, self.space.width))

    def inwards(self, address: int, steps: int = 2) -> Frame:
        """The frame of a block smaller by some doublings around an address."""
        bits = max(self.block.bits - steps, 0)
        return frame_of(self.space, Block(address >> bits << bits, bits, self.space.width))


def frame_of(space: Block, block: Block) -> Frame:
    """The frame that shows a block of a space and nothing else."""
    row_bits = max(block.bits - DOUBLINGS, 0)
    return Frame(space, block.base, row_bits, 1 << (block.bits - row_bits))
