"""What a template is given, what it answers, and the moves all templates share."""

from __future__ import annotations

import math
from collections.abc import Hashable, Iterable, Sequence
from dataclasses import dataclass, field

from planners.layout.cell import Cell, Rect

Size = tuple[float, float]

WIDER, TALLER = 1.6, 1.35
"""How far a container may be stretched to fill its place."""

PREFERENCE = 0.45
"""How much better a new number of columns must be before the remembered one is given up."""


@dataclass(slots=True)
class Job:
    """One container to arrange: its children's sizes in document order and what the lines ask for.

    `natural` are the sizes the children would have by themselves; stretching is measured from them.
    """

    cell: Cell
    sizes: list[Size]
    natural: list[Size] = field(default_factory=list)
    least: Size = (0, 0)
    remembered: tuple[int, ...] = ()
    fixed: bool = False
    target: float = 1.4
    owners: frozenset[int] = frozenset()
    axis: float = 0
    axes: dict[int, float] = field(default_factory=dict)
    pulls: dict[int, list[tuple[int, float]]] = field(default_factory=dict)

    def stretches(self, index: int) -> bool:
        """Whether the child may grow to fill its place."""
        child = self.cell.children[index]
        return bool(child.children) and not child.is_table and child.role != "site"

    def most(self, index: int) -> Size:
        """How large the child may become by stretching."""
        w, h = self.sizes[index]
        base = self.natural[index] if self.natural else (w, h)
        return (max(w, base[0] * WIDER), max(h, base[1] * TALLER))

    def ingredients(self) -> Hashable:
        """All that a plan is made from, except the remembered columns."""
        cell = self.cell
        own = (cell.size, cell.template, cell.role, cell.header, cell.padding, cell.gap)
        children = tuple((c.key, c.role, c.pinned, self.stretches(i)) for i, c in enumerate(cell.children))
        axes = tuple(self.axes.items())
        pulls = tuple((site, tuple(ends)) for site, ends in self.pulls.items())
        return (
            own,
            children,
            tuple(self.sizes),
            self.least,
            self.target,
            self.owners,
            self.axis,
            axes,
            pulls,
        )


@dataclass(slots=True)
class Plan:
    """Where the children stand, measured from the corner inside the padding."""

    places: list[Rect]
    columns: tuple[int, ...] = ()
    insets: dict[int, float] = field(default_factory=dict)


def blank(job: Job) -> list[Rect]:
    """A place for every child, still to be set."""
    return [Rect(0, 0, w, h) for w, h in job.sizes]


def extent(places: Iterable[Rect]) -> Size:
    """The width and height the places take from the corner."""
    right = bottom = 0.0
    for place in places:
        right = max(right, place.x + place.w)
        bottom = max(bottom, place.y + place.h)
    return (right, bottom)


def badness(width: float, height: float, target: float) -> float:
    """How far a shape is from the wanted aspect; 0 is exact."""
    return abs(math.log(max(width, 1) / max(height, 1) / target))


def put_row(job: Job, places: list[Rect], row: Sequence[int], x: float, y: float, width: float = 0) -> float:
    """Set one row from left to right, containers stretched to its height and to the width; its lower end."""
    height = max((job.sizes[i][1] for i in row), default=0.0)
    taken = sum(job.sizes[i][0] for i in row) + job.cell.gap * (len(row) - 1)
    elastic = sum(job.sizes[i][0] for i in row if job.stretches(i))
    share = max(0.0, width - taken) / elastic if elastic else 0.0
    for i in row:
        w, h = job.sizes[i]
        if job.stretches(i):
            widest, tallest = job.most(i)
            w, h = min(w * (1 + share), widest), max(h, min(height, tallest))
        places[i] = Rect(x, y, w, h)
        x += w + job.cell.gap
    return y + height


def put_column(
    job: Job, places: list[Rect], column: Sequence[int], x: float, y: float, width: float
) -> float:
    """Set one column from the top, containers stretched to its width; its lower end without a gap."""
    top = y
    for i in column:
        w, h = job.sizes[i]
        if job.stretches(i):
            w = max(w, min(width, job.most(i)[0]))
        places[i] = Rect(x, y, w, h)
        y += h + job.cell.gap
    return max(top, y - job.cell.gap) if column else top


def chunks(items: Sequence[int], count: int) -> list[Sequence[int]]:
    """The items in runs of `count`."""
    return [items[i : i + count] for i in range(0, len(items), max(count, 1))]


def row_length(job: Job, items: Sequence[int], target: float, remembered: int = 0) -> int:
    """How many of the items stand side by side so that the block comes nearest to the wanted aspect."""
    if len(items) < 2:
        return 1
    if remembered and job.fixed:
        return min(remembered, len(items))
    most = min(len(items), 2 * math.isqrt(len(items)) + 4)
    cost = {k: _row_cost(job, items, k, target) for k in range(1, most + 1)}
    best = min(cost, key=lambda k: (cost[k], k))
    if remembered in cost and cost[remembered] < cost[best] + PREFERENCE:
        return remembered
    return best


def _row_cost(job: Job, items: Sequence[int], count: int, target: float) -> float:
    gap, width, height = job.cell.gap, 0.0, -job.cell.gap
    for row in chunks(items, count):
        width = max(width, sum(job.sizes[i][0] for i in row) + gap * (len(row) - 1))
        height += max(job.sizes[i][1] for i in row) + gap
    return badness(width, height, target) + 0.02 * (-len(items) % count)


def split(heights: Sequence[float], count: int, gap: float) -> list[int]:
    """Lengths of `count` runs of the items, in order, so that the tallest run is as low as can be."""
    if count <= 1 or len(heights) <= 1:
        return [len(heights)]
    low, high = max(heights), sum(heights) + gap * len(heights)
    for _ in range(10):
        middle = (low + high) / 2
        if len(_fill(heights, middle, gap)) <= count:
            high = middle
        else:
            low = middle
    return _fill(heights, high, gap)


def _fill(heights: Sequence[float], limit: float, gap: float) -> list[int]:
    runs, taken = [0], 0.0
    for height in heights:
        if runs[-1] and taken + height > limit:
            runs.append(0)
            taken = 0.0
        runs[-1] += 1
        taken += height + gap
    return runs
