"""Splitting a block in halves, and joining two that were halves of one."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

import msgspec

from planners.addresses import Block
from planners.addresses.ranges import pieces
from workbench.edits import Edit
from workbench.edits.addressing.ground import Ground
from workbench.edits.addressing.moving import moved, place, rewritten
from workbench.edits.addressing.proposal import Proposal, refused
from workbench.edits.addressing.refusing import Step, fixed, refusal, size_refusal
from workbench.edits.removing import remove
from workbench.model.design import Design
from workbench.model.element import Element, ElementId
from workbench.model.elements.address_request import AddressRequest
from workbench.model.elements.vpc import Vpc
from workbench.model.elements.vswitch import VSwitch
from workbench.model.ids import new_id
from workbench.planning.address_map.claims import Claim
from workbench.texts import LANGUAGES, Text, text
from workbench.words import Words

SECONDARY: Final = "vpc.cidr.secondary_ipv4_blocks"
SEVERAL: Final = ("vpc", "pool", "router")
"""Uses whose elements hold several blocks: split, both halves are theirs; of the others a new one has the rest."""


def split(ground: Ground, claim: Claim, keep: Block | None = None) -> Proposal:
    """A block in halves, or cut behind a smaller one that begins where it begins."""
    name, block = ground.name(claim.element), claim.block
    title = text("Split {name}", name=name)
    if not block.bits:
        return refused(title, text("{block} is a single address and cannot be split.", block=str(block)))
    kept = keep or block.halves()[0]
    rest = tuple(Block(base, bits, block.width) for base, bits in pieces(kept.end, block.end))
    reason = _split_refusal(ground, claim, kept, rest)
    ids = tuple(claim.element if claim.use in SEVERAL else new_id(_tag(ground, claim)) for _ in rest)
    edit = _split(claim, kept, dict(zip(rest, ids, strict=True)))
    shown = ((claim.element, kept), *zip(ids, rest, strict=True))
    return Proposal(title, edit, shown, reason)


def join(ground: Ground, claim: Claim) -> Proposal:
    """A block and its other half as one: two of a kind become one, and what is free beside it is taken in."""
    name, whole = ground.name(claim.element), claim.block.enclosing()
    title = text("Join {name} with what is beside it", name=name)
    if claim.block.length == 0:
        return refused(title, text("{block} has nothing beside it.", block=str(claim.block)))
    other_half = next(half for half in whole.halves() if half != claim.block)
    mate = next(
        (one for one in ground.on(other_half) if one.block == other_half and one.use == claim.use), None
    )
    if mate is None:
        return place(ground, claim, whole)
    title = text("Join {name} with {other}", name=name, other=ground.name(mate.element))
    reason = _join_refusal(ground, claim, mate, whole)
    return Proposal(title, _join(claim, mate, whole), ((claim.element, whole),), reason)


def _split_refusal(ground: Ground, claim: Claim, kept: Block, rest: Sequence[Block]) -> Text | None:
    for part in rest:
        wrong = size_refusal(ground, claim.use, part)
        if wrong:
            return wrong
    if claim.use not in SEVERAL:
        return refusal(ground, [Step(claim, kept)])
    return (
        next(fixed(ground, claim), None)
        or _straddling(ground, claim, (kept, *rest))
        or _quota(ground, claim, rest)
    )


def _straddling(ground: Ground, claim: Claim, parts: Sequence[Block]) -> Text | None:
    """Why a block cannot be split: something in it is larger than its halves."""
    for other in ground.on(claim.block):
        inside = other != claim and claim.block.holds(other.block) and other.use not in ("room", "pool")
        if inside and not any(part.holds(other.block) for part in parts):
            return text(
                "{name} ({other}) lies on both halves of {block}. Split or move that first.",
                name=ground.name(other.element),
                other=str(other.block),
                block=str(claim.block),
            )
    return None


def _quota(ground: Ground, claim: Claim, rest: Sequence[Block]) -> Text | None:
    vpc, most = ground.design.get(claim.element, Vpc), ground.fact(SECONDARY).value
    if vpc is None:
        return None
    if str(claim.block) == vpc.ipv6_block:
        return text("{name} has one IPv6 block; it is not split.", name=vpc.title())
    if len(vpc.blocks) - 1 + len(rest) > most:
        return text(
            "{name} may have {count} secondary blocks. Join others first.", name=vpc.title(), count=most
        )
    return None


def _join_refusal(ground: Ground, claim: Claim, mate: Claim, whole: Block) -> Text | None:
    for one in (claim, mate):
        for reason in fixed(ground, one):
            return reason
    others = claim.use in SEVERAL or (claim.use == "vswitch" and mate.owner != claim.owner)
    if mate.element != claim.element and others:
        return text(
            "{other} is another {kind}'s block. Only halves of one are joined.",
            other=str(mate.block),
            kind=ground.design[mate.element].kind.label,
        )
    unlike = _not_alike(ground, claim, mate) if mate.element != claim.element else None
    return unlike or size_refusal(ground, claim.use, whole)


def _not_alike(ground: Ground, claim: Claim, mate: Claim) -> Text | None:
    """Why the element that holds the other half cannot go."""
    here, there = ground.design[claim.element], ground.design[mate.element]
    if isinstance(here, VSwitch) and isinstance(there, VSwitch) and here.zone != there.zone:
        return text("{name} and {other} lie in different zones.", name=here.title(), other=there.title())
    users = [id for id in ground.design.referrers(there.id) if not _says_where(ground.design[id])]
    if users:
        return text(
            "{name} is in use by {users}. Let them use {other} first.",
            name=there.title(),
            users=[ground.name(id) for id in users[:3]],
            other=here.title(),
        )
    return None


def _says_where(element: Element) -> bool:
    """Whether an element that names another one can go along with it."""
    return "sheet" in element.kind.inside or isinstance(element, AddressRequest)


def _tag(ground: Ground, claim: Claim) -> str:
    return ground.design[claim.element].kind.tag


def _split(claim: Claim, kept: Block, rest: dict[Block, ElementId]) -> Edit:
    def edit(design: Design) -> Design:
        element = design[claim.element]
        if claim.use in SEVERAL:
            return design.replacing(element.id, **rewritten(element, claim.block, (kept, *rest)))
        design = moved(design, {element.id: (claim.block, kept)})
        taken = {one.name for id in design.children(element.parent) if (one := design[id])}
        for block, id in rest.items():
            name = _free_name(element.name, taken)
            taken.add(name)
            design = design.adding(_sibling(design[element.id], kept, block, id, name))
        return design

    return edit


def _sibling(element: Element, kept: Block, block: Block, id: ElementId, name: Words) -> Element:
    """One like another, on the rest of its block."""
    fields = rewritten(element, kept, (block,))
    gone = {"ipv6_block": "", "pin": ""}
    rest = {field: value for field, value in gone.items() if hasattr(element, field) and field not in fields}
    return msgspec.structs.replace(element, id=id, name=name, **fields, **rest)


def _join(claim: Claim, mate: Claim, whole: Block) -> Edit:
    def edit(design: Design) -> Design:
        element = design[claim.element]
        if mate.element != claim.element:
            design = remove([mate.element, *_asking(design, mate.element)])(design)
            return design.replacing(element.id, **rewritten(element, claim.block, (whole,)))
        without = msgspec.structs.replace(element, **rewritten(element, mate.block, ()))
        return design.replacing(
            element.id, **rewritten(element, mate.block, ()) | rewritten(without, claim.block, (whole,))
        )

    return edit


def _asking(design: Design, id: ElementId) -> list[ElementId]:
    """The requests for an element that goes."""
    return [other for other in design.referrers(id) if isinstance(design[other], AddressRequest)]


def _free_name(name: Words, taken: set[Words]) -> Words:
    """A name with a number that no other has; "" where it had none."""
    if not any(name.said(language) for language in LANGUAGES):
        return name
    number = 2
    while True:
        found = name
        for language in LANGUAGES:
            found = found.saying(language, f"{name.said(language)}-{number}")
        if found not in taken:
            return found
        number += 1
