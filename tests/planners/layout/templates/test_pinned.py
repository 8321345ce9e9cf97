"""Boxes with a place of their own: where two would lie on each other, one is pushed on, as little as can be."""

from __future__ import annotations

from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from planners.layout import Cell, Rect, arrange
from planners.layout.templates import pinned
from planners.layout.templates.pinned import apart
from tests.campaign import share

GAP = 8.0
SIDES = st.integers(1, 300).map(float)
BOXES = st.lists(st.builds(Rect, SIDES, SIDES, SIDES, SIDES), max_size=12)


def overlapping(boxes: list[Rect]) -> list[tuple[Rect, Rect]]:
    """The pairs of boxes that lie on each other."""
    return [(a, b) for a, b in combinations(boxes, 2) if a.overlaps(b, -0.01)]


@settings(max_examples=share(2000, 0.1), deadline=None)
@given(BOXES)
def test_no_two_boxes_lie_on_each_other(boxes: list[Rect]) -> None:
    found = apart(boxes, GAP)

    assert overlapping(found) == []
    assert [(box.w, box.h) for box in found] == [(box.w, box.h) for box in boxes]


@settings(max_examples=share(2000, 0.1), deadline=None)
@given(BOXES)
def test_boxes_that_push_each_other_on_for_too_long_are_set_one_by_one(boxes: list[Rect]) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(pinned, "ROUNDS", 0)
        found = apart(boxes, GAP)

    assert overlapping(found) == []


@settings(max_examples=share(2000, 0.1), deadline=None)
@given(BOXES)
def test_boxes_only_move_right_and_down_and_once_apart_no_more(boxes: list[Rect]) -> None:
    found = apart(boxes, GAP)

    assert all(now.x >= then.x and now.y >= then.y for now, then in zip(found, boxes, strict=True))
    assert apart(found, GAP) == found


@settings(max_examples=share(2000, 0.1), deadline=None)
@given(st.builds(Rect, SIDES, SIDES, SIDES, SIDES), st.builds(Rect, SIDES, SIDES, SIDES, SIDES))
def test_of_two_boxes_none_passes_the_other(one: Rect, other: Rect) -> None:
    moved, stayed = apart([one, other], GAP)

    if one.x < other.x:
        assert moved.x < stayed.x
    if one.y < other.y:
        assert moved.y < stayed.y


def test_boxes_that_touch_no_other_stay_where_they_are() -> None:
    boxes = [Rect(0, 0, 50, 50), Rect(20, 20, 50, 50), Rect(400, 400, 50, 50), Rect(460, 400, 50, 50)]

    assert apart(boxes, GAP)[2:] == boxes[2:]


def test_the_shorter_way_is_taken() -> None:
    wide, right, below = Rect(0, 10, 220, 100), Rect(200, 0, 100, 300), Rect(0, 100, 100, 80)

    assert apart([wide, right], GAP) == [wide, Rect(228, 0, 100, 300)]
    assert apart([wide, below], GAP) == [wide, Rect(0, 118, 100, 80)]


def test_one_push_leads_to_the_next() -> None:
    row = [Rect(0, 0, 120, 50), Rect(100, 0, 100, 50), Rect(205, 0, 100, 50)]

    assert [box.x for box in apart(row, GAP)] == [0, 128, 236]


def test_a_container_that_grows_pushes_its_pinned_neighbour_on() -> None:
    def sheet(leaves: int) -> Cell:
        inner = tuple(Cell(f"leaf{n}", (100, 40)) for n in range(leaves))
        left = Cell("left", (0, 0), inner, "column", pinned=(20, 20))
        right = Cell("below", (0, 0), (Cell("other", (100, 40)),), "column", pinned=(20, 100))
        return Cell("root", (0, 0), (left, right))

    small, grown = arrange(sheet(1), []), arrange(sheet(3), [])

    assert (small.boxes["below"].x, small.boxes["below"].y) == (20, 100)
    assert (grown.boxes["left"].x, grown.boxes["left"].y) == (20, 20)
    assert grown.boxes["below"].x == 20
    assert grown.boxes["below"].y == grown.boxes["left"].bottom + GAP
