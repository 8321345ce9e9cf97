"""A sheet of many boxes is made between events: the one before stays until it is there, and nothing that came meanwhile is lost."""

from __future__ import annotations

import sys
from dataclasses import replace

import pytest
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from widgets.canvas import Canvas
from widgets.canvas.frame import FRAME
from widgets.canvas.picture import FEW
from workbench.drawing.drawing import Box, Drawing, Lettering, Plate, Rect
from workbench.editor import Editor
from workbench.model.design import Design
from workbench.model.element import ElementId
from workbench.model.elements.sheet import Sheet
from workbench.texts import Language

MANY = 3 * FEW
ROW = 40


def drawn(count: int, named: str = "box", language: Language = "en") -> Drawing:
    """So many boxes in rows."""
    boxes = tuple(box(number, named) for number in range(count))
    size = (ROW * 100.0, count / ROW * 40.0 + 40.0)
    return Drawing("sheet", "network", "Large", language, size, boxes)


def box(number: int, named: str) -> Box:
    rect = Rect(number % ROW * 100.0, number // ROW * 40.0, 90.0, 30.0)
    parts = (
        Plate(Rect(0, 0, 90, 30), "outline", "panel", "line", radius=4),
        Lettering(Rect(8, 6, 74, 18), "title", f"{named} {number}", 13.0, 600, "text"),
    )
    return Box(f"b{number}", f"b{number}", "vswitch", "leaf", rect, "", parts, f"{named} {number}")


@pytest.fixture
def canvas(qtbot: QtBot) -> Canvas:
    """A canvas whose design says nothing: what it shows is handed to it."""

    def nothing(design: Design, sheet: ElementId, language: Language) -> Drawing:
        return drawn(0)

    made = Canvas(Editor(Design.of([Sheet(id="sheet")])), "sheet", draft=nothing)
    qtbot.addWidget(made)
    made.resize(900, 700)
    made.show()
    qtbot.waitExposed(made)
    return made


def titles(canvas: Canvas) -> set[str]:
    return {figure.box.title.split()[0] for figure in canvas.picture.figures.values()}


def shows(canvas: Canvas, drawing: Drawing) -> bool:
    return canvas.drawing is drawing and len(canvas.picture.figures) == len(drawing.boxes)


def test_what_was_shown_stays_until_all_is_made(qtbot: QtBot, canvas: Canvas) -> None:
    before, large = drawn(10), drawn(MANY)
    canvas.stage.show(before)

    canvas.stage.show(large)
    at_once = canvas.drawing
    qtbot.waitUntil(lambda: shows(canvas, large))

    assert at_once is before
    assert len(canvas.scene().items()) == MANY


def test_a_few_boxes_that_differ_are_changed_at_once_in_the_same_picture(
    qtbot: QtBot, canvas: Canvas
) -> None:
    large = drawn(MANY)
    canvas.stage.show(large)
    qtbot.waitUntil(lambda: shows(canvas, large))
    picture, kept = canvas.picture, canvas.picture.figures["b7"]
    boxes = tuple(box(n, "other") if n < 5 else one for n, one in enumerate(large.boxes))

    edited = Drawing("sheet", "network", "Large", "en", large.size, boxes)
    canvas.stage.show(edited)

    assert shows(canvas, edited)
    assert canvas.picture is picture
    assert canvas.picture.figures["b7"] is kept
    assert titles(canvas) == {"box", "other"}


def test_edits_in_the_meantime_are_shown_in_the_end(qtbot: QtBot, canvas: Canvas) -> None:
    canvas.stage.show(drawn(MANY, "first"))
    canvas.stage.show(drawn(MANY, "second"))
    last = drawn(MANY, "last")

    canvas.stage.show(last)
    qtbot.waitUntil(lambda: shows(canvas, last))

    assert titles(canvas) == {"last"}


def test_another_theme_in_the_meantime_is_worn_in_the_end(qtbot: QtBot, canvas: Canvas) -> None:
    large = drawn(MANY)
    canvas.stage.show(large)

    canvas.set_theme("dark")
    qtbot.waitUntil(lambda: shows(canvas, large))

    assert {figure.inks for figure in canvas.picture.figures.values()} == {canvas.inks}
    assert canvas.inks.colour("canvas").lightness() < 128


def test_a_picture_that_was_replaced_is_taken_down(qtbot: QtBot, canvas: Canvas) -> None:
    first, second = drawn(MANY, "first"), drawn(MANY, "second")
    canvas.stage.show(first)
    qtbot.waitUntil(lambda: shows(canvas, first))
    gone: list[str] = []
    canvas.scene().destroyed.connect(lambda: gone.append("scene"))

    canvas.stage.show(second)
    qtbot.waitUntil(lambda: bool(gone))

    assert shows(canvas, second)


def test_what_a_frame_has_no_time_for_is_painted_soon_after(
    qtbot: QtBot, canvas: Canvas, monkeypatch: pytest.MonkeyPatch
) -> None:
    large = drawn(MANY)
    canvas.stage.show(large)
    qtbot.waitUntil(lambda: shows(canvas, large))
    canvas.zoom_to(1.0)
    canvas.viewport().repaint()
    qtbot.waitUntil(lambda: not FRAME.owed)
    whole = seen(canvas)
    monkeypatch.setattr("widgets.canvas.frame.TIME", -1.0)

    canvas.zoom_to(0.9)
    canvas.zoom_to(1.0)
    for figure in canvas.picture.figures.values():
        figure._strokes.clear()
    canvas.viewport().repaint()
    owing = bool(FRAME.owed)
    monkeypatch.undo()
    qtbot.waitUntil(lambda: not FRAME.owed)

    assert owing
    assert seen(canvas) == whole


def test_a_fault_in_one_figure_is_told_once_and_leaves_the_others(
    qtbot: QtBot, canvas: Canvas, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[type[BaseException]] = []
    monkeypatch.setattr(sys, "excepthook", lambda kind, fault, trace: told.append(kind))
    good = box(0, "good")
    bad = replace(box(1, "bad"), parts=(Plate(Rect(0, 0, 90, 30), "outline", "no such colour", "line"),))
    canvas.stage.show(Drawing("sheet", "network", "Two", "en", (300.0, 100.0), (good, bad)))
    canvas.fit()

    canvas.viewport().repaint()
    qtbot.waitUntil(lambda: bool(told))
    canvas.viewport().repaint()
    qtbot.wait(20)

    assert told == [KeyError]
    assert titles(canvas) == {"good", "bad"}


def seen(canvas: Canvas) -> QImage:
    return canvas.viewport().grab().toImage()
