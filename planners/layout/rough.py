"""The first pass: where everything will roughly lie, without lines; also the shapes and widths to aim at."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from planners.layout.cell import Cell, Rect
from planners.layout.cuts import cut
from planners.layout.level import table_rows
from planners.layout.memory import Memory
from planners.layout.nets import Family, Legs
from planners.layout.templates import Job, Plan, pack
from planners.pace import breathe

Size = tuple[float, float]


@dataclass(slots=True)
class Rough:
    """A first place for every cell on the sheet, the chosen columns, and the least size of every container."""

    places: dict[str, Rect] = field(default_factory=dict)
    columns: dict[str, tuple[int, ...]] = field(default_factory=dict)
    least: dict[str, Size] = field(default_factory=dict)
    axis: dict[str, float] = field(default_factory=dict)
    natural: dict[str, Size] = field(default_factory=dict)


@dataclass(slots=True)
class Ties:
    """What lines mean for the templates: who owns a line to a site, and what every site is joined to."""

    owners: dict[str, set[str]] = field(default_factory=dict)
    pulls: dict[str, list[str]] = field(default_factory=dict)


def ties_of(legs: Mapping[str, Legs], ends: Mapping[str, tuple[str, str]], family: Family) -> Ties:
    """Read the ties off the lines."""
    ties = Ties()
    for key, leg in legs.items():
        if leg.meeting is None or family.cells[leg.meeting[0]].template != "sheet":
            continue
        _, first, last = leg.meeting
        for near, end, chain in ((first[0], ends[key][1], leg.down), (last[0], ends[key][0], leg.up)):
            if _outside(family.cells[near]):
                ties.pulls.setdefault(near, []).append(end)
                for container, (child, _) in chain:
                    ties.owners.setdefault(container, set()).add(child)
    return ties


def _outside(cell: Cell) -> bool:
    """Whether the cell stands outside the regions of a sheet."""
    return cell.role == "site" or (not cell.children and cell.role != "cen")


def inner_least(cell: Cell, least: Size) -> Size:
    """The least room inside the padding."""
    return (
        max(least[0], cell.size[0]) - 2 * cell.padding,
        max(least[1], cell.size[1]) - 2 * cell.padding - cell.header,
    )


def cuttable(places: list[Rect]) -> bool:
    """Whether the places can be parted by cuts, so that none lies on another and lines find gutters."""
    return cut(places, (0, 0), 0).clean


class Sketch:
    """Packs bottom-up for the natural sizes, then top-down for stretched ones and places."""

    def __init__(self, family: Family, ties: Ties, memory: Memory) -> None:
        self.family, self.ties, self.memory = family, ties, memory
        self.sizes: dict[str, Size] = {}
        self.rough = Rough()
        self.centre: dict[str, float] = {}
        regions = sum(child.template == "region" for child in family.root.children)
        # Regions are stacked, so the more there are, the wider each has to be for a page of a good shape.
        self.target = min(max(1.4, 1.1 + 0.3 * regions), 2.2)

    def run(self) -> Rough:
        """The rough places of the whole sheet."""
        root = self.family.root
        self._natural(root)
        w, h = self.sizes[root.key]
        self._settle(root, Rect(0, 0, w, h))
        self.rough.natural = self.sizes
        return self.rough

    def _natural(self, cell: Cell) -> None:
        breathe()
        if not cell.children:
            self.sizes[cell.key] = cell.size
            return
        for child in cell.children:
            self._natural(child)
        if cell.is_table:
            self.sizes[cell.key] = table_size(cell)
            return
        plan = self._natural_plan(cell)
        self.rough.columns[cell.key] = plan.columns
        axis = router_axis(
            cell, plan.places, cell.padding, [self.centre.get(child.key) for child in cell.children]
        )
        if axis is not None:
            self.centre[cell.key] = axis
        self.sizes[cell.key] = outer_size(cell, plan, cell.size)

    def _natural_plan(self, cell: Cell) -> Plan:
        job = self._job(cell, inner_least(cell, cell.size), self.memory.columns.get(cell.key, ()), False)
        made_from = job.ingredients()
        plan = self.memory.known_plan(cell.key, made_from)
        if plan is None:
            plan = pack(job, cuttable)
            self.memory.plans[cell.key] = (made_from, plan)
        return plan

    def _job(self, cell: Cell, least: Size, columns: tuple[int, ...], fixed: bool) -> Job:
        sizes = [self.sizes[child.key] for child in cell.children]
        job = Job(cell, sizes, least=least, remembered=columns, fixed=fixed)
        owners = self.ties.owners.get(cell.key, ())
        job.owners = frozenset(i for i, child in enumerate(cell.children) if child.key in owners)
        job.axis = self.rough.axis.get(cell.key, 0.0)
        job.target = self.target
        if cell.template == "sheet":
            job.axes = {i: self.centre[c.key] for i, c in enumerate(cell.children) if c.key in self.centre}
            job.pulls = self._pulls(cell)
        return job

    def _pulls(self, cell: Cell) -> dict[int, list[tuple[int, float]]]:
        """Every site's partners with the height in them, from the rough places once they are known."""
        index = {child.key: i for i, child in enumerate(cell.children)}
        found: dict[int, list[tuple[int, float]]] = {}
        for site, ends in self.ties.pulls.items():
            if site in index:
                found[index[site]] = [self._height(index, end) for end in ends]
        return found

    def _height(self, index: dict[str, int], end: str) -> tuple[int, float]:
        way = self.family.way(end)
        child = next(key for key in way if key in index)
        if end in self.rough.places:
            return (index[child], self.rough.places[end].centre[1] - self.rough.places[child].y)
        return (index[child], self.sizes[child][1] / 2)

    def _settle(self, cell: Cell, place: Rect) -> None:
        """Fix the container's rough place and least size, then those of all inside it."""
        breathe()
        self.rough.places[cell.key] = place
        if not cell.children:
            return
        if cell.is_table:
            for key, row in table_rows(cell).items():
                self.rough.places[key] = row.shifted(place.x, place.y)
            return
        self.rough.least[cell.key] = (place.w, place.h)
        job = self._job(cell, inner_least(cell, (place.w, place.h)), self.rough.columns[cell.key], True)
        plan = pack(job, cuttable)
        left, top = place.x + cell.padding, place.y + cell.padding + cell.header
        for i, (child, at) in enumerate(zip(cell.children, plan.places, strict=True)):
            if i in plan.insets:
                self.rough.axis[child.key] = router_start(child, self.centre[child.key] + plan.insets[i])
            self._settle(child, at.shifted(left, top))


