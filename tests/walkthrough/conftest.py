"""How the window looks in runs by hand; `WORKBENCH_LOOK=zh,dark` has them another way."""

from __future__ import annotations

import os
from typing import Any

import pytest
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from tests.walkthrough.dialogs import SAMPLE
from tests.walkthrough.driver import Driver
from widgets.look import Look
from workbench.storage.files import open_design

LARGEST = (1440, 900)
LOOK = os.environ.get("WORKBENCH_LOOK")


@pytest.fixture
def look(request: pytest.FixtureRequest) -> Look:
    """Language and theme."""
    language, theme = getattr(request, "param", LOOK or "en,light").split(",")
    return Look(language, theme)


@pytest.fixture
def size() -> tuple[int, int]:
    """As large as the window was designed for, or as the screen is where that is smaller."""
    room: Any = QGuiApplication.primaryScreen().availableSize()
    offscreen = QGuiApplication.platformName() == "offscreen"
    return LARGEST if offscreen else (min(LARGEST[0], room.width()), min(LARGEST[1], room.height()))


@pytest.fixture
def driver(qtbot: QtBot, size: tuple[int, int], look: Look) -> Driver:
    """The large sample on its network sheet, in the smallest window that is made for it."""
    driver = Driver(qtbot, open_design(SAMPLE).design, (min(size[0], 1280), min(size[1], 800)), look)
    driver.show_sheet("Network overview")
    driver.checked()
    return driver


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """Both languages, unless one is asked for, where a module says that it listens."""
    if getattr(metafunc.module, "IN_BOTH_LANGUAGES", False) and "look" in metafunc.fixturenames:
        looks = [LOOK] if LOOK else ["en,light", "zh,dark"]
        metafunc.parametrize("look", looks, indirect=True)
