"""The network sheet: sites at the left, regions stacked, the CEN below the first region."""

from __future__ import annotations

from planners.layout.cell import Rect
from planners.layout.templates.job import Job, Plan, blank, extent, put_row, split
from planners.layout.templates.rows import rows

AISLE = 56
"""Gap between the sites and the regions: room for the labels of circuits and tunnels."""
BAND = 24
"""Gap between regions and around the CEN."""


def sheet(job: Job) -> Plan:
    """Regions in one column, from five on in two; sites at the height of what they connect to."""
    children = job.cell.children
    left = [i for i, c in enumerate(children) if c.role == "site" or (i in job.pulls and not c.children)]
    cens = [i for i, c in enumerate(children) if c.role == "cen"]
    holders = [i for i, c in enumerate(children) if c.children and i not in left and i not in cens]
    spare = [i for i in range(len(children)) if i not in {*left, *cens, *holders}]
    if not holders and not left:
        return rows(job)
    plan = Plan(blank(job))
    x = max((job.sizes[i][0] for i in left), default=-AISLE) + AISLE
    bottom = _put_regions(job, plan, holders, cens, x)
    if spare:
        _put_spare(job, plan, spare, x, bottom)
    _put_sites(job, plan, left)
    return plan


def _put_regions(job: Job, plan: Plan, holders: list[int], cens: list[int], x: float) -> float:
    gap = max(job.cell.gap, BAND)
    lengths = split([job.sizes[i][1] for i in holders], 2 if len(holders) > 4 else 1, gap)
    start, bottom = 0, 0.0
    for n, length in enumerate(lengths):
        column = holders[start : start + length]
        start += length
        bottom = max(bottom, _put_stack(job, plan, column, cens if n == 0 else [], x, gap))
        x = extent(plan.places[i] for i in column)[0] + 2 * BAND if column else x
    return bottom


def _put_stack(job: Job, plan: Plan, column: list[int], cens: list[int], x: float, gap: float) -> float:
    """One column of regions: routers below each other, right borders aligned; its lower end."""
    axis = max((job.axes[i] for i in column if i in job.axes), default=0.0)
    for i in column:
        inside = job.cell.children[i].children
        direct = any(child.role == "router" for child in inside)
        # Where somebody gave a place, nothing is moved for the sake of a straight column.
        if direct and axis > job.axes[i] and all(child.pinned is None for child in inside):
            plan.insets[i] = axis - job.axes[i]
    width = max((job.sizes[i][0] + plan.insets.get(i, 0) for i in column), default=0.0)
    y = 0.0
    for n, i in enumerate(column):
        w, h = job.sizes[i][0] + plan.insets.get(i, 0), job.sizes[i][1]
        wide = job.cell.children[i].role == "region"
        plan.places[i] = Rect(x, y, width if wide else max(w, min(width, job.most(i)[0])), h)
        y += h + gap
        if n == 0 and cens:
            y = _put_cens(job, plan, cens, x, axis or width / 2, y) + gap
    if cens and not column:
        y = _put_cens(job, plan, cens, x, 0, y) + gap
    return y - gap


def _put_cens(job: Job, plan: Plan, cens: list[int], x: float, axis: float, y: float) -> float:
    """The capsules side by side, the first one's middle on the routers' axis."""
    return put_row(job, plan.places, cens, x + max(0.0, axis - job.sizes[cens[0]][0] / 2), y)


def _put_spare(job: Job, plan: Plan, spare: list[int], x: float, bottom: float) -> None:
    """What is neither region nor site nor connected: rows below."""
    part = Job(job.cell, [job.sizes[i] for i in spare])
    y = bottom + BAND if bottom > 0 else 0.0
    width = max(extent(plan.places)[0] - x, 600.0)
    at = x
    height = 0.0
    for n, i in enumerate(spare):
        w, h = part.sizes[n]
        if at > x and at + w > x + width:
            at, y, height = x, y + height + job.cell.gap, 0.0
        plan.places[i] = Rect(at, y, w, h)
        at += w + job.cell.gap
        height = max(height, h)


def _put_sites(job: Job, plan: Plan, left: list[int]) -> None:
    """Every site at the mean height of its lines' far ends, in that order, none on another."""
    gap = 2 * job.cell.gap
    wanted: dict[int, float] = {}
    last = 0.0
    for i in left:
        ends = [plan.places[other].y + dy for other, dy in job.pulls.get(i, ()) if other not in left]
        last = sum(ends) / len(ends) if ends else last
        wanted[i] = last - job.sizes[i][1] / 2
    y = 0.0
    for i in sorted(left, key=lambda i: (wanted[i], i)):
        w, h = job.sizes[i]
        plan.places[i] = Rect(0, max(y, wanted[i]), w, h)
        y = plan.places[i].bottom + gap
