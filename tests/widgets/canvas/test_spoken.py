"""The sheet as a screen reader has it: every box and line, what is selected, and nothing of what is gone."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
import shiboken6
from PySide6.QtCore import QCoreApplication, QEvent, QPoint, Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.widgets.canvas.conftest import Hand
from tests.widgets.canvas.plain import plain
from tests.widgets.spoken import listening, named
from widgets.canvas import Canvas
from widgets.canvas.spoken import sheet_of as sheet_of_listener
from workbench.editor import Editor
from workbench.edits.removing import remove
from workbench.model.sketch import sketch
from workbench.texts import text

DESIGN = """
    acc account name.en=Orders name.zh=订单
    hz region region_id=cn-hangzhou
      hz-h zone zone_id=cn-hangzhou-h
    cen cen
    tr transit-router parent=cen region=hz
    vpc-a vpc name.en=Production name.zh=生产 parent=acc region=hz blocks=10.0.0.0/16
      vsw-1 vswitch zone=hz-h block=10.0.1.0/24
    att vpc-attachment parent=tr vpc=vpc-a
"""
Canvases = Callable[[str], Hand]


@pytest.fixture(autouse=True)
def reader() -> Iterator[None]:
    """A screen reader listens."""
    with listening():
        yield


def sheet_of(hand: Hand) -> QAccessibleInterface:
    found = QAccessible.queryAccessibleInterface(hand.canvas)
    assert found is not None
    return found


def everything(here: QAccessibleInterface) -> Iterator[QAccessibleInterface]:
    for at in range(here.childCount()):
        child = here.child(at)
        yield child
        yield from everything(child)


def test_every_box_and_line_can_be_walked_to_and_says_what_it_is(hand: Canvases) -> None:
    canvas = hand(DESIGN)
    drawing = canvas.canvas.drawing
    assert drawing is not None

    found = list(everything(sheet_of(canvas)))

    assert len(found) == len(drawing.boxes) + len(drawing.lines)
    assert all(named(one) for one in found)
    roles = [one.role() for one in found]
    assert roles.count(QAccessible.Role.Graphic) == len(drawing.lines) == 1
    for one in found:
        parent = one.parent()
        assert parent.child(parent.indexOfChild(one)) is one


@pytest.mark.parametrize(
    ("language", "wording"),
    [
        ("en", "VPC Production, 10.0.0.0/16, in Member account Orders, 2 findings, at worst an error"),
        ("zh", "专有网络 生产，10.0.0.0/16，位于成员账号 订单，2 项发现，最严重为错误"),
    ],
)
def test_a_box_says_kind_name_place_and_findings_in_the_language_of_the_window(
    hand: Canvases, language: str, wording: str
) -> None:
    canvas = hand(DESIGN)
    canvas.canvas.set_marks({"vpc-a": ("error", 2)})
    canvas.canvas.set_language(language)  # type: ignore[arg-type]

    spoken = [named(one) for one in everything(sheet_of(canvas))]

    assert wording in spoken


def test_a_line_says_what_it_joins(hand: Canvases) -> None:
    spoken = [named(one) for one in everything(sheet_of(hand(DESIGN)))]

    assert "VPC attachment att, from Production to tr" in spoken


def test_what_the_arrow_keys_select_has_the_focus(hand: Canvases) -> None:
    canvas = hand(DESIGN)
    canvas.canvas.activateWindow()
    assert QTest.qWaitForWindowActive(canvas.canvas)
    spoken = []

    for key in (Qt.Key.Key_Right, Qt.Key.Key_Down):
        canvas.press(key, Qt.KeyboardModifier.AltModifier)
        front = sheet_of(canvas).focusChild()
        state = front.state()
        spoken.append(named(front))
        assert state.focused
        assert state.selected

    assert spoken == ["Member account Orders", "VPC Production, 10.0.0.0/16, in Member account Orders"]


def test_a_place_on_the_screen_leads_to_its_box(hand: Canvases) -> None:
    canvas = hand(DESIGN)
    (box,) = canvas.canvas.places.boxes_of(["vsw-1"])
    at = canvas.canvas.viewport().mapToGlobal(canvas.pixel(box.rect.centre))

    found = sheet_of(canvas).childAt(at.x(), at.y())

    assert named(found).startswith("vSwitch vsw-1")
    assert found.rect().contains(QPoint(at))


def test_what_is_deleted_is_spoken_no_more(hand: Canvases) -> None:
    canvas = hand(DESIGN)
    before = {named(one): one for one in everything(sheet_of(canvas))}

    canvas.editor.perform(text("Delete"), remove(["vsw-1"]))

    after = {named(one) for one in everything(sheet_of(canvas))}
    assert {one.split(",")[0] for one in set(before) - after} >= {"vSwitch vsw-1"}


def test_nothing_is_left_of_a_canvas_that_is_gone(qtbot: QtBot) -> None:
    for _ in range(3):
        canvas = Canvas(Editor(sketch("sheet-1 sheet shows=network\n" + DESIGN)), "sheet-1", draft=plain)
        canvas.show()
        qtbot.waitUntil(lambda canvas=canvas: canvas.drawing is not None)
        sheet = QAccessible.queryAccessibleInterface(canvas)
        assert sheet is not None
        figures = list(everything(sheet))
        canvas.close()
        canvas.deleteLater()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)

        assert figures
        assert not any(shiboken6.isValid(one) for one in figures)


def test_nothing_is_made_while_nobody_listens(hand: Canvases) -> None:
    QAccessible.setActive(False)
    canvas = hand(DESIGN)

    canvas.editor.select(["vsw-1"])

    assert sheet_of_listener(canvas.canvas) is None
