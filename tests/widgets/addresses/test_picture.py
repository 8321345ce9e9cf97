"""The picture of the map is made a few figures at a time, and the last one is shown until the next is whole."""

from __future__ import annotations

from itertools import pairwise
from typing import Any

import pytest
from PySide6.QtCore import QRectF, QSize

from planners.addresses import parse_block
from tools.samples.generated import SIZES, generated
from widgets.addresses.figures import Figure, find_figures
from widgets.addresses.painting import covered
from widgets.addresses.picture import LETTERS, Painted, Scene, painting, quarter_text, told_rows
from widgets.addresses.rows import rows_in
from widgets.look import Look
from workbench.model.sketch import sketch
from workbench.planning.address_map import address_map, frame_of


@pytest.fixture
def scene(qapp: object) -> Scene:
    made = address_map(generated(SIZES["M"]))
    space = made.spaces[0]
    rows = rows_in(QRectF(100, 20, 900, 600), frame_of(space.block, parse_block("10.0.0.0/12")))
    return Scene(made, space, rows, Look("en", "light"), QSize(1100, 640), 1.0)


def test_it_pauses_often_and_hands_over_once(scene: Scene) -> None:
    put: list[Painted] = []
    steps = list(painting(scene, put.append))

    assert len(steps) > len(scene.space.claims) / 40
    assert len(put) == 1
    assert len(put[0].shown) >= 300


def test_left_half_done_it_hands_over_nothing_and_can_be_begun_again(scene: Scene) -> None:
    put: list[Painted] = []
    begun: Any = painting(scene, put.append)
    for _ in range(12):
        next(begun)
    begun.close()

    assert not put
    list(painting(scene, put.append))
    assert len(put) == 1


def test_the_names_of_pools_are_taken_hold_of(qapp: object) -> None:
    made = address_map(sketch("hz address-pool blocks=10.0.0.0/12"))
    rows = rows_in(QRectF(100, 20, 900, 600), frame_of(made.spaces[0].block, parse_block("10.0.0.0/8")))
    put: list[Painted] = []
    list(painting(Scene(made, made.spaces[0], rows, Look(), QSize(1100, 640), 1.0), put.append))

    (label,) = put[0].labels
    assert label[1].element == "hz"
    assert rows.rect(parse_block("10.0.0.0/12")).contains(label[0])  # type: ignore[union-attr]


@pytest.mark.parametrize(
    ("block", "says"),
    [
        ("10.0.0.0/12", [".0.0", ".64.0", ".128.0", ".192.0"]),
        ("10.0.0.0/20", [".0", ".64", ".128", ".192"]),
        ("10.0.0.0/16", ["+ 0.0.0.0", "+ 0.0.4.0", "+ 0.0.8.0", "+ 0.0.12.0"]),
    ],
)
def test_the_axis_says_what_every_row_has_in_common(block: str, says: list[str]) -> None:
    frame = frame_of(parse_block("10.0.0.0/8"), parse_block(block))

    assert [quarter_text(frame, share) for share in (0.0, 0.25, 0.5, 0.75)] == says


def test_one_row_is_opened_where_the_others_stay_high_enough() -> None:
    frame = frame_of(parse_block("10.0.0.0/8"), parse_block("10.0.0.0/8"))
    opened, low = rows_in(QRectF(0, 0, 900, 600), frame, 3), rows_in(QRectF(0, 0, 900, 250), frame, 3)

    assert [round(opened.ground(at).height() + 3) for at in (2, 3, 4)] == [34, 86, 34]
    assert opened.tops[-1] == pytest.approx(600)
    assert low.opened is None


def test_of_low_rows_as_many_are_told_as_can_be_read() -> None:
    frame = frame_of(parse_block("10.0.0.0/8"), parse_block("10.0.0.0/8"))
    high = rows_in(QRectF(0, 0, 400, 16 * 24), frame)
    low = rows_in(QRectF(0, 0, 400, 16 * 9), frame)

    assert list(told_rows(high)) == list(range(16))
    middles = [low.ground(row).center().y() for row in told_rows(low)]
    assert all(after - before >= LETTERS for before, after in pairwise(middles))
    assert len(middles) == 8


def test_where_what_collides_is_named_the_names_of_all_in_it_are_known_to_stand_already() -> None:
    made = address_map(
        sketch("""
        vpc-a vpc blocks=10.0.0.0/18
        dc data-centre
          - ranges block=10.0.0.0/17
        far data-centre
          - ranges block=10.0.192.0/18
    """)
    )
    space, shown = made.spaces[0], list[Figure]()
    rows = rows_in(QRectF(100, 20, 900, 600), frame_of(space.block, parse_block("10.0.0.0/16")))
    for _ in find_figures(shown, made, space, rows):
        pass

    over = covered(shown)

    assert over["dc"] == over["vpc-a"] == [rows.rect(parse_block("10.0.0.0/18"))]
    assert "far" not in over
