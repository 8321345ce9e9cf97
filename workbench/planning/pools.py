"""The pools of a design: disjoint blocks by pool, and how much of each is in use."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from planners.addresses import Block, free_blocks, free_space
from workbench.model.design import Design
from workbench.model.element import ElementId
from workbench.model.elements.address_pool import AddressPool
from workbench.planning.drawn import blocks_of, drawn_blocks, outermost
from workbench.planning.figures import forbidden


@dataclass(frozen=True, slots=True)
class PoolUse:
    """A block of a pool: its addresses, those drawn or kept free in it, and the largest free block.

    IPv6 is counted in subnets of /64, of which a part counts as a whole one in use.
    """

    pool: ElementId
    block: str
    addresses: int
    used: int
    free: int
    largest: str
    in_subnets: bool = False


def pool_blocks(design: Design) -> dict[ElementId, tuple[Block, ...]]:
    """The blocks of each pool without what its own pools take of it."""
    found: dict[ElementId, tuple[Block, ...]] = {}
    for pool in design.of_kind(AddressPool):
        inner = [block for child in _inner(design, pool.id) for block in blocks_of(child.blocks)]
        found[pool.id] = tuple(free_blocks(outermost(blocks_of(pool.blocks)), inner))
    return found


def pools_for(design: Design, region: ElementId | None) -> tuple[ElementId, ...]:
    """The pools a block of a region comes from: those of the region, else those of no region."""
    pools = design.of_kind(AddressPool)
    own = tuple(pool.id for pool in pools if region and pool.region == region)
    return own or tuple(pool.id for pool in pools if not pool.region)


def pool_use(design: Design) -> tuple[PoolUse, ...]:
    """Every block of every pool with its use, in the order of pools and addresses."""
    taken = [*forbidden(design), *(block for blocks in drawn_blocks(design).values() for block in blocks)]
    return tuple(_uses(design, taken))


def _uses(design: Design, taken: list[Block]) -> Iterator[PoolUse]:
    for pool in design.of_kind(AddressPool):
        for block in sorted(blocks_of(pool.blocks)):
            space = free_space([block], [other for other in taken if other.width == block.width])
            largest = str(space.largest) if space.largest else ""
            is_ipv6 = block.width == 128
            every, free = (
                (max(1, block.size >> 64), space.addresses >> 64)
                if is_ipv6
                else (block.size, space.addresses)
            )
            yield PoolUse(pool.id, str(block), every, every - free, free, largest, is_ipv6)


def _inner(design: Design, id: ElementId) -> Iterator[AddressPool]:
    """The pools inside a pool."""
    for child in design.children(id):
        if pool := design.get(child, AddressPool):
            yield pool
