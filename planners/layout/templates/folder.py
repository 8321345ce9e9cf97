"""The account sheet: folders with cards, the head on top, the folders below it."""

from __future__ import annotations

import math
from collections.abc import Sequence

from planners.layout.cell import Rect
from planners.layout.templates.job import (
    Job,
    Plan,
    badness,
    blank,
    chunks,
    extent,
    put_column,
    put_row,
    row_length,
)

CARDS = 8
"""Cards in one column of a folder before a second one is begun."""
HALL = 36
"""Gap between the head and the folders below it: room for the branching line."""


def folder(job: Job) -> Plan:
    """Cards in columns; the folders inside below them or, where that is nearer to a square, beside them."""
    cards = [i for i in range(len(job.sizes)) if not job.stretches(i)]
    inner = [i for i in range(len(job.sizes)) if job.stretches(i)]
    below, beside = _cards_first(job, cards, inner, False), _cards_first(job, cards, inner, True)
    if job.fixed and job.remembered:
        return beside if job.remembered == (1,) else below
    cost = {0: badness(*extent(below.places), 0.9), 1: badness(*extent(beside.places), 0.9)}
    best = 1 if cards and inner and cost[1] < cost[0] else 0
    if job.remembered and cost[job.remembered[0]] < cost[best] + 0.4:
        best = job.remembered[0]
    return beside if best else below


def _cards_first(job: Job, cards: list[int], inner: list[int], beside: bool) -> Plan:
    places = blank(job)
    gap = job.cell.gap
    columns = chunks(cards, _length(len(cards)))
    x = 0.0
    for column in columns:
        put_column(job, places, column, x, 0, 0)
        x = max(places[i].right for i in column) + gap
    y = 0.0 if beside or not cards else extent(places[i] for i in cards)[1] + 2 * gap
    _put_lines(job, places, inner, x + gap if beside and cards else 0.0, y, row_length(job, inner, 1.0))
    return Plan(places, (1 if beside else 0,))


def _length(count: int) -> int:
    """Cards a column: all up to eight; then columns of one length, longer ones for a crowd to stay near a square."""
    most = max(CARDS, round(math.sqrt(count * 2.4)))
    return math.ceil(count / max(math.ceil(count / most), 1)) if count else 1


def _put_lines(job: Job, places: list[Rect], items: Sequence[int], x: float, y: float, count: int) -> None:
    for line in chunks(items, count):
        y = put_row(job, places, line, x, y) + job.cell.gap


def chart(job: Job) -> Plan:
    """The head centred on top with its asides at the right; all others in rows below, tops aligned."""
    children = job.cell.children
    heads = [i for i, child in enumerate(children) if child.role == "head"]
    asides = [i for i, child in enumerate(children) if child.role == "aside"]
    rest = [i for i, child in enumerate(children) if child.role not in ("head", "aside")]
    places = blank(job)
    top = [*heads, *asides]
    y = put_row(job, places, top, 0, 0) + HALL if top else 0.0
    count = _abreast(job, rest)
    for line in chunks(rest, count):
        y = _put_level(job, places, line, y) + HALL
    _centre(places, heads, asides, extent(places[i] for i in rest)[0])
    return Plan(places, (count,))


def _put_level(job: Job, places: list[Rect], line: Sequence[int], y: float) -> float:
    """One row of folders, each at its own height; the lower end of the tallest."""
    x = 0.0
    for i in line:
        w, h = job.sizes[i]
        places[i] = Rect(x, y, w, h)
        x += w + job.cell.gap
    return max(places[i].bottom for i in line)


def _abreast(job: Job, rest: list[int]) -> int:
    """All in one row unless that makes the sheet wider than three times its height."""
    width, height = (
        sum(job.sizes[i][0] for i in rest),
        max((job.sizes[i][1] for i in rest), default=0.0) + 150,
    )
    if width <= 3 * height or len(rest) < 7:
        return max(len(rest), 1)
    return row_length(job, rest, 1.6, job.remembered[0] if job.remembered else 0)


def _centre(places: list[Rect], heads: list[int], asides: list[int], width: float) -> None:
    """Move the top row so that the heads stand over the middle of what is below."""
    if not heads:
        return
    taken = extent(places[i] for i in heads)[0]
    dx = max(0.0, (width - taken) / 2)
    for i in [*heads, *asides]:
        places[i] = places[i].shifted(dx, 0)
