"""While a box is carried, edges and middles of its neighbours draw it; Alt holds them off."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Qt

from tests.widgets.canvas.conftest import Hand
from widgets.canvas.drags.guides import pull
from widgets.canvas.drags.neighbours import Neighbours
from workbench.drawing.drawing import Rect

Canvases = Callable[[str], Hand]
ALT = Qt.KeyboardModifier.AltModifier
LINES = """
hz region
vpc-a vpc region=hz
  vsw-1 vswitch
  vsw-2 vswitch
place-1 placement parent=sheet-1 subject=vpc-a within=hz x=20 y=40 width=480 height=240
"""


def carry(canvas: Hand) -> Any:
    return canvas.canvas.gestures.tool._drag


def test_a_box_is_drawn_to_the_left_edge_of_its_neighbour_and_a_line_shows_it(hand: Canvases) -> None:
    canvas = hand(LINES)
    first, second = (canvas.canvas.places.boxes_of([id])[0].rect for id in ("vsw-1", "vsw-2"))
    start = canvas.middle("vsw-2")
    canvas.drag(start, (start[0] + 100, start[1] + 40))
    moved = canvas.middle("vsw-2")
    back = (moved[0] - (canvas.canvas.places.boxes_of(["vsw-2"])[0].rect.x - first.x) + 3, moved[1] + 5)

    canvas.grab(moved, back)
    lines = carry(canvas).pulled.lines
    canvas.let_go(back)

    assert any(start_[0] == end_[0] == first.x for start_, end_ in lines)
    assert canvas.canvas.places.boxes_of(["vsw-2"])[0].rect.x == first.x
    assert second.x == first.x


def test_alt_holds_the_guides_off(hand: Canvases) -> None:
    canvas = hand(LINES)
    first = canvas.canvas.places.boxes_of(["vsw-1"])[0].rect
    start = canvas.middle("vsw-2")
    end = (start[0] + 3, start[1] + 50)

    canvas.drag(start, end, ALT)

    assert canvas.canvas.places.boxes_of(["vsw-2"])[0].rect.x == first.x + 3


def test_the_nearest_stop_wins_and_each_way_goes_by_itself() -> None:
    other = Rect(100, 100, 80, 40)

    found = pull(Rect(103, 300, 60, 40), Neighbours([other]), 5)
    both = pull(Rect(183, 141, 40, 40), Neighbours([other]), 5)

    assert (found.dx, found.dy) == (-3, None)
    assert (both.dx, both.dy) == (-3, -1)


def test_middles_meet_middles() -> None:
    found = pull(Rect(122, 300, 40, 40), Neighbours([Rect(100, 100, 80, 40)]), 5)

    assert found.dx == -2
    assert found.lines == (((140, 94), (140, 346)),)
