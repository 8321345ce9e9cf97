"""Sheets of every size: no fault in boxes, lines and labels."""

from __future__ import annotations

from functools import cache

import pytest

from planners.layout import Arrangement, Cell, Memory, Wire, arrange
from tests.campaign import LONG
from tests.planners.layout.faults import faults, hugging, near_parallels
from tests.planners.layout.landing_zone import account_sheet, landing_zone

SIZES = (60, 410, 1900, 5017) if LONG else (60, 410, 1900)


@cache
def drawn(nodes: int, chords: float = 0) -> tuple[Cell, list[Wire], Arrangement]:
    root, wires = landing_zone(nodes, chords=chords)
    return root, wires, arrange(root, wires)


@pytest.mark.parametrize("nodes", SIZES)
@pytest.mark.parametrize("chords", [0, 0.15])
def test_no_line_runs_through_a_box_and_no_box_lies_on_another(nodes: int, chords: float) -> None:
    root, wires, arrangement = drawn(nodes, chords)

    found = faults(root, wires, arrangement)

    assert found == []


@pytest.mark.parametrize("nodes", SIZES)
def test_the_page_is_neither_a_ribbon_nor_a_tower(nodes: int) -> None:
    _, _, arrangement = drawn(nodes)

    width, height = arrangement.size

    assert 1 / 3 < width / height < 3


@pytest.mark.parametrize("nodes", [60, 410, 1900])
def test_lines_of_different_nets_keep_apart(nodes: int) -> None:
    _, wires, arrangement = drawn(nodes)

    assert near_parallels(wires, arrangement) == []


@pytest.mark.parametrize("nodes", [60, 410, 1900])
def test_no_line_hugs_a_border(nodes: int) -> None:
    _, wires, arrangement = drawn(nodes)

    assert hugging(wires, arrangement) == []


@pytest.mark.parametrize("nodes", [60, 410])
def test_every_label_finds_room(nodes: int) -> None:
    _, wires, arrangement = drawn(nodes)

    wanted = {wire.key for wire in wires if wire.label is not None}

    assert set(arrangement.labels) == wanted


def test_the_same_sheet_is_drawn_the_same_twice() -> None:
    _, _, first = drawn(410)

    second = arrange(*landing_zone(410))

    assert second == first


def test_the_account_sheet_branches_from_the_head_to_the_tops_of_the_folders() -> None:
    root, wires = account_sheet(6, 5)

    arrangement = arrange(root, wires)

    assert faults(root, wires, arrangement) == []
    for wire in wires:
        if wire.tree:
            head, folder = arrangement.boxes[wire.a], arrangement.boxes[wire.b]
            points = arrangement.routes[wire.key]
            assert (points[0][1], points[-1][1]) == (head.bottom, folder.y)


def test_folders_of_the_account_sheet_start_at_one_height() -> None:
    root, wires = account_sheet(6, 5)

    arrangement = arrange(root, wires)

    assert len({arrangement.boxes[f"f{n}"].y for n in range(6)}) == 1
    head = arrangement.boxes["head"].centre[0]
    left, right = arrangement.boxes["f0"].x, arrangement.boxes["f5"].right
    assert abs(head - (left + right) / 2) < 40


@pytest.mark.parametrize("folders", [1, 2, 25])
def test_account_sheets_of_any_width_have_no_faults(folders: int) -> None:
    root, wires = account_sheet(folders, 3)

    arrangement = arrange(root, wires)

    assert faults(root, wires, arrangement) == []


def test_routers_of_stacked_regions_stand_below_each_other() -> None:
    _, _, arrangement = drawn(410)

    axes = [arrangement.boxes[f"r{n}-tr"].centre[0] for n in range(3)]

    assert axes == pytest.approx([axes[0]] * 3)
    assert arrangement.boxes["cen"].centre[0] == pytest.approx(axes[0])


def test_sites_stand_left_of_the_regions_at_the_height_of_what_they_join() -> None:
    _, _, arrangement = drawn(60)

    site, region = arrangement.boxes["site-oc"], arrangement.boxes["r1"]

    assert site.right < region.x
    assert region.y < site.centre[1] < region.bottom
    assert len(arrangement.routes["vpn-oc"]) == 2


def test_a_second_arrangement_with_memory_is_the_one_without() -> None:
    root, wires, fresh = drawn(410)
    memory = Memory()

    arrange(root, wires, memory)
    again = arrange(root, wires, memory)

    assert again == fresh
