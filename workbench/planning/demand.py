"""The demand of a request, service by service: the addresses wanted year by year, and the year a block is full."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Final, NamedTuple

from planners.addresses import (
    IPV4,
    MOST_YEARS,
    Part,
    addresses_after,
    full_after,
    hosts_to_length,
)
from workbench.addresses import Span, block_text, spans
from workbench.edits import Edit
from workbench.model.design import Design
from workbench.model.element import Element, ElementId
from workbench.model.elements.address_request import AddressRequest, Demand
from workbench.model.elements.vpc import Vpc
from workbench.model.elements.vswitch import VSwitch
from workbench.reference import Fact, table
from workbench.rules.reader import Reader
from workbench.texts import Text, text

MOST: Final = 1 << 40
"""More than any block of the family holds; what is typed beyond it counts as so many."""
HORIZON: Final = "planning.horizon_years"
KEPT: Final = ("vswitch.reserved_first", "vswitch.reserved_last")


class Taker(NamedTuple):
    """What a service is counted with: figures that are multiplied, and the figure of the zones it stands in, "" for one."""

    addresses: tuple[str, ...]
    zones: str


@cache
def takers() -> Mapping[str, Taker]:
    """The catalogue of what takes addresses, by the name that a row of a demand has."""
    return {
        entry["id"]: Taker(tuple(entry["addresses"]), entry.get("zones", ""))
        for entry in table("services")["service"]
    }


def figures_counted_with() -> tuple[str, ...]:
    """The ids of every figure that a demand may be counted with."""
    found = {id for taker in takers().values() for id in (*taker.addresses, taker.zones) if id}
    return (*KEPT, HORIZON, *sorted(found))


@dataclass(frozen=True, slots=True)
class Share:
    """What one row of a demand comes to: so many, each with so many addresses, in so many vSwitches each."""

    service: Text
    count: int
    each: int
    zones: int
    part: Part
    figures: tuple[Fact, ...]

    @property
    def is_sourced(self) -> bool:
        """Whether its figures were read in a document, or are the project's own."""
        return all(figure.sourced for figure in self.figures)


@dataclass(frozen=True, slots=True)
class Outlook:
    """A demand and the block it has, or would get: what is wanted now and at the horizon, and when the block is full.

    `first` is the year of the counts, None where nothing says it: then years are counted from today on. `switches` are
    the vSwitches in which the platform keeps its addresses.
    """

    request: ElementId
    shares: tuple[Share, ...]
    first: int | None
    horizon: int
    blocks: tuple[str, ...]
    length: int
    needed_length: int
    size: int
    kept: int
    switches: int
    figures: tuple[Fact, ...]

    @property
    def now(self) -> int:
        """The addresses wanted now."""
        return self.wanted(0)

    @property
    def later(self) -> int:
        """The addresses wanted at the horizon."""
        return self.wanted(self.horizon)

    @property
    def usable(self) -> int:
        """The addresses of the block that the platform does not keep."""
        return max(0, self.size - self.kept * self.switches)

    @property
    def missing(self) -> int:
        """The addresses that the block lacks at the horizon."""
        return max(0, self.later - self.usable)

    @property
    def full(self) -> int | None:
        """After how many years the block is too small; None where that is out of sight."""
        return full_after(_parts(self.shares), self.usable)

    def wanted(self, years: int) -> int:
        """The addresses wanted after so many years."""
        return addresses_after(_parts(self.shares), years)

    def use(self, years: int) -> float:
        """The share of the usable addresses that is wanted after so many years; above 1 where they do not do."""
        return self.wanted(years) / self.usable if self.usable else float(self.wanted(years) > 0)

    def behind(self, years: int) -> tuple[Fact, ...]:
        """The figures on which it rests that the block is too small after so many years.

        Where the rows whose figures were read in documents overfill it by themselves, the other rows do not matter.
        """
        sure = tuple(share for share in self.shares if share.is_sourced)
        enough = addresses_after(_parts(sure), years) > self.usable
        rows = sure if enough else self.shares
        return (*(figure for share in rows for figure in share.figures), *self.figures[: 3 if years else 2])


def outlook(request: AddressRequest, design: Reader) -> Outlook | None:
    """What becomes of the demand of a request; None where it has none, or its block is of the other family.

    The block is the one its VPC or vSwitch holds, or its own; where there is none yet, it is the one asked for. A VPC is
    measured whole: the platform keeps its addresses in every vSwitch, of which there are at least as many as zones are
    wanted.
    """
    subject = design.get(request.subject)
    room = _room(request, subject)
    if not request.demand or room is None:
        return None
    shares = tuple(_share(row, request, design, isinstance(subject, Vpc)) for row in request.demand)
    first, last, usual = (design.fact(id) for id in (*KEPT, HORIZON))
    kept = max(0, first.value) + max(0, last.value)
    drawn = len(design.children(subject, VSwitch)) if isinstance(subject, Vpc) else 1
    switches = max(1, drawn, *(share.zones for share in shares))
    horizon = min(max(0, usual.value if request.horizon is None else request.horizon), MOST_YEARS)
    needed = hosts_to_length(addresses_after(_parts(shares), horizon), 0, kept * switches)
    needed = min(needed, _longest(subject, design))
    length = room[0].length if room else request.prefix_length or needed
    return Outlook(
        request=request.id,
        shares=shares,
        first=_first_year(request, design),
        horizon=horizon,
        blocks=tuple(block_text(block) for block in room),
        length=length,
        needed_length=needed,
        size=sum(block.size for block in room) if room else 1 << max(0, IPV4 - length),
        kept=kept,
        switches=switches,
        figures=(first, last, usual) if request.horizon is None else (first, last),
    )


