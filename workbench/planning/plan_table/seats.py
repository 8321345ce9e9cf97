"""Seats: where each element has its row in the plan table, below which pool, region, stage, account or VPC."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final, Literal, NamedTuple

from planners.addresses import Block
from workbench.drawing.surroundings import Surroundings
from workbench.model.design import Design
from workbench.model.element import Element, ElementId
from workbench.model.elements.address_pool import AddressPool
from workbench.model.elements.address_request import AddressRequest
from workbench.model.elements.region import Region
from workbench.model.elements.reserved_range import ReservedRange
from workbench.model.elements.transit_router import TransitRouter
from workbench.model.elements.vpc import Vpc
from workbench.model.elements.vswitch import VSwitch
from workbench.planning.drawn import block_or_none, blocks_of
from workbench.planning.plan_table.held import SITES, held
from workbench.planning.pools import pools_for

Use = Literal[
    "pool", "region", "group", "loose", "vpc", "vswitch", "request", "reserved", "site", "range", "router"
]
TOP: Final = ""
BETWEEN: Final = "\x1f"
"""Parts the pieces of keys; no id of a file holds it."""
LOOSE: Final = f"{BETWEEN}loose"
"""The row above what stands in no pool and no region."""


class Seat(NamedTuple):
    """A row: its key, the key of the row it stands below, what it is, and of whose block it tells (part -1: of none)."""

    key: str
    over: str
    use: Use
    element: ElementId
    part: int = 0

    @property
    def is_shared(self) -> bool:
        """Whether it stands only as long as something stands below it."""
        return self.use in ("region", "group", "loose")


class Seating:
    """Finds the seats of the elements of one design."""

    def __init__(self, design: Design) -> None:
        self._design = design
        self._around = Surroundings(design)
        pools = [(block, pool.id) for pool in design.of_kind(AddressPool) for block in blocks_of(pool.blocks)]
        self._pools = sorted(pools, key=lambda pair: (pair[0].bits, pair[0].base, pair[1]))

    def seats(self, element: Element) -> Iterator[Seat]:
        """The rows of an element, after the shared rows that have to stand above them; none for other kinds."""
        if isinstance(element, AddressPool):
            parent = self._parent(element, AddressPool)
            yield from self._own(element, "pool", parent.id if parent else TOP)
        elif isinstance(element, Vpc):
            yield from self._vpc(element)
        elif isinstance(element, VSwitch):
            yield from self._below(element, "vswitch", self._design.get(element.parent, Vpc))
        elif isinstance(element, AddressRequest):
            yield from self._request(element)
        elif isinstance(element, ReservedRange):
            yield from self._below(element, "reserved", self._pool_of(element, element.block))
        elif isinstance(element, SITES):
            yield Seat(element.id, TOP, "site", element.id, -1)
            yield from self._parts(element, 0)
        elif isinstance(element, TransitRouter) and element.blocks:
            yield from self._router(element)

    def _own(self, element: Element, use: Use, over: str) -> Iterator[Seat]:
        yield Seat(element.id, over, use, element.id)
        yield from self._parts(element, 1)

    def _parts(self, element: Element, first: int) -> Iterator[Seat]:
        """A row a block where an element has more than the row itself tells."""
        for part in range(first, len(held(element))):
            yield Seat(f"{element.id}{BETWEEN}{part}", element.id, "range", element.id, part)

    def _below(self, element: Element, use: Use, over: Element | None) -> Iterator[Seat]:
        if over is None:
            yield Seat(LOOSE, TOP, "loose", "", -1)
        yield from self._own(element, use, over.id if over else LOOSE)

    def _vpc(self, vpc: Vpc) -> Iterator[Seat]:
        region = self._design.get(vpc.region)
        over = self._pool_of(vpc, vpc.blocks[0] if vpc.blocks else "", vpc.region) or region
        above = over.id if over else LOOSE
        if over is None:
            yield Seat(LOOSE, TOP, "loose", "", -1)
        elif over is region:
            yield Seat(above, TOP, "region", above, -1)
        around = self._around.of(vpc.id)
        group = around.get("environment") or around.get("account")
        if group:
            key = f"{above}{BETWEEN}{group}"
            yield Seat(key, above, "group", group, -1)
            above = key
        yield from self._own(vpc, "vpc", above)

    def _request(self, request: AddressRequest) -> Iterator[Seat]:
        subject = self._design.get(request.subject)
        if isinstance(subject, (Vpc, VSwitch)):
            return  # The row of what it is for tells of it.
        over = self._parent(request, AddressRequest)
        region = subject.id if isinstance(subject, Region) else None
        yield from self._below(request, "request", over or self._pool_of(request, request.block, region))

    def _router(self, router: TransitRouter) -> Iterator[Seat]:
        over = self._pool_of(router, router.blocks[0])
        region = self._design.get(router.region, Region)
        if over is None and region:
            yield Seat(region.id, TOP, "region", region.id, -1)
        yield from self._below(router, "router", over or region)

    def _pool_of(self, element: Element, written: str, region: ElementId | None = None) -> Element | None:
        """The innermost pool around a block, the pool an element is put in, or the one its region takes from."""
        block = block_or_none(written)
        if block and (found := self._holding(block)):
            return self._design.get(found)
        if pool := self._parent(element, AddressPool):
            return pool
        if block or not (pools := pools_for(self._design, region)):
            return None
        return self._design.get(pools[0])

    def _parent(self, element: Element, kind: type[Element]) -> Element | None:
        """The parent where it is of a kind and does not stand below the element itself: parents may go in a circle."""
        above = (element.parent, *(one.parent for one in self._design.above(element.id)))
        return None if element.id in above else self._design.get(element.parent, kind)

    def _holding(self, block: Block) -> ElementId | None:
        return next((id for pool, id in self._pools if pool.holds(block)), None)
