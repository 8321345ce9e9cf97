"""Pictures of the screen at named stages, where the run was asked for them."""

from __future__ import annotations

import os
from pathlib import Path

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

FOLDER = "WORKBENCH_PICTURES"
"""The environment variable that names the folder; without it nothing is kept."""
_taken: set[str] = set()


def photo(stage: str) -> None:
    """Keeps what the screen shows, the first time a stage is reached; popups and dialogs are on it as they stand."""
    folder = os.environ.get(FOLDER)
    if not folder or stage in _taken:
        return
    _taken.add(stage)
    for _ in range(10):
        QApplication.processEvents()
    Path(folder).mkdir(parents=True, exist_ok=True)
    screen = QGuiApplication.primaryScreen()
    screen.grabWindow(0).save(str(Path(folder) / f"{len(_taken):02} {stage}.png"))
