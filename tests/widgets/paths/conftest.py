"""The panel with a small design, its keys and what it tells."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from tests.reachability.answering import answers
from tests.reachability.asking import DESIGN
from widgets.look import Look
from widgets.paths.panel import PathPanel
from widgets.qt.work import Work
from workbench.editor import Editor
from workbench.reachability.asker import Asker


class Desk:
    """A panel, and the words a test uses for what the user does."""

    def __init__(self, qtbot: QtBot, asker: Asker) -> None:
        self.qtbot = qtbot
        self.editor = Editor(DESIGN)
        self.look = Look("en", "light")
        self.panel = PathPanel(self.editor, self.look, asker)
        self.look.changed.connect(self.panel.retell)
        qtbot.addWidget(self.panel, before_close_func=_wait)
        self.panel.resize(452, 760)
        self.panel.show()
        self.panel.activateWindow()
        self.panel.focus()

    def types(self, wording: str) -> None:
        """Types letters into the line, and waits until they are understood."""
        for letter in wording:
            if letter.isascii():
                QTest.keyClicks(self.panel.box, letter)
            else:
                # As an input method hands Chinese over.
                self.panel.box.insert(letter)
        self.qtbot.waitUntil(lambda: self.panel.read is not None)

    def presses(self, *keys: Qt.Key, where: QWidget | None = None) -> None:
        """Presses keys."""
        for key in keys:
            QTest.keyClick(where or self.panel.box, key)

    def asks(self, wording: str) -> None:
        """Types a question, presses Enter and waits for the answer."""
        self.types(wording)
        self.presses(Qt.Key.Key_Return)
        self.qtbot.waitUntil(lambda: self.panel.answer is not None)

    def rows(self) -> list[str]:
        """What is spoken of the rows of the answer."""
        table = self.panel.hops.table
        role = Qt.ItemDataRole.AccessibleTextRole
        return [table.data(table.index(row, 0), role) for row in range(table.rowCount())]


def _wait(panel: Any) -> None:
    for work in panel.findChildren(Work):
        work.wait()


@pytest.fixture
def desk_with(qtbot: QtBot) -> Callable[[Asker], Desk]:
    """A panel that asks somebody."""
    return lambda asker: Desk(qtbot, asker)


@pytest.fixture
def desk(desk_with: Callable[[Asker], Desk]) -> Desk:
    """A panel with the answers for the small design."""
    return desk_with(answers)
