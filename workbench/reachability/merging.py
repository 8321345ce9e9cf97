"""Route tables of which nobody knows which one leads, or which of their equal routes wins, as one that leads where all agree."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from planners.addresses.blocks import Block
from planners.reachability.network import Hop, Route


def merged(tables: Sequence[Sequence[Route]], undecided: Callable[[], Hop]) -> tuple[Route, ...]:
    """The routes that hold whichever of some tables leads; where they differ, the hop of which nobody knows more."""
    if len(tables) == 1:
        return tuple(tables[0])
    blocks = dict.fromkeys(route.block for table in tables for route in table)
    found = []
    for block in blocks:
        hops = {_hop_of(table, block) for table in tables}
        hop = hops.pop() if len(hops) == 1 else undecided()
        assert hop is not None, "some table has a route to each of the blocks"
        found.append(Route(block, hop))
    return tuple(found)


def settled(routes: Iterable[Route], undecided: Callable[[], Hop]) -> tuple[Route, ...]:
    """Each block once; where equal routes lead to different hops nobody knows which one wins."""
    hops: dict[Block, set[Hop]] = {}
    for block, hop in routes:
        hops.setdefault(block, set()).add(hop)
    return tuple(Route(block, of.pop() if len(of) == 1 else undecided()) for block, of in hops.items())


def _hop_of(table: Sequence[Route], block: Block) -> Hop | None:
    """Where a table leads what is in a block and in no smaller one."""
    holding = [route for route in table if route.block.holds(block)]
    return min(holding, key=lambda route: route.block.bits).hop if holding else None
