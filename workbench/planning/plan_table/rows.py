"""A row of the plan table: what stands in its cells, without the sentence why it is so."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from planners.addresses import Block, usable
from workbench.model.design import Design
from workbench.model.element import Element, State
from workbench.model.elements.address_pool import AddressPool
from workbench.model.elements.address_request import AddressRequest
from workbench.model.elements.vpc import Vpc
from workbench.model.elements.vswitch import VSwitch
from workbench.planning.drawn import block_or_none
from workbench.planning.plan_table.held import SITES, block_at
from workbench.planning.plan_table.room import IPV4, Rooms
from workbench.planning.plan_table.seats import Seat
from workbench.planning.plan_table.standing import growth_of, kept, needed
from workbench.texts import Sayable, Text, text

SPELLED: Final = 16
"""Doublings up to which the figure itself is told."""
NOTHING: Final = Text("")
ELSEWHERE: Final = text("Outside of pools and regions")


@dataclass(frozen=True, slots=True)
class PlanRow:
    """The cells of a row; `used` is a share from 0, `free` the prefix length of the largest free block inside."""

    name: Sayable
    symbol: str
    demand: Text = NOTHING
    block: str = ""
    usable: int | None = None
    used: float | None = None
    room: Text = NOTHING
    state: State | None = None
    is_pinned: bool = False
    wanted: int = 0
    """The addresses that are asked for, 0 where nothing is."""

    @property
    def is_locked(self) -> bool:
        """Whether it is deployed, so that it stays where it is."""
        return self.state == "deployed"

    @property
    def parsed(self) -> Block | None:
        """Its block, None where it has none."""
        return block_or_none(self.block)


def row_of(design: Design, seat: Seat, rooms: Rooms) -> PlanRow:
    """The cells of a seat."""
    element = design.get(seat.element)
    if element is None:
        return PlanRow(ELSEWHERE, "question")
    if seat.is_shared:
        return PlanRow(element.title(), element.symbol())
    if seat.use == "range":
        return _part(element, seat, rooms)
    request = rooms.request_of(element)
    block = block_at(element, seat.part)
    return PlanRow(
        element.title(),
        element.symbol(),
        demand_said(request),
        block,
        _usable(element, block_or_none(block), rooms),
        _used(element, block_or_none(block), request, rooms),
        _room(element, block_or_none(block), request, rooms),
        element.state,
        bool(request and request.pin),
        _wanted(design, element, request),
    )


def _wanted(design: Design, element: Element, request: AddressRequest | None) -> int:
    need = needed(design, element, request)
    return (need.addresses or 1 << max(IPV4 - need.length, 0)) if need else 0


def demand_said(request: AddressRequest | None) -> Text:
    """What a request asks for: a size, or hosts with their growth; nothing where it says neither."""
    if request is None:
        return NOTHING
    if request.prefix_length:
        return text("/{length}", key="plan.length", length=request.prefix_length)
    if request.hosts is None:
        return NOTHING
    if request.growth_percent:
        return text(
            "{hosts} hosts +{percent} %",
            key="plan.growing",
            hosts=request.hosts,
            percent=request.growth_percent,
        )
    return text("{hosts} hosts", key="plan.hosts", hosts=request.hosts)


def _part(element: Element, seat: Seat, rooms: Rooms) -> PlanRow:
    """A further block of an element, or a range of a site."""
    block = block_at(element, seat.part)
    parsed = block_or_none(block)
    if isinstance(element, SITES):
        use = element.ranges[seat.part].use
        return PlanRow(
            text("{use}", key="plan.use", use=use) if use else text("range", key="plan.range"),
            "prefix-list",
            block=block,
        )
    name = text("further block", key="plan.further")
    used, room = _used(element, parsed, None, rooms), _room(element, parsed, None, rooms)
    return PlanRow(name, "prefix-list", block=block, used=used, room=room)


def _usable(element: Element, block: Block | None, rooms: Rooms) -> int | None:
    return usable(block, kept(rooms.design, block.width)) if block and isinstance(element, VSwitch) else None


def _used(
    element: Element, block: Block | None, request: AddressRequest | None, rooms: Rooms
) -> float | None:
    """Of a vSwitch the hosts that are asked for, of a network or pool what is handed out of it."""
    if block is None:
        return None
    if isinstance(element, VSwitch):
        known = request is not None and request.hosts is not None
        return (
            (request.hosts or 0) / max(usable(block, kept(rooms.design, block.width)), 1)
            if known and request
            else None
        )
    if isinstance(element, Vpc):
        return 1 - rooms.free_in_vpc(element, block).addresses / block.size
    return 1 - rooms.free_in_pool(block).addresses / block.size if isinstance(element, AddressPool) else None


def _room(element: Element, block: Block | None, request: AddressRequest | None, rooms: Rooms) -> Text:
    """How often it may double; of a network or pool the largest block that is free in it."""
    if growth := growth_of(request):
        return text("×{times}", key="plan.times", times=1 << growth if growth <= SPELLED else f"2^{growth}")
    if block is None or not isinstance(element, (Vpc, AddressPool)):
        return NOTHING
    free = rooms.free_in_vpc(element, block) if isinstance(element, Vpc) else rooms.free_in_pool(block)
    return (
        text("/{length} free", key="plan.free", length=free.largest.length)
        if free.largest
        else text("full", key="plan.full")
    )
