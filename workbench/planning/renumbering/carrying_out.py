"""A new plan carried out: one edit, after which nothing names an address that was given up."""

from __future__ import annotations

from collections.abc import Iterable

from planners.addresses import Block, block_text
from workbench.edits import Edit
from workbench.model.design import Design
from workbench.model.elements.reserved_range import ReservedRange
from workbench.model.ids import new_id
from workbench.planning.renumbering.plans import Renumbered
from workbench.planning.renumbering.taken import takers
from workbench.words import Words


def renumber_edit(plan: Renumbered, reserving: Iterable[Block] = ()) -> Edit:
    """Gives everything its new blocks and rewrites all that names an old one; keeps some ranges free from now on.

    It belongs to the design it was planned for; where one of the elements has changed since then, it changes nothing.
    """
    kept = tuple(reserving)

    def edit(design: Design) -> Design:
        if design is plan.before:
            return plan.after.adding(*_reserved(design, kept)) if kept else plan.after
        if any(design.get(id) != plan.before[id] for id in plan.changed):
            return design
        changed = [plan.after[id] for id in plan.changed]
        return design.adding(*changed, *_reserved(design, kept))

    return edit


def _reserved(design: Design, blocks: Iterable[Block]) -> list[ReservedRange]:
    """A reserved range for each block that neither a site nor a reserved range has yet."""
    known = [taker.block for taker in takers(design)]
    return [
        ReservedRange(id=new_id("reserved-range"), name=Words(en=block_text(block)), block=block_text(block))
        for block in blocks
        if not any(other.holds(block) for other in known)
    ]
