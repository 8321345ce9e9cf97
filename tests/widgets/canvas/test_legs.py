"""From a hop to the next along the lines of a sheet, and straight where no line or more than one way leads there."""

from __future__ import annotations

from widgets.canvas.legs import Ways
from workbench.drawing.drawing import Box, Drawing, Key, Line, Rect
from workbench.model.element import Shape

PLACES = {"vpc-a": 0.0, "vpc-b": 100.0, "router": 200.0, "site": 300.0, "line-1": 400.0, "line-2": 500.0}


def box(key: Key, within: Key = "", shape: Shape = "node") -> Box:
    rect = Rect(PLACES.get(key, 0.0), 0.0, 40.0, 40.0)
    return Box(key, key, "vpc", shape, rect, within, (), key, "")


def line(key: Key, start: Key, end: Key) -> Line:
    return Line(key, key, "vpc-attachment", "attachment", ((0.0, 0.0), (9.0, 9.0)), start, end, key)


BOXES = (
    *(box(key) for key in PLACES),
    box("table-a", "vpc-a"),
    box("row-a", "router", "row"),
    box("row-b", "router", "row"),
)
LINES = (line("to-a", "vpc-a", "row-a"), line("to-b", "vpc-b", "row-b"))
CIRCUIT = (line("one", "site", "line-1"), line("one-in", "line-1", "row-a"))
SECOND = (line("two", "site", "line-2"), line("two-in", "line-2", "row-a"))


def legs(start: Key, end: Key, lines: tuple[Line, ...] = LINES) -> list[str]:
    drawing = Drawing("s", "network", "S", "en", (600.0, 40.0), BOXES, lines, (), {})
    return [leg.line.key if leg.line else "straight" for leg in Ways(drawing).between([start], [end])]


def test_what_stands_in_a_box_leaves_by_the_line_of_the_box() -> None:
    assert legs("table-a", "row-a") == ["to-a"]
    assert legs("vpc-a", "router") == ["to-a"]


def test_a_router_is_left_by_the_line_of_whichever_row() -> None:
    assert legs("row-a", "vpc-b") == ["to-b"]


def test_one_way_over_a_box_between_is_gone_along_its_lines() -> None:
    assert legs("site", "row-a", LINES + CIRCUIT) == ["one", "one-in"]


def test_of_two_ways_nobody_knows_which_is_gone() -> None:
    assert legs("site", "row-a", LINES + CIRCUIT + SECOND) == ["straight"]


def test_where_no_line_leads_the_leg_is_straight_and_inside_a_box_there_is_none() -> None:
    assert legs("site", "vpc-b") == ["straight"]
    assert legs("table-a", "vpc-a") == []
