"""Plan A beside plan B: what each wastes, announces and leaves free, and which blocks differ."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Final, Literal, NamedTuple

import msgspec

from planners.addresses import BadProblem, Block, exact_cover, free_space
from planners.pace import breathe
from workbench.drawing.surroundings import Surroundings
from workbench.edits import Edit
from workbench.model.design import Design
from workbench.model.element import Element, ElementId
from workbench.model.elements.address_pool import AddressPool
from workbench.model.elements.address_request import AddressRequest
from workbench.model.elements.vpc import Vpc
from workbench.model.elements.vswitch import VSwitch
from workbench.model.ids import id_from
from workbench.planning.addresses import Refusal, address_plan, plan_edit
from workbench.planning.drawn import block_or_none, blocks_of, drawn_blocks
from workbench.planning.figures import forbidden
from workbench.planning.plan_table.held import HOLDERS, block_at, held, holding
from workbench.planning.plan_table.room import IPV4, Rooms, outermost
from workbench.planning.plan_table.standing import kept
from workbench.texts import Text, text

Source = Literal["open", "anew"]
SOURCES: Final[Mapping[Source, Text]] = {
    "open": text("Open requests answered"),
    "anew": text("Drafts planned anew"),
}
"""What a plan B can be besides the design of another file."""


CONTRADICTING: Final = text(
    "Pools overlap, or requests contradict each other, so that nothing can be planned; the findings say where."
)


class Moved(NamedTuple):
    """A block that differs: "" where one of the plans has none."""

    element: ElementId
    part: int
    old: str
    new: str


@dataclass(frozen=True, slots=True)
class Figures:
    """A plan in figures: addresses that nobody needs, routes by region, free blocks, the largest of them."""

    waste: int
    routes: Mapping[ElementId, int]
    fragments: int
    largest: Block | None

    @property
    def announced(self) -> int:
        """The routes of all regions."""
        return sum(self.routes.values())


@dataclass(frozen=True, slots=True)
class Comparison:
    """The plan as it is, another one, and what leads from one to the other."""

    a: Figures
    b: Figures
    moves: tuple[Moved, ...]
    design: Design
    """The design that was compared."""
    taken: Design
    """The same with the blocks of plan B."""
    refusals: tuple[Refusal, ...] = ()

    def of(self, element: ElementId, part: int) -> Moved | None:
        """What becomes of a block."""
        return next((one for one in self.moves if (one.element, one.part) == (element, part)), None)

    @property
    def moved(self) -> int:
        """How many blocks that have a place get another one."""
        return sum(bool(one.old and one.new) for one in self.moves)


def compared(design: Design, source: Source) -> Comparison:
    """The design beside what the planner makes of it now; beside itself where it contradicts itself, with the reason."""
    try:
        other, refusals = PLANS[source](design)
    except BadProblem:
        other, refusals = design, (Refusal((), CONTRADICTING, "bad-problem"),)
    return replace(beside(design, other), refusals=refusals)


def beside(design: Design, other: Design) -> Comparison:
    """The design beside another one; blocks of elements that are in both are set side by side."""
    moves = tuple(_moves(design, other))
    taken = _with(design, moves)
    # Asked for here and not where B is taken, which is while somebody looks.
    assert taken.index
    return Comparison(figures(design), figures(other), moves, design, taken)


def take_edit(found: Comparison) -> Edit:
    """Gives every block the place it has in plan B; what changed since the plans were compared stays as it is."""
    return lambda design: found.taken if design is found.design else _with(design, found.moves)


def _with(design: Design, moves: Iterable[Moved]) -> Design:
    changed: dict[ElementId, Element] = {}
    # From the last part on: a part that goes changes the places of those behind it.
    for one in reversed(tuple(moves)):
        element = changed.get(one.element) or design.get(one.element)
        if element and block_at(element, one.part) == one.old:
            changed[one.element] = holding(element, one.part, one.new)
    return design.adding(*changed.values())


def figures(design: Design) -> Figures:
    """The figures of the plan that a design holds."""
    breathe()
    around = Surroundings(design)
    by_region: dict[ElementId, list[Block]] = {}
    for vpc in design.of_kind(Vpc):
        by_region.setdefault(around.of(vpc.id).get("region", ""), []).extend(blocks_of(vpc.blocks))
    routes = {region: len(exact_cover(blocks)) for region, blocks in by_region.items() if blocks}
    pools = outermost(
        tuple(b for pool in design.of_kind(AddressPool) for b in blocks_of(pool.blocks) if b.width == IPV4)
    )
    taken = [*forbidden(design), *(block for blocks in drawn_blocks(design).values() for block in blocks)]
    breathe()
    free = free_space(pools, [block for block in taken if block.width == IPV4])
    return Figures(sum(_wasted(design)), routes, len(free.blocks), free.largest)


def _wasted(design: Design) -> Iterator[int]:
    """The addresses of each vSwitch that its request does not ask for."""
    rooms = Rooms(design)
    for request in design.of_kind(AddressRequest):
        vswitch = design.get(request.subject, VSwitch)
        block = block_or_none(vswitch.block) if vswitch else None
        if vswitch and block and request.hosts is not None and rooms.request_of(vswitch) is request:
            yield max(block.size - kept(design, block.width) - request.hosts, 0)


def _moves(design: Design, other: Design) -> Iterator[Moved]:
    for kind in HOLDERS:
        for element in design.of_kind(kind):
            there = other.get(element.id)
            if there is element or not isinstance(there, kind):
                continue
            for part in range(max(len(held(element)), len(held(there)))):
                old, new = block_at(element, part), block_at(there, part)
                if old != new:
                    yield Moved(element.id, part, old, new)


def _open(design: Design) -> tuple[Design, tuple[Refusal, ...]]:
    found = address_plan(design)
    return plan_edit(found)(design), found.refusals


def _anew(design: Design) -> tuple[Design, tuple[Refusal, ...]]:
    """Every draft without a pin gives its block back and asks for one of the same size; then all is planned at once."""
    rooms, bare, asked = Rooms(design), design, dict[ElementId, tuple[str, ...]]()
    for element in (*design.of_kind(Vpc), *design.of_kind(VSwitch)):
        request = rooms.request_of(element)
        block = block_or_none(block_at(element, 0))
        if block is None or block.width != IPV4 or not _is_free(design, element, request):
            continue
        asked[element.id] = held(element)
        bare = bare.adding(_asking(element.id, block, request), holding(element, 0, ""))
        breathe()
    found = address_plan(bare)
    planned = plan_edit(found)(bare)
    made: dict[ElementId, Element] = {}
    for id in {*asked, *(answer.subject or answer.request for answer in found.answers)}:
        block_now = block_at(planned[id], 0)
        if block_now and (id not in asked or len(asked[id]) == len(held(planned[id]))):
            made[id] = holding(design[id], 0, block_now)
    return design.adding(*made.values()), found.refusals


def _is_free(design: Design, element: Element, request: AddressRequest | None) -> bool:
    """Whether it may move: a draft of one block without a pin, and with nothing in it that may not."""
    if element.state != "draft" or (request and request.pin) or len(held(element)) > 1:
        return False
    inside = (design.get(id, VSwitch) for id in design.children(element.id))
    rooms = Rooms(design)
    return all(_is_free(design, one, rooms.request_of(one)) for one in inside if one)


def _asking(id: ElementId, block: Block, request: AddressRequest | None) -> AddressRequest:
    if request:
        return msgspec.structs.replace(request, prefix_length=block.length, hosts=None, block="")
    return AddressRequest(id=id_from("address-request", id), subject=id, prefix_length=block.length)


PLANS: Final[Mapping[Source, Callable[[Design], tuple[Design, tuple[Refusal, ...]]]]] = {
    "open": _open,
    "anew": _anew,
}
