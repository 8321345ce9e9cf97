"""Ranges `[start, end)` of integers: merging, gaps, and the aligned blocks that fill them.

The core of the planner speaks of a piece `(base, bits)`: a block without its family.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence

Piece = tuple[int, int]
Span = tuple[int, int]


def pieces(start: int, end: int) -> list[Piece]:
    """The largest aligned blocks that fill the range exactly, lowest first."""
    found: list[Piece] = []
    # Growing as far as the alignment of the start allows, then shrinking by what is left.
    while start and (size := start & -start) <= end - start:
        found.append((start, size.bit_length() - 1))
        start += size
    while start < end:
        bits = (end - start).bit_length() - 1
        found.append((start, bits))
        start += 1 << bits
    return found


def span(piece: Piece) -> Span:
    """The range a block covers."""
    return piece[0], piece[0] + (1 << piece[1])


def merged(ranges: Iterable[Span]) -> list[Span]:
    """The ranges joined where they touch, lowest first."""
    found: list[Span] = []
    for low, high in sorted(ranges):
        if found and low <= found[-1][1]:
            if high > found[-1][1]:
                found[-1] = (found[-1][0], high)
        else:
            found.append((low, high))
    return found


def gaps(start: int, end: int, taken: Iterable[Span]) -> Iterator[Span]:
    """What the taken ranges (sorted) leave of `[start, end)`."""
    for low, high in taken:
        if low > start:
            yield start, min(low, end)
        start = max(start, high)
        if start >= end:
            return
    if start < end:
        yield start, end


def free_pieces(piece: Piece, taken: Iterable[Span]) -> list[Piece]:
    """The largest aligned blocks of one block that the taken ranges (sorted) leave, lowest first."""
    found: list[Piece] = []
    for low, high in gaps(*span(piece), taken):
        found += pieces(low, high)
    return found


class Reserved:
    """Ranges nothing may touch, asked by place."""

    def __init__(self, blocks: Iterable[Piece]) -> None:
        self._spans = merged(map(span, blocks))
        self._starts = [low for low, _ in self._spans]
        self._ends = [high for _, high in self._spans]

    def inside(self, piece: Piece) -> Sequence[Span]:
        """The reserved ranges that share an address with the block."""
        if not self._spans:
            return ()
        base, bits = piece
        return self._spans[bisect_right(self._ends, base) : bisect_left(self._starts, base + (1 << bits))]
