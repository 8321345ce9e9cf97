"""Zoom, pan, fit, reveal, themes, languages and badges."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, QPointF, QRectF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QGraphicsScene, QGraphicsView
from pytestqt.qtbot import QtBot

from tests.widgets.canvas.conftest import NONE, Hand
from widgets.canvas import Canvas
from widgets.canvas.camera import Camera
from widgets.painting.detail import Detail, detail_at, parts_at
from workbench.drawing.legend import Entry, legend
from workbench.words import Words

Canvases = Callable[[str], Hand]
SHEET = """
hz region
vpc-a vpc region=hz
  vsw-1 vswitch block=10.0.1.0/24 name.zh=核心交易
  vsw-2 vswitch
tr-1 transit-router region=hz
  att-1 vpc-attachment vpc=vpc-a
"""


def wheel(canvas: Canvas, pixel: QPointF, turned: int, keys: Qt.KeyboardModifier = NONE) -> None:
    """Turns the wheel over a pixel of the view."""
    at = QPointF(canvas.viewport().mapToGlobal(pixel.toPoint()))
    phase, none = Qt.ScrollPhase.NoScrollPhase, Qt.MouseButton.NoButton
    event = QWheelEvent(pixel, at, QPoint(), QPoint(0, turned), none, keys, phase, False)
    QApplication.sendEvent(canvas.viewport(), event)


def test_the_wheel_zooms_and_the_point_under_the_pointer_stays(hand: Canvases) -> None:
    canvas = hand(SHEET).canvas
    pixel = QPointF(620, 150)
    before = canvas.mapToScene(pixel.toPoint())

    wheel(canvas, pixel, 240)

    after = canvas.mapToScene(pixel.toPoint())
    assert canvas.zoom == pytest.approx(1.44)
    assert abs(after.x() - before.x()) < 1
    assert abs(after.y() - before.y()) < 1


@pytest.mark.parametrize(("turned", "bound"), [(12000, 4.0), (-12000, 0.1)])
def test_zoom_has_bounds(hand: Canvases, turned: int, bound: float) -> None:
    canvas = hand(SHEET).canvas

    wheel(canvas, QPointF(300, 300), turned)

    assert canvas.zoom == bound


def test_shift_and_wheel_move_sideways(hand: Canvases) -> None:
    canvas = hand(SHEET).canvas
    before = canvas.mapToScene(0, 0)

    wheel(canvas, QPointF(300, 300), 120, Qt.KeyboardModifier.ShiftModifier)

    after = canvas.mapToScene(0, 0)
    assert (before.x() - after.x(), before.y() - after.y()) == (120, 0)


@pytest.mark.parametrize("way", ["middle button", "space", "hand tool"])
def test_the_sheet_is_moved_by_the_hand(hand: Canvases, way: str) -> None:
    made = hand(SHEET)
    view, button = made.canvas.viewport(), Qt.MouseButton.LeftButton
    before, start = made.canvas.mapToScene(0, 0), QPoint(300, 300)

    if way == "middle button":
        button = Qt.MouseButton.MiddleButton
    elif way == "space":
        QTest.keyPress(made.canvas, Qt.Key.Key_Space)
    else:
        made.canvas.set_tool("hand")
    QTest.mousePress(view, button, NONE, start)
    QTest.mouseMove(view, start + QPoint(50, 20))
    QTest.mouseRelease(view, button, NONE, start + QPoint(50, 20))

    after = made.canvas.mapToScene(0, 0)
    assert (before.x() - after.x(), before.y() - after.y()) == (50, 20)
    assert made.steps == 0


def test_zooming_in_and_out_goes_by_round_figures(hand: Canvases) -> None:
    canvas = hand(SHEET).canvas
    seen: list[float] = []
    canvas.zoom_changed.connect(seen.append)

    canvas.zoom_in()
    canvas.zoom_out()
    canvas.zoom_out()

    assert seen == [1.25, 1.0, 0.9]


def test_fit_shows_everything(hand: Canvases) -> None:
    canvas = hand(SHEET).canvas
    canvas.zoom_to(3.0)

    canvas.fit()

    area = canvas.mapToScene(canvas.viewport().rect()).boundingRect()
    assert all(area.contains(figure.sceneBoundingRect()) for figure in canvas.picture.figures.values())


@pytest.mark.parametrize(
    ("sheet", "zoom"), [((1000, 800), 0.73), ((2000, 1500), 0.39), ((2600, 4000), 0.32), ((9000, 9000), 0.3)]
)
def test_a_sheet_opens_as_a_whole_where_names_can_be_read_else_nearer(
    qtbot: QtBot, sheet: tuple[float, float], zoom: float
) -> None:
    view = QGraphicsView(QGraphicsScene(-20000, -20000, 40000, 40000))
    qtbot.addWidget(view)
    view.setFrameShape(QGraphicsView.Shape.NoFrame)
    view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    view.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    view.resize(900, 650)
    view.show()
    camera = Camera(view)

    camera.open_on(QRectF(0, 0, *sheet))

    assert camera.zoom == pytest.approx(zoom, abs=0.015)
    back, _ = view.viewportTransform().inverted()
    assert back.mapRect(QRectF(view.viewport().rect())).contains(QPointF(1, 1))


def test_reveal_selects_and_moves_to_the_place(hand: Canvases, qtbot: QtBot) -> None:
    made = hand(SHEET)
    made.canvas.centerOn(5000, 5000)

    made.canvas.reveal(["vsw-1"])

    def shown() -> None:
        middle = made.canvas.viewport().rect().center()
        away = made.canvas.mapFromScene(*made.middle("vsw-1")) - middle
        assert away.manhattanLength() < 4

    qtbot.waitUntil(shown, timeout=2000)
    assert made.editor.selection == ("vsw-1",)


@pytest.mark.parametrize(
    ("zoom", "detail"),
    [
        (4.0, Detail.ALL),
        (1.5, Detail.ALL),
        (1.0, Detail.USUAL),
        (0.75, Detail.NAMES),
        (0.5, Detail.SYMBOLS),
        (0.35, Detail.PLAIN),
        (0.1, Detail.MASS),
    ],
)
def test_each_zoom_has_its_detail(zoom: float, detail: Detail) -> None:
    assert detail_at(zoom) is detail


def test_from_far_away_only_the_outermost_boxes_are_figures_to_paint(hand: Canvases) -> None:
    made = hand(SHEET)
    figures = made.canvas.picture.figures

    made.canvas.zoom_to(0.2)
    far = [key for key, figure in figures.items() if figure.isVisible()]
    made.click(made.middle("vsw-1"))
    made.canvas.zoom_to(1.0)

    assert far == ["hz"]
    assert made.editor.selection == ("vsw-1",)
    assert all(figure.isVisible() for figure in figures.values())


def test_a_legend_whose_writing_cannot_be_read_goes_as_a_whole() -> None:
    explained = legend([Entry(Words(en="VPC", zh="VPC"), "vpc")], 0, 0, 400, "en")

    assert parts_at(explained, Detail.SYMBOLS) == ()
    assert parts_at(explained, Detail.NAMES) == explained.parts


@pytest.mark.parametrize("zoom", [0.2, 0.35, 0.6, 0.75, 1.0, 2.0])
def test_every_zoom_paints_something_else(hand: Canvases, zoom: float) -> None:
    made = hand(SHEET)
    made.canvas.zoom_to(zoom)

    image = made.canvas.grab().toImage()

    colours = {image.pixel(x, y) for x in range(0, image.width(), 3) for y in range(0, image.height(), 3)}
    assert len(colours) > 3


def test_another_theme_and_language_show_at_once(hand: Canvases) -> None:
    canvas = hand(SHEET).canvas

    canvas.set_theme("dark")
    canvas.set_language("zh")

    ground = canvas.grab().toImage().pixelColor(2, 2)
    assert ground.lightness() < 60
    assert canvas.places.boxes_of(["vsw-1"])[0].title == "核心交易"


def test_badges_stand_at_the_corner_at_any_zoom_and_add_up_from_afar(hand: Canvases) -> None:
    made = hand(SHEET)
    made.canvas.set_marks({"vsw-1": ("error", 1), "vsw-2": ("warning", 2, True)})
    red = made.canvas.inks.colour("error")

    def is_red(id: str, zoom: float) -> bool:
        made.canvas.zoom_to(zoom)
        rect = made.canvas.places.boxes_of([id])[0].rect
        made.canvas.centerOn(rect.right, rect.y)
        at = made.canvas.mapFromScene(rect.right, rect.y) + QPoint(-6 if zoom > 0.7 else -4, 0)
        colour = made.canvas.grab().toImage().pixelColor(at)
        return abs(colour.red() - red.red()) + abs(colour.green() - red.green()) < 30

    assert is_red("vsw-1", 1.0)
    assert is_red("vsw-1", 2.0)
    assert is_red("hz", 0.2)


def test_an_edit_changes_only_the_figures_it_touches(hand: Canvases) -> None:
    from workbench.edits.fields import rename
    from workbench.texts import text

    made = hand(SHEET)
    before = dict(made.canvas.picture.figures)

    made.editor.perform(text("Rename"), rename("vsw-2", "other", "en"))

    after = made.canvas.picture.figures
    assert [key for key, figure in after.items() if before[key] is not figure] == ["vsw-2"]


def test_a_sheet_nobody_has_moved_stays_fitted_while_its_view_finds_its_size(hand: Canvases) -> None:
    canvas = hand(SHEET).canvas
    canvas._open()
    opened = canvas.zoom

    canvas.resize(240, 160)
    smaller = canvas.zoom
    wheel(canvas, QPointF(100, 100), 120)
    mine = canvas.zoom
    canvas.resize(900, 700)

    assert smaller < opened
    assert canvas.zoom == mine
