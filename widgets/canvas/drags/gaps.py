"""Gaps: a box that is carried is drawn to where it stands as far from its neighbours as others of its row do."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import islice, pairwise
from typing import Final, NamedTuple

from widgets.canvas.drags.neighbours import SAME, Span, Way, turned

LEAST: Final = 1.0
"""Points from which on there is a gap between two boxes."""


MOST: Final = 12
"""Of a long row so many boxes on either side are measured; those further on nobody sees beside the box."""


class Gap(NamedTuple):
    """The room between two boxes of a row, and where across the row it is shown."""

    first: float
    last: float
    level: float

    @property
    def length(self) -> float:
        """How far it is from box to box."""
        return self.last - self.first


def gap_shifts(own: Span, beside: Way, reach: float) -> Iterator[float]:
    """How far a box would go to have equal gaps beside it, or one that others of its row have."""
    before, after = _row(own, beside, reach)
    if before and after and after[0].first - before[0].last > own.last - own.first:
        yield (before[0].last + after[0].first) / 2 - own.middle
    known = {gap.length for some in (before[::-1], after) for gap in _gaps(some, own)}
    for length in known:
        yield from (span.last + length - own.first for span in before[:1])
        yield from (span.first - length - own.last for span in after[:1])


def equal_gaps(own: Span, beside: Way) -> tuple[Gap, ...]:
    """The gaps beside a box that are as wide as each other or as others of its row, with these, in their order."""
    before, after = _row(own, beside, SAME)
    gaps = tuple(_gaps([*before[::-1], own, *after], own))
    lengths = [gap.length for gap in gaps if own.first == gap.last or own.last == gap.first]
    alike = [[gap for gap in gaps if abs(gap.length - length) < SAME] for length in lengths]
    return tuple(sorted({gap for some in alike if len(some) > 1 for gap in some}))


def _row(own: Span, beside: Way, reach: float) -> tuple[list[Span], list[Span]]:
    """What stands in a row with a box: before it and after it, the nearest first."""
    first, last, low, high = own
    before, after = (
        [span for span in spans if span[2] < high and low < span[3]]
        for spans in (beside.spans, beside.turned)
    )
    return (
        list(islice(_before(first + reach, before), MOST)),
        [turned(span) for span in islice(_before(reach - last, after), MOST)],
    )


def _before(edge: float, band: Sequence[Span]) -> Iterator[Span]:
    """From an edge backwards the nearest that ends there, then the nearest that ends before that begins."""
    lasts = [span[1] for span in band]
    at = bisect_right(lasts, edge)
    while at:
        span = band[at - 1]
        yield span
        at = bisect_right(lasts, span.first + SAME, hi=at - 1)


def _gaps(row: Sequence[Span], own: Span) -> Iterator[Gap]:
    """The gaps between one and the next of a row."""
    for one, other in pairwise(row):
        if other.first - one.last >= LEAST:
            low, high = max(one.low, other.low), min(one.high, other.high)
            # Two that only share the row with the box, but no height, are measured at its middle.
            level = (low + high) / 2 if low < high else (own.low + own.high) / 2
            yield Gap(one.last, other.first, level)
