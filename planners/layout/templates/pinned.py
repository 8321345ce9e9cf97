"""Children with a place the user gave: they stay, the others make way."""

from __future__ import annotations

from collections.abc import Callable

from planners.layout.cell import Rect
from planners.layout.templates.job import Job, Plan, extent

Cuttable = Callable[[list[Rect]], bool]


def keep_pinned(job: Job, plan: Plan, cuttable: Cuttable) -> Plan:
    """The plan with every pinned child at its place; if no cut is left, the others go below them all."""
    cell = job.cell
    left, top = cell.padding, cell.header + cell.padding
    places = list(plan.places)
    pinned = [i for i, child in enumerate(cell.children) if child.pinned is not None]
    for i in pinned:
        x, y = cell.children[i].pinned or (0.0, 0.0)
        places[i] = Rect(max(x, 0.0) - left, max(y, 0.0) - top, *job.sizes[i])
    free = [i for i in range(len(places)) if i not in set(pinned)]
    tried = _make_way(job, places, pinned, free)
    if cuttable(tried):
        return Plan(tried, plan.columns)
    return Plan(_below(job, places, plan.places, pinned, free), plan.columns)


def _make_way(job: Job, places: list[Rect], pinned: list[int], free: list[int]) -> list[Rect]:
    """Every free child at the smallest shift right or down that clears all set before it."""
    places = list(places)
    gap = max(job.cell.gap, 16.0)
    standing = [places[i] for i in pinned]
    for i in free:
        here = places[i]
        if any(here.overlaps(other, gap - 0.01) for other in standing):
            here = min(
                _shifts(here, standing, gap), key=lambda at: (at.x - here.x + at.y - here.y, at.y, at.x)
            )
        places[i] = here
        standing.append(here)
    return places


def _shifts(here: Rect, standing: list[Rect], gap: float) -> list[Rect]:
    """The free places straight to the right, straight below, and a little of both."""
    found = []
    xs = [here.x, *sorted({other.right + gap for other in standing if other.right + gap > here.x})]
    ys = [here.y, *sorted({other.bottom + gap for other in standing if other.bottom + gap > here.y})]
    for x in xs:
        for y in ys:
            at = Rect(x, y, here.w, here.h)
            if not any(at.overlaps(other, gap - 0.01) for other in standing):
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
