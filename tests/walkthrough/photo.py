"""Pictures of the screen at named stages, where the run was asked for them."""

from __future__ import annotations

import os
from pathlib import Path

from PySide6.QtCore import QRect
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

FOLDER = "WORKBENCH_PICTURES"
"""The environment variable that names the folder; without it nothing is kept."""
_taken: set[str] = set()


def photo(stage: str) -> None:
    """Keeps what the windows show on the screen, the first time a stage is reached; popups and dialogs are on it as they stand."""
    folder = os.environ.get(FOLDER)
    if not folder or stage in _taken:
        return
    _taken.add(stage)
    for _ in range(10):
        QApplication.processEvents()
    Path(folder).mkdir(parents=True, exist_ok=True)
    area = QRect()
    for window in QGuiApplication.topLevelWindows():
        if window.isVisible():
            area = area.united(window.frameGeometry())
    screen = QGuiApplication.primaryScreen()
    area = area.intersected(screen.geometry())
    shot = screen.grabWindow(0, area.x(), area.y(), area.width(), area.height())
    shot.save(str(Path(folder) / f"{len(_taken):03} {stage}.png"))
