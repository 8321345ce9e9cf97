"""What two address plans amount to, side by side: what is held and used, the routes of each region, and what moved."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final, NamedTuple

from planners.addresses import Block, exact_cover, free_space, routes_by_owner
from planners.pace import breathe
from workbench.model.design import Design
from workbench.model.element import Element, ElementId, State
from workbench.model.elements.address_request import AddressRequest
from workbench.model.elements.cloud_firewall import CloudFirewall
from workbench.model.elements.transit_router import TransitRouter
from workbench.model.elements.vpc import Vpc
from workbench.model.elements.vswitch import VSwitch
from workbench.planning.drawn import block_or_none, blocks_of

PLACED: Final[tuple[tuple[type[Element], tuple[str, ...]], ...]] = (
    (Vpc, ("blocks", "ipv6_block")),
    (VSwitch, ("block", "ipv6_block")),
    (TransitRouter, ("blocks",)),
    (CloudFirewall, ("vpc_block",)),
    (AddressRequest, ("block",)),
)
"""The fields that hold the blocks an address plan gives, by kind."""


class Held(NamedTuple):
    """A block that an element holds in a field: which of several, and whether it can be read."""

    element: ElementId
    field: str
    place: int
    written: str

    @property
    def block(self) -> Block | None:
        """The block, None where the text is none."""
        return block_or_none(self.written)


@dataclass(frozen=True, slots=True)
class Shift:
    """A block of an element that is another one in the second plan; `state` is how far the element had come."""

    element: ElementId
    field: str
    old: str
    new: str
    state: State


@dataclass(frozen=True, slots=True)
class PlanFigures:
    """One plan in figures, of IPv4: addresses that VPCs hold, those vSwitches have of them, and routes by region.

    `waste` is what is held and no vSwitch has. A region's routes are the fewest blocks that cover exactly its VPCs; ""
    stands for VPCs without a region.
    """

    held: int
    used: int
    routes: tuple[tuple[ElementId, int], ...]

    @property
    def waste(self) -> int:
        """Addresses that are held and not used."""
        return self.held - self.used

    @property
    def all_routes(self) -> int:
        """The routes of all regions."""
        return sum(count for _, count in self.routes)


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two plans in figures, and the blocks that differ, by element and field."""

    before: PlanFigures
    after: PlanFigures
    moves: tuple[Shift, ...]


def compared(before: Design, after: Design) -> Comparison:
    """Two designs, or a design before and after an edit, as address plans."""
    return Comparison(figures(before), figures(after), tuple(_shifts(before, after)))


def figures(design: Design) -> PlanFigures:
    """The address plan of a design in figures."""
    owned = [
        (block, vpc.region or "")
        for vpc in design.of_kind(Vpc)
        for block in blocks_of(vpc.blocks)
        if block.width == 32
    ]
    held = exact_cover(block for block, _ in owned)
    inside = [block for one in design.of_kind(VSwitch) if (block := block_or_none(one.block))]
    free = free_space(held, [block for block in inside if block.width == 32])
    addresses = sum(block.size for block in held)
    routes = sorted((region, len(blocks)) for region, blocks in routes_by_owner(owned).items())
    return PlanFigures(addresses, addresses - free.addresses, tuple(routes))


def held_blocks(design: Design) -> Iterator[Held]:
    """Every block that the plan of a design has given, written well or not, by kind and id."""
    for type, _ in PLACED:
        for element in design.of_kind(type):
            breathe()
            yield from held_by(element)


def held_by(element: Element) -> Iterator[Held]:
    """Every block that the plan has given to an element."""
    for type, fields in PLACED:
        if isinstance(element, type):
            for field in fields:
                yield from _in_field(element, field)


def _in_field(element: Element, field: str) -> Iterable[Held]:
    value = getattr(element, field)
    written = (value,) if isinstance(value, str) else value
    return (Held(element.id, field, place, block) for place, block in enumerate(written) if block)


def _shifts(before: Design, after: Design) -> Iterator[Shift]:
    """Blocks that only one of the two plans has are paired in their order; what is new altogether is no move."""
    now: dict[tuple[ElementId, str], list[str]] = {}
    for held in held_blocks(after):
        now.setdefault((held.element, held.field), []).append(held.written)
    was: dict[tuple[ElementId, str], list[str]] = {}
    for held in held_blocks(before):
        was.setdefault((held.element, held.field), []).append(held.written)
    for (id, field), old in was.items():
        new = now.get((id, field), [])
        left = [block for block in old if block not in new]
        come = [block for block in new if block not in old]
        yield from (
            Shift(id, field, one, other, before[id].state) for one, other in zip(left, come, strict=False)
        )
