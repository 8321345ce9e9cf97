"""Fewer routes for the same addresses: exact covers, and the smallest table of next hops.

What is announced to others may cover nothing but what is there, so it is an exact
cover. A table of one's own may nest routes, for the longest prefix decides.
"""

from collections.abc import Iterable, Iterator, Mapping

from planners.addresses.blocks import Block
from planners.addresses.overlapping import Owned, Owner
from planners.addresses.ranges import Piece, Span, merged, pieces, span

Hops = frozenset[str]
Levels = list[dict[int, Hops]]


def exact_cover(blocks: Iterable[Block]) -> list[Block]:
    """The fewest blocks that cover exactly the same addresses, lowest first, IPv4 before IPv6."""
    ranges: dict[int, list[Span]] = {}
    for block in blocks:
        ranges.setdefault(block.width, []).append(span(block[:2]))
    return [
        Block(base, bits, width)
        for width in sorted(ranges)
        for low, high in merged(ranges[width])
        for base, bits in pieces(low, high)
    ]


def routes_by_owner(owned: Iterable[Owned[Owner]]) -> dict[Owner, list[Block]]:
    """The routes that announce each owner: region, security zone or whatever the blocks are grouped by.

    Where regions come first in the addresses, a region is one route and a security zone
    one in every region; prefixes cannot give both at once, so both are worth a look.
    """
    blocks: dict[Owner, list[Block]] = {}
    for block, owner in owned:
        blocks.setdefault(owner, []).append(block)
    return {owner: exact_cover(found) for owner, found in blocks.items()}


def smallest_table(table: Mapping[Block, str]) -> dict[Block, str]:
    """The fewest routes by which every address has the next hop it has now, in address order (ORTC).

    An address without a route stays without one: no route of the answer covers it.
    """
    found: dict[Block, str] = {}
    for width in sorted({block.width for block in table}):
        routes = sorted((block[:2], hop) for block, hop in table.items() if block.width == width)
        levels = _possible(_flat(routes), width)
        found.update((Block(*piece, width), hop) for piece, hop in sorted(_chosen(levels)))
    return found


def _flat(routes: Iterable[tuple[Piece, str]]) -> Iterator[tuple[Span, str]]:
    """The next hop of every range of addresses, nothing nested any more; some ranges are empty."""
    order = sorted(routes, key=lambda route: (route[0][0], -route[0][1]))
    around: list[tuple[int, str]] = []
    start = 0
    for piece, hop in order:
        low, high = span(piece)
        while around and around[-1][0] <= low:
            end, outer = around.pop()
            yield (start, end), outer
            start = max(start, end)
        if around:
            yield (start, low), around[-1][1]
        start = low
        around.append((high, hop))
    while around:
        end, outer = around.pop()
        yield (start, end), outer
        start = max(start, end)


def _possible(ranges: Iterable[tuple[Span, str]], width: int) -> Levels:
    """The next hops that serve each block best, by size and place: what two halves share, else what either takes.

    Only blocks that are routed whole are there, for no route may cover an address that has none.
    """
    levels: Levels = [{} for _ in range(width + 1)]
    for (low, high), hop in ranges:
        for base, bits in pieces(low, high):
            levels[bits][base] = frozenset((hop,))
    for bits, level in enumerate(levels[:-1]):
        for base, hops in level.items():
            other = level.get(base | 1 << bits)
            if not base >> bits & 1 and other is not None:
                levels[bits + 1][base] = hops & other or hops | other
    return levels


def _chosen(levels: Levels) -> Iterator[tuple[Piece, str]]:
    """A route for each block whose best next hops do not hold the one from above, from the top downwards."""
    above: dict[int, str] = {}
    for bits in reversed(range(len(levels))):
        here: dict[int, str] = {}
        for base, hops in levels[bits].items():
            inherited = above.get(base >> (bits + 1) << (bits + 1))
            if inherited in hops:
                here[base] = str(inherited)
            else:
                here[base] = min(hops)
                yield (base, bits), here[base]
        above = here
