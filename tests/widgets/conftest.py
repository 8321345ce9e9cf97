"""The window with a small design, for every test of it."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from tests.widgets.desk import Room, landing_zone


@pytest.fixture
def room(qtbot: QtBot) -> Room:
    """A window that shows the small design."""
    return Room(qtbot, landing_zone())
