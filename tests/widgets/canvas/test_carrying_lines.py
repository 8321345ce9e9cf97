"""Lines while their box is dragged: as they would be drawn, dotted and straight where no way is known."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.widgets.canvas.conftest import Hand
from widgets.canvas import canvas as canvas_file
from widgets.canvas.drafting import Remembering
from widgets.canvas.drags.carry import Carry
from workbench.drawing.drawing import Point

Canvases = Callable[..., Hand]
SHEET = """
hz region
vpc-a vpc region=hz
  vsw-1 vswitch
vpc-b vpc region=hz
  vsw-2 vswitch
tr-1 transit-router region=hz
  att-1 vpc-attachment vpc=vpc-a
  att-2 vpc-attachment vpc=vpc-b
"""


def carried(hand: Hand, id: str, dx: float, dy: float) -> Carry:
    """The drag of a box that is held so far away."""
    start = hand.corner(id)
    hand.grab(start, (start[0] + dx, start[1] + dy))
    drag = hand.canvas.gestures.tool._drag  # type: ignore[attr-defined]
    assert isinstance(drag, Carry)
    return drag


def corners(drag: Carry) -> list[list[Point]]:
    """The points of each line that follows."""
    found = []
    for course in drag.wires:
        elements = [course.path.elementAt(i) for i in range(course.path.elementCount())]
        found.append([(element.x, element.y) for element in elements])
    return found


def test_lines_of_a_dragged_box_go_round_corners(hand: Canvases) -> None:
    made = hand(SHEET, Remembering())

    drag = carried(made, "tr-1", 10, 40)

    assert len(drag.wires) == 2
    assert all(course.is_routed for course in drag.wires)
    assert all(len(points) > 2 for points in corners(drag))


def test_over_another_box_they_are_straight(hand: Canvases) -> None:
    made = hand(SHEET, Remembering())
    (x1, y1), (x2, y2) = made.middle("tr-1"), made.middle("vpc-a")

    drag = carried(made, "tr-1", x2 - x1, y2 - y1)

    assert [course.is_routed for course in drag.wires] == [False, False]


def test_where_the_layout_is_not_known_they_are_straight(hand: Canvases) -> None:
    made = hand(SHEET)

    drag = carried(made, "tr-1", 10, 40)

    assert [course.is_routed for course in drag.wires] == [False, False]


def test_a_frame_without_time_shows_them_straight(hand: Canvases, monkeypatch: pytest.MonkeyPatch) -> None:
    made = hand(SHEET, Remembering())
    monkeypatch.setattr(canvas_file, "FOLLOWING", 0.0)

    drag = carried(made, "tr-1", 10, 40)

    assert [course.is_routed for course in drag.wires] == [False, False]
