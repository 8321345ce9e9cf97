"""The legs of a path: along which lines of a sheet one gets from a hop to the next."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF

from widgets.canvas.lit import Leg
from widgets.painting.parts import rect_of
from workbench.drawing.drawing import Box, Drawing, Key, Line


class _Run(NamedTuple):
    """A line in one of its directions."""

    start: Key
    end: Key
    leg: Leg


class Ways:
    """The lines of a drawing in both directions, and what each of their ends stands in."""

    def __init__(self, drawing: Drawing) -> None:
        self._drawing = drawing
        self._runs = [run for line in drawing.lines for run in (_run(line), _run(line, back=True))]
        self._around = {key: self._chain(key) for key in {run.start for run in self._runs}}

    def between(self, start: Sequence[Key], end: Sequence[Key]) -> list[Leg]:
        """The lines from a hop to the next; a straight leg where none lead there and neither box holds the other."""
        for a in start:
            for b in end:
                ways = list(self._ways(a, b))
                # Of two ways that are equally short nobody knows which one is gone.
                if len(ways) == 1:
                    return list(ways[0])
        one, other = self._drawing.by_key[start[0]], self._drawing.by_key[end[0]]
        if one.key in self._chain(other.key) or other.key in self._chain(one.key):
            return []
        return [Leg(straight(one, other), None)]

    def _ways(self, a: Key, b: Key) -> Iterator[tuple[Leg, ...]]:
        """The shortest ways of two lines at most: between them is a box that is no hop."""
        a, b = self._whole(a), self._whole(b)
        from_a, to_b = self._ends(a, b), self._ends(b, a)
        out = [run for run in self._runs if run.start in from_a]
        direct = next((run for run in out if run.end in to_b), None)
        if direct:
            yield (direct.leg,)
            return
        last = {run.start: run for run in self._runs if run.end in to_b}
        yield from ((run.leg, last[run.end].leg) for run in out if run.end in last)

    def _whole(self, key: Key) -> Key:
        """Of a row its box: a packet comes in by the line of one row and leaves by that of another."""
        box = self._drawing.by_key[key]
        return box.within if box.shape == "row" else key

    def _ends(self, hop: Key, other: Key) -> set[Key]:
        """The ends of lines that belong to a hop: it, what stands in it, and what is around it but not the other one, too."""
        around = self._chain(hop) - self._chain(other)
        return {key for key, chain in self._around.items() if key in around or hop in chain}

    def _chain(self, key: Key) -> frozenset[Key]:
        return frozenset(box.key for box in self._drawing.chain(key))


def _run(line: Line, back: bool = False) -> _Run:
    points = tuple(QPointF(*point) for point in line.points)
    if back:
        return _Run(line.end, line.start, Leg(points[::-1], line))
    return _Run(line.start, line.end, Leg(points, line))


def straight(one: Box, other: Box) -> tuple[QPointF, ...]:
    """From the border of a box to that of another, along the line between their middles."""
    start, end = rect_of(one.rect), rect_of(other.rect)
    return _border(start, end.center()), _border(end, start.center())


def _border(rect: QRectF, towards: QPointF) -> QPointF:
    middle = rect.center()
    away = towards - middle
    shares = [
        half / abs(length)
        for half, length in ((rect.width() / 2, away.x()), (rect.height() / 2, away.y()))
        if length
    ]
    return middle + away * min([1.0, *shares])