def table_size(cell: Cell) -> Size:
    """The size of a table: its header and its rows."""
    rows = table_rows(cell)
    right = max(row.right for row in rows.values()) + cell.padding
    bottom = max(row.bottom for row in rows.values()) + cell.padding
    return (max(cell.size[0], right), max(cell.size[1], bottom))


def outer_size(cell: Cell, plan: Plan, least: Size) -> Size:
    """The container's size around the planned places."""
    right = max((at.right for at in plan.places), default=0.0) + 2 * cell.padding
    bottom = max((at.bottom for at in plan.places), default=0.0) + 2 * cell.padding + cell.header
    return (max(right, least[0]), max(bottom, least[1]))


def router_axis(
    cell: Cell, places: Sequence[Rect], left: float, inner: Sequence[float | None]
) -> float | None:
    """The middle of the first router, its own or one of an account inside; places are measured from `left`."""
    for child, at in zip(cell.children, places, strict=True):
        if child.role == "router":
            return at.centre[0] + left
    for axis, at in zip(inner, places, strict=True):
        if axis is not None:
            return at.x + left + axis
    return None


def router_start(cell: Cell, axis: float) -> float:
    """Where the router column has to start inside the padding so that the first router stands on the axis."""
    width = next(
        table_size(child)[0] if child.is_table else child.size[0]
        for child in cell.children
        if child.role == "router"
    )
    return axis - width / 2 - cell.padding
