"""Pictures on the canvas: dropped, stretched in their proportions, moved, and decoded beside the window."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent, QImage
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.images.made import noise, picture, png, saved
from tests.widgets.canvas.conftest import LEFT, NONE, Hand
from widgets.canvas import Canvas
from widgets.canvas.drafting import Remembering
from widgets.painting.rasters import is_ready, levels_of
from workbench.drawing.drawing import Point, shows_image
from workbench.editor import Editor
from workbench.edits.placing import place
from workbench.images.image import Image, image_of
from workbench.images.incoming import Incoming
from workbench.model.elements.picture import Picture
from workbench.model.sketch import sketch
from workbench.texts import Text, text

Canvases = Callable[..., Hand]


@pytest.fixture
def laid(hand: Canvases, qtbot: QtBot) -> Callable[[Picture], Hand]:
    """Makes a canvas that shows a picture at (200, 200), 120 by 60 large."""

    def made(shown: Picture) -> Hand:
        found = hand("", Remembering())
        lay = place(shown.id, "sheet-1", "", (200.0, 200.0), (120.0, 60.0))
        found.editor.perform(text("Lay"), lambda design: lay(design.adding(shown)))
        qtbot.waitUntil(lambda: rect(found) == (200, 200, 120, 60))
        return found

    return made


LOGO = picture("logo", "sheet-1", png(120, 60))


def rect(made: Hand) -> tuple[float, ...]:
    """Where the picture stands, once it does."""
    return next(
        ((r.x, r.y, r.w, r.h) for box in made.canvas.places.boxes_of(["logo"]) if (r := box.rect)), ()
    )


@pytest.mark.parametrize(
    ("handle", "to", "becomes"),
    [
        ((320, 260), (440, 270), (200, 200, 240, 120)),
        ((320, 260), (330, 320), (200, 200, 240, 120)),
        ((320, 230), (384, 300), (200, 200, 184, 92)),
        ((200, 200), (80, 190), (80, 140, 240, 120)),
        ((260, 200), (260, 136), (200, 136, 248, 124)),
    ],
)
def test_a_picture_is_stretched_in_its_proportions_in_one_step(
    laid: Callable[[Picture], Hand], qtbot: QtBot, handle: Point, to: Point, becomes: tuple[float, ...]
) -> None:
    made = laid(LOGO)
    made.editor.select(["logo"])

    made.drag(handle, to)

    qtbot.waitUntil(lambda: rect(made) == becomes)
    assert made.steps == 2
    made.editor.undo()
    qtbot.waitUntil(lambda: rect(made) == (200, 200, 120, 60))


def test_a_picture_is_moved_onto_whatever_is_there(laid: Callable[[Picture], Hand], qtbot: QtBot) -> None:
    made = laid(LOGO)

    made.drag((260, 230), (300, 294))

    qtbot.waitUntil(lambda: rect(made) == (240, 264, 120, 60))
    assert made.steps == 2


def test_a_picture_that_cannot_be_shown_is_stretched_as_one_likes(
    laid: Callable[[Picture], Hand], qtbot: QtBot
) -> None:
    made = laid(picture("logo", "sheet-1", b"no image"))
    made.editor.select(["logo"])

    made.drag((320, 260), (400, 360))

    qtbot.waitUntil(lambda: rect(made) == (200, 200, 200, 160))


def dropped(made: Hand, data: QMimeData, at: Point) -> list[tuple[tuple[Incoming, ...], Point]]:
    """What the canvas hands over when data is dragged in and let go."""
    heard: list[tuple[tuple[Incoming, ...], Point]] = []
    made.canvas.images_dropped.connect(lambda images, point: heard.append((images, point)))
    pixel, copy, view = made.pixel(at), Qt.DropAction.CopyAction, made.canvas.viewport()
    for event in (QDragEnterEvent, QDragMoveEvent):
        asked = event(pixel, copy, data, LEFT, NONE)
        asked.ignore()
        QApplication.sendEvent(view, asked)
    QApplication.sendEvent(view, QDropEvent(QPointF(pixel), copy, data, LEFT, NONE))
    return heard


def test_files_of_images_are_handed_over_with_the_point_they_were_dropped_at(
    hand: Canvases, tmp_path: Path
) -> None:
    (tmp_path / "Site.PNG").write_bytes(png())
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(tmp_path / name)) for name in ("Site.PNG", "notes.txt")])

    ((images, at),) = dropped(hand(""), data, (410.0, 305.0))

    assert [(one.name.en, one.read()) for one in images] == [("Site", png())]
    assert at == (410.0, 305.0)


def test_an_image_of_another_program_is_handed_over(hand: Canvases) -> None:
    shown, data = QImage(9, 5, QImage.Format.Format_RGB32), QMimeData()
    shown.fill(Qt.GlobalColor.red)
    data.setImageData(shown)

    ((images, _),) = dropped(hand(""), data, (410.0, 305.0))

    (only,) = images
    taken = image_of(only.lines())
    assert isinstance(taken, Image)
    assert taken.size == (9, 5)


def test_other_files_and_pages_of_the_web_are_left_alone(hand: Canvases) -> None:
    data = QMimeData()
    data.setUrls([QUrl("https://example.com/logo.png"), QUrl.fromLocalFile("/tmp/design.lzd")])

    assert dropped(hand(""), data, (410.0, 305.0)) == []


def test_a_sheet_for_reading_takes_no_image(qtbot: QtBot) -> None:
    editor = Editor(sketch("sheet-1 sheet shows=network"), read_only=text("For reading."))
    canvas = Canvas(editor, "sheet-1")
    qtbot.addWidget(canvas)
    data = QMimeData()
    data.setData("image/png", png())

    assert dropped(Hand(canvas, editor), data, (10.0, 10.0)) == []


def test_an_image_that_nobody_has_looked_at_is_decoded_beside_the_window(qtbot: QtBot) -> None:
    large = picture("photo", "sheet-1", saved(noise(600, 500), "PNG"))
    editor = Editor(sketch("sheet-1 sheet shows=network").adding(large))
    assert not is_ready(large.lines)

    canvas = Canvas(editor, "sheet-1")
    qtbot.addWidget(canvas)
    before = canvas.drawing
    qtbot.waitUntil(lambda: canvas.drawing is not None)

    assert before is None
    assert canvas.drawing
    assert shows_image(canvas.drawing.by_key["photo"])


def test_an_image_that_was_decoded_is_drawn_at_once(qtbot: QtBot) -> None:
    small = picture("logo", "sheet-1", png(33, 44))
    found = image_of(small.lines)
    assert isinstance(found, Image)
    levels_of(found)

    canvas = Canvas(Editor(sketch("sheet-1 sheet shows=network").adding(small)), "sheet-1")
    qtbot.addWidget(canvas)

    assert canvas.drawing
    assert "logo" in canvas.drawing.by_key


def test_an_image_is_decoded_once_however_often_it_is_painted() -> None:
    found = image_of(picture("logo", "sheet-1", png(300, 100)).lines)
    assert isinstance(found, Image)

    levels = levels_of(found)

    assert levels_of(found) is levels
    assert [(one.width(), one.height()) for one in levels] == [(300, 100), (150, 50), (75, 25), (38, 13)]


def test_the_canvas_shows_the_image_and_not_a_frame(laid: Callable[[Picture], Hand]) -> None:
    made = laid(LOGO)

    shown = made.canvas.viewport().grab().toImage()

    centre = made.pixel((260, 230)) * made.canvas.devicePixelRatio()
    assert shown.pixelColor(centre).name() == "#ff0000"


def test_a_picture_is_named_where_it_stands(laid: Callable[[Picture], Hand]) -> None:
    made = laid(LOGO)
    made.editor.select(["logo"])

    made.press(Qt.Key.Key_F2)
    made.type("Head office")

    found: Picture | None = made.design.get("logo", Picture)
    assert found
    assert found.name.en == "Head office"
    assert isinstance(made.heard[-1], Text)
