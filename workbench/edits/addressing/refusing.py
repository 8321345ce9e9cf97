"""Why a block may not stand somewhere: which thing, the reason, and what can be done."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from planners.addresses import Block, usable
from planners.addresses.blocks import IPV4
from workbench.edits.addressing.ground import Ground
from workbench.model.elements.vpc import Vpc
from workbench.model.elements.vswitch import VSwitch
from workbench.planning.address_map.claims import Claim
from workbench.planning.figures import forbidden
from workbench.rules.declared import Declared
from workbench.texts import Text, text

POOLED: Final = ("vpc", "planned", "router")
"""Uses that take their addresses from pools."""
SIZES: Final = {
    ("vpc", IPV4): ("vpc.cidr.mask_min_api", "vpc.cidr.mask_max"),
    ("vswitch", IPV4): ("vswitch.mask_min", "vswitch.mask_max"),
}
"""By use and family: the figures with the shortest and longest prefix length."""
SIZES_OF_IPV6: Final = {
    "vpc": "vpc.ipv6.vpc_block_prefixes_supported",
    "vswitch": "vpc.ipv6.vswitch_block_prefix",
}


class Step(NamedTuple):
    """A claim and the block it would have."""

    claim: Claim
    to: Block


def refusal(ground: Ground, steps: Sequence[Step]) -> Text | None:
    """Why steps may not be done together, None where they may."""
    return next(_refusals(ground, steps), None)


def _refusals(ground: Ground, steps: Sequence[Step]) -> Iterator[Text]:
    going = {step.claim for step in steps}
    for step in steps:
        yield from fixed(ground, step.claim)
    yield from _limits(ground, steps[0])
    yield from _outside(ground, steps[0])
    for step in steps:
        yield from _collisions(ground, step, going)
    yield from _left_outside(ground, steps[0], going)
    yield from _demand(ground, steps[0])


def fixed(ground: Ground, claim: Claim) -> Iterator[Text]:
    """Why a claim stays as it is."""
    name, block = ground.name(claim.element), str(claim.block)
    if claim.use in ("site", "cloud"):
        yield text(
            "{name} has {block} outside of this design. Where that is wrong, change it in the inspector.",
            name=name,
            block=block,
        )
    elif claim.use == "room":
        yield text("The room of {name} follows its block: change the number of doublings.", name=name)
    elif ground.design[claim.element].state == "deployed":
        yield text(
            "{name} is deployed, so {block} stays. Set its state back in the inspector first.",
            name=name,
            block=block,
        )
    elif ground.pin_of(claim):
        yield text("{name} is pinned to {block}. Unpin it first: P.", name=name, block=block)


def size_refusal(ground: Ground, use: str, block: Block) -> Text | None:
    """Why a use does not come in the size of a block."""
    figures = SIZES.get((use, block.width))
    if figures:
        shortest, longest = (ground.fact(figure).value for figure in figures)
        if shortest <= block.length <= longest:
            return None
        return text(
            "A {kind} has /{shortest} to /{longest}; {block} is none of these. Choose another size.",
            kind=_kind(use),
            shortest=shortest,
            longest=longest,
            block=str(block),
        )
    if block.width == IPV4 or use not in SIZES_OF_IPV6:
        return None
    value = ground.fact(SIZES_OF_IPV6[use]).value
    lengths = value if isinstance(value, list) else [value]
    if block.length in lengths:
        return None
    return text(
        "An IPv6 block of a {kind} has {lengths}; {block} has another size.",
        kind=_kind(use),
        lengths=[f"/{length}" for length in lengths],
        block=str(block),
    )


def _kind(use: str) -> Text:
    return VSwitch.kind.label if use == "vswitch" else Vpc.kind.label


def _limits(ground: Ground, step: Step) -> Iterator[Text]:
    wrong = size_refusal(ground, step.claim.use, step.to) if step.to.bits != step.claim.block.bits else None
    if wrong:
        yield wrong
    yield from forbidden_here(ground, step.claim.use, step.to)


def forbidden_here(ground: Ground, use: str, block: Block) -> Iterator[Text]:
    """Why the platform takes no network on a block."""
    for range in forbidden(ground.design) if use in ("vpc", "vswitch", "router", "planned") else ():
        if range.touches(block):
            yield text(
                "{block} lies on {range}, which the platform takes in no VPC. Choose a place beside it.",
                block=str(block),
                range=str(range),
            )


def _outside(ground: Ground, step: Step) -> Iterator[Text]:
    """Where a block has to stay: in its VPC, or in the pools it was in."""
    claim, to = step
    if claim.use == "vswitch":
        yield from outside_vpc(ground, claim, to)
    elif claim.use in POOLED and ground.around(claim.block, "pool") and not ground.around(to, "pool"):
        yield text(
            "{block} lies in no address pool. Stay inside one, or add the range to a pool first.",
            block=str(to),
        )


def outside_vpc(ground: Ground, claim: Claim, to: Block) -> Iterator[Text]:
    """Why a vSwitch may not leave the blocks of its VPC."""
    own = [one.block for one in ground.claims_of(claim.owner) if one.use == "vpc"]
    if own and not any(block.holds(to) for block in own):
        yield text(
            "{block} lies outside of {name} ({blocks}). Stay inside, or add a block to the VPC first.",
            block=str(to),
            name=ground.name(claim.owner),
            blocks=[str(block) for block in own if block.width == to.width] or [str(own[0])],
        )


def _collisions(ground: Ground, step: Step, going: set[Claim]) -> Iterator[Text]:
    claim, to = step
    if claim.block.holds(to):
        return
    ids = {one.element for one in going}
    for other in ground.on(to):
        if other in going or not collide(claim, other, ground.meant):
            continue
        if other.use != "room" or not ground.grows_in(other, ids):
            yield taken(ground, to, other)


def taken(ground: Ground, to: Block, other: Claim) -> Text:
    """That a block is taken by another claim."""
    if other.use == "room":
        return text(
            "{block} lies in the room in which {name} may grow ({room}). Choose another place, or give up the room.",
            block=str(to),
            name=ground.name(ground.requests_for(other.element)[0].subject or other.element),
            room=str(other.block),
        )
    return text(
        "{block} overlaps {name} ({other}). Choose a free place, or move that first.",
        block=str(to),
        name=ground.name(other.element),
        other=str(other.block),
    )


def collide(claim: Claim, other: Claim, meant: Declared) -> bool:
    """Whether two claims that share addresses cannot both hold; networks that are meant to share them can."""
    uses = {claim.use, other.use}
    if "pool" in uses:
        # A pool may lie in another, not in itself.
        alike = claim.element == other.element or claim.block.bits == other.block.bits
        return claim.use == other.use and alike
    if "room" in uses:
        return other.use == "room" and claim.use in (*POOLED, "vswitch")
    if uses <= {"vpc", "vswitch"} and claim.owner == other.owner:
        return claim.use == other.use
    if "reserved" in uses and uses & {"site", "cloud"}:
        return False
    return not meant.allows(claim.owner, other.owner)


def _left_outside(ground: Ground, step: Step, going: set[Claim]) -> Iterator[Text]:
    """What lies in a block and would no longer."""
    claim, to = step
    if claim.use == "vpc":
        inside = [part for part in ground.parts_of(claim) if part not in going]
    elif claim.use == "pool":
        others = [one for one in ground.claims_of(claim.element) if one != claim and one.use == "pool"]
        inside = [one for one in ground.on(claim.block) if one.use in POOLED and claim.block.holds(one.block)]
        inside = [one for one in inside if not any(other.block.holds(one.block) for other in others)]
    else:
        return
    for part in inside:
        if not to.holds(part.block):
            yield text(
                "{name} ({part}) would lie outside of {block}. Move it first.",
                name=ground.name(part.element),
                part=str(part.block),
                block=str(to),
            )


def _demand(ground: Ground, step: Step) -> Iterator[Text]:
    """What was asked for and would no longer fit."""
    claim, to = step
    if to.bits >= claim.block.bits or claim.use not in ("vswitch", "planned"):
        return
    kept = ground.fact("vswitch.reserved_first").value + ground.fact("vswitch.reserved_last").value
    fits = usable(to, kept if to.width == IPV4 else 0)
    for request in ground.requests_for(claim.element):
        needed = -(-(request.hosts or 0) * (100 + request.growth_percent) // 100)
        if needed > fits:
            yield text(
                "{name} needs {count} addresses; {block} has {usable}. Ask for fewer first.",
                name=ground.name(claim.element),
                count=needed,
                block=str(to),
                usable=fits,
            )
