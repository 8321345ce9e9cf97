"""Places for what floats: best fit, or as far apart as can be; always in decreasing size.

Best fit: the smallest free block that is large enough is taken, the lowest on ties. This
keeps the fewest fragments, and in decreasing size it never misses a plan.
Equal requests are handed out as runs: one `range`, not one step a request.

Far apart: the largest free block is taken, and of equal ones that whose bits read
backwards are least. In an empty block this puts number i of equals at the index that
is i read backwards, and no way to place n of them leaves each more room to double.
"""

from collections.abc import Iterable, Mapping, Sequence
from heapq import heapify, heappop, heappush

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


def _run(shelves: dict[int, list[int]], bits: int, count: int) -> Sequence[int]:
    """The places of up to `count` equal requests: free blocks of just their size, else in the smallest larger one."""
    exact = shelves.get(bits)
    if exact:
        run = exact[: -count - 1 : -1]
        del exact[-len(run) :]
        return run
    size = min(level for level, shelf in shelves.items() if level >= bits and shelf)
    start = shelves[size].pop()
    end = min(start + (1 << size), start + (count << bits))
    # Every shelf between the two sizes is empty, so the rest of the block fills them in order.
    for base, rest in reversed(list(pieces(end, start + (1 << size)))):
        shelves.setdefault(rest, []).append(base)
    return range(start, end, 1 << bits)


def pack_sparse(free: Iterable[Piece], wanted: Mapping[int, list[str]], bases: dict[str, int]) -> None:
    """Fill free blocks that meet the level condition, each item as far from the others as can be."""
    waiting = [_roomiest_first(base, bits) for base, bits in free]
    heapify(waiting)
    for bits in sorted(wanted, reverse=True):
        for id in sorted(wanted[bits]):
            size, _, base = heappop(waiting)
            bases[id] = base
            for rest in pieces(base + (1 << bits), base + (1 << -size)):
                heappush(waiting, _roomiest_first(*rest))


def _roomiest_first(base: int, bits: int) -> tuple[int, int, int]:
    """A free block in the order of taking; its address is read backwards, the lowest bit first."""
    return -bits, int(f"{base:0128b}"[::-1], 2), base
