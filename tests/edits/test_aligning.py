"""Rectangles in line and with equal gaps."""

from __future__ import annotations

import pytest

from planners.rect import Rect
from workbench.edits.aligning import Edge, aligned, distributed

RECTS = [Rect(10, 20, 100, 40), Rect(50, 200, 60, 60), Rect(200, 90, 40, 20)]


@pytest.mark.parametrize(
    ("edge", "corners"),
    [
        ("left", [(10, 20), (10, 200), (10, 90)]),
        ("centre", [(75, 20), (95, 200), (105, 90)]),
        ("right", [(140, 20), (180, 200), (200, 90)]),
        ("top", [(10, 20), (50, 20), (200, 20)]),
        ("middle", [(10, 120), (50, 110), (200, 130)]),
        ("bottom", [(10, 220), (50, 200), (200, 240)]),
    ],
)
def test_an_edge_in_common(edge: Edge, corners: list[tuple[float, float]]) -> None:
    assert aligned(RECTS, edge) == corners


def test_equal_gaps_keep_the_outermost_and_the_order() -> None:
    corners = distributed([Rect(200, 0, 40, 10), Rect(0, 5, 100, 10), Rect(110, 9, 20, 10)], "across")

    assert corners == [(200, 0), (0, 5), (140, 9)]


def test_equal_gaps_down() -> None:
    corners = distributed([Rect(0, 0, 10, 40), Rect(0, 50, 10, 40), Rect(0, 160, 10, 40)], "down")

    assert corners == [(0, 0), (0, 80), (0, 160)]
