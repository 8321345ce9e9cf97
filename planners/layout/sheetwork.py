"""The whole sheet: every container finished from the deepest outwards, then put together."""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from statistics import median_low

from planners.layout.block import Block, pulled
from planners.layout.cell import Arrangement, Cell, Point, Points, Rect, Wire
from planners.layout.cuts import BOTTOM, LEFT, RIGHT, TOP
from planners.layout.labels import place_labels
from planners.layout.level import Child, Demand, Level, table_rows
from planners.layout.memory import Memory
from planners.layout.nets import EXIT, Crossing, Family, Legs, Net, Terminal, crossings, gather, legs_of
from planners.layout.paths import tidy
from planners.layout.rough import (
    Rough,
    Sketch,
    cuttable,
    inner_least,
    outer_size,
    router_axis,
    table_size,
    ties_of,
)
from planners.layout.templates import Job, Plan, pack
from planners.pace import breathe

BEYOND = 1e9
"""A hint behind the far border: how far behind makes no difference to the choice of a side."""
STEP = 16.0


def arrange(root: Cell, wires: Sequence[Wire], memory: Memory | None = None) -> Arrangement:
    """Places for every cell, lines for every wire that has two different known ends, and room for labels."""
    family = Family(root)
    memory = memory if memory is not None else Memory()
    nets = gather(wires, family)
    legs = {wire.key: leg for net in nets for wire in net.wires if (leg := legs_of(wire, family)) is not None}
    ends = {wire.key: (wire.a, wire.b) for net in nets for wire in net.wires}
    ties = ties_of(legs, ends, family)
    rough = Sketch(family, ties, memory).run()
    works = Works(family, rough, crossings(nets, legs), ties.owners, ties.pulls, memory)
    block = works.finish(root)
    memory.forget(family.cells)
    memory.columns.update(rough.columns)
    return _drawn(works, block, nets, legs)


