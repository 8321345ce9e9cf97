"""The plan table in a window, for tests that type and click."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit
from pytestqt.qtbot import QtBot

from tests.planning.plan_table.plans import PLAN
from tests.widgets.desk import LEFT, Room
from workbench.model.sketch import sketch
from workbench.planning.plan_table.columns import ORDER, wording

SHEET = "\n    sheet-n sheet shows=network order=1\n"


class Plan:
    """The table of a design, and the words a test uses for what the user does."""

    def __init__(self, room: Room) -> None:
        self.room = room
        room.window.pick("plan.table")
        self.panel: Any = room.window.rooms.area.map.parts.table
        self.tree = self.panel.tree
        room.qtbot.waitUntil(lambda: self.panel.table is not None)

    @property
    def design(self) -> Any:
        """The design as it is now."""
        return self.room.editor.design

    def cell(self, key: str, column: str) -> QModelIndex:
        """A cell of a row, in sight."""
        index: QModelIndex = self.panel.model.where(key, ORDER.index(column))  # type: ignore[arg-type]
        assert index.isValid()
        self.tree.scrollTo(index)
        return index

    def said(self, key: str, column: str) -> str:
        """What a cell says."""
        return wording(self.panel.table, key, column, self.panel._look.language)  # type: ignore[arg-type]

    def clicks(self, key: str, column: str) -> None:
        """Clicks a cell."""
        spot = self.tree.visualRect(self.cell(key, column)).center()
        QTest.mouseClick(self.tree.viewport(), LEFT, pos=spot)

    def presses(self, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        """Presses a key where the keys are: in the open cell, else in the table."""
        QTest.keyClick(self.line or self.tree, key, modifier)

    def types(self, wording: str) -> None:
        """Types letters where the keys are; the first of them opens the cell."""
        if self.line is None and wording:
            QTest.keyClick(self.tree, wording[0])
            wording = wording[1:]
        if self.line and wording:
            QTest.keyClicks(self.line, wording)

    @property
    def line(self) -> Any:
        """The open cell, None while none is."""
        found = [one for kind in (QLineEdit, QComboBox) for one in self.tree.viewport().findChildren(kind)]
        return next((one for one in found if one.isVisible()), None)

    @property
    def reason(self) -> str:
        """What the bubble says, "" while there is none."""
        return self.tree.bubble.text() if self.tree.bubble.isVisible() else ""

    def pastes(self, plain: str) -> None:
        """Pastes a text where the keys are."""
        QGuiApplication.clipboard().setText(plain)
        self.presses(Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)

    def settled(self) -> None:
        """Waits until the table is that of the design."""
        self.room.qtbot.waitUntil(lambda: self.panel.table.design is self.design)
        QApplication.processEvents()


@pytest.fixture
def plan(qtbot: QtBot) -> Plan:
    """The table of the small plan in a window."""
    return Plan(Room(qtbot, sketch(PLAN + SHEET)))
