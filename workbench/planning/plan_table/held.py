"""Which blocks an element holds, part by part, and the element with another block in one of them."""

from __future__ import annotations

from typing import Any

import msgspec

from workbench.model.element import Element
from workbench.model.elements.address_pool import AddressPool
from workbench.model.elements.address_request import AddressRequest
from workbench.model.elements.data_centre import DataCentre, SiteRange
from workbench.model.elements.other_cloud import OtherCloud
from workbench.model.elements.reserved_range import ReservedRange
from workbench.model.elements.transit_router import TransitRouter
from workbench.model.elements.vpc import Vpc
from workbench.model.elements.vswitch import VSwitch

LISTED = (Vpc, AddressPool, TransitRouter)
"""Kinds with a list of blocks; the first of a VPC is its primary one."""
SINGLE = (VSwitch, ReservedRange, AddressRequest)
SITES = (DataCentre, OtherCloud)
HOLDERS = (*LISTED, *SINGLE, *SITES)


def held(element: Element) -> tuple[str, ...]:
    """The blocks an element holds as they are written; one part is one block."""
    if isinstance(element, LISTED):
        return element.blocks
    if isinstance(element, SITES):
        return tuple(row.block for row in element.ranges)
    return (element.block,) if isinstance(element, SINGLE) and element.block else ()


def block_at(element: Element | None, part: int) -> str:
    """The block of one part; "" where it has none."""
    blocks = held(element) if element else ()
    return blocks[part] if 0 <= part < len(blocks) else ""


def holding(element: Element, part: int, block: str) -> Element:
    """The element with another block in a part; "" takes the part out, one behind the last adds it."""
    changes: dict[str, Any] = {}
    if isinstance(element, SITES):
        ranges = list(element.ranges)
        ranges[part : part + 1] = [_range(element.ranges, part, block)] if block else []
        changes["ranges"] = tuple(ranges)
    elif isinstance(element, LISTED):
        blocks = list(element.blocks)
        blocks[part : part + 1] = [block] if block else []
        changes["blocks"] = tuple(blocks)
    else:
        changes["block"] = block
    return msgspec.structs.replace(element, **changes)


def _range(ranges: tuple[SiteRange, ...], part: int, block: str) -> SiteRange:
    old = ranges[part] if part < len(ranges) else SiteRange()
    return msgspec.structs.replace(old, block=block)
