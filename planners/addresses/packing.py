"""Places for what floats: best fit, in decreasing size.

The smallest free block that is large enough is taken, the lowest on ties. This
keeps the fewest fragments, and in decreasing size it never misses a plan.
Equal requests are handed out as runs: one `range`, not one step a request.
"""

from collections.abc import Iterable, Mapping

from planners.addresses.ranges import Piece, pieces


def pack_empty(base: int, wanted: Mapping[int, list[str]], bases: dict[str, int]) -> None:
    """Fill an empty block that is known to be large enough, from its start."""
    for bits in sorted(wanted, reverse=True):
        ids = wanted[bits]
        if len(ids) == 1:
            bases[ids[0]] = base
            base += 1 << bits
        else:
            ids.sort()
            end = base + (len(ids) << bits)
            bases.update(zip(ids, range(base, end, 1 << bits), strict=True))
            base = end


def pack(free: Iterable[Piece], wanted: Mapping[int, list[str]], bases: dict[str, int]) -> None:
    """Fill free blocks that meet the level condition."""
    shelves: dict[int, list[int]] = {}
    for base, bits in sorted(free, reverse=True):
        shelves.setdefault(bits, []).append(base)
    for bits in sorted(wanted, reverse=True):
        ids = wanted[bits]
        ids.sort()
        placed = 0
        while placed < len(ids):
            run = _run(shelves, bits, len(ids) - placed)
            bases.update(zip(ids[placed : placed + len(run)], run, strict=True))
            placed += len(run)


def _run(shelves: dict[int, list[int]], bits: int, count: int) -> range:
    """The places of up to `count` equal requests in the smallest free block that is large enough."""
    size = min(level for level, shelf in shelves.items() if level >= bits and shelf)
    start = shelves[size].pop()
    end = min(start + (1 << size), start + (count << bits))
    # Every shelf between the two sizes is empty, so the rest of the block fills them in order.
    for base, rest in reversed(list(pieces(end, start + (1 << size)))):
        shelves.setdefault(rest, []).append(base)
    return range(start, end, 1 << bits)
