"""The address map of a small plan in a window."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from tests.widgets.addresses.gestures import PLAN, Map
from tests.widgets.desk import Room
from workbench.model.sketch import sketch


@pytest.fixture
def plan(qtbot: QtBot) -> Map:
    """The map, and hands on it."""
    return Map(Room(qtbot, sketch(PLAN)))
