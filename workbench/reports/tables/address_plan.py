"""The address plan: every block in use, in a tree, with what is used, free and kept."""

from __future__ import annotations

from collections.abc import Iterator

from workbench.addresses import Span, address_text, block_text, largest_free, merged, span
from workbench.model.design import Design
from workbench.model.element import Element
from workbench.model.elements.address_pool import AddressPool
from workbench.model.elements.address_request import AddressRequest
from workbench.model.elements.data_centre import DataCentre
from workbench.model.elements.other_cloud import OtherCloud
from workbench.model.elements.region import Region
from workbench.model.elements.reserved_range import ReservedRange
from workbench.model.elements.vpc import Vpc
from workbench.model.elements.vswitch import VSwitch
from workbench.planning.demand import Outlook, outlooks, when
from workbench.planning.figures import kept_in_vswitch
from workbench.reports.report import BarChart, Column, RowLook, Said, Table, TableRow
from workbench.reports.tables.names import named, owner, region_of, vpcs_in_order
from workbench.texts import text
from workbench.words import Words

COLUMNS = (
    Column("name", text("Name"), width=36),
    Column("account", text("Account"), width=28),
    Column("region", text("Region"), width=26),
    Column("zone", text("Zone"), width=24),
    Column("block", text("Block"), "block", 30),
    Column("first", text("First"), "block", 26),
    Column("last", text("Last"), "block", 26),
    Column("addresses", text("Addresses"), "count", 20),
    Column("usable", text("Usable"), "count", 18),
    Column("used", text("Used"), "count", 18),
    Column("share", text("Share used"), "share", 18),
    Column("wanted", text("Wanted at first"), "count", 20),
    Column("later", text("Wanted at horizon"), "count", 20),
    Column("use", text("Use at horizon"), "share", 20),
    Column("full", text("Full"), width=22),
    Column("state", text("State"), "state", 22),
)
FREE = text("free (largest run)")
FREE_STATE = text("free")


def address_plan(design: Design) -> Table:
    """Pools, VPCs with their vSwitches and free room, demands for neither, sites: one row a block, by region and address."""
    rows = (*_pools(design), *_vpcs(design), *_wishes(design), *_sites(design))
    kept = kept_in_vswitch(design)
    note = text(
        "Addresses are counted whole; the platform keeps {kept} of every vSwitch. Free rows are the largest blocks left.",
        kept=kept,
    )
    return Table("address-plan", text("Address plan"), COLUMNS, rows, note)


def used_and_free(design: Design) -> BarChart:
    """How many addresses of each VPC its vSwitches take, and how many are left."""
    bars = []
    for vpc in vpcs_in_order(design):
        whole, used = _sizes(design, vpc)
        if whole:
            bars.append((vpc.title(), float(used), float(whole - used)))
    return BarChart(
        "used-and-free",
        text("Addresses used and free by VPC"),
        text("addresses"),
        (text("used by vSwitches"), text("free")),
        tuple(bars),
    )


def _sizes(design: Design, vpc: Vpc) -> tuple[int, int]:
    """Addresses of a VPC's blocks, and how many of them its vSwitches take."""
    whole = sum(found.size for block in vpc.blocks if (found := span(block)) and found.width == 32)
    return whole, sum(found.size for found in merged(_vswitch_spans(design, vpc)))


def _pools(design: Design) -> Iterator[TableRow]:
    for pool in design.of_kind(AddressPool):
        for block in pool.blocks:
            found = span(block)
            used = _taken(design, found) if found else 0
            yield _row(design, pool, block, used, 0, "container")
        for id in design.children(pool.id):
            reserved = design.get(id, ReservedRange)
            if reserved:
                yield _row(design, reserved, reserved.block, None, 1, "plain")
    for reserved in design.of_kind(ReservedRange):
        if not design.get(reserved.parent, AddressPool):
            yield _row(design, reserved, reserved.block, None, 0, "plain")


def _taken(design: Design, pool: Span) -> int:
    """How many addresses of a pool VPCs take."""
    inside = [
        found
        for vpc in design.of_kind(Vpc)
        for block in vpc.blocks
        if (found := span(block)) and pool.holds(found)
    ]
    return sum(found.size for found in merged(inside))


def _vpcs(design: Design) -> Iterator[TableRow]:
    for vpc in vpcs_in_order(design):
        vswitches = [found for id in design.children(vpc.id) if (found := design.get(id, VSwitch))]
        for block in vpc.blocks or ("",):
            whole = span(block)
            inside = [v for v in vswitches if whole and (s := span(v.block)) and whole.holds(s)]
            used = sum(found.size for found in merged(_spans(inside)))
            yield _row(design, vpc, block, used if whole else None, 0, "container")
            yield from _inside(design, vpc, whole, inside)
        stray = [v for v in vswitches if not _is_inside(v, vpc)]
        for vswitch in stray:
            yield _row(design, vswitch, vswitch.block, None, 1, "plain")
    for vswitch in design.of_kind(VSwitch):
        if design.get(vswitch.parent, Vpc) is None:
            yield _row(design, vswitch, vswitch.block, None, 0, "plain")


