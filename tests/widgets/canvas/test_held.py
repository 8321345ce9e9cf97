"""Titles of containers seen from afar: the outer ones stay, the inner ones go where their strip is too low."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColorConstants, QImage, QPainter
from pytestqt.qtbot import QtBot

from widgets.canvas.held import Room, far_title, held_title
from widgets.painting.detail import Detail
from widgets.painting.inks import Inks
from workbench.drawing.drawing import Box, Lettering, Rect

TITLE = Lettering(Rect(8, 0, 300, 24), "title", "Payments")
BOX = Box("vpc-a", "vpc-a", "vpc", "container", Rect(0, 0, 400, 200), "", (TITLE,), "Payments")


def inked_rows(zoom: float, depth: int) -> list[int]:
    """The rows of pixels that the title of a box leaves ink in."""
    image = QImage(200, 120, QImage.Format.Format_ARGB32)
    image.fill(QColorConstants.White)
    ground = image.pixel(0, 0)
    painter = QPainter(image)
    painter.scale(zoom, zoom)
    stroke = held_title(BOX, Detail.PLAIN, Inks("light"), depth)
    assert stroke is not None
    stroke(painter)
    painter.end()
    return [y for y in range(120) if any(image.pixel(x, y) != ground for x in range(200))]


@pytest.mark.parametrize(
    ("zoom", "depth", "is_painted"),
    [(0.3, 1, True), (0.3, 2, True), (0.3, 3, False), (0.31, 3, False), (0.32, 3, True), (0.44, 4, True)],
)
def test_far_inside_others_a_title_needs_a_strip_it_fits_in(
    qtbot: QtBot, zoom: float, depth: int, is_painted: bool
) -> None:
    rows = inked_rows(zoom, depth)

    assert bool(rows) is is_painted


def test_a_title_ends_above_what_stands_below_its_strip(qtbot: QtBot) -> None:
    first_inside = (TITLE.rect.h + 10) * 0.32

    rows = inked_rows(0.32, 2)

    assert rows[-1] < first_inside


def far_rows(zoom: float, near: float, far: float, high: float = 400) -> list[int]:
    """The rows of pixels that a title seen from very far leaves ink in."""
    image = QImage(200, 200, QImage.Format.Format_ARGB32)
    image.fill(QColorConstants.White)
    ground = image.pixel(0, 0)
    painter = QPainter(image)
    painter.scale(zoom, zoom)
    stroke = far_title(BOX, Inks("light"), Room(QRectF(0, 0, 400, high), near, far))
    assert stroke is not None
    stroke(painter)
    painter.end()
    return [y for y in range(200) if any(image.pixel(x, y) != ground for x in range(200))]


def test_from_very_far_a_title_stands_above_the_first_thing_inside_where_that_is_low_enough(
    qtbot: QtBot,
) -> None:
    rows = far_rows(0.28, near=34, far=60)

    assert rows[-1] < 34 * 0.28


def test_else_it_covers_strips_of_containers_inside_but_nothing_else(qtbot: QtBot) -> None:
    rows = far_rows(0.2, near=30, far=60)

    assert 30 * 0.2 < rows[-1] < 60 * 0.2


def test_where_it_would_hide_what_can_be_told_apart_it_is_left_out(qtbot: QtBot) -> None:
    assert far_rows(0.2, near=30, far=30) == []


def test_a_container_too_small_to_look_into_has_it_in_the_middle(qtbot: QtBot) -> None:
    rows = far_rows(0.2, near=30, far=30, high=150)

    assert abs((rows[0] + rows[-1]) / 2 - 15) <= 2
