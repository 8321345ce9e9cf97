"""Lines seen from afar: those that run side by side join into one trunk, so that a bundle is a stroke and no thicket."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from workbench.drawing.drawing import Point

BESIDE: Final = 21.0
"""Pieces of lines no further apart than this run side by side."""
MOSTLY: Final = 0.7
"""A piece joins another that it goes along for so much of its way."""
Piece = tuple[Point, Point]


@dataclass(frozen=True, slots=True)
class Trunks:
    """The pieces to be drawn: those of one line alone, and those where several have joined."""

    single: tuple[Piece, ...]
    joint: tuple[Piece, ...]


@dataclass(slots=True)
class _Run:
    """A straight piece of a line: where it lies across its direction, and from where to where it goes."""

    upright: bool
    at: float
    low: float
    high: float

    @property
    def start(self) -> float:
        """The lesser end."""
        return self.low if self.low < self.high else self.high

    @property
    def end(self) -> float:
        """The greater end."""
        return self.high if self.low < self.high else self.low


def trunks(routes: Iterable[Sequence[Point]]) -> Trunks:
    """The trunks of lines; every end stays on the border it was on."""
    chains = [_runs(route) for route in routes]
    for upright in (True, False):
        _join([run for chain in chains for run in chain if run.upright == upright])
    covered: dict[tuple[bool, float], list[tuple[float, float]]] = {}
    for chain in chains:
        for run, low, high in _meeting(chain):
            covered.setdefault((run.upright, run.at), []).append((low, high))
    single: list[Piece] = []
    joint: list[Piece] = []
    for (upright, at), spans in sorted(covered.items()):
        for low, high, count in _counted(spans):
            (joint if count > 1 else single).append(_piece(upright, at, low, high))
    return Trunks(tuple(single), tuple(joint))


def _runs(route: Sequence[Point]) -> list[_Run]:
    """The pieces of a line in order, each across the one before it."""
    found: list[_Run] = []
    for (x1, y1), (x2, y2) in pairwise(route):
        upright = abs(x1 - x2) <= abs(y1 - y2)
        along = (y1, y2) if upright else (x1, x2)
        if found and found[-1].upright == upright:
            found[-1].high = along[1]
        else:
            found.append(_Run(upright, x1 if upright else y1, *along))
    return found


def _join(runs: list[_Run]) -> None:
    """Lay runs onto the longest beside them: it shows that there is room along the whole of its way."""
    by_place = sorted(runs, key=lambda run: (run.at, run.start, run.end))
    places = [run.at for run in by_place]
    joined: set[int] = set()
    for leader in sorted(by_place, key=lambda run: (run.start - run.end, run.at, run.start)):
        if id(leader) in joined:
            continue
        joined.add(id(leader))
        near = slice(bisect_left(places, leader.at - BESIDE), bisect_right(places, leader.at + BESIDE))
        for run in by_place[near]:
            if id(run) not in joined and _is_beside(run, leader):
                joined.add(id(run))
                run.at = leader.at


def _is_beside(run: _Run, leader: _Run) -> bool:
    """Whether a run goes along a longer one for most of its way."""
    shared = min(run.end, leader.end) - max(run.start, leader.start)
    return shared > 0 and shared >= MOSTLY * (run.end - run.start)


def _meeting(chain: list[_Run]) -> Iterable[tuple[_Run, float, float]]:
    """Every run with its ends where it meets the runs before and after it."""
    for n, run in enumerate(chain):
        start = chain[n - 1].at if n else run.low
        end = chain[n + 1].at if n + 1 < len(chain) else run.high
        if start != end:
            yield run, min(start, end), max(start, end)


def _counted(spans: list[tuple[float, float]]) -> Iterable[tuple[float, float, int]]:
    """The stretches of one trunk, and how many lines each holds."""
    marks = sorted({mark for span in spans for mark in span})
    before: tuple[float, float, int] | None = None
    for low, high in pairwise(marks):
        count = min(sum(start <= low and high <= end for start, end in spans), 2)
        if before and before[1] == low and before[2] == count:
            before = (before[0], high, count)
            continue
        if before and before[2]:
            yield before
        before = (low, high, count)
    if before and before[2]:
        yield before


def _piece(upright: bool, at: float, low: float, high: float) -> Piece:
    return ((at, low), (at, high)) if upright else ((low, at), (high, at))
