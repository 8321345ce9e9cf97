"""Moving a block, and giving it another size."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import chain
from typing import Any, Final

from planners.addresses import Block
from workbench.edits.addressing.ground import Ground
from workbench.edits.addressing.proposal import Proposal
from workbench.edits.addressing.refusing import Step, refusal
from workbench.model.design import Design
from workbench.model.element import Element, ElementId
from workbench.planning.address_map.claims import Claim, claims_of
from workbench.planning.drawn import block_or_none
from workbench.texts import text

FIELDS: Final = ("block", "blocks", "ipv6_block")
"""The fields in which elements hold blocks of their own."""


def place(ground: Ground, claim: Claim, to: Block) -> Proposal:
    """A block somewhere else in the same size, with all that lies in it; or in another size, where what lies in it stays."""
    steps = _steps(ground, claim, to)
    name, block = ground.name(claim.element), str(to)
    title = (
        text("Move {name} to {block}", name=name, block=block)
        if claim.block.bits == to.bits
        else text("Resize {name} to {block}", name=name, block=block)
    )
    step = {claim.element: (claim.block, to)}
    return Proposal(
        title,
        lambda design: moved(design, step),
        tuple((one.claim.element, one.to) for one in steps),
        refusal(ground, steps) if to != claim.block else None,
    )


def moved(design: Design, blocks: Mapping[ElementId, tuple[Block, Block]]) -> Design:
    """The design in which elements hold other blocks, and what lies in a block that moved has moved with it.

    What else of the design names the addresses follows with `followed`: routes, rules and lists.
    """
    for id, (old, new) in blocks.items():
        element = design.get(id)
        if element is not None:
            design = design.replacing(id, **rewritten(element, old, (new,)))
            if old.bits == new.bits:
                design = _with_parts(design, id, old, new)
    return design


def rewritten(element: Element, old: Block, new: tuple[Block, ...]) -> dict[str, Any]:
    """The fields of an element with other blocks in the place of one."""
    found: dict[str, Any] = {}
    texts = tuple(str(block) for block in new)
    for name in FIELDS:
        value = getattr(element, name, None)
        if isinstance(value, tuple):
            put = [texts if block_or_none(one) == old else (one,) for one in value]
            found[name] = tuple(chain.from_iterable(put))
        elif isinstance(value, str) and block_or_none(value) == old:
            found[name] = texts[0] if texts else ""
    if found and new and getattr(element, "prefix_length", None) == old.length:
        found["prefix_length"] = new[0].length
    return found


def _steps(ground: Ground, claim: Claim, to: Block) -> tuple[Step, ...]:
    """A claim and what goes along with it."""
    first = Step(claim, to)
    if claim.block.bits != to.bits:
        return (first,)
    by = to.base - claim.block.base
    return (first, *(Step(part, shifted(part.block, by)) for part in ground.parts_of(claim)))


def shifted(block: Block, by: int) -> Block:
    """A block further up by some addresses."""
    return Block(block.base + by, block.bits, block.width)


def _with_parts(design: Design, id: ElementId, old: Block, new: Block) -> Design:
    for child in design.children(id):
        element = design[child]
        for claim in claims_of(design, element):
            if claim.use == "vswitch" and old.holds(claim.block):
                to = shifted(claim.block, new.base - old.base)
                design = design.replacing(child, **rewritten(design[child], claim.block, (to,)))
    return design
