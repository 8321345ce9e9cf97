"""Sizes of dialogs on screens that may be smaller than what is asked for."""

from __future__ import annotations

from typing import Final

from PySide6.QtWidgets import QWidget

BESIDE: Final = 16
"""What stays free of the screen's width; of its height more, for the bar with the title."""
ABOVE: Final = 44


def fit_to_screen(window: QWidget, width: int, height: int) -> None:
    """Makes a window as large as wanted, or as its screen has room for."""
    room = window.screen().availableSize()
    window.resize(min(width, room.width() - BESIDE), min(height, room.height() - ABOVE))
