"""What the planner is asked: pools, ranges it must not touch, and a tree of requests."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from itertools import pairwise
from typing import NamedTuple

from planners.addresses.blocks import IPV4, IPV6, Block, kept_by_platform
from planners.addresses.errors import BadProblem

DRAFT = "draft"
WEIGHTS = {"deployed": 100, "approved": 10, DRAFT: 1}
"""What it costs to move a block, by how far it has come."""
PACKED, SPARSE = "packed", "sparse"
SPREADS = (PACKED, SPARSE)
"""How a container puts what is inside: side by side, or far apart so that everything can grow where it is."""


class Request(NamedTuple):
    """One block that is wanted. A request that others name as parent is a container.

    The levels of a plan (region, environment, VPC, vSwitch ...) are nothing but this nesting.
    Growth is asked for in three ways: a share that makes the block larger (`growth_percent`), doublings for which
    room is held (`growth_bits`), and doublings that are held as far as there is room (`soft_bits`).
    A container puts its children by its `spread`, and may have up to `max_blocks` blocks.
    A named tuple, because ten thousand of them are made and read for every plan.
    """

    id: str
    parent: str | None = None
    prefix_length: int | None = None
    hosts: int | None = None
    growth_percent: int = 0
    growth_bits: int = 0
    min_length: int | None = None
    max_length: int | None = None
    pinned: Block | None = None
    pools: tuple[Block, ...] | None = None
    soft_bits: int = 0
    spread: str = PACKED
    max_blocks: int = 1


@dataclass(frozen=True, slots=True)
class Problem:
    """Everything a plan depends on; the order of pools, ranges and requests does not matter.

    `reserved` may overlap itself and the pools. `previous` holds the blocks of an
    earlier plan: those that still fit stay where they are. `states` says of what is
    more than a draft that it is approved or deployed: what weighs more moves last.
    `spread` is how the top level lies in the pools; in those of `sparse` it lies far apart in any case. `several` holds the earlier
    blocks of containers that had more than one.
    """

    pools: tuple[Block, ...]
    requests: tuple[Request, ...]
    reserved: tuple[Block, ...] = ()
    family: int = 4
    reserved_per_leaf: int | None = None
    previous: Mapping[str, Block] = field(default_factory=dict)
    states: Mapping[str, str] = field(default_factory=dict)
    spread: str = PACKED
    several: Mapping[str, tuple[Block, ...]] = field(default_factory=dict)
    sparse: frozenset[Block] = frozenset()

    @property
    def width(self) -> int:
        """Bits of an address: 32 or 128."""
        return IPV4 if self.family == 4 else IPV6

    @property
    def kept(self) -> int:
        """Addresses the platform keeps in every leaf."""
        return kept_by_platform(self.width, self.reserved_per_leaf)

    def weight(self, id: str) -> int:
        """What it costs to move the block of a request."""
        return WEIGHTS[self.states.get(id, DRAFT)]


def check_blocks(problem: Problem) -> None:
    """Raise `BadProblem` for pools that overlap and for blocks of the wrong family."""
    if problem.family not in (4, 6):
        raise BadProblem("family", "{value} is neither 4 nor 6", value=problem.family)
    check_spread("options.spread", problem.spread)
    named = [(f"pools[{i}]", block) for i, block in enumerate(problem.pools)]
    named += [(f"reserved[{i}]", block) for i, block in enumerate(problem.reserved)]
    named += [(f"previous.{id}", block) for id, block in problem.previous.items()]
    named += [(f"previous.{id}", block) for id, blocks in problem.several.items() for block in blocks]
    for path, block in named:
        check_block(path, block, problem.width)
    pools = sorted(named[: len(problem.pools)], key=lambda pair: (pair[1].base, -pair[1].bits))
    for (_, low), (path, high) in pairwise(pools):
        if high.base < low.end:
            raise BadProblem(
                path,
                "{block} overlaps the pool {other}; give disjoint pools",
                block=str(high),
                other=str(low),
            )


def check_spread(path: str, spread: str) -> None:
    """Raise `BadProblem` for a way to spread that does not exist."""
    if spread not in SPREADS:
        raise BadProblem(path, "{value} is none of {choices}", value=repr(spread), choices=", ".join(SPREADS))


def check_block(path: str, block: Block, width: int) -> None:
    """Raise `BadProblem` when a block is of the other family or has host bits set."""
    if block.width != width:
        raise BadProblem(path, "{block} is not of the family of this plan", block=str(block))
    if not 0 <= block.bits <= width or block.base >> block.bits << block.bits != block.base:
        raise BadProblem(path, "({base}, {bits}) is not an aligned block", base=block.base, bits=block.bits)
    if block.base < 0 or block.base >> width:
        raise BadProblem(path, "the address {base} does not exist", base=block.base)
