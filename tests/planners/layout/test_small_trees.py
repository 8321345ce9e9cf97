"""Odd and random trees: nothing is too small, too deep, too many or too tangled."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from planners.layout import Cell, Wire, arrange
from planners.layout.templates import TEMPLATES
from tests.campaign import share
from tests.planners.layout.faults import box_faults, faults

NAMES = sorted(set(TEMPLATES) - {"chart"})
ROLES = ["", "tile", "zone", "leaf", "node", "gateway", "router", "site", "cen", "account", "aside"]


@st.composite
def trees(draw: st.DrawFn, pins: bool = False) -> tuple[Cell, list[Wire]]:
    """A random tree of at most four levels with random lines between any of its cells."""
    keys: list[str] = []

    def cell(depth: int) -> Cell:
        key = f"c{len(keys)}"
        keys.append(key)
        count = draw(st.integers(0, 5)) if depth else 0
        children = tuple(cell(depth - 1) for _ in range(count))
        size = (float(draw(st.integers(10, 160))), float(draw(st.integers(10, 80))))
        place = None
        if pins and draw(st.booleans()):
            place = (float(draw(st.integers(0, 500))), float(draw(st.integers(40, 400))))
        return Cell(
            key,
            size,
            children,
            draw(st.sampled_from(NAMES)),
            draw(st.sampled_from(ROLES)),
            header=draw(st.sampled_from([0.0, 26.0])) if children else 0.0,
            pinned=place,
        )

    root = cell(3)
    ends = st.sampled_from(keys)
    pairs = draw(
        st.lists(st.tuples(ends, ends, st.sampled_from([None, "n1", "n2"]), st.integers(1, 2)), max_size=12)
    )
    return root, [Wire(f"w{n}", a, b, net=net, tracks=tracks) for n, (a, b, net, tracks) in enumerate(pairs)]


@settings(max_examples=share(1500, 0.06), deadline=None, suppress_health_check=list(HealthCheck))
@given(trees())
def test_random_trees_are_drawn_without_faults(tree: tuple[Cell, list[Wire]]) -> None:
    root, wires = tree

    drawn = arrange(root, wires)

    assert faults(root, wires, drawn) == []
    assert arrange(root, wires) == drawn


@settings(max_examples=share(1500, 0.06), deadline=None, suppress_health_check=list(HealthCheck))
@given(trees(pins=True))
def test_pinned_boxes_stay_and_the_others_make_way(tree: tuple[Cell, list[Wire]]) -> None:
    root, wires = tree

    drawn = arrange(root, wires)

    assert list(box_faults(root, drawn)) == []


@pytest.mark.parametrize("template", sorted(TEMPLATES))
@pytest.mark.parametrize("count", [0, 1, 2, 7])
def test_every_template_takes_any_number_of_children(template: str, count: int) -> None:
    root = Cell("root", (0, 0), tuple(Cell(f"c{n}", (60 + n, 30)) for n in range(count)), template)
    wires = [Wire(f"w{n}", f"c{n}", f"c{n - 1}") for n in range(1, count)]

    drawn = arrange(root, wires)

    assert faults(root, wires, drawn) == []


def test_an_unknown_template_is_refused_with_the_known_ones() -> None:
    root = Cell("root", (0, 0), (Cell("a", (1, 1)),), "spiral")

    with pytest.raises(ValueError, match=r"'root' asks for the template 'spiral'; known are column, row"):
        arrange(root, [])


def test_wires_to_nothing_and_from_a_box_to_itself_are_left_out() -> None:
    root = Cell("root", (0, 0), (Cell("a", (50, 30)), Cell("b", (50, 30))))

    drawn = arrange(root, [Wire("lost", "a", "nowhere"), Wire("loop", "a", "a"), Wire("good", "a", "b")])

    assert set(drawn.routes) == {"good"}


def test_two_wires_between_the_same_boxes_run_side_by_side() -> None:
    root = Cell("root", (0, 0), (Cell("a", (50, 40)), Cell("b", (50, 40))), "row")

    drawn = arrange(root, [Wire("one", "a", "b"), Wire("two", "a", "b")])

    assert drawn.routes["one"] != drawn.routes["two"]
    assert all(len(points) == 2 for points in drawn.routes.values())


def test_a_line_to_an_ancestor_ends_on_its_border_from_the_inside() -> None:
    inner = Cell("inner", (0, 0), (Cell("leaf", (80, 30)),), header=20)
    root = Cell("root", (0, 0), (inner, Cell("other", (80, 30))), "row")
    wires = [Wire("up", "leaf", "inner"), Wire("top", "root", "leaf")]

    drawn = arrange(root, wires)

    assert faults(root, wires, drawn) == []


def test_rows_of_one_table_can_be_joined() -> None:
    rows = tuple(Cell(f"row{n}", (112, 32)) for n in range(3))
    table = Cell("table", (112, 0), rows, "column", "router", 44, 0, 0)
    root = Cell("root", (0, 0), (table, Cell("vpc", (100, 60))), "row")
    wires = [Wire("in", "row0", "row2"), Wire("out", "vpc", "row1"), Wire("head", "table", "vpc")]

    drawn = arrange(root, wires)

    assert faults(root, wires, drawn) == []


def test_a_sheet_of_one_cell_is_that_cell() -> None:
    drawn = arrange(Cell("only", (120, 40)), [])

    assert drawn.size == (120, 40)
    assert set(drawn.boxes) == {"only"}


def test_five_hundred_siblings_with_one_hub_are_drawn() -> None:
    root = Cell("root", (0, 0), tuple(Cell(f"c{n}", (104, 38)) for n in range(500)))
    wires = [Wire(f"w{n}", "c250", f"c{n}", net="all") for n in range(500) if n != 250]

    drawn = arrange(root, wires)

    assert faults(root, wires, drawn) == []


def test_a_site_with_ranges_inside_stays_a_site() -> None:
    site = Cell("site", (120, 60), (Cell("range", (100, 14)),), "column", "site", 24)
    vpc = Cell("vpc", (0, 0), (Cell("vsw", (104, 38)),), "rows", "vpc", 26)
    region = Cell("region", (0, 0), (vpc,), "region", "region", 28)
    root = Cell("sheet", (0, 0), (region, site), "sheet", "sheet", 0, 24, 16)
    wires = [Wire("line", "site", "vsw", label=(40, 14))]

    drawn = arrange(root, wires)

    assert faults(root, wires, drawn) == []
    assert drawn.boxes["site"].right < drawn.boxes["region"].x
