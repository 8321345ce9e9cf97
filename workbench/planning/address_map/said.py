"""What the map says of a block: under the pointer, beside it, and to those who do not see it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from planners.addresses import Block, usable
from planners.addresses.blocks import IPV4
from workbench.model.design import Design
from workbench.model.element import Element, ElementId
from workbench.model.elements.intended_overlap import IntendedOverlap
from workbench.model.elements.vswitch import VSwitch
from workbench.planning.address_map.claims import Claim, Use
from workbench.planning.address_map.map import AddressMap, Space
from workbench.planning.address_map.tiles import Fill, Tile
from workbench.planning.figures import kept_in_vswitch
from workbench.texts import Sayable, Text, text
from workbench.words import Words

USES: Final[Mapping[Use, Text]] = {
    "pool": text("address pool"),
    "room": text("growth room"),
    "reserved": text("reserved"),
    "site": text("data centre"),
    "cloud": text("other cloud"),
    "planned": text("planned"),
    "vpc": text("VPC", key="map.vpc"),
    "router": text("transit router"),
    "vswitch": text("vSwitch", key="map.vswitch"),
}
FILL_WORDS: Final[Mapping[Fill, Text]] = {
    "used": text("used"),
    "spare": text("free in VPCs"),
    "planned": text("planned"),
    "room": text("growth room"),
    "reserved": text("reserved"),
    "site": text("data centres"),
    "cloud": text("other clouds"),
    "overlap": text("overlapping"),
    "declared": text("declared overlap"),
    "free": text("free", key="map.free"),
}
NOTHING: Final = Text("")
MOST_NAMES: Final = 4
"""As many of the networks that share addresses are named; there may be thousands."""
SUBNET: Final = 64
"""The bits of the address of an IPv6 subnet, in which IPv6 is counted."""


def told(made: AddressMap, space: Space, claim: Claim) -> Text:
    """A claim: its block, what it is, where it lies, how many addresses it has for use, and what it collides with."""
    owner = made.design.get(claim.owner if claim.owner != claim.element else None)
    place = text(" in {name}", name=owner.title()) if owner else NOTHING
    tint = made.tints.get(claim.element)
    shown = text(" · {name}", name=tint.name) if tint else NOTHING
    return text(
        "{block} · {use} {name}{place} · {size}{tint}{clash}",
        block=str(claim.block),
        use=USES[claim.use],
        name=title_of(made, claim.element),
        place=place,
        size=size_of(claim.block, kept_in_vswitch(made.design) if claim.use == "vswitch" else None),
        tint=shown,
        clash=_clash(made, space, claim),
    )


def told_free(made: AddressMap, tile: Tile) -> Text:
    """A free block: where, and how large."""
    if tile.fill == "spare":
        name = title_of(made, tile.elements[0])
        return text(
            "{block} · free in {name} · {size}", block=str(tile.block), name=name, size=size_of(tile.block)
        )
    return text("{block} · free · {size}", block=str(tile.block), size=size_of(tile.block))


def size_of(block: Block, kept: int | None = None) -> Text:
    """How large a block is; of a vSwitch only what the platform leaves of it, which keeps some."""
    if block.width != IPV4:
        return text("{count} subnets of /64", count=max(1, block.size >> SUBNET))
    if kept is None:
        return text("{count} addresses", count=block.size)
    return text("{count} usable addresses", count=usable(block, kept))


def title_of(made: AddressMap, id: ElementId) -> Sayable:
    """The name of an element."""
    element = made.design.get(id)
    return element.title() if element else Words(en=id)


def per_cent(part: int, whole: int) -> str:
    """A share that never says nothing of something, nor all of less than all."""
    share = 100 * part / whole
    if 0 < share < 0.1:
        return "< 0.1 %"
    return f"{int(share * 10) / 10:g} %"


def _clash(made: AddressMap, space: Space, claim: Claim) -> Text:
    """What else lies on the addresses of a claim: what should not, and with a reason what may."""
    others = _others(made, space, claim)
    wrong = [title_of(made, id) for id, owner in others if not made.meant.allows(claim.owner, owner)]
    meant = dict.fromkeys(owner for _, owner in others if made.meant.allows(claim.owner, owner))
    clash = text(" · overlaps {names}", names=wrong) if wrong else NOTHING
    if not meant:
        return clash
    naming = dict.fromkeys(id for owner in meant for id in made.meant.naming(claim.owner, owner))
    return text(
        "{clash} · shares addresses with {names} on purpose: {reasons}",
        clash=clash,
        names=shortened([title_of(made, id) for id in meant]),
        reasons=[reason_of(made.design, id) for id in naming],
    )


def reason_of(design: Design, id: ElementId) -> Sayable:
    """Why networks share addresses on purpose, as a declaration says."""
    overlap = design.get(id, IntendedOverlap)
    return overlap.reason if overlap else NOTHING


def shortened(names: list[Sayable]) -> list[Sayable]:
    """Some of many names, and how many there are beside them."""
    if len(names) <= MOST_NAMES:
        return names
    return [*names[:MOST_NAMES], text("{count} more", key="map.more", count=len(names) - MOST_NAMES)]


def _others(made: AddressMap, space: Space, claim: Claim) -> list[tuple[ElementId, ElementId]]:
    """What else lies on the addresses of a claim, each with the network or site it is a part of."""
    block = claim.block
    ids = dict.fromkeys(
        id
        for tile in space.tiles_in(block.base, block.end)
        if tile.fill in ("overlap", "declared") and claim.element in tile.elements
        for id in tile.elements
        if id != claim.element and made.design[id].parent != claim.element and id != claim.owner
    )
    return [(id, _owner(made.design[id])) for id in ids]


def _owner(element: Element) -> ElementId:
    return (element.parent or element.id) if isinstance(element, VSwitch) else element.id
