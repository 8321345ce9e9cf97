"""A region: gateways, accounts, the router column, accounts."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import product

from planners.layout.cell import Rect
from planners.layout.templates.job import PREFERENCE, Job, Plan, badness, blank, put_column, split

MOST_COLUMNS = 7
AISLE = 24
"""Gap beside the router column: room for the trunks that run there."""


@dataclass(frozen=True, slots=True)
class Side:
    """Accounts of one side of the router, in columns."""

    columns: tuple[tuple[int, ...], ...]
    width: float
    height: float


def region(job: Job) -> Plan:
    """Accounts left and right of the router, in the shape nearest to the wanted aspect."""
    roles = [child.role for child in job.cell.children]
    gateways = [i for i, role in enumerate(roles) if role == "gateway"]
    routers = [i for i, role in enumerate(roles) if role == "router"]
    rest = [i for i, role in enumerate(roles) if role not in ("gateway", "router")]
    order = sorted(rest, key=lambda i: i not in job.owners)
    shape = _best(job, order, gateways, routers)
    return Plan(_place(job, order, gateways, routers, shape), shape)


def _side(job: Job, items: Sequence[int], count: int) -> Side:
    """The items in so many columns, each as wide as its widest."""
    if not items:
        return Side((), 0, 0)
    gap = job.cell.gap
    columns, start = [], 0
    for length in split([job.sizes[i][1] for i in items], count, gap):
        columns.append(tuple(items[start : start + length]))
        start += length
    width = sum(max(job.sizes[i][0] for i in column) for column in columns) + gap * (len(columns) - 1)
    height = max(sum(job.sizes[i][1] for i in column) + gap * (len(column) - 1) for column in columns)
    return Side(tuple(columns), width, height)


def _best(job: Job, order: list[int], gateways: list[int], routers: list[int]) -> tuple[int, ...]:
    """Number of accounts on the left, columns left, columns right."""
    if job.fixed and job.remembered:
        return job.remembered
    core = Side(
        (), _width(job, gateways) + _width(job, routers), max(_height(job, gateways), _height(job, routers))
    )
    area = sum(w * h for w, h in job.sizes)
    cost: dict[tuple[int, ...], float] = {}
    for n in _left_counts(job, order, bool(routers)):
        for left, right in product(_shapes(job, order[:n]), _shapes(job, order[n:])):
            shape = (n, max(len(left.columns), 1), max(len(right.columns), 1))
            cost.setdefault(
                shape, _cost(left, right, core, area, job.target) + _lean(left, right, bool(routers))
            )
    best = min(cost, key=lambda shape: (cost[shape], shape))
    if job.remembered in cost and cost[job.remembered] < cost[best] + PREFERENCE:
        return job.remembered
    return best


def _shapes(job: Job, items: list[int]) -> list[Side]:
    """The items in one column, in two, and so on, up to columns about as many as each is long."""
    most = min(MOST_COLUMNS, len(items), math.isqrt(len(items)) + 2)
    return [_side(job, items, count) for count in range(1, max(most, 1) + 1)]


def _left_counts(job: Job, order: list[int], routed: bool) -> list[int]:
    """The numbers of accounts worth trying on the left: all while there are few, else near the half."""
    count, least = len(order), len(job.owners)
    if not routed or count < 2:
        return [count]
    if count <= 5:
        return list(range(max(least, 1), count + 1))
    step = max(1, count // 16)
    return sorted({max(least, n) for n in range(count // 4, count - count // 4 + 1, step)})


def _cost(left: Side, right: Side, core: Side, area: float, target: float) -> float:
    """How far the region is from the wanted shape and from being full."""
    width = left.width + right.width + core.width
    height = max(left.height, right.height, core.height, 1)
    empty = 1 - min(1.0, area / (max(width, 1) * height))
    return badness(width, height, target) + 2 * empty


def _lean(left: Side, right: Side, routed: bool) -> float:
    """How far the router is from where it should stand: near the left with few accounts, else in the middle."""
    if not routed:
        return 0.0
    count = sum(map(len, left.columns)) + sum(map(len, right.columns))
    if count <= 5:
        return 0.12 * max(len(left.columns) - 1, 0) + (0.25 if count > 1 and not right.columns else 0)
    return 0.6 * abs(left.width - right.width) / max(left.width + right.width, 1)


def _width(job: Job, items: list[int]) -> float:
    return max((job.sizes[i][0] for i in items), default=0.0)


def _height(job: Job, items: list[int]) -> float:
    return sum(job.sizes[i][1] for i in items) + job.cell.gap * max(len(items) - 1, 0)


def _place(
    job: Job, order: list[int], gateways: list[int], routers: list[int], shape: tuple[int, ...]
) -> list[Rect]:
    places = blank(job)
    count, before, after = shape
    left, right = _side(job, order[:count], before), _side(job, order[count:], after)
    gap, x = job.cell.gap, 0.0
    if gateways:
        put_column(job, places, gateways, 0, 0, 0)
        x = _width(job, gateways) + AISLE
    x = _put_side(job, places, left, x, job.axis - x - AISLE if job.axis else 0.0)
    if routers:
        x = max(x - gap + AISLE if left.columns else x, job.axis)
        height = max(left.height, right.height, _height(job, routers), _height(job, gateways))
        put_column(job, places, routers, x, (height - _height(job, routers)) / 2, 0)
        x += _width(job, routers) + AISLE
    _put_side(job, places, right, x, job.least[0] - x)
    return places


def _put_side(job: Job, places: list[Rect], side: Side, x: float, least: float = 0) -> float:
    """Set the columns of one side; the x where the next column would start."""
    spare = max(0.0, least - side.width) / max(len(side.columns), 1)
    for column in side.columns:
        width = max(job.sizes[i][0] for i in column) + spare
        put_column(job, places, column, x, 0, width)
        x = max(places[i].right for i in column) + job.cell.gap
    return x
