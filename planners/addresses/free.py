"""What is free: the largest aligned blocks, their sum, and the next one of a size."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from typing import NamedTuple

from planners.addresses.blocks import Block
from planners.addresses.ranges import free_pieces, merged


def free_blocks(pools: Iterable[Block], taken: Iterable[Block]) -> list[Block]:
    """The largest aligned blocks of the pools that nothing takes, lowest first.

    `taken` may overlap and may reach outside the pools. Neighbouring pools are not joined.
    """
    ranges = merged([(base, base + (1 << bits)) for base, bits, _ in taken])
    return [
        Block(base, bits, pool.width)
        for pool in sorted(set(pools))
        for base, bits in free_pieces(pool[:2], _near(ranges, pool))
    ]


def _near(ranges: list[tuple[int, int]], pool: Block) -> list[tuple[int, int]]:
    """The sorted ranges that reach into the pool."""
    first = bisect_right(ranges, pool.base, key=lambda range: range[1])
    return ranges[first : bisect_left(ranges, pool.end, key=lambda range: range[0])]


class FreeSpace(NamedTuple):
    """The free blocks of some pools, summed up."""

    addresses: int
    largest: Block | None
    blocks: tuple[Block, ...]

    def next_of(self, length: int) -> Block | None:
        """The next free block of a prefix length: from the smallest that has one, the lowest on ties."""
        fitting = [block for block in self.blocks if block.length <= length]
        if not fitting:
            return None
        best = min(fitting, key=lambda block: (block.bits, block.base))
        return Block(best.base, best.width - length, best.width)


def free_space(pools: Iterable[Block], taken: Iterable[Block]) -> FreeSpace:
    """The free space of the pools, summed up; the largest block is the lowest of its size."""
    blocks = tuple(free_blocks(pools, taken))
    largest = min(blocks, key=lambda block: (-block.bits, block.base), default=None)
    return FreeSpace(sum(block.size for block in blocks), largest, blocks)
