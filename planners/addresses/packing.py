"""Places for what floats: best fit, or as far apart as can be; always in decreasing size.

Best fit: the smallest free block that is large enough is taken, the lowest on ties. This
keeps the fewest fragments, and in decreasing size it never misses a plan.
Equal requests are handed out as runs: one `range`, not one step a request.

Far apart: the largest free block is taken, and of equal ones that whose bits read
backwards are least. In an empty block this puts number i of equals at the index that
is i read backwards, and no way to place n of them leaves each more room to double.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
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
    shelves: dict[int, list[int]] = defaultdict(list)
    for base, bits in sorted(free, reverse=True):
        shelves[bits].append(base)
    for bits in sorted(wanted, reverse=True):
        ids = wanted[bits]
        ids.sort()
        places = _places(shelves, bits, len(ids))
        bases.update(zip(ids, places, strict=True))


def _places(shelves: dict[int, list[int]], bits: int, count: int) -> list[int]:
    """The places of equal requests: free blocks of just their size, then in the smallest larger ones."""
    places = shelves[bits][: -count - 1 : -1]
    del shelves[bits][len(shelves[bits]) - len(places) :]
    size = bits
    while len(places) < count:
        while not shelves[size]:
            size += 1
        start = shelves[size].pop()
        end = min(start + (1 << size), start + (count - len(places) << bits))
        places += range(start, end, 1 << bits)
    if size > bits:
        _put_back(shelves, end, start + (1 << size))
    return places


def _put_back(shelves: dict[int, list[int]], start: int, end: int) -> None:
    """What a cut leaves of a block; every shelf it goes to is empty, as the smallest block was cut."""
    while start < end:
        size = start & -start
        shelves[size.bit_length() - 1].append(start)
        start += size


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
