"""Traffic that differs from what is wanted, on the security sheet: turned on by its key, and following edits."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import QPointF
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.reachability.nets import two_vpcs
from tests.widgets.desk import Room
from widgets.canvas.traffic import Pair
from workbench.edits.fields import set_fields
from workbench.model.design import Design
from workbench.model.elements.flow import Flow
from workbench.model.sketch import sketch
from workbench.texts import text

FLOWS = """
    one security-domain
    two security-domain
    wish flow source=app-b target=app-a port=22/22
    sheet-s sheet shows=security order=1
    sheet-n sheet shows=network order=2
"""


def design() -> Design:
    """Two domains: one reaches two on a port that nobody wants, and is not reached on one that somebody does."""
    lines = two_vpcs(more=FLOWS).replace("    app-a application", "    app-a application parent=one")
    return sketch(lines.replace("    app-b application", "    app-b application parent=two"))


@pytest.fixture
def room(qtbot: QtBot) -> Room:
    """A window with the two domains on its security sheet, and their traffic shown."""
    room = Room(qtbot, design())
    QTest.keySequence(room.window, "Ctrl+Shift+R")
    qtbot.waitUntil(lambda: bool(pairs(room)))
    return room


def pairs(room: Room) -> tuple[Pair, ...]:
    """What the sheet in front shows."""
    canvas: Any = room.canvas
    return canvas.above.traffic.pairs if canvas else ()


def test_what_is_open_and_what_is_shut_stand_between_their_domains(room: Room) -> None:
    assert pairs(room) == (Pair("two", "one", "shut", ""), Pair("one", "two", "open", "443"))


COUNTS = "Between security domains: {0} open and not wanted, {1} wanted and shut, 0 in part, {2} unknown"


def test_the_status_line_counts_all_pairs_where_the_sheet_shows_them_all(room: Room) -> None:
    assert room.window.status.said == COUNTS.format(1, 1, 0)


def test_the_status_line_says_how_many_of_the_pairs_stand_on_the_sheet(room: Room, qtbot: QtBot) -> None:
    store = sketch("store database vswitches=a-1\n  - allowed block=10.1.1.1/32")["store"]
    wish = Flow(id="wish-2", source="app-b", target="store", port="3306/3306")
    room.editor.perform(text("Add"), lambda design: design.adding(store, wish))

    qtbot.waitUntil(lambda: "stand on the sheet" in room.window.status.said)
    assert room.window.status.said == COUNTS.format(1, 2, 1) + "; 2 of 4 stand on the sheet sheet-s"
    room.window.desk.speak("zh")
    qtbot.waitUntil(lambda: room.window.status.said.endswith("；共 4 处，其中 2 处在图纸“sheet-s”上"))


def test_an_edit_is_followed(room: Room, qtbot: QtBot) -> None:
    room.editor.perform(text("Shut"), set_fields(["sg-b"], rules=()))

    qtbot.waitUntil(lambda: pairs(room) == (Pair("two", "one", "shut", ""),))


def test_the_same_key_takes_it_away_and_a_network_sheet_has_none(room: Room, qtbot: QtBot) -> None:
    room.window.rooms.tabs.show_sheet("sheet-n")
    qtbot.waitUntil(lambda: room.canvas is not None and room.canvas.drawing is not None)
    elsewhere = pairs(room)
    room.window.rooms.tabs.show_sheet("sheet-s")
    back = len(pairs(room))
    QTest.keySequence(room.window, "Ctrl+Shift+R")

    assert (elsewhere, back, pairs(room)) == ((), 2, ())


def test_the_lines_of_the_two_directions_lie_side_by_side_in_the_colours_of_the_theme(room: Room) -> None:
    canvas: Any = room.canvas
    traffic = canvas.above.traffic
    (_, *first), (_, *second) = traffic._placed()
    there, back = traffic._ends(*first), traffic._ends(*second)
    apart = there[0] - back[1]
    image = canvas.viewport().grab().toImage()
    middle = back[0] + (back[1] - back[0]) * 0.75
    reddest = max(
        (QColor(image.pixel((middle + QPointF(x, y)).toPoint())) for x in range(-3, 4) for y in range(-3, 4)),
        key=lambda one: one.red() - one.green(),
    )
    ink = canvas.inks.colour("error")

    assert abs(apart.x()) + abs(apart.y()) > 10
    # The edge of a line is smoothed, so its colour is met up to a little.
    assert abs(reddest.red() - ink.red()) + abs(reddest.green() - ink.green()) < 60
