"""Neighbours: the boxes beside one that is carried, put in order once for all the moves of the mouse."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from operator import itemgetter
from typing import Final, NamedTuple

from workbench.drawing.drawing import Rect

SAME: Final = 0.01
"""Closer than this two places are one."""
Sorted = tuple[list[float], list[int]]


class Span(NamedTuple):
    """What a box takes up along one way, and between what it lies across it."""

    first: float
    last: float
    low: float
    high: float

    @property
    def middle(self) -> float:
        """Half way between both ends."""
        return (self.first + self.last) / 2


def across(rect: Rect) -> Span:
    """A box as it lies from left to right."""
    return Span(rect.x, rect.right, rect.y, rect.bottom)


def down(rect: Rect) -> Span:
    """A box as it lies from top to bottom."""
    return Span(rect.y, rect.bottom, rect.x, rect.right)


def around(rects: Iterable[Rect]) -> Rect:
    """The rectangle around some, of which there is one at least."""
    some = tuple(rects)
    left, top = min(rect.x for rect in some), min(rect.y for rect in some)
    right, bottom = max(rect.right for rect in some), max(rect.bottom for rect in some)
    return Rect(left, top, right - left, bottom - top)


def turned(span: Span) -> Span:
    """The same seen from the other end."""
    return Span(-span.last, -span.first, span.low, span.high)


class Way:
    """The neighbours along one way: what meets a place is looked up, not gone through."""

    def __init__(self, spans: Iterable[Span]) -> None:
        self.spans = tuple(sorted(spans, key=itemgetter(1)))
        """In the order of their ends."""
        self.turned = tuple(sorted(map(turned, self.spans), key=itemgetter(1)))
        """The same seen from the other end, in the order of their ends there."""
        self._ends = _sorted([span.first for span in self.spans] + [span.last for span in self.spans])
        self._middles = _sorted([(span.first + span.last) / 2 for span in self.spans])

    def shifts(self, own: Span) -> Iterator[float]:
        """How far a box would go to the nearest end or middle line of a neighbour, for each of its own."""
        for mine, stops in self._stops(own):
            at = bisect_left(stops[0], mine)
            yield from (value - mine for value in stops[0][max(at - 1, 0) : at + 1])

    def met(self, own: Span) -> dict[float, list[Span]]:
        """The places where ends or middle lines of a box meet those of neighbours, and these."""
        found: dict[float, list[Span]] = {}
        for mine, (values, owners) in self._stops(own):
            met = owners[bisect_left(values, mine - SAME) : bisect_right(values, mine + SAME)]
            if met:
                found.setdefault(mine, []).extend(self.spans[at % len(self.spans)] for at in met)
        return found

    def _stops(self, own: Span) -> Iterator[tuple[float, Sorted]]:
        """Which stops may meet: ends with ends, middles with middles."""
        yield own.middle, self._middles
        yield own.first, self._ends
        yield own.last, self._ends


class Neighbours:
    """The boxes beside one that is carried, along both ways."""

    def __init__(self, rects: Iterable[Rect]) -> None:
        rects = tuple(rects)
        self.across = Way(map(across, rects))
        self.down = Way(map(down, rects))


def _sorted(stops: list[float]) -> Sorted:
    """The stops in their order, and where each stood before."""
    order = sorted(range(len(stops)), key=stops.__getitem__)
    return [stops[at] for at in order], order
