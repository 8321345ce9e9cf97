"""The panels around the sheet: what is asked of a window that is closed meanwhile comes to nothing."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMainWindow
from pytestqt.qtbot import QtBot

from tests.widgets.desk import LEFT, Room
from widgets.look import Look
from widgets.shell.panels import Panels


def test_a_window_closed_before_its_panels_are_shared_out_is_left_in_peace(qtbot: QtBot, room: Room) -> None:
    rooms = room.window.rooms
    window = QMainWindow()
    panels = Panels(window, Look("en", "light"))
    panels.seat(rooms)
    for part in (rooms.navigator, rooms.inspector, rooms.findings):
        # What is another window's does not end with this one.
        part.setParent(room.window)

    with qtbot.captureExceptions() as faults:
        window.deleteLater()
        QCoreApplication.sendPostedEvents(window, QEvent.Type.DeferredDelete)
        qtbot.wait(10)

    assert not faults


def test_tabs_are_walked_by_keys_round_at_both_ends(room: Room) -> None:
    bar = room.window.rooms.tabs.bar
    first, count = bar.currentIndex(), bar.count()

    room.window.pick("view.previous-tab")
    assert bar.currentIndex() == (first - 1) % count
    for _ in range(count + 1):
        room.window.pick("view.next-tab")

    assert bar.currentIndex() == first


def test_in_a_narrow_window_the_inspector_comes_when_the_mouse_is_let_go_not_under_it(
    room: Room, qtbot: QtBot
) -> None:
    dock = room.window.panels.docks["inspector"]
    room.window.rooms.tabs.show_sheet("sheet-n")
    qtbot.waitUntil(lambda: room.canvas.places.boxes_of(["vpc-a"]) != [])
    room.window.resize(1000, 700)
    room.editor.select(())
    qtbot.waitUntil(dock.isHidden)
    view, rect = room.canvas.viewport(), room.canvas.places.boxes_of(["vpc-a"])[0].rect
    place = room.canvas.mapFromScene(rect.x + 20, rect.y + 8)
    QTest.mousePress(view, LEFT, pos=place)
    QCoreApplication.processEvents()
    held = (room.editor.selection, dock.isVisible())
    QTest.mouseRelease(view, LEFT, pos=place)

    qtbot.waitUntil(dock.isVisible)
    assert held == (("vpc-a",), False)
