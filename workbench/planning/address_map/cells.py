"""Cells: a space in 256 equal parts, each by what matters most in it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from planners.addresses import Block
from workbench.planning.address_map.tiles import Fill

if TYPE_CHECKING:
    from workbench.planning.address_map.map import Space

ACROSS: Final = 16
ABOVE_ALL: Final[tuple[Fill, ...]] = ("overlap", "declared", "used", "spare", "planned")
"""What is seen in a cell however small its part is, the first of these before the others."""


def cells(space: Space) -> list[Fill]:
    """What each cell of a space is shown as, lowest first; as many as it has addresses where these are fewer."""
    bits, whole = max(space.block.bits - 8, 0), space.block
    bases = range(whole.base, whole.end, 1 << bits)
    return [_fill(space, Block(base, bits, whole.width)) for base in bases]


def _fill(space: Space, cell: Block) -> Fill:
    shares = space.shares(cell)
    for fill in ABOVE_ALL:
        if shares.get(fill):
            return fill
    return max(shares, key=lambda fill: (shares[fill], fill))
