"""Lines: which of them are painted together, and that those that meet are not cut."""

from __future__ import annotations

from PySide6.QtGui import QColor, QImage, QPainter
from pytestqt.qtbot import QtBot

from widgets.painting.sheet import paint_sheet
from widgets.painting.wires import bundles
from workbench.drawing.crossings import bridged
from workbench.drawing.drawing import Drawing, Line, Point


def line(key: str, start: str, end: str, *points: Point, style: str = "hierarchy") -> Line:
    """A line of a style."""
    return Line(key, key, "flow", style, points, start, end, key)


FIRST = line("1", "head", "a", (50, 10), (50, 30), (10, 30), (10, 60))
SECOND = line("2", "head", "b", (50, 10), (50, 30), (90, 30), (90, 60))
OTHER = line("3", "c", "d", (0, 45), (99, 45), style="attachment")


def test_lines_of_one_style_that_meet_are_painted_together() -> None:
    found = bundles([FIRST, OTHER, SECOND])

    assert found == [[FIRST, SECOND], [OTHER]]


def test_a_line_is_not_cut_where_another_joins_it_and_is_where_one_crosses_over(qtbot: QtBot) -> None:
    lines = bridged((FIRST, SECOND, OTHER), ("head", "head", "other"), lambda _: "panel")
    drawing = Drawing("s", "network", "", "en", (100, 70), (), lines)
    image = QImage(100, 70, QImage.Format.Format_RGB32)
    image.fill(QColor("#ffffff"))

    painter = QPainter(image)
    paint_sheet(painter, drawing)
    painter.end()

    on_the_way = [(x, 30) for x in (*range(18, 43), *range(58, 83))] + [(50, y) for y in range(12, 22)]
    beside_the_crossing = [(10, 42), (10, 47)]
    assert all(image.pixelColor(*at).lightness() < 200 for at in on_the_way)
    assert all(image.pixelColor(*at).lightness() > 240 for at in beside_the_crossing)
