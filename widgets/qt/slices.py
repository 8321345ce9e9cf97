"""Something done a little at a time while the window waits for its user."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QObject, QTimer

SLICE: Final = 500
"""So many names are put down in a few milliseconds."""


def in_slices(step: Callable[[], bool], parent: QObject) -> None:
    """Takes a step whenever nothing else is to be done, until one says that it was the last, or the parent goes."""
    timer = QTimer(parent)

    def take() -> None:
        if not step():
            timer.stop()
            timer.deleteLater()

    timer.timeout.connect(take)
    timer.start(0)
