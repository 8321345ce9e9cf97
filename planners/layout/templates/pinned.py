"""Children with a place the user gave: they stay, or make as little way as can be for each other; all others make way."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import combinations

from planners.layout.cell import Rect
from planners.layout.templates.job import Job, Plan, extent

Cuttable = Callable[[list[Rect]], bool]
NEAR = 0.01
ROUNDS = 8
"""How often a box on average may be pushed before the boxes are set one by one."""


def keep_pinned(job: Job, plan: Plan, cuttable: Cuttable) -> Plan:
    """The plan with every pinned child at its place, pushed on where it would lie on another pinned one.

    If no cut is left, the others go below them all.
    """
    cell = job.cell
    left, top = cell.padding, cell.header + cell.padding
    places = list(plan.places)
    pinned = [i for i, child in enumerate(cell.children) if child.pinned is not None]
    for i in pinned:
        x, y = cell.children[i].pinned or (0.0, 0.0)
        places[i] = Rect(max(x, 0.0) - left, max(y, 0.0) - top, *job.sizes[i])
    for i, place in zip(pinned, apart([places[i] for i in pinned], cell.gap), strict=True):
        places[i] = place
    free = [i for i in range(len(places)) if i not in set(pinned)]
    tried = _make_way(job, places, pinned, free)
    if cuttable(tried):
        return Plan(tried, plan.columns)
    return Plan(_below(job, places, plan.places, pinned, free), plan.columns)


def apart(places: Sequence[Rect], gap: float) -> list[Rect]:
    """The boxes with none on another; those that touch no other stay where they are.

    Of two that overlap, the one whose corner lies further right or down is pushed on that way until the gap is
    between them, the shorter way of the two. So none passes another, and pushing comes to an end: boxes only ever
    move right and down, each for those before it.
    """
    found = list(places)
    order = sorted(range(len(found)), key=lambda i: (found[i].x + found[i].y, i))
    ranks = (
        _ranks([(place.x, place.y) for place in places]),
        _ranks([(place.y, place.x) for place in places]),
    )
    for _ in range(ROUNDS * len(found)):
        pushed = [_push(found, ranks, *pair, gap) for pair in combinations(order, 2)]
        if not any(pushed):
            return found
    return _one_by_one(found, order, gap)


def _ranks(corners: list[tuple[float, float]]) -> list[int]:
    """Of each corner, how many come before it."""
    order = sorted(range(len(corners)), key=lambda i: (corners[i], i))
    found = [0] * len(corners)
    for rank, i in enumerate(order):
        found[i] = rank
    return found


def _push(found: list[Rect], ranks: tuple[list[int], list[int]], i: int, j: int, gap: float) -> bool:
    """Push one of two boxes until it is clear of the other; whether that was needed."""
    if not found[i].overlaps(found[j], -NEAR):
        return False
    left, right = sorted((i, j), key=ranks[0].__getitem__)
    upper, lower = sorted((i, j), key=ranks[1].__getitem__)
    dx = found[left].right + gap - found[right].x
    dy = found[upper].bottom + gap - found[lower].y
    if dx <= dy:
        found[right] = found[right].shifted(dx, 0)
    else:
        found[lower] = found[lower].shifted(0, dy)
    return True


def _one_by_one(places: list[Rect], order: list[int], gap: float) -> list[Rect]:
    """Each box at the smallest shift that clears all before it: for those that push each other on without end."""
    found, standing = list(places), list[Rect]()
    for i in order:
        found[i] = _clear(places[i], standing, gap)
        standing.append(found[i])
    return found


def _clear(here: Rect, standing: list[Rect], gap: float) -> Rect:
    """The box at the smallest shift right or down that clears all that stand."""
    if not any(here.overlaps(other, gap - NEAR) for other in standing):
        return here
    return min(_shifts(here, standing, gap), key=lambda at: (at.x - here.x + at.y - here.y, at.y, at.x))


def _make_way(job: Job, places: list[Rect], pinned: list[int], free: list[int]) -> list[Rect]:
    """Every free child at the smallest shift right or down that clears all set before it."""
    places = list(places)
    gap = max(job.cell.gap, 16.0)
    standing = [places[i] for i in pinned]
    for i in free:
        places[i] = _clear(places[i], standing, gap)
        standing.append(places[i])
    return places


def _shifts(here: Rect, standing: list[Rect], gap: float) -> list[Rect]:
    """The free places straight to the right, straight below, and a little of both."""
    found = []
    xs = [here.x, *sorted({other.right + gap for other in standing if other.right + gap > here.x})]
    ys = [here.y, *sorted({other.bottom + gap for other in standing if other.bottom + gap > here.y})]
    for x in xs:
        for y in ys:
            at = Rect(x, y, here.w, here.h)
            if not any(at.overlaps(other, gap - NEAR) for other in standing):
                found.append(at)
                break
    return found


def _below(
    job: Job, places: list[Rect], planned: list[Rect], pinned: list[int], free: list[int]
) -> list[Rect]:
    places = list(places)
    y = max(extent(places[i] for i in pinned)[1] + max(job.cell.gap, 16.0), 0.0)
    for i in free:
        places[i] = planned[i].shifted(0, y)
    return places
