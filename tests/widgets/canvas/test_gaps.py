"""A box that is carried snaps to where gaps are equal, and the gaps are shown; Alt holds that off."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtCore import Qt

from tests.campaign import share
from tests.widgets.canvas.conftest import Hand
from widgets.canvas.drags.guides import pull
from widgets.canvas.drags.neighbours import Neighbours
from workbench.drawing.drawing import Rect
from workbench.edits.placing import placement_id
from workbench.model.element import ElementId

Canvases = Callable[..., Hand]
ALT = Qt.KeyboardModifier.AltModifier
NONE = Qt.KeyboardModifier.NoModifier


def zone(*boxes: tuple[str, int, int]) -> str:
    """A VPC with vSwitches of 90 by 40 at places that no grid and no edge has in common."""
    lines = [
        "hz region",
        "vpc-a vpc region=hz",
        *(f"  {name} vswitch" for name, _, _ in boxes),
        placed("vpc-a", "hz", 20, 40, 560, 300),
        *(placed(name, "vpc-a", x, y, 90, 40) for name, x, y in boxes),
    ]
    return "\n".join(lines)


def placed(id: ElementId, within: ElementId, x: int, y: int, width: int, height: int) -> str:
    """The line of a placement."""
    place = f"x={x} y={y} width={width} height={height}"
    return (
        f"{placement_id('sheet-1', id, within)} placement parent=sheet-1 subject={id} within={within} {place}"
    )


ROW = zone(("one", 20, 51), ("two", 333, 62), ("far", 20, 231), ("moves", 150, 143))
"""Between one and two there is room for a third; a row of its own lies below."""
CHAIN = zone(("one", 11, 51), ("two", 124, 58), ("moves", 300, 143))
COLUMN = zone(("one", 51, 20), ("two", 62, 207), ("moves", 203, 101))


def rect(canvas: Hand, id: ElementId) -> Rect:
    return canvas.canvas.places.boxes_of([id])[0].rect


def carried(canvas: Hand, id: ElementId, to: tuple[float, float], keys: Qt.KeyboardModifier = NONE) -> Any:
    """Carries a box by the mouse until its corner is at a place of its VPC; what it was drawn to before it was let go."""
    start, vpc = canvas.middle(id), rect(canvas, "vpc-a")
    own = rect(canvas, id)
    end = (start[0] + vpc.x + to[0] - own.x, start[1] + vpc.y + to[1] - own.y)
    canvas.grab(start, end, keys)
    tool: Any = canvas.canvas.gestures.tool
    pulled = tool._drag.pulled
    canvas.let_go(end, keys)
    return pulled


@pytest.mark.parametrize("zoom", [1.0, 2.0])
def test_a_box_between_two_snaps_to_the_middle_of_them_and_both_gaps_are_shown(
    hand: Canvases, zoom: float
) -> None:
    canvas = hand(ROW)
    canvas.canvas.zoom_to(zoom)
    canvas.canvas.centerOn(*rect(canvas, "vpc-a").centre)

    pulled = carried(canvas, "moves", (178.5, 71))

    one, moved, two = (rect(canvas, id) for id in ("one", "moves", "two"))
    assert moved.x - one.right == two.x - moved.right
    assert {(start[0], end[0]) for start, end in pulled.gaps} == {(one.right, moved.x), (moved.right, two.x)}
    assert canvas.steps == 1


def test_a_box_behind_two_snaps_to_the_gap_they_have(hand: Canvases) -> None:
    canvas = hand(CHAIN)

    pulled = carried(canvas, "moves", (239, 71))

    one, two, moved = (rect(canvas, id) for id in ("one", "two", "moves"))
    assert moved.x - two.right == two.x - one.right == 23
    assert [end[0] - start[0] for start, end in pulled.gaps] == [23, 23]


def test_a_column_works_as_a_row_does(hand: Canvases) -> None:
    canvas = hand(COLUMN)

    pulled = carried(canvas, "moves", (75, 112))

    one, moved, two = (rect(canvas, id) for id in ("one", "moves", "two"))
    assert moved.y - one.bottom == two.y - moved.bottom
    assert {(start[1], end[1]) for start, end in pulled.gaps} == {
        (one.bottom, moved.y),
        (moved.bottom, two.y),
    }


def test_alt_holds_equal_gaps_off_too(hand: Canvases) -> None:
    canvas = hand(CHAIN)

    carried(canvas, "moves", (239, 71), ALT)

    assert rect(canvas, "moves").x - rect(canvas, "two").right == 25


def test_several_boxes_snap_as_one(hand: Canvases) -> None:
    canvas = hand(zone(("one", 11, 51), ("two", 123, 58), ("moves", 300, 143), ("along", 397, 160)))
    canvas.editor.select(["moves", "along"])

    pulled = carried(canvas, "moves", (237, 71))

    one, two, moves, along = (rect(canvas, id) for id in ("one", "two", "moves", "along"))
    assert moves.x - two.right == two.x - one.right == 22
    assert along.x - moves.x == 97
    assert len(pulled.gaps) == 2


def test_what_lies_beside_the_row_is_not_measured() -> None:
    row = [Rect(0, 0, 40, 40), Rect(60, 0, 40, 40)]
    below = [Rect(0, 300, 40, 40), Rect(77, 300, 40, 40)]

    found = pull(Rect(122, 9, 41, 17), Neighbours([*row, *below]), 5)

    assert found.dx == -2
    assert [(start[0], end[0]) for start, end in found.gaps] == [(40, 60), (100, 120)]


def test_the_nearer_of_an_edge_and_an_equal_gap_wins() -> None:
    row = [Rect(0, 0, 40, 40), Rect(60, 0, 40, 40)]

    at_the_gap = pull(Rect(121, 9, 41, 17), Neighbours([*row, Rect(124, 300, 90, 40)]), 5)
    at_the_edge = pull(Rect(123, 9, 41, 17), Neighbours([*row, Rect(124, 300, 90, 40)]), 5)

    assert (at_the_gap.dx, len(at_the_gap.gaps)) == (-1, 2)
    assert (at_the_edge.dx, at_the_edge.gaps) == (1, ())


def test_boxes_that_touch_have_no_gap() -> None:
    found = pull(Rect(82, 9, 41, 17), Neighbours([Rect(0, 0, 40, 40), Rect(40, 0, 40, 40)]), 5)

    assert found.dx == -2
    assert found.gaps == ()


PLACES = st.builds(Rect, st.integers(0, 300), st.integers(0, 300), st.integers(8, 90), st.integers(8, 90))


@settings(max_examples=share(500))
@given(PLACES, st.lists(PLACES, max_size=12))
def test_gaps_that_are_shown_are_as_wide_as_another_and_free(moving: Rect, others: list[Rect]) -> None:
    found = pull(moving, Neighbours(others), 5)

    there = moving.shifted(found.dx or 0, found.dy or 0)
    for one, other in ((0, 1), (1, 0)):
        along = [(start, end) for start, end in found.gaps if start[other] == end[other]]
        lengths = [round(end[one] - start[one], 6) for start, end in along]
        assert all(lengths.count(length) > 1 for length in lengths)
        for start, end in along:
            inside = Rect(
                start[0] + 0.01, start[1] + 0.01, end[0] - start[0] - 0.02, end[1] - start[1] - 0.02
            )
            middle = inside.centre
            assert not there.holds(middle)
