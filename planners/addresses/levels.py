"""The level condition: whether requests of given sizes fit given free blocks, exactly.

They fit if and only if, for every size level, the requests of that level or
larger ask for no more addresses than the free blocks of that level or larger
have. Placing in decreasing size keeps every large enough free block divisible
by the size at hand, so a place is missing only where the condition fails.
Comparing totals is not enough: two free halves of a /24 that are not
neighbours never take a /24.
"""

from collections.abc import Iterable, Mapping, Sized

from planners.addresses.demand import Lack
from planners.addresses.ranges import Piece


def first_lack(wanted: Mapping[int, Sized], free: Iterable[Piece]) -> Lack | None:
    """The highest level at which more is wanted than there is, or None when all fit.

    `wanted` maps a size to the requests of that size.
    """
    sizes = [bits for _, bits in free]
    levels = sorted(set(sizes))
    need = have = 0
    for bits in sorted(wanted, reverse=True):
        need += len(wanted[bits]) << bits
        while levels and levels[-1] >= bits:
            level = levels.pop()
            have += sizes.count(level) << level
        if need > have:
            return Lack(bits, need, have)
    return None


def total(wanted: Mapping[int, Sized]) -> int:
    """The addresses of all requests together."""
    return sum(len(ids) << bits for bits, ids in wanted.items())
