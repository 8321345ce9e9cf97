"""Claims: every block that an element of the design holds, keeps or has been promised."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final, Literal, NamedTuple

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
    found = {claim for one in _all(design) for claim in one if claim.block}
    return sorted(found, key=place_of)


def place_of(claim: Claim) -> tuple[int, int, int, int, ElementId]:
    """The order of claims: by address, the larger before what lies in it."""
    block = claim.block
    return block.width, block.base, -block.bits, OUTSIDE_IN.index(claim.use), claim.element


def _all(design: Design) -> Iterator[Iterator[Claim]]:
    for pool in design.of_kind(AddressPool):
        yield _held("pool", pool, pool.blocks)
    for kept in design.of_kind(ReservedRange):
        yield _held("reserved", kept, (kept.block,))
    for site in design.of_kind(DataCentre):
        yield _held("site", site, tuple(row.block for row in site.ranges))
    for cloud in design.of_kind(OtherCloud):
        yield _held("cloud", cloud, tuple(row.block for row in cloud.ranges))
    for router in design.of_kind(TransitRouter):
        yield _held("router", router, router.blocks)
    for vpc in design.of_kind(Vpc):
        yield _held("vpc", vpc, (*vpc.blocks, vpc.ipv6_block))
    for vswitch in design.of_kind(VSwitch):
        yield _held("vswitch", vswitch, (vswitch.block, vswitch.ipv6_block))
    for request in design.of_kind(AddressRequest):
        yield _promised(design, request)


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
