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


def overlaps(blocks: Iterable[tuple[Span, T_]], side: Callable[[T_], Hashable]) -> Iterator[tuple[T_, T_]]:
    """Pairs (outer, inner) of owners on different sides whose blocks share addresses.

    Every block is named once at most as the inner one, with the nearest block around it, or equal to it, of another side:
    however many overlap, the time grows as it takes to sort them.
    """
    around: list[_Open[T_]] = []
    for block, owner in sorted(blocks, key=_place):
        # Blocks nest or are disjoint, so those still open are all around this one.
        while around and not around[-1].block.holds(block):
            around.pop()
        here, top = side(owner), around[-1] if around else None
        outer = top.other if top and top.side == here else top
        if outer:
            yield outer.owner, owner
        around.append(_Open(block, owner, here, outer))


def _place(entry: tuple[Span, object]) -> tuple[int, int, int]:
    block = entry[0]
    return block.width, block.first, -block.last
