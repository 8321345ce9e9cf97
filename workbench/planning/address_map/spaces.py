"""Which large blocks a map shows: the private ranges, and whatever else the design speaks of."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from planners.addresses import Block
from workbench.model.design import Design
from workbench.planning.address_map.claims import Claim
from workbench.planning.figures import standard

LEAST: Final = {32: 16, 128: 40}
"""The prefix length that a space beside the private ranges has at most, by family: enough around to see where it stands."""


def spaces(design: Design, claims: Iterable[Claim]) -> tuple[Block, ...]:
    """Disjoint blocks that hold every claim, IPv4 first; the standard private ranges are always among them."""
    wanted = {*standard(design), *(_around(claim.block) for claim in claims)}
    return tuple(_outermost(wanted))


def _around(block: Block) -> Block:
    return block.enclosing(max(block.length - LEAST[block.width], 0))


def _outermost(blocks: Iterable[Block]) -> Iterator[Block]:
    last: Block | None = None
    for block in sorted(blocks, key=lambda one: (one.width, one.base, -one.bits)):
        if last is None or not last.holds(block):
            last = block
            yield block
