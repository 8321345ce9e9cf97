"""What a person does in the views of who reaches whom: takes a segment, clicks a row, waits for what is worked out."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtWidgets import QAbstractItemView, QApplication

from tests.walkthrough import hand
from tests.walkthrough.dialogs import picked
from tests.walkthrough.driver import Driver
from widgets.qt.segments import Segments

PATIENCE = 20_000
"""Milliseconds that an answer may take before a story fails."""


def take(segments: Segments, at: int) -> None:
    """Clicks one of the words in a frame, and lets what it changes find its place."""
    hand.click(segments, segments._rect(at).center().toPoint())
    QApplication.processEvents()


def click_cell(view: QAbstractItemView, index: QModelIndex, *, twice: bool = False) -> None:
    """Clicks a cell or row, scrolled into sight."""
    view.scrollTo(index)
    # Where the scrolling leads is known when events are looked at next.
    QApplication.processEvents()
    (hand.double_click if twice else hand.click)(view.viewport(), view.visualRect(index).center())


def page(driver: Driver, command: str) -> Any:
    """Opens a page from the menu, and gives it when it is complete."""
    picked(driver, command)
    opened: Any = driver.window.rooms.area._stack.currentWidget()
    driver.qtbot.waitUntil(lambda: opened.stage == "complete", timeout=PATIENCE)
    QApplication.processEvents()
    return opened


def matrix(driver: Driver) -> Any:
    """Opens the matrix with its key, and gives it when its cells are there."""
    hand.shortcut("Ctrl+R")
    view: Any = driver.window.rooms.area.matrix
    driver.qtbot.waitUntil(view.grid.isVisible, timeout=PATIENCE)
    driver.qtbot.waitUntil(lambda: view._stage == "complete", timeout=PATIENCE)
    QApplication.processEvents()
    return view


def answer(driver: Driver) -> Any:
    """Waits for the answer to the path that is asked; gives the panel that tells it."""
    driver.qtbot.waitUntil(lambda: driver.window.rooms.path is not None)
    panel: Any = driver.window.rooms.path
    driver.qtbot.waitUntil(lambda: panel.answer is not None, timeout=PATIENCE)
    QApplication.processEvents()
    return panel


def hops(panel: Any) -> list[str]:
    """The rows of an answer, as they are spoken."""
    table = panel.hops.table
    return [_spoken(table.index(row, 0)) for row in range(table.rowCount())]


def spoken(view: QAbstractItemView) -> str:
    """The row or cell that has the keys, as it is spoken."""
    return _spoken(view.currentIndex())


def _spoken(index: QModelIndex) -> str:
    return str(index.data(Qt.ItemDataRole.AccessibleTextRole) or index.data())


def lit(driver: Driver) -> dict[str, str]:
    """The numbers of the hops that are lit on the sheet in front, by the elements they stand at."""
    driver.drawn()
    canvas = driver.canvas
    light, boxes = canvas.above.light, canvas.drawing.by_key.values()
    return {box.element: told for box in boxes if (told := light.number_of(box.key))}
