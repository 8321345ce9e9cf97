"""Which blocks share addresses, found in one pass over all of them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import TypeVar

from workbench.addresses import Span

T_ = TypeVar("T_")


def overlaps(
    blocks: Iterable[tuple[Span, T_]], apart: Callable[[T_, T_], bool] = lambda a, b: a is not b
) -> Iterator[tuple[T_, T_]]:
    """Pairs (outer, inner) of owners whose blocks share addresses.

    Every block is named once, with the nearest block around it, or equal to it, whose owner is `apart` from its own:
    as many pairs as blocks at most, however many overlap.
    """
    around: list[tuple[Span, T_]] = []
    for block, owner in sorted(blocks, key=_place):
        # Blocks nest or are disjoint, so those still open are all around this one.
        while around and not around[-1][0].holds(block):
            around.pop()
        outer = next((other for _, other in reversed(around) if apart(other, owner)), None)
        if outer is not None:
            yield outer, owner
        around.append((block, owner))


def _place(entry: tuple[Span, object]) -> tuple[int, int, int]:
    block = entry[0]
    return block.width, block.first, -block.last
