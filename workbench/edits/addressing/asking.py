"""What is done with free addresses: kept free, given to a new vSwitch, or asked for without saying what for."""

from __future__ import annotations

from collections import Counter
from typing import Any

from planners.addresses import Block
from workbench.edits.addressing.ground import Ground
from workbench.edits.addressing.proposal import Proposal
from workbench.edits.addressing.refusing import (
    POOLED,
    collide,
    forbidden_here,
    outside_vpc,
    size_refusal,
    taken,
)
from workbench.edits.placing import add
from workbench.model.element import Element, ElementId
from workbench.model.elements.address_request import AddressRequest
from workbench.model.elements.reserved_range import ReservedRange
from workbench.model.elements.vswitch import VSwitch
from workbench.model.ids import new_id
from workbench.planning.address_map.claims import Claim, Use
from workbench.texts import Text, text
from workbench.words import Words

USUAL = {("vswitch", 32): 24, ("planned", 32): 16, ("vswitch", 128): 64, ("planned", 128): 56}
"""The prefix length that is proposed for a new block, by use and family, where there is as much room."""


def use_of(ground: Ground, block: Block) -> Use:
    """What free addresses are asked for: a vSwitch in a VPC, elsewhere nothing yet."""
    return "vswitch" if ground.around(block, "vpc") else "planned"


def usual(ground: Ground, block: Block) -> Block:
    """The part of a free block that is proposed for a new one."""
    length = USUAL[use_of(ground, block), block.width]
    return Block(block.base, min(block.width - length, block.bits), block.width)


def ask(ground: Ground, block: Block, name: Words, vpc: ElementId | None = None) -> Proposal:
    """A vSwitch on free addresses of a VPC, a planned block on others; of VPCs that share them the one that is named."""
    around, pool = _vpc_around(ground, block, vpc), ground.around(block, "pool")
    made: Element
    if around:
        held: dict[str, Any] = {"ipv6_block" if block.width == 128 else "block": str(block)}
        zone = _zone(ground, around.element)
        made = VSwitch(id=new_id("vswitch"), name=name, parent=around.element, zone=zone, **held)
    else:
        made = AddressRequest(
            id=new_id("address-request"),
            name=name,
            parent=pool.element if pool else None,
            prefix_length=block.length,
            block=str(block),
        )
    claim = Claim(block, use_of(ground, block), made.id, around.element if around else made.id)
    return _made(ground, made, claim)


def reserve(ground: Ground, block: Block, name: Words) -> Proposal:
    """A range kept free."""
    pool = ground.around(block, "pool")
    made = ReservedRange(
        id=new_id("reserved-range"), name=name, parent=pool.element if pool else None, block=str(block)
    )
    return _made(ground, made, Claim(block, "reserved", made.id, made.id))


def _vpc_around(ground: Ground, block: Block, vpc: ElementId | None) -> Claim | None:
    own = (one for one in ground.claims_of(vpc or "") if one.use == "vpc" and one.block.holds(block))
    return next(own, None) or ground.around(block, "vpc")


def _made(ground: Ground, made: Element, claim: Claim) -> Proposal:
    title = text("Add {kind} {name}", kind=made.kind.label, name=made.title())
    return Proposal(title, add(made), ((made.id, claim.block),), _refusal(ground, claim))


def _refusal(ground: Ground, claim: Claim) -> Text | None:
    block = claim.block
    around = ground.around(block, "vpc")
    if claim.use == "reserved" and around:
        return text(
            "{block} belongs to {name}. A VPC's addresses are not reserved: draw a vSwitch there (N).",
            block=str(block),
            name=ground.name(around.element),
        )
    if claim.use == "vswitch" or claim.use in POOLED:
        wrong = size_refusal(ground, claim.use, block) or next(forbidden_here(ground, claim.use, block), None)
        wrong = wrong or (next(outside_vpc(ground, claim, block), None) if around else None)
        if wrong:
            return wrong
    others = (other for other in ground.on(block) if collide(claim, other, ground.meant))
    return next((taken(ground, block, other) for other in others), None)


def _zone(ground: Ground, vpc: ElementId) -> ElementId | None:
    """The zone in which the VPC has the fewest vSwitches, of those it stands in."""
    found = (ground.design.get(id, VSwitch) for id in ground.design.children(vpc))
    zones = Counter(one.zone for one in found if one and one.zone)
    return min(zones, key=lambda zone: (zones[zone], zone), default=None)
