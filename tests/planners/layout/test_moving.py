"""Lines while a box is dragged."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from random import Random

from planners.layout import Arrangement, Cell, Wire, arrange, moved
from tests.campaign import share
from tests.planners.layout.faults import line_faults
from tests.planners.layout.landing_zone import landing_zone


def at(drawn: Arrangement, root: Cell, key: str, dx: float, dy: float) -> Arrangement:
    """The drawing with the box and all in it elsewhere."""
    cell = next(cell for cell in root.walk() if cell.key == key)
    boxes = dict(drawn.boxes)
    for inner in cell.walk():
        boxes[inner.key] = boxes[inner.key].shifted(dx, dy)
    return replace(drawn, boxes=boxes)


def touches_nothing(drawn: Arrangement, parent: Cell, key: str, dx: float, dy: float) -> bool:
    frame, here = drawn.boxes[parent.key], drawn.boxes[key].shifted(dx, dy)
    if (
        here.x < frame.x
        or here.y < frame.y + parent.header
        or here.right > frame.right
        or here.bottom > frame.bottom
    ):
        return False
    return not any(here.overlaps(drawn.boxes[child.key], 6) for child in parent.children if child.key != key)


def test_a_box_that_did_not_move_keeps_the_ends_of_its_lines() -> None:
    root, wires = landing_zone(60)
    drawn = arrange(root, wires)

    lines = moved(drawn, root, wires, "r0-a1", 0, 0)

    assert lines
    for key, points in lines.items():
        assert (points[0], points[-1]) == (drawn.routes[key][0], drawn.routes[key][-1])


def test_random_legal_moves_never_run_a_line_through_a_box() -> None:
    root, wires = landing_zone(410)
    drawn = arrange(root, wires)
    dice = Random(7)
    pairs = [(cell, child.key) for cell in root.walk() if not cell.is_table for child in cell.children]
    tried = 0
    for _ in range(share(60000, 0.1)):
        parent, key = dice.choice(pairs)
        dx, dy = dice.randint(-120, 120), dice.randint(-120, 120)
        if not touches_nothing(drawn, parent, key, dx, dy):
            continue

        lines = moved(drawn, root, wires, key, dx, dy)

        tried += 1
        there = replace(at(drawn, root, key, dx, dy), routes=lines)
        found = [fault for fault in line_faults(root, wires, there) if "oblique" not in fault]
        assert found == [] or _is_ghost(lines), (key, dx, dy)
    assert tried > 20


def _is_ghost(lines: dict[str, tuple[tuple[float, float], ...]]) -> bool:
    return all(len(points) == 2 for points in lines.values())


def test_a_box_over_its_sibling_gets_straight_ghosts() -> None:
    root = Cell("root", (0, 0), tuple(Cell(key, (60, 40)) for key in "abc"), "row")
    wires = [Wire("ab", "a", "b"), Wire("ac", "a", "c")]
    drawn = arrange(root, wires)
    shift = drawn.boxes["b"].x - drawn.boxes["a"].x

    lines = moved(drawn, root, wires, "a", shift, 0)

    first = drawn.routes["ab"][0]
    assert lines["ab"] == ((first[0] + shift, first[1]), drawn.routes["ab"][-1])
    assert set(lines) == {"ab", "ac"}


def test_lines_inside_the_moved_box_and_unknown_boxes_give_nothing() -> None:
    inner = Cell("inner", (0, 0), (Cell("a", (50, 30)), Cell("b", (50, 30))), "row")
    root = Cell("root", (0, 0), (inner, Cell("c", (50, 30))), "row")
    wires = [Wire("ab", "a", "b"), Wire("bc", "b", "c")]
    drawn = arrange(root, wires)

    assert set(moved(drawn, root, wires, "inner", 0, 4)) == {"bc"}
    assert moved(drawn, root, wires, "nowhere", 0, 4) == {}
    assert moved(drawn, root, wires, "root", 5, 5) == {}


def test_a_moved_router_keeps_its_lines_at_the_rows() -> None:
    root, wires = landing_zone(410)
    drawn = arrange(root, wires)

    lines = moved(drawn, root, wires, "r0-tr", 0, 30)

    for wire in wires:
        if wire.b.startswith("r0-tr/"):
            row = drawn.boxes[wire.b].shifted(0, 30)
            assert lines[wire.key][-1][1] == row.centre[1]
            assert lines[wire.key][-1][0] in (row.x, row.right)


def test_a_box_beyond_the_border_its_container_will_grow_around_has_routed_lines() -> None:
    root = Cell("root", (0, 0), (Cell("a", (60, 40)), Cell("b", (60, 40))), "row")
    wires = [Wire("ab", "a", "b")]
    drawn = arrange(root, wires)

    line = moved(drawn, root, wires, "b", 40, 90)["ab"]

    assert len(line) > 2
    assert all(x1 == x2 or y1 == y2 for (x1, y1), (x2, y2) in pairwise(line))


def test_lines_there_is_no_time_for_are_straight() -> None:
    root, wires = landing_zone(60)
    drawn = arrange(root, wires)
    asked: list[str] = []

    def go_on() -> bool:
        asked.append("net")
        return len(asked) < 2

    full = moved(drawn, root, wires, "r0-tr", 0, 8)
    some = moved(drawn, root, wires, "r0-tr", 0, 8, go_on)

    assert set(some) == set(full)
    straight = [key for key, points in some.items() if len(points) == 2]
    assert len(full) > len(straight) > 0
