"""The sheet in small: there while the sheet is larger than the view, and a way to any place of it."""

from __future__ import annotations

from PySide6.QtCore import QPoint
from PySide6.QtTest import QTest

from tests.widgets.desk import LEFT, Room
from widgets.shell.minimap import HIGH, WIDE


def test_it_is_there_only_while_the_sheet_is_larger_than_the_view(room: Room) -> None:
    small = room.window.rooms.area.minimap

    room.canvas.zoom_to(3.0)
    near = small.isVisible()
    room.canvas.fit()

    assert near
    assert not small.isVisible()


def test_a_press_shows_that_place(room: Room) -> None:
    small, canvas = room.window.rooms.area.minimap, room.canvas
    canvas.zoom_to(3.0)
    middle = small.rect().center()

    QTest.mousePress(small, LEFT, pos=middle + QPoint(-WIDE // 2 + 8, -HIGH // 2 + 8))
    corner = canvas.view.center()
    QTest.mouseMove(small, middle)
    QTest.mouseRelease(small, LEFT, pos=middle)

    assert corner.x() < canvas.extent.center().x()
    assert corner.y() < canvas.extent.center().y()
    assert abs(canvas.view.center().x() - canvas.extent.center().x()) < canvas.extent.width() / 20
    assert abs(canvas.view.center().y() - canvas.extent.center().y()) < canvas.extent.height() / 20


def test_it_frames_what_is_shown_in_the_colour_of_the_theme(room: Room) -> None:
    small = room.window.rooms.area.minimap
    room.canvas.zoom_to(3.0)

    image = small.grab().toImage()

    accent = room.window.rooms.area._look.colour("accent").rgb()
    framed = [x for x in range(image.width()) for y in range(image.height()) if image.pixel(x, y) == accent]
    assert framed
    assert max(framed) - min(framed) < WIDE / 2


def test_a_view_with_little_room_goes_without(room: Room) -> None:
    room.window.resize(960, 540)
    room.canvas.resize(400, 250)

    room.canvas.zoom_to(3.0)

    assert not room.window.rooms.area.minimap.isVisible()
