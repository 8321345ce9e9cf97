"""Writing between 70 and 80 %: no smaller than can be read, and where it stood."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtGui import QColorConstants, QImage, QPainter
from pytestqt.qtbot import QtBot

from widgets.canvas.readable import readable_label, readable_parts
from widgets.painting.inks import Inks
from widgets.painting.parts import Stroke
from widgets.painting.symbols import Screen
from widgets.painting.wires import label
from workbench.drawing.drawing import Label, Lettering, Rect

INKS, SCREEN = Inks("light"), Screen()
NAME = Lettering(Rect(10, 10, 90, 18), "title", "Order", 13.0, 600)
META = Lettering(Rect(150, 10, 60, 18), "meta", "10.2.0.0/18", 8.0, 450, align="right")


def inked(strokes: list[Stroke], zoom: float) -> tuple[int, int, int, int]:
    """The columns and rows that hold ink: first and last of each."""
    image = QImage(300, 60, QImage.Format.Format_ARGB32)
    image.fill(QColorConstants.White)
    ground = image.pixel(0, 0)
    painter = QPainter(image)
    painter.scale(zoom, zoom)
    for stroke in strokes:
        stroke(painter)
    painter.end()
    points = [(x, y) for x in range(300) for y in range(60) if image.pixel(x, y) != ground]
    return (
        min(x for x, _ in points),
        max(x for x, _ in points),
        min(y for _, y in points),
        max(y for _, y in points),
    )


def test_small_text_is_as_high_as_at_the_least_size(qtbot: QtBot) -> None:
    alone = replace(META, align="left", rect=Rect(150, 10, 100, 18))

    _, _, top, bottom = inked(readable_parts([alone], INKS, SCREEN), 0.7)
    _, _, near_top, near_bottom = inked(readable_parts([alone], INKS, SCREEN), 1.0)

    assert bottom - top == near_bottom - near_top


def test_a_text_at_the_right_ends_where_it_ended_and_goes_on_towards_the_name(qtbot: QtBot) -> None:
    left, right, _, _ = inked(readable_parts([NAME, META], INKS, SCREEN)[1:], 0.7)

    assert abs(right - META.rect.right * 0.7) <= 2
    assert left < META.rect.x * 0.7


def test_it_is_left_out_where_the_name_needs_the_room(qtbot: QtBot) -> None:
    long = replace(NAME, rect=Rect(10, 10, 138, 18), text="Order and payment stand")

    both = inked(readable_parts([long, META], INKS, SCREEN), 0.7)
    name = inked(readable_parts([long], INKS, SCREEN), 0.7)

    assert both == name


@pytest.mark.parametrize(("zoom", "is_larger"), [(0.9, False), (0.7, True)])
def test_the_patch_of_a_label_grows_with_its_text(qtbot: QtBot, zoom: float, is_larger: bool) -> None:
    shown = Label("l", Rect(20, 10, 180, 18), "1,000 Mbit/s · Shanghai-Jinqiao-B", ground="region.fill")

    usual = inked([label(shown, INKS, SCREEN)], zoom)
    held = inked([readable_label(shown, INKS, SCREEN)], zoom)

    assert (held[0] < usual[0] and held[1] > usual[1]) == is_larger
