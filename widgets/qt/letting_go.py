"""Waiting until a mouse button that is held over a view is let go."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QWidget


class LettingGo(QObject):
    """Calls back once, after the view has dealt with the release; a view that is gone before calls nobody."""

    def __init__(self, view: QWidget, act: Callable[[], object]) -> None:
        super().__init__(view)
        self._act = act
        view.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.MouseButtonRelease:
            watched.removeEventFilter(self)
            QTimer.singleShot(0, self, self._end)
        return False

    def _end(self) -> None:
        self.deleteLater()
        self._act()