class Works:
    """Finishes containers, taking those that did not change from memory."""

    def __init__(
        self,
        family: Family,
        rough: Rough,
        levels: dict[str, dict[str, Crossing]],
        owners: dict[str, set[str]],
        pulls: dict[str, list[str]],
        memory: Memory,
    ) -> None:
        self.family, self.rough, self.levels = family, rough, levels
        self.owners, self.pulls, self.memory = owners, pulls, memory
        self.blocks: dict[str, Block] = {}

    def finish(self, cell: Cell) -> Block:
        """The container with everything inside it."""
        breathe()
        inner = [
            self.finish(child) if child.children and not child.is_table else None for child in cell.children
        ]
        demands = self._demands(cell)
        job = self._job(cell, inner)
        made_from = _ingredients(inner, demands, job, self.rough.least.get(cell.key))
        block = self.memory.known(cell.key, made_from)
        if block is None:
            block = _finished(cell, inner, demands, job, self.rough.least.get(cell.key, cell.size))
            self.memory.keep(cell.key, made_from, block)
        self.blocks[cell.key] = block
        self.blocks.update(block.redone)
        return block

    def _job(self, cell: Cell, inner: list[Block | None]) -> Job:
        sizes = [_size(child, block) for child, block in zip(cell.children, inner, strict=True)]
        natural = [self.rough.natural[child.key] for child in cell.children]
        least = inner_least(cell, self.rough.least.get(cell.key, cell.size))
        job = Job(cell, sizes, natural, least, self.rough.columns.get(cell.key, ()), fixed=True)
        owners = self.owners.get(cell.key, ())
        job.owners = frozenset(i for i, child in enumerate(cell.children) if child.key in owners)
        job.axis = self.rough.axis.get(cell.key, 0.0)
        if cell.template == "sheet":
            job.axes = {i: b.axis for i, b in enumerate(inner) if b is not None and b.axis is not None}
            job.pulls = self._site_heights(cell)
        return job

    def _site_heights(self, cell: Cell) -> dict[int, list[tuple[int, float]]]:
        """For every site where the lines to it leave the regions."""
        index = {child.key: i for i, child in enumerate(cell.children)}
        found: dict[int, list[tuple[int, float]]] = {}
        for crossing in self.levels.get(cell.key, {}).values():
            for first, last in crossing.pairs:
                for (site, _), (other, end) in ((first, last), (last, first)):
                    if site in self.pulls and other in index:
                        height = self._end_height(other, end, crossing.net.key)
                        found.setdefault(index[site], []).append((index[other], height))
        return found

    def _end_height(self, child: str, end: str, net: str) -> float:
        block = self.blocks.get(child)
        if block is not None and end == "":
            side, offset = block.exits[net]
            return offset if side % 2 == 0 else block.size[1] / 2
        return self.rough.places[child].h / 2

    def _demands(self, cell: Cell) -> list[Demand]:
        return [self._demand(cell, crossing) for crossing in self.levels.get(cell.key, {}).values()]

    def _demand(self, cell: Cell, crossing: Crossing) -> Demand:
        net = crossing.net
        way = self.family.way(self.family.seat(net.hub))
        hub = next((t for t in crossing.terminals if t[1] == net.hub or (t[1] == "" and t[0] in way)), None)
        if hub is None and not crossing.leaves:
            hub = next(iter(crossing.terminals))
        hint = self._hint(cell, crossing) if crossing.leaves else (None, None)
        return Demand(
            net.key,
            tuple(crossing.terminals),
            hub,
            tuple(crossing.pairs),
            crossing.leaves,
            hint,
            crossing.tracks,
            crossing.label,
            tuple(crossing.tree.items()),
        )

    def _hint(self, cell: Cell, crossing: Crossing) -> tuple[float | None, float | None]:
        """Where the rest of the net lies; exact only where it matters, so that far changes disturb nothing."""
        ends = [key for key in crossing.outside if key != cell.key]
        if crossing.net.hub in ends:
            ends = [crossing.net.hub]
        if not ends:
            return (None, None)
        centers = [self.rough.places[key].centre for key in ends]
        here = self.rough.places[cell.key]
        x = median_low(sorted(center[0] for center in centers))
        y = median_low(sorted(center[1] for center in centers))
        return (_relative(x, here.x, here.w), _relative(y, here.y, here.h))


def _relative(at: float, start: float, length: float) -> float:
    if at < start:
        return -40.0
    if at > start + length:
        return BEYOND
    return round((at - start) / STEP) * STEP


def _size(child: Cell, block: Block | None) -> tuple[float, float]:
    if block is not None:
        return block.size
    return table_size(child) if child.is_table else child.size


def _ingredients(
    inner: list[Block | None], demands: list[Demand], job: Job, least: tuple[float, float] | None
) -> Hashable:
    """Everything a finished container depends on; children that are finished stand for all inside them."""
    children = tuple(
        child if block is None else _Same(block)
        for child, block in zip(job.cell.children, inner, strict=True)
    )
    return (job.ingredients(), job.remembered, children, tuple(demands), least)


class _Same:
    """A finished container as part of a key: equal only to itself."""

    __slots__ = ("block",)

    def __init__(self, block: Block) -> None:
        self.block = block

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Same) and other.block is self.block

    def __hash__(self) -> int:
        return id(self.block)


def _finished(
    cell: Cell, inner: list[Block | None], demands: list[Demand], job: Job, least: tuple[float, float]
) -> Block:
    plan = pack(job, cuttable) if cell.children else Plan([])
    redone = _redone(cell, inner, plan)
    children = _children(
        cell, [redone.get(c.key, b) for c, b in zip(cell.children, inner, strict=True)], plan
    )
    wanted = (max(least[0], cell.size[0]), max(least[1], cell.size[1]))
    size = outer_size(cell, plan, wanted)
    level = Level(cell, children, demands, size if any(c.pinned for c in cell.children) else wanted)
    level.route()
    cuts = level.cuts
    size = (max(cuts.strips[RIGHT].hi, wanted[0]), max(cuts.strips[BOTTOM].hi, wanted[1]))
    places = tuple(Rect(*spot) for spot in cuts.spots)
    insets = tuple(child.inset for child in children)
    axis = router_axis(cell, places, 0.0, [block.axis if block else None for block in inner])
    return Block(size, places, insets, level.exits(), level.paths(), axis, redone)


