"""The plan in force as a problem of the planner: what is settled, what may move, and where to."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from planners.addresses import Block, Problem, Request, free_blocks
from workbench.model.design import Design
from workbench.model.element import ElementId
from workbench.model.elements.data_centre import DataCentre
from workbench.model.elements.other_cloud import OtherCloud
from workbench.model.elements.reserved_range import ReservedRange
from workbench.planning.drawn import block_or_none
from workbench.planning.figures import forbidden, kept_in_vswitch, standard
from workbench.planning.pools import pool_blocks, pools_for
from workbench.planning.renumbering.slots import InForce, Slot

IPV4 = 32


@dataclass(frozen=True, slots=True)
class Asked:
    """A problem of one family; riders go with the slot around them, `outer` are the pools by their own blocks."""

    problem: Problem
    riders: frozenset[str]
    outer: tuple[Block, ...]


def asked(design: Design, force: InForce, taken: Sequence[Block], width: int) -> Asked:
    """The slots of a family as requests that hold their blocks.

    A slot that clashes with another already and is not touched by what is taken stays, whatever is planned. What is
    inside a block whose contents clash among themselves goes with that block as it is.
    """
    slots = [slot for slot in force.slots.values() if slot.block.width == width]
    settled = _settled(force, taken) | force.loose
    riders = _riders(force) - settled
    moving = [slot for slot in slots if slot.id not in riders and force.root(slot.id) not in settled]
    pools = _Pools(design, width, [slot.block for slot in moving if slot.around is None])
    staying = [slot.block for slot in slots if force.root(slot.id) in settled]
    problem = Problem(
        pools=pools.blocks,
        requests=tuple(_request(design, slot, pools) for slot in moving),
        reserved=(*_kept_free(design, [slot.block for slot in slots], width), *staying),
        family=4 if width == IPV4 else 6,
        previous={slot.id: slot.block for slot in moving},
        states={slot.id: slot.state for slot in moving},
        reserved_per_leaf=kept_in_vswitch(design) if width == IPV4 else None,
    )
    return Asked(problem, frozenset(riders), pools.blocks)


def _settled(force: InForce, taken: Sequence[Block]) -> frozenset[str]:
    """Outermost slots that clash with one elsewhere already, and that nobody wants to move now."""
    pairs = ((force.root(one), force.root(other)) for one, other in force.clashes)
    roots = {root for one, other in pairs if one != other for root in (one, other)}
    return frozenset(id for id in roots if not any(force.slots[id].block.touches(one) for one in taken))


def _riders(force: InForce) -> frozenset[str]:
    """The slots inside a block whose contents clash among themselves."""
    broken: set[str] = set()
    for one, other in force.clashes:
        shared = set(force.around(other))
        broken.update([id for id in force.around(one) if id in shared][:1])
    return frozenset(id for id in force.slots if not broken.isdisjoint(force.around(id)))


def _request(design: Design, slot: Slot, pools: _Pools) -> Request:
    return Request(
        id=slot.id,
        parent=slot.around,
        prefix_length=slot.block.length,
        pinned=slot.block if slot.pinned else None,
        pools=None if slot.around is not None else pools.choice(_region(design, slot), slot.block),
    )


def _region(design: Design, slot: Slot) -> ElementId | None:
    """The region whose pools a slot takes its addresses from."""
    element = design[slot.element]
    subject = design.get(getattr(element, "subject", None))
    found = getattr(element, "region", None) or getattr(subject, "region", None)
    if found is None and subject is not None and subject.kind.tag == "region":
        return subject.id
    return found if isinstance(found, str) else None


class _Pools:
    """Disjoint pools of one family: those of the design, and the blocks of whatever stands outside of them all."""

    def __init__(self, design: Design, width: int, standing: Iterable[Block]) -> None:
        self._design = design
        self._by_pool = {
            id: tuple(block for block in blocks if block.width == width)
            for id, blocks in pool_blocks(design).items()
        }
        own = [block for blocks in self._by_pool.values() for block in blocks]
        if not own and width == IPV4:
            own = list(standard(design))
        self._usual = tuple(own)
        outside = [block for block in standing if not any(pool.holds(block) for pool in own)]
        self.blocks = tuple(_outermost([*own, *outside]))

    def choice(self, region: ElementId | None, own: Block) -> tuple[Block, ...]:
        """The pools for a region, else the usual ones, and the one that holds the slot's own block."""
        wanted = [block for id in pools_for(self._design, region) for block in self._by_pool.get(id, ())]
        wanted = [*(wanted or self._usual), own]
        return tuple(pool for pool in self.blocks if any(pool.holds(block) for block in wanted))


def _outermost(blocks: Iterable[Block]) -> list[Block]:
    found: list[Block] = []
    for block in sorted(set(blocks), key=lambda one: (one.base, -one.bits)):
        if not found or not found[-1].holds(block):
            found.append(block)
    return found


def _kept_free(design: Design, standing: Sequence[Block], width: int) -> list[Block]:
    """The addresses of sites, reserved ranges and the platform where nothing of the design stands yet."""
    sites: tuple[DataCentre | OtherCloud, ...] = (*design.of_kind(DataCentre), *design.of_kind(OtherCloud))
    written = [row.block for site in sites for row in site.ranges]
    written += [kept.block for kept in design.of_kind(ReservedRange)]
    kept = [*forbidden(design), *(block for one in written if (block := block_or_none(one)))]
    wanted = _outermost(block for block in kept if block.width == width)
    return list(free_blocks(wanted, standing)) if wanted else []
