"""Drawings of large sheets come from a worker; what is shown stays until they are there."""

from __future__ import annotations

import threading

import pytest
from pytestqt.exceptions import capture_exceptions
from pytestqt.qtbot import QtBot

from tests.widgets.canvas.plain import plain
from widgets.canvas import Canvas
from widgets.canvas.drafting import SMALL, Drafting
from workbench.drawing.drawing import Drawing
from workbench.editor import Editor
from workbench.edits.fields import rename
from workbench.model.design import Design
from workbench.model.sketch import sketch
from workbench.texts import Language, text

LARGE = "sheet-1 sheet\nhz region\n" + "".join(f"vpc-{n} vpc region=hz\n" for n in range(SMALL))


def test_a_large_sheet_is_drawn_beside_the_window(qtbot: QtBot) -> None:
    threads: list[threading.Thread] = []

    def draft(design: Design, sheet: str, language: Language) -> Drawing:
        threads.append(threading.current_thread())
        return plain(design, sheet, language)

    drafting = Drafting(draft, "sheet-1")
    with qtbot.waitSignal(drafting.drawn, timeout=10_000):
        drafting.ask(sketch(LARGE), "en")

    assert threads != [threading.main_thread()]


def test_only_the_last_design_asked_for_is_shown(qtbot: QtBot) -> None:
    begin = threading.Event()
    shown: list[Drawing] = []

    def draft(design: Design, sheet: str, language: Language) -> Drawing:
        begin.wait(10)
        return plain(design, sheet, language)

    drafting = Drafting(draft, "sheet-1")
    drafting.drawn.connect(shown.append)
    design = sketch(LARGE)
    for name in ("first", "second", "third"):
        drafting.ask(rename("hz", name, "en")(design), "en")
    begin.set()
    qtbot.waitUntil(lambda: bool(shown), timeout=10_000)

    assert [drawing.by_key["hz"].title for drawing in shown] == ["third"]


def test_the_old_picture_stays_until_the_new_one_is_there(qtbot: QtBot) -> None:
    begin = threading.Event()
    begin.set()

    def draft(design: Design, sheet: str, language: Language) -> Drawing:
        begin.wait(10)
        return plain(design, sheet, language)

    editor = Editor(sketch(LARGE))
    canvas = Canvas(editor, "sheet-1", draft=draft)
    qtbot.addWidget(canvas)
    qtbot.waitUntil(lambda: canvas.drawing is not None, timeout=10_000)
    begin.clear()
    editor.perform(text("Rename"), rename("hz", "other", "en"))
    meanwhile = canvas.places.boxes_of(["hz"])[0].title
    begin.set()

    assert meanwhile == "hz"
    qtbot.waitUntil(lambda: canvas.places.boxes_of(["hz"])[0].title == "other", timeout=10_000)


def test_a_drawing_that_fails_in_the_worker_fails_in_the_window_where_it_is_reported(qtbot: QtBot) -> None:
    def draft(design: Design, sheet: str, language: Language) -> Drawing:
        raise KeyError(sheet)

    drafting = Drafting(draft, "sheet-1")
    with capture_exceptions() as reported:
        drafting.ask(sketch(LARGE), "en")
        qtbot.waitUntil(lambda: bool(reported), timeout=10_000)

    assert [kind for kind, _, _ in reported] == [KeyError]


@pytest.mark.parametrize("language", ["en", "zh"])
def test_a_small_sheet_is_there_at_once(qtbot: QtBot, language: Language) -> None:
    shown: list[Drawing] = []
    drafting = Drafting(plain, "sheet-1")
    drafting.drawn.connect(shown.append)

    drafting.ask(sketch("sheet-1 sheet\nhz region"), language)

    assert [drawing.language for drawing in shown] == [language]
