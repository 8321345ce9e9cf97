"""What a design has drawn or keeps free: the ranges that no new block may touch."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

from planners.addresses import Block, NotABlock, parse_block
from workbench.model.design import Design
from workbench.model.element import ElementId
from workbench.model.elements.address_request import AddressRequest
from workbench.model.elements.data_centre import DataCentre
from workbench.model.elements.other_cloud import OtherCloud
from workbench.model.elements.reserved_range import ReservedRange
from workbench.model.elements.transit_router import TransitRouter
from workbench.model.elements.vpc import Vpc
from workbench.model.elements.vswitch import VSwitch


@lru_cache(maxsize=65536)
def block_or_none(written: str) -> Block | None:
    """A block as the planner has it, None where the text is none: a broken design is planned around what can be read."""
    try:
        return parse_block(written) if written else None
    except NotABlock:
        return None


def blocks_of(written: Sequence[str]) -> tuple[Block, ...]:
    """Those of some texts that are blocks."""
    return tuple(block for text in written if (block := block_or_none(text)))


def drawn_blocks(design: Design) -> dict[ElementId, tuple[Block, ...]]:
    """The blocks that VPCs, vSwitches, routers, sites and reserved ranges hold, by the element that holds them."""
    return {id: found for id, written in _written(design) if (found := blocks_of(written))}


def drawn_in(design: Design, vpc: ElementId, without: ElementId | None = None) -> tuple[Block, ...]:
    """The blocks of the vSwitches of a VPC, of both families."""
    found = [one for id in design.children(vpc) if id != without and (one := design.get(id, VSwitch))]
    return blocks_of([written for one in found for written in (one.block, one.ipv6_block)])


def outermost(blocks: Iterable[Block]) -> tuple[Block, ...]:
    """The blocks of which none lies in another, in order."""
    found: list[Block] = []
    for block in sorted(set(blocks), key=lambda one: (one.width, one.base, -one.bits)):
        if not found or not found[-1].holds(block):
            found.append(block)
    return tuple(found)


def block_of_subject(design: Design, request: AddressRequest) -> str:
    """The block that answers a request: its own, or the one its VPC or vSwitch holds; "" while there is none."""
    subject = design.get(request.subject)
    if isinstance(subject, (Vpc, VSwitch)):
        return held_by_network(subject, request)
    return request.block


def held_by_network(subject: Vpc | VSwitch, request: AddressRequest) -> str:
    """The block of a VPC or vSwitch that a request for it is about: its first of the family."""
    if request.is_ipv6():
        return subject.ipv6_block
    return (*subject.blocks, "")[0] if isinstance(subject, Vpc) else subject.block


def _written(design: Design) -> Iterator[tuple[ElementId, tuple[str, ...]]]:
    for vpc in design.of_kind(Vpc):
        yield vpc.id, (*vpc.blocks, vpc.ipv6_block)
    for vswitch in design.of_kind(VSwitch):
        yield vswitch.id, (vswitch.block, vswitch.ipv6_block)
    for router in design.of_kind(TransitRouter):
        yield router.id, router.blocks
    sites: tuple[DataCentre | OtherCloud, ...] = (*design.of_kind(DataCentre), *design.of_kind(OtherCloud))
    for site in sites:
        yield site.id, tuple(row.block for row in site.ranges)
    for kept in design.of_kind(ReservedRange):
        yield kept.id, (kept.block,)
    for request in design.of_kind(AddressRequest):
        yield request.id, (request.block,)
