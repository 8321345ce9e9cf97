"""Columns, rows, and the containers built from them: zone, VPC, account."""

from __future__ import annotations

from planners.layout.cell import Rect
from planners.layout.templates.job import WIDER, Job, Plan, blank, extent, put_column, put_row, row_length
from planners.layout.templates.job import chunks as runs

ASPECT = 1.4
AISLE = 24
"""Gap before a router: room for the lines that come together there."""


def column(job: Job) -> Plan:
    """All children below each other; leaves of the role "leaf" and containers fill the width."""
    places = blank(job)
    width = max([job.least[0], *(w for w, _ in job.sizes)], default=0.0)
    put_column(job, places, range(len(places)), 0, 0, width)
    for i, child in enumerate(job.cell.children):
        if child.role == "leaf" and not child.children:
            place = places[i]
            places[i] = Rect(place.x, place.y, max(place.w, min(width, place.w * WIDER)), place.h)
    return Plan(places)


def row(job: Job) -> Plan:
    """All children side by side."""
    places = blank(job)
    put_row(job, places, range(len(places)), 0, 0, job.least[0])
    return Plan(places)


def rows(job: Job) -> Plan:
    """Rows of equal count, near the wanted aspect."""
    return _grid(job, ASPECT)


def _grid(job: Job, target: float) -> Plan:
    items = range(len(job.sizes))
    places = blank(job)
    count = row_length(job, items, target, job.remembered[0] if job.remembered else 0)
    _put_rows(job, places, [list(run) for run in runs(items, count)], 0)
    return Plan(places, (count,))


def _put_rows(job: Job, places: list[Rect], lines: list[list[int]], y: float) -> float:
    """Set the rows one under the other; the y where the next would start."""
    gap = job.cell.gap
    natural = max((sum(job.sizes[i][0] for i in line) + gap * (len(line) - 1) for line in lines), default=0.0)
    width = max(natural, job.least[0])
    longest = max((len(line) for line in lines), default=0)
    for line in lines:
        y = put_row(job, places, line, 0, y, width if len(line) == longest else 0) + gap
    return y


def account(job: Job) -> Plan:
    """VPCs and other containers in rows, lone nodes below: one column if they are few, else rows of three.

    A router that belongs to the account stands at its right side, halfway down.
    """
    children = job.cell.children
    routers = [i for i, child in enumerate(children) if child.role == "router"]
    holders = [i for i in range(len(children)) if job.stretches(i) and i not in routers]
    nodes = [i for i in range(len(children)) if not job.stretches(i) and i not in routers]
    places = blank(job)
    count = row_length(job, holders, ASPECT, job.remembered[0] if job.remembered else 0)
    y = _put_rows(job, places, [list(run) for run in runs(holders, count)], 0) if holders else 0.0
    if len(nodes) < 5:
        put_column(job, places, nodes, 0, y, 0)
    else:
        length = 3 if len(nodes) < 16 else row_length(job, nodes, ASPECT)
        _put_rows(job, places, [list(run) for run in runs(nodes, length)], y)
    if routers:
        right, bottom = extent(places[i] for i in (*holders, *nodes))
        taken = sum(job.sizes[i][1] for i in routers) + job.cell.gap * (len(routers) - 1)
        x = right + AISLE if right else 0.0
        put_column(job, places, routers, x, max(0.0, (bottom - taken) / 2), 0)
    return Plan(places, (count,))


def vpc(job: Job) -> Plan:
    """Tiles on top, then what has no zone, then the zones as columns of one width and one height."""
    children = job.cell.children
    tiles = [i for i, child in enumerate(children) if child.role == "tile"]
    zones = [i for i, child in enumerate(children) if child.role == "zone"]
    others = [i for i, child in enumerate(children) if child.role not in ("tile", "zone")]
    places = blank(job)
    width = max(job.least[0], _zones_width(job, zones), 3 * 64 + 2 * job.cell.gap if len(tiles) > 2 else 0)
    y = 0.0
    for group in (tiles, others):
        if group:
            y = _put_rows(job, places, _wrapped(job, group, width), y)
    _put_zones(job, places, zones, y, max(width, extent(places[i] for i in [*tiles, *others])[0]))
    return Plan(places)


def _wrapped(job: Job, items: list[int], width: float) -> list[list[int]]:
    """The items in lines no longer than the width, but at least two a line."""
    lines: list[list[int]] = [[]]
    taken = 0.0
    for i in items:
        w = job.sizes[i][0]
        if len(lines[-1]) >= 2 and taken + w > width:
            lines.append([])
            taken = 0.0
        lines[-1].append(i)
        taken += w + job.cell.gap
    return lines


def _zones_width(job: Job, zones: list[int]) -> float:
    widest = max((job.sizes[i][0] for i in zones), default=0.0)
    return widest * len(zones) + job.cell.gap * max(len(zones) - 1, 0)


def _put_zones(job: Job, places: list[Rect], zones: list[int], y: float, width: float) -> None:
    if not zones:
        return
    gap = job.cell.gap
    natural = max(job.sizes[i][0] for i in zones)
    widest = max(job.most(i)[0] for i in zones)
    each = max(natural, min((width - gap * (len(zones) - 1)) / len(zones), widest))
    height = max(job.sizes[i][1] for i in zones)
    for n, i in enumerate(zones):
        places[i] = Rect(n * (each + gap), y, each, height)
