"""Picking from what opens: the rows of a picker, the choices of a box."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtWidgets import QAbstractItemView, QComboBox
from pytestqt.qtbot import QtBot

from tests.walkthrough import hand
from widgets.navigator.model import ID
from widgets.qt.picker import Picker


def pick(qtbot: QtBot, picker: Picker, id: str, wanted: str) -> None:
    """Types into an open picker and clicks the row of an id."""
    qtbot.waitUntil(picker.search.hasFocus)
    hand.write(wanted)
    rows = picker.list
    at = next(row for row in range(rows.rowCount()) if rows.index(row).data(ID) == id)
    click_row(picker.rows, rows.index(at))


def pick_choice(qtbot: QtBot, box: QComboBox, value: object) -> None:
    """Goes to a choice of an opened box with the arrow keys and takes it with Enter."""
    view = box.view()
    qtbot.waitUntil(view.isVisible)
    qtbot.waitUntil(view.hasFocus)
    steps = box.findData(value) - view.currentIndex().row()
    for _ in range(abs(steps)):
        hand.press(Qt.Key.Key_Down if steps > 0 else Qt.Key.Key_Up)
    hand.press(Qt.Key.Key_Return)


def click_row(view: QAbstractItemView, index: QModelIndex) -> None:
    """Turns the wheel until a row is to be seen, and clicks it."""
    for _ in range(200):
        place, seen = view.visualRect(index), view.viewport().rect()
        if seen.contains(place.center()):
            break
        hand.wheel(view.viewport(), 1 if place.center().y() < 0 else -1)
    hand.click(view.viewport(), view.visualRect(index).center())
