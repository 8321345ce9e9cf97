"""A flow sets small things side by side, goes to the next line where they end, and leaves no gap for what is hidden."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from widgets.qt.flow import Flow


class Things(QWidget):
    """Three things of 40 by 20, the second 30 high, with gaps of 5 inside margins of 10."""

    def __init__(self) -> None:
        super().__init__()
        self.line = Flow(self, 5)
        self.line.setContentsMargins(10, 2, 10, 3)
        self.things = [QWidget(self) for _ in range(3)]
        for thing, high in zip(self.things, (20, 30, 20), strict=True):
            thing.setFixedSize(40, high)
            self.line.addWidget(thing)

    def places(self) -> list[tuple[int, int]]:
        return [thing.pos().toTuple() for thing in self.things]


@pytest.fixture
def things(qtbot: QtBot) -> Things:
    """The things on one line."""
    made = Things()
    qtbot.addWidget(made)
    made.resize(200, 60)
    made.show()
    return made


def test_they_stand_side_by_side_in_the_middle_of_their_line(things: Things) -> None:
    assert things.places() == [(10, 7), (55, 2), (100, 7)]


def test_what_finds_no_room_goes_to_the_next_line(things: Things) -> None:
    things.resize(120, 90)

    assert things.places() == [(10, 7), (55, 2), (10, 37)]
    assert things.line.heightForWidth(120) == 2 + 30 + 5 + 20 + 3


def test_what_is_hidden_leaves_no_gap(things: Things) -> None:
    things.things[1].hide()
    things.line.activate()

    assert things.places()[2] == (55, 2)
    assert things.line.heightForWidth(200) == 2 + 20 + 3
