"""The next free block, for a VPC or vSwitch that is just being drawn."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any, Final

import msgspec

from planners.addresses import Block, free_space
from workbench.model.design import Design
from workbench.model.element import Block as BlockText
from workbench.model.element import Element, ElementId
from workbench.model.elements.region import Region
from workbench.model.elements.vpc import Vpc
from workbench.model.elements.vswitch import VSwitch
from workbench.planning.drawn import blocks_of, drawn_blocks, drawn_in, outermost
from workbench.planning.figures import forbidden, standard
from workbench.planning.pools import pool_blocks, pools_for

IPV4: Final = 32
VPC_LENGTHS: Final = range(16, 25)
VSWITCH_LENGTHS: Final = range(24, 30)


def next_block(
    design: Design, container: ElementId | None, length: int, region: ElementId | None = None
) -> BlockText:
    """The next free block of a prefix length, "" where there is no room.

    In a VPC it is a part of the VPC's blocks that no vSwitch has. Anywhere else it comes from the pools of the region
    (the container, or the one named), and from the standard private ranges in a design without pools.
    """
    vpc = design.get(container, Vpc)
    if vpc:
        drawn = [block for block in drawn_in(design, vpc.id) if block.width == IPV4]
        found = free_space(_first(blocks_of(vpc.blocks)), drawn).next_of(length)
        return str(found) if found else ""
    taken = [*forbidden(design), *(block for blocks in drawn_blocks(design).values() for block in blocks)]
    four = [block for block in taken if block.width == IPV4]
    for room in _rooms(design, region or container):
        found = free_space(_first(room), four).next_of(length)
        if found:
            return str(found)
    return ""


def with_next_block(element: Element, design: Design, chain: Sequence[Element]) -> Element:
    """A new VPC or vSwitch with the next free block of a usual size; anything else as it is.

    `chain` are the elements of the place it is drawn at, innermost first. Where the usual size finds no room, smaller
    ones are tried; where none does, it stays without a block.
    """
    if not isinstance(element, (Vpc, VSwitch)):
        return element
    holder = Vpc if isinstance(element, VSwitch) else Region
    within = next((one.id for one in chain if isinstance(one, holder)), None)
    lengths = VSWITCH_LENGTHS if isinstance(element, VSwitch) else VPC_LENGTHS
    if isinstance(element, VSwitch) and within is None:
        return element
    block = next((found for length in lengths if (found := next_block(design, within, length))), "")
    if not block:
        return element
    fields: dict[str, Any] = {"block": block} if isinstance(element, VSwitch) else {"blocks": (block,)}
    return msgspec.structs.replace(element, **fields)


def _rooms(design: Design, region: ElementId | None) -> Iterator[tuple[Block, ...]]:
    """Where to look: in the pools all at once, or in one standard range after the other."""
    by_pool = pool_blocks(design)
    if by_pool:
        yield tuple(block for pool in pools_for(design, region) for block in by_pool[pool])
    else:
        yield from ((block,) for block in standard(design))


def _first(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    """The IPv4 blocks, none of them inside another."""
    return outermost(block for block in blocks if block.width == IPV4)
