"""The plan table: every block of a design and every open request in one tree, patched from change to change."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Final

from planners.addresses import Block
from planners.pace import breathe
from workbench.model.change import Change
from workbench.model.design import Design
from workbench.model.element import Element, ElementId
from workbench.model.elements.account import Account
from workbench.model.elements.address_pool import AddressPool
from workbench.model.elements.address_request import AddressRequest
from workbench.model.elements.environment import Environment
from workbench.model.elements.intended_overlap import IntendedOverlap
from workbench.model.elements.region import Region
from workbench.model.elements.vswitch import VSwitch
from workbench.planning.plan_table.held import HOLDERS
from workbench.planning.plan_table.room import Rooms
from workbench.planning.plan_table.rows import PlanRow, row_of
from workbench.planning.plan_table.seats import TOP, Seat, Seating
from workbench.planning.plan_table.why import Why, why

MANY: Final = 400
"""From so many changes at once the table is made anew."""
SHAPING: Final = (AddressPool, Region, Environment, Account, IntendedOverlap)
"""Kinds on which depends where others stand, or whether they may."""
STRIDE: Final = 200
Seats = dict[str, Seat]
Below = dict[str, tuple[str, ...]]


@dataclass(frozen=True, eq=False)
class PlanTable:
    """The rows of a design by key, and the keys below each; cells are made when somebody asks for them."""

    design: Design
    seats: Mapping[str, Seat]
    below: Mapping[str, tuple[str, ...]]
    _rows: dict[str, PlanRow] = field(default_factory=dict)
    _reasons: dict[str, Why] = field(default_factory=dict)

    def row(self, key: str) -> PlanRow:
        """The cells of a row."""
        if key not in self._rows:
            self._rows[key] = row_of(self.design, self.seats[key], self._rooms)
        return self._rows[key]

    def why(self, key: str) -> Why:
        """Why the block of a row is this one."""
        if key not in self._reasons:
            seat = self.seats[key]
            element = self.design.get(seat.element)
            asked = element is not None and not seat.is_shared and seat.part >= 0
            self._reasons[key] = (
                why(self.design, element, seat.part, self._rooms) if element and asked else Why(())
            )
        return self._reasons[key]

    def key_of(self, element: ElementId) -> str:
        """The row of an element; of a request that of what it is for; "" where none tells of it."""
        if element in self.seats:
            return element
        request = self.design.get(element, AddressRequest)
        return request.subject if request and request.subject in self.seats else ""  # type: ignore[return-value]

    def above(self, key: str) -> Iterator[str]:
        """The rows above a row, nearest first."""
        while (seat := self.seats.get(key)) and seat.over != TOP:
            key = seat.over
            yield key

    def lowest(self, key: str) -> Block | None:
        """The block of a row; of one that has none the lowest below it."""
        if self.seats[key].part >= 0:
            return self.row(key).parsed
        found = (self.lowest(one) for one in self.below.get(key, ()))
        return min((block for block in found if block), key=lambda one: (one.width, one.base), default=None)

    def after(self, change: Change, design: Design) -> PlanTable | None:
        """The table after a change, all that it does not touch taken over; None where it has to be made anew."""
        pairs = change.pairs()
        if len(pairs) > MANY or any(_shapes(old, new) for old, new in pairs):
            return None
        touched = [one for pair in pairs for one in pair if isinstance(one, HOLDERS)]
        if not touched:
            return PlanTable(design, self.seats, self.below, self._rows, self._reasons)
        seats, below = dict(self.seats), dict(self.below)
        for id in dict.fromkeys(one.id for one in touched):
            _leave(seats, below, id)
        seating = Seating(design)
        for id in dict.fromkeys(_arriving(touched, design)):
            _arrive(seats, below, seating.seats(design[id]))
        rest = self._untouched(touched, design)
        keep = {key for key in self._rows.keys() | self._reasons.keys() if rest(key) and key in seats}
        rows = {key: row for key, row in list(self._rows.items()) if key in keep}
        reasons = {key: reason for key, reason in list(self._reasons.items()) if key in keep}
        return PlanTable(design, seats, below, rows, reasons)

    @cached_property
    def _rooms(self) -> Rooms:
        return Rooms(self.design)

    def _untouched(self, touched: Iterable[Element], design: Design) -> Callable[[str], bool]:
        """Whether what is known of a row holds still: of a vSwitch as long as its VPC and what is in that are the same."""
        networks: set[ElementId] = set()
        is_wide = False
        for element in touched:
            about = _about(element, self.design, design)
            if isinstance(about, VSwitch):
                networks.add(about.parent or "")
            else:
                networks.add(about.id)
                is_wide = True

        def holds(key: str) -> bool:
            seat = self.seats[key]
            if seat.use == "vswitch":
                return (self.design[seat.element].parent or "") not in networks
            return not is_wide and seat.element not in networks

        return holds


def plan_table(design: Design) -> PlanTable:
    """The table of a design."""
    seats: Seats = {}
    below: dict[str, list[str]] = {}
    seating = Seating(design)
    for kind in HOLDERS:
        for count, element in enumerate(design.of_kind(kind)):
            for seat in seating.seats(element):
                if seats.setdefault(seat.key, seat) is seat:
                    below.setdefault(seat.over, []).append(seat.key)
            if count % STRIDE == 0:
                breathe()
    return PlanTable(design, seats, {over: tuple(keys) for over, keys in below.items()})


def _shapes(old: Element | None, new: Element | None) -> bool:
    return isinstance(old or new, SHAPING)


def _about(element: Element, before: Design, after: Design) -> Element:
    """The network that a request is for, else the element itself."""
    if isinstance(element, AddressRequest) and element.subject:
        return after.get(element.subject) or before.get(element.subject) or element
    return element


def _arriving(touched: Iterable[Element], design: Design) -> Iterator[ElementId]:
    """What has to be seated anew: what changed, what is inside it, and the requests that are for it."""
    for element in touched:
        inside = design.within(element.id) if isinstance(element, AddressRequest) else ()
        below = (*design.children(element.id), *(one.id for one in inside))
        for id in (element.id, *below, *design.referrers(element.id)):
            if isinstance(design.get(id), HOLDERS):
                yield id


def _leave(seats: Seats, below: Below, id: ElementId) -> None:
    """Takes the rows of an element out, and what stands above them for nothing else."""
    for key in [key for key in (id, *below.get(id, ())) if key in seats and _is_of(seats[key], id)]:
        _take_out(seats, below, key)


def _is_of(seat: Seat, id: ElementId) -> bool:
    return seat.element == id and not seat.is_shared


def _take_out(seats: Seats, below: Below, key: str) -> None:
    seat = seats.pop(key)
    below[seat.over] = tuple(other for other in below[seat.over] if other != key)
    over = seats.get(seat.over)
    if over and over.is_shared and not below[seat.over]:
        del below[seat.over]
        _take_out(seats, below, over.key)


def _arrive(seats: Seats, below: Below, arriving: Iterable[Seat]) -> None:
    """Puts the rows of an element in; those that are there already leave first, with what stands above them alone."""
    coming = tuple(arriving)
    for seat in coming:
        if seat.key in seats and not seat.is_shared:
            _take_out(seats, below, seat.key)
    for seat in coming:
        if seat.key not in seats:
            seats[seat.key] = seat
            below[seat.over] = (*below.get(seat.over, ()), seat.key)
