"""How the window looks in runs by hand; `WORKBENCH_LOOK=zh,dark` has them another way."""

from __future__ import annotations

import os
from typing import Any

import pytest
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from widgets.look import Look

LARGEST, SMALLEST = (1440, 900), (960, 540)


@pytest.fixture
def look() -> Look:
    """Language and theme."""
    language, theme = os.environ.get("WORKBENCH_LOOK", "en,light").split(",")
    return Look(language, theme)  # type: ignore[arg-type]


@pytest.fixture
def size(qtbot: QtBot) -> tuple[int, int]:
    """As large as the window was designed for, or as the screen is where that is smaller."""
    screen: Any = QGuiApplication.primaryScreen()
    small = screen.devicePixelRatio() >= 2
    return SMALLEST if small else LARGEST
