"""Secondary blocks: what a VPC without room for its waiting vSwitches could get, so that nothing has to move."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from planners.addresses import Block, NoRoom, Problem, Request, free_blocks, plan
from planners.addresses.demand import Lack
from planners.addresses.ranges import pieces
from planners.addresses.tree import leaf_bits
from workbench.edits import Edit
from workbench.model.design import Design
from workbench.model.element import ElementId
from workbench.model.elements.address_request import AddressRequest
from workbench.model.elements.vpc import Vpc
from workbench.planning.drawn import blocks_of, drawn_blocks, drawn_in, outermost
from workbench.planning.figures import forbidden, kept_in_vswitch, number, standard
from workbench.planning.pools import pool_blocks, pools_for
from workbench.planning.wishes import IPV4, LIMITS, SECONDARY, planner_request, sized


@dataclass(frozen=True, slots=True)
class Secondary:
    """A further block for a VPC, and the block of each vSwitch that waits in it, by request and vSwitch."""

    vpc: ElementId
    block: str
    answers: tuple[tuple[ElementId, ElementId, str], ...]


def secondary_block(design: Design, vpc: Vpc, waiting: Sequence[AddressRequest]) -> Secondary | None:
    """One block more with which every waiting vSwitch of a VPC finds room; None where the quota or the pools forbid it.

    No vSwitch moves, and the VPC keeps the blocks it has: what fits in them goes there, the rest into the further one.
    """
    own = outermost(block for block in blocks_of(vpc.blocks) if block.width == IPV4)
    if not own or len(vpc.blocks) > number(design, SECONDARY, 64):
        return None
    drawn = tuple(block for block in drawn_in(design, vpc.id) if block.width == IPV4)
    kept = kept_in_vswitch(design)
    asked = [planner_request(design, one, None, None) for one in waiting]
    fitting = _fitting(free_blocks(own, drawn), asked, kept)
    here = plan(Problem(own, tuple(one for one in asked if one.id in fitting), drawn, reserved_per_leaf=kept))
    there = plan(_further(design, vpc, own, [one for one in asked if one.id not in fitting]))
    if isinstance(here, NoRoom) or isinstance(there, NoRoom) or vpc.id not in there.bases:
        return None
    blocks = {**there.allocations, **here.allocations}
    answers = ((one.id, one.subject or "", str(blocks[one.id])) for one in waiting)
    return Secondary(vpc.id, str(there.block(vpc.id)), tuple(answers))


def _fitting(free: Sequence[Block], asked: Sequence[Request], kept: int) -> set[str]:
    """The requests that fit into what is free, the large ones first; pins are left to the planner."""
    left, found = [block[:2] for block in free], set[str]()
    for bits, id in sorted(
        ((_bits(one, kept), one.id) for one in asked), key=lambda pair: (-pair[0], pair[1])
    ):
        wide = [piece for piece in left if piece[1] >= bits >= 0]
        if wide:
            base, size = best = min(wide, key=lambda piece: (piece[1], piece[0]))
            left.remove(best)
            left.extend(pieces(base + (1 << bits), base + (1 << size)))
            found.add(id)
    return found | {one.id for one in asked if one.pinned and any(block.holds(one.pinned) for block in free)}


def _bits(request: Request, kept: int) -> int:
    """The size of a request with the room that is held for it; -1 where it has none that can be placed freely."""
    if request.pinned:
        return -1
    bits = leaf_bits(request, IPV4, kept)
    return -1 if isinstance(bits, Lack) else bits + request.growth_bits


def secondary_edit(found: Iterable[Secondary]) -> Edit:
    """Gives VPCs their further blocks, and the vSwitches that waited theirs, in one step."""
    several = tuple(found)

    def edit(design: Design) -> Design:
        for one in several:
            vpc = design.get(one.vpc, Vpc)
            if vpc is None:
                continue
            design = design.replacing(vpc.id, blocks=(*vpc.blocks, one.block))
            for _, vswitch, block in one.answers:
                design = design.replacing(vswitch, block=block) if vswitch in design else design
        return design

    return edit


def _further(design: Design, vpc: Vpc, own: tuple[Block, ...], rest: Sequence[Request]) -> Problem:
    """The block that a VPC still lacks, with what does not fit into those it has."""
    least, most = (number(design, name, IPV4) for name in LIMITS[Vpc])
    around = Request(vpc.id, min_length=least, max_length=most)
    drawn = (block for blocks in drawn_blocks(design).values() for block in blocks)
    taken = tuple(block for block in (*forbidden(design), *own, *drawn) if block.width == IPV4)
    inside = tuple(one._replace(parent=vpc.id) for one in rest)
    return sized(
        Problem(_rooms(design, vpc), (around, *inside), taken, reserved_per_leaf=kept_in_vswitch(design))
    )


def _rooms(design: Design, vpc: Vpc) -> tuple[Block, ...]:
    """Where a block for a VPC may come from."""
    by_pool = pool_blocks(design)
    if not by_pool:
        return standard(design)
    chosen = pools_for(design, vpc.region)
    return outermost(block for id in chosen for block in by_pool[id] if block.width == IPV4)
