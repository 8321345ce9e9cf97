"""Which blocks share addresses, found in one pass over all of them."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Iterator
from typing import Generic, NamedTuple, TypeVar

from workbench.addresses import Span

T_ = TypeVar("T_")


class _Open(NamedTuple, Generic[T_]):
    """A block around those that follow, with the nearest one around it whose side is another."""

    block: Span
    owner: T_
    side: Hashable
    other: _Open[T_] | None
    depth: int


def overlaps(
    blocks: Iterable[tuple[Span, T_]],
    side: Callable[[T_], Hashable],
    allowed: Callable[[T_, T_], bool] | None = None,
) -> Iterator[tuple[T_, T_]]:
    """Pairs (outer, inner) of owners on different sides whose blocks share addresses.

    Every block is named once at most as the inner one, with the nearest block around it, or equal to it, of another side
    with which it is not `allowed` to share addresses: however many overlap, the time grows as it takes to sort them.
    """
    around: list[_Open[T_]] = []
    for block, owner in sorted(blocks, key=_place):
        # Blocks nest or are disjoint, so those still open are all around this one.
        while around and not around[-1].block.holds(block):
            around.pop()
        here = side(owner)
        first = outer = _other(around, len(around) - 1, here)
        while outer and allowed and allowed(outer.owner, owner):
            outer = _other(around, outer.depth - 1, here)
        if outer:
            yield outer.owner, owner
        around.append(_Open(block, owner, here, first, len(around)))


def _other(around: list[_Open[T_]], depth: int, side: Hashable) -> _Open[T_] | None:
    """The nearest of the open blocks from a depth outwards that is on another side."""
    top = around[depth] if depth >= 0 else None
    return top.other if top and top.side == side else top


def _place(entry: tuple[Span, object]) -> tuple[int, int, int]:
    block = entry[0]
    return block.width, block.first, -block.last