def _is_inside(vswitch: VSwitch, vpc: Vpc) -> bool:
    found = span(vswitch.block)
    return bool(found) and any(whole.holds(found) for block in vpc.blocks if (whole := span(block)) and found)


def _inside(design: Design, vpc: Vpc, whole: Span | None, vswitches: list[VSwitch]) -> Iterator[TableRow]:
    """The vSwitches of a block in the order of addresses, then the largest room that is left."""
    for vswitch in sorted(vswitches, key=lambda v: (span(v.block) or Span(0, 0, 32)).first):
        yield _row(design, vswitch, vswitch.block, None, 1, "plain")
    taken = _spans(vswitches)
    largest = largest_free(whole, taken) if whole and whole.width == 32 else None
    if largest:
        region = region_of(design, vpc)
        yield _line(
            FREE,
            owner(design, vpc),
            region,
            None,
            block_text(largest),
            state=FREE_STATE,
            level=1,
            look="free",
        )


def _spans(vswitches: list[VSwitch]) -> list[Span]:
    return [found for vswitch in vswitches if (found := span(vswitch.block))]


def _vswitch_spans(design: Design, vpc: Vpc) -> list[Span]:
    vswitches = (design.get(id, VSwitch) for id in design.children(vpc.id))
    return [found for v in vswitches if v and (found := span(v.block)) and _is_inside(v, vpc)]


def _wishes(design: Design) -> Iterator[TableRow]:
    """What is wanted by service for anything but a VPC or vSwitch, which have rows of their own."""
    for request in design.of_kind(AddressRequest):
        if request.demand and not isinstance(design.get(request.subject), (Vpc, VSwitch)):
            yield _row(design, request, request.block, None, 0, "plain")


def _sites(design: Design) -> Iterator[TableRow]:
    sites: tuple[DataCentre | OtherCloud, ...] = (*design.of_kind(DataCentre), *design.of_kind(OtherCloud))
    for site in sites:
        for use in site.ranges:
            place = Words(en=use.use) if use.use else None
            yield _line(site.title(), None, None, place, use.block, state=site.kind.label, element=site.id)


def _row(
    design: Design,
    element: AddressPool | ReservedRange | Vpc | VSwitch | AddressRequest,
    block: str,
    used: int | None,
    level: int,
    look: RowLook,
) -> TableRow:
    """The row of an element's block; what a vSwitch loses to the platform is not usable."""
    kept = kept_in_vswitch(design)
    demand = _demand_of(design, element, block)
    return _line(
        element.title(),
        owner(design, element),
        region_of(design, element),
        named(design, getattr(element, "zone", None)),
        block,
        kept=kept if isinstance(element, VSwitch) else None,
        used=used,
        state=element.kind.field("state").choices[element.state],
        demand=demand,
        level=level,
        look=look,
        element=element.id,
    )


def _line(  # one argument a column
    name: Said,
    account: Said,
    region: Region | None,
    zone: Said,
    block: str,
    *,
    kept: int | None = None,
    used: int | None = None,
    state: Said = None,
    demand: Outlook | None = None,
    level: int = 0,
    look: RowLook = "plain",
    element: str = "",
) -> TableRow:
    found = span(block)
    size = found.size if found and found.width == 32 else None
    first, last = (
        (address_text(found.first, found.width), address_text(found.last, found.width))
        if found
        else (None, None)
    )
    usable = max(size - kept, 0) if size is not None and kept is not None else None
    if demand:
        usable = demand.usable
    share = used / size if used is not None and size else None
    place = region.title() if region else None
    where = (name, account, place, zone, block or None, first, last)
    cells = (*where, size, usable, used, share, *_ahead(demand), state)
    return TableRow(cells, level, look, element)


def _demand_of(design: Design, element: Element, block: str) -> Outlook | None:
    """The largest demand for an element; a VPC's stands beside the first of its blocks."""
    if isinstance(element, Vpc) and block != (*element.blocks, "")[0]:
        return None
    return max(outlooks(design, element.id), key=lambda found: found.later, default=None)


def _ahead(demand: Outlook | None) -> tuple[Said, ...]:
    """What is wanted, how much of what is usable that is, and when it is too much."""
    if demand is None:
        return (None, None, None, None)
    full = when(demand, demand.full) if demand.full is not None else None
    return (demand.now, demand.later, demand.use(demand.horizon), full)
