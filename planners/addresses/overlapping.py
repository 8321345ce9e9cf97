"""Which blocks overlap: all pairs by one sweep, or one block against thousands.

Two aligned blocks overlap only when one holds the other, so a sweep in address
order needs no more than the stack of blocks that are still open.
"""

from bisect import bisect_left
from collections.abc import Hashable, Iterable, Iterator
from typing import Generic, TypeVar

from planners.addresses.blocks import Block

Owner = TypeVar("Owner", bound=Hashable)
Owned = tuple[Block, Owner]


def overlaps(owned: Iterable[Owned[Owner]]) -> Iterator[tuple[Owned[Owner], Owned[Owner]]]:
    """Every pair of blocks that share an address, the one that holds the other first, in address order.

    Equal blocks come in the order given.
    """
    open_blocks: list[Owned[Owner]] = []
    for block, owner in sorted(owned, key=lambda pair: (pair[0].width, pair[0].base, -pair[0].bits)):
        while open_blocks and not open_blocks[-1][0].holds(block):
            open_blocks.pop()
        for other in open_blocks:
            yield other, (block, owner)
        open_blocks.append((block, owner))


class ClashIndex(Generic[Owner]):
    """Blocks with their owners, asked which of them clash with one block.

    An answer takes one look-up for each size in use, and a slice for what lies inside.
    """

    def __init__(self, owned: Iterable[Owned[Owner]] = ()) -> None:
        self._owners: dict[Block, list[Owner]] = {}
        self._order: list[Block] = []
        self._sizes: dict[tuple[int, int], int] = {}
        for block, owner in owned:
            self._note(block, owner)
        self._order = sorted(self._owners, key=_place)

    def add(self, block: Block, owner: Owner) -> None:
        """Note one more block."""
        if self._note(block, owner):
            self._order.insert(bisect_left(self._order, _place(block), key=_place), block)

    def remove(self, block: Block, owner: Owner) -> None:
        """Forget one block of an owner; raises `ValueError` when it is not there."""
        self._owners.get(block, []).remove(owner)
        if not self._owners[block]:
            del self._owners[block]
            del self._order[bisect_left(self._order, _place(block), key=_place)]
            self._count(block, -1)

    def clashes(self, block: Block) -> list[Owned[Owner]]:
        """Everything that shares an address with the block, enclosing blocks first, in address order."""
        found = [*self._around(block), *self._inside(block)]
        return [(other, owner) for other in found for owner in self._owners[other]]

    def _note(self, block: Block, owner: Owner) -> bool:
        owners = self._owners.setdefault(block, [])
        owners.append(owner)
        if len(owners) == 1:
            self._count(block, 1)
        return len(owners) == 1

    def _count(self, block: Block, more: int) -> None:
        size = (block.width, block.bits)
        self._sizes[size] = self._sizes.get(size, 0) + more
        if not self._sizes[size]:
            del self._sizes[size]

    def _around(self, block: Block) -> Iterator[Block]:
        for width, bits in sorted(self._sizes, reverse=True):
            candidate = Block(block.base >> bits << bits, bits, width)
            if width == block.width and bits > block.bits and candidate in self._owners:
                yield candidate

    def _inside(self, block: Block) -> list[Block]:
        # Blocks that start at the same address come in decreasing size: begin with those no larger.
        start = bisect_left(self._order, _place(block), key=_place)
        end = bisect_left(self._order, (block.width, block.end, -block.width), key=_place)
        return self._order[start:end]


def _place(block: Block) -> tuple[int, int, int]:
    return block.width, block.base, -block.bits
