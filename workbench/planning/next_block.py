"""The next free block, for a VPC or vSwitch that is just being drawn."""

from __future__ import annotations

from collections.abc import Iterator

from planners.addresses import Block, free_blocks, free_space
from workbench.model.design import Design
from workbench.model.element import Block as BlockText
from workbench.model.element import ElementId
from workbench.model.elements.vpc import Vpc
from workbench.planning.drawn import blocks_of, drawn_blocks, drawn_in, forbidden
from workbench.planning.pools import pool_blocks, pools_for
from workbench.reference import fact

IPV4 = 32
STANDARD = "vpc.cidr.standard_private_blocks"


def next_block(
    design: Design, container: ElementId | None, length: int, region: ElementId | None = None
) -> BlockText:
    """The next free block of a prefix length, "" where there is no room.

    In a VPC it is a part of the VPC's blocks that no vSwitch has. Anywhere else it comes from the pools of the region
    (the container, or the one named), and from the standard private ranges in a design without pools.
    """
    vpc = design.get(container, Vpc)
    if vpc:
        found = free_space(_first(blocks_of(vpc.blocks)), drawn_in(design, vpc.id)).next_of(length)
        return str(found) if found else ""
    taken = [*forbidden(), *(block for blocks in drawn_blocks(design).values() for block in blocks)]
    four = [block for block in taken if block.width == IPV4]
    for room in _rooms(design, region or container):
        found = free_space(_first(room), four).next_of(length)
        if found:
            return str(found)
    return ""


def _rooms(design: Design, region: ElementId | None) -> Iterator[tuple[Block, ...]]:
    """Where to look: in the pools all at once, or in one standard range after the other."""
    by_pool = pool_blocks(design)
    if by_pool:
        yield tuple(block for pool in pools_for(design, region) for block in by_pool[pool])
    else:
        yield from ((block,) for block in blocks_of(fact(STANDARD).value))


def _first(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    """The IPv4 blocks, none of them inside another."""
    four = [block for block in blocks if block.width == IPV4]
    return tuple(
        free_blocks([block for block in four if not any(o != block and o.holds(block) for o in four)], ())
    )
