"""The list of steps: opened with the keys, the present step marked, a click goes there."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tests.widgets.desk import Room
from widgets.qt.picker import Picker
from workbench.edits.fields import rename
from workbench.texts import text


def opened(room: Room) -> Picker:
    room.presses("Ctrl+H")
    popup = QApplication.activePopupWidget()
    assert isinstance(popup, Picker)
    return popup


def rows(popup: Picker) -> list[tuple[str, str]]:
    model = popup.list
    picks = (model.at(row) for row in range(model.rowCount()))
    return [(pick.title, pick.meta) for pick in picks if pick]


def renamed(room: Room) -> None:
    for name in ("one", "two", "three"):
        room.editor.perform(text("Rename {name}", name=name), rename("vpc-a", name, "en"))
    room.window.rooms.area.focus()


def test_steps_are_named_and_the_present_one_is_marked(room: Room) -> None:
    renamed(room)
    room.editor.undo()

    popup = opened(room)

    assert rows(popup) == [
        ("Rename three", "undone"),
        ("Rename two", "now"),
        ("Rename one", "done"),
        ("Open", "done"),
    ]
    assert popup.rows.currentIndex().row() == 1
    popup.close()


def test_a_click_goes_to_a_step_and_back_again(room: Room) -> None:
    renamed(room)

    popup = opened(room)
    room.clicks_row(popup.rows, popup.list.index(2))
    back = room.element("vpc-a").name.en
    popup = opened(room)
    QTest.keyClick(popup.search, Qt.Key.Key_Up)
    QTest.keyClick(popup.search, Qt.Key.Key_Up)
    QTest.keyClick(popup.search, Qt.Key.Key_Return)

    assert back == "one"
    assert room.element("vpc-a").name.en == "three"
    assert room.window.status.said == "Went to: Rename three"


def test_the_buttons_name_the_step(room: Room) -> None:
    renamed(room)
    room.editor.undo()

    buttons = room.window.top_row.buttons

    assert buttons["edit.undo"].toolTip() == "Undo: Rename two"
    assert buttons["edit.redo"].toolTip() == "Redo: Rename three"