def _redone(cell: Cell, inner: list[Block | None], plan: Plan) -> dict[str, Block]:
    """Children pulled wider before their router, so that routers stand below each other; the plan is updated."""
    redone: dict[str, Block] = {}
    for i, delta in list(plan.insets.items()):
        block, child = inner[i], cell.children[i]
        router = next(n for n, grandchild in enumerate(child.children) if grandchild.role == "router")
        wider = pulled(block, block.places[router].x, delta) if block is not None else None
        if wider is not None:
            redone[child.key] = wider
            del plan.insets[i]
    return redone


def _children(cell: Cell, inner: list[Block | None], plan: Plan) -> list[Child]:
    left, top = cell.padding, cell.padding + cell.header
    return [
        Child(child, at.shifted(left, top), block.exits if block is not None else {}, plan.insets.get(i, 0.0))
        for i, (child, at, block) in enumerate(zip(cell.children, plan.places, inner, strict=True))
    ]


def _drawn(works: Works, block: Block, nets: list[Net], legs: dict[str, Legs]) -> Arrangement:
    """The finished containers put together on the sheet."""
    boxes: dict[str, Rect] = {}
    origins: dict[str, Point] = {}
    root = works.family.root
    _put(works, root, Rect(0, 0, *block.size), 0.0, boxes, origins)
    routes: dict[str, Points] = {}
    for net in nets:
        breathe()
        for wire in net.wires:
            if wire.key in legs:
                routes[wire.key] = _joined(works, net.key, legs[wire.key], boxes, origins)
    wires = [wire for net in nets for wire in net.wires]
    return Arrangement(block.size, boxes, routes, place_labels(works.family.cells, wires, boxes, routes))


def _put(
    works: Works, cell: Cell, place: Rect, inset: float, boxes: dict[str, Rect], origins: dict[str, Point]
) -> None:
    breathe()
    boxes[cell.key] = place
    if cell.is_table:
        boxes.update({key: row.shifted(place.x, place.y) for key, row in table_rows(cell).items()})
        return
    block = works.blocks.get(cell.key)
    if block is None:
        return
    origins[cell.key] = (place.x + inset, place.y)
    for child, at, indent in zip(cell.children, block.places, block.insets, strict=True):
        _put(works, child, at.shifted(place.x + inset, place.y), indent, boxes, origins)


def _joined(works: Works, net: str, leg: Legs, boxes: dict[str, Rect], origins: dict[str, Point]) -> Points:
    """One wire's line: its pieces from the first end up, across, and down to the last end."""
    points: list[Point] = []
    for container, terminal in leg.up:
        points += _piece(works, net, container, terminal, EXIT, boxes, origins)
    if leg.meeting is not None:
        points += _piece(works, net, *leg.meeting, boxes, origins)
    for container, terminal in reversed(leg.down):
        points += _piece(works, net, container, terminal, EXIT, boxes, origins)[::-1]
    return tidy(points)


def _piece(
    works: Works,
    net: str,
    container: str,
    first: Terminal,
    last: Terminal,
    boxes: dict[str, Rect],
    origins: dict[str, Point],
) -> list[Point]:
    block = works.blocks[container]
    dx, dy = origins[container]
    points = [(x + dx, y + dy) for x, y in block.paths[(net, first, last)]]
    if last == EXIT:
        points[-1] = _on_border(points[-1], block.exits[net][0], boxes[container])
    return points


def _on_border(point: Point, side: int, box: Rect) -> Point:
    """The last point moved to the border, which may have been stretched since."""
    if side in (LEFT, RIGHT):
        return (box.x if side == LEFT else box.right, point[1])
    return (point[0], box.y if side == TOP else box.bottom)
