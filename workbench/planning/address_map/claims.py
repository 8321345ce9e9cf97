"""Claims: every block that an element of the design holds, keeps or has been promised."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any, Final, Literal, NamedTuple

from planners.addresses import Block
from workbench.model.design import Design
from workbench.model.element import Element, ElementId
from workbench.model.elements.address_pool import AddressPool
from workbench.model.elements.address_request import AddressRequest
from workbench.model.elements.data_centre import DataCentre
from workbench.model.elements.other_cloud import OtherCloud
from workbench.model.elements.reserved_range import ReservedRange
from workbench.model.elements.transit_router import TransitRouter
from workbench.model.elements.vpc import Vpc
from workbench.model.elements.vswitch import VSwitch
from workbench.planning.drawn import block_of_subject, block_or_none, blocks_of

Use = Literal["pool", "room", "reserved", "site", "cloud", "planned", "vpc", "router", "vswitch"]
OUTSIDE_IN: Final[tuple[Use, ...]] = (
    "pool",
    "room",
    "reserved",
    "site",
    "cloud",
    "planned",
    "vpc",
    "router",
    "vswitch",
)
"""Of claims with one block, which is drawn around which."""


class Claim(NamedTuple):
    """A block and the element that holds it; the owner is the network or site it is a part of."""

    block: Block
    use: Use
    element: ElementId
    owner: ElementId


def claims(design: Design) -> list[Claim]:
    """All of them, by family and address, from the outside in."""
    found = {
        claim
        for type, held in _HELD.items()
        for element in design.of_kind(type)
        for claim in held(design, element)
    }
    return sorted(found, key=place_of)


def claims_of(design: Design, element: Element) -> tuple[Claim, ...]:
    """The claims of one element, the same block once, in the order in which it has them."""
    held = _HELD.get(type(element))
    return tuple(dict.fromkeys(held(design, element))) if held else ()


def place_of(claim: Claim) -> tuple[int, int, int, int, ElementId]:
    """The order of claims: by address, the larger before what lies in it."""
    block = claim.block
    return block.width, block.base, -block.bits, OUTSIDE_IN.index(claim.use), claim.element


def _held(use: Use, element: Element, written: tuple[str, ...]) -> Iterator[Claim]:
    owner = (element.parent or element.id) if use == "vswitch" else element.id
    return (Claim(block, use, element.id, owner) for block in blocks_of(written))


def _promised(design: Design, request: AddressRequest) -> Iterator[Claim]:
    """The block that a request got for nobody yet, and the room in which a block may double."""
    block = block_or_none(block_of_subject(design, request))
    if block is None:
        return
    if request.growth_bits:
        room = block.enclosing(min(request.growth_bits, block.length))
        yield Claim(room, "room", request.id, request.id)
    if request.block and not isinstance(design.get(request.subject), (Vpc, VSwitch)):
        yield Claim(block, "planned", request.id, request.id)


_HELD: Final[dict[type[Element], Callable[[Design, Any], Iterator[Claim]]]] = {
    AddressPool: lambda design, pool: _held("pool", pool, pool.blocks),
    ReservedRange: lambda design, kept: _held("reserved", kept, (kept.block,)),
    DataCentre: lambda design, site: _held("site", site, tuple(row.block for row in site.ranges)),
    OtherCloud: lambda design, cloud: _held("cloud", cloud, tuple(row.block for row in cloud.ranges)),
    TransitRouter: lambda design, router: _held("router", router, router.blocks),
    Vpc: lambda design, vpc: _held("vpc", vpc, (*vpc.blocks, vpc.ipv6_block)),
    VSwitch: lambda design, vswitch: _held("vswitch", vswitch, (vswitch.block, vswitch.ipv6_block)),
    AddressRequest: _promised,
}