def outlooks(design: Design, id: ElementId) -> tuple[Outlook, ...]:
    """The outlooks of an element: of the request itself, or of the requests for a VPC or vSwitch."""
    element = design.get(id)
    reader = Reader(design)
    if isinstance(element, AddressRequest):
        requests: tuple[AddressRequest, ...] = (element,)
    else:
        named = reader.referrers(element, AddressRequest) if element else ()
        requests = tuple(one for one in named if one.subject == id)
    return tuple(found for one in requests if (found := outlook(one, reader)))


def wanted_hosts(design: Design, request: AddressRequest) -> int | None:
    """The hosts that a block is planned for: those of its demand at the horizon, else those it names."""
    found = outlook(request, Reader(design))
    if found is None:
        return request.hosts
    # The planner adds what the platform keeps in one block.
    return max(0, found.later + found.kept * (found.switches - 1))


def asked_anew(request: ElementId) -> Edit:
    """Takes the block of a request away, so that the next plan finds one that its demand fits in."""

    def edit(design: Design) -> Design:
        asked = design.get(request, AddressRequest)
        if asked is None:
            return design
        held = design.get(asked.subject)
        if isinstance(held, Vpc):
            design = design.replacing(held.id, blocks=())
        elif isinstance(held, VSwitch):
            design = design.replacing(held.id, block="")
        return design.replacing(request, prefix_length=None, block="")

    return edit


def _share(row: Demand, request: AddressRequest, design: Reader, whole: bool) -> Share:
    """A row with its figures; what stands in several zones counts once in a vSwitch, and in each zone of a VPC."""
    taker = takers()[row.service]
    figures = () if row.each is not None else tuple(design.fact(id) for id in taker.addresses)
    each = 1 if row.each is None else row.each
    for figure in figures:
        each *= max(0, figure.value)
    zones = design.fact(taker.zones) if whole and taker.zones else None
    copies = max(1, zones.value) if zones else 1
    count = _within(row.count)
    growth = request.yearly_growth if row.growth is None else row.growth
    begins = max(0, row.since - first) if row.since and (first := _first_year(request, design)) else 0
    part = Part(count, _within(each) * copies, _within(growth), begins)
    service = AddressRequest.kind.field("demand").columns[0].choices[row.service]
    return Share(service, count, _within(each), copies, part, (*figures, *((zones,) if zones else ())))


def _within(number: int) -> int:
    return min(max(0, number), MOST)


def _parts(shares: tuple[Share, ...]) -> tuple[Part, ...]:
    return tuple(share.part for share in shares)


def _first_year(request: AddressRequest, design: Reader) -> int | None:
    """The year of the counts: as the request says, else that of the engagement; the clock is never read."""
    engagement = design.engagement
    dated = next((day for day in (engagement.issued, engagement.starts) if day), "") if engagement else ""
    year = dated[:4]
    return request.counted_in or (int(year) if year.isascii() and year.isdigit() else None)


def _room(request: AddressRequest, subject: Element | None) -> tuple[Span, ...] | None:
    """The blocks that answer a request, or the one it is pinned to; None where it is about the other family."""
    if request.is_ipv6():
        return None
    held: tuple[str, ...] = (request.block,)
    if isinstance(subject, Vpc):
        held = subject.blocks
    elif isinstance(subject, VSwitch):
        held = (subject.block,)
    found = spans(held) or spans((request.pin,))
    four = tuple(block for block in found if block.width == IPV4)
    return four if four or not found else None


def _longest(subject: Element | None, design: Reader) -> int:
    """The prefix length of the smallest block that the platform takes."""
    if isinstance(subject, Vpc):
        return int(design.fact("vpc.cidr.mask_max").value)
    return int(design.fact("vswitch.mask_max").value) if isinstance(subject, VSwitch) else IPV4


def when(found: Outlook, years: int) -> Text:
    """The year after so many years, or how long that is where nothing says when the demand was counted."""
    if found.first is not None:
        return text("in {year}", year=str(found.first + years))
    return text("after {count} years", count=years) if years else text("at present")


def year_of(found: Outlook, years: int) -> str | Text:
    """The year after so many years as it stands below a line: a date, or how many years on."""
    return str(found.first + years) if found.first is not None else text("+{count}", count=years)
