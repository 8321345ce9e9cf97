"""The line over a block in which its name is typed: Enter takes it, Escape leaves everything as it is."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import cast

from PySide6.QtCore import QEvent, QPoint, QRectF, Qt
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QWidget

from widgets.look import Look
from widgets.qt.bubble import Bubble
from widgets.qt.line import Line
from workbench.reading import one_line
from workbench.texts import Text

WIDE, HIGH = 230, 26
Taken = Callable[[str], Text | None]


class Naming(Line):
    """One line for all of a map; what takes the wording may refuse it, and the line stays open."""

    def __init__(self, look: Look, bubble: Bubble, over: QWidget) -> None:
        super().__init__(over)
        self._look, self._bubble = look, bubble
        self._taken: Taken | None = None
        self.returnPressed.connect(self._take)
        self.hide()

    def open(self, rect: QRectF, wording: str, says: Text, taken: Taken) -> None:
        """Opens over a block with a wording to type over."""
        self._taken = taken
        area = cast("QWidget", self.parent()).rect()
        left = min(max(round(rect.left()), 4), area.right() - WIDE - 4)
        top = min(max(round(rect.center().y()) - HIGH // 2, 4), area.bottom() - HIGH - 4)
        self.setGeometry(left, top, WIDE, HIGH)
        self.setAccessibleName(self._look.said(says))
        self.setToolTip(self._look.said(says))
        self.setText(wording)
        self.show()
        self.raise_()
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        self.selectAll()

    def close_unchanged(self) -> None:
        """Closes without taking anything."""
        if self._taken is not None:
            self._taken = None
            self.hide()
            self._bubble.hide()
            cast("QWidget", self.parent()).setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close_unchanged()
            return
        # What is typed is meant for the name, never for the map below.
        super().keyPressEvent(event)
        event.accept()

    def event(self, event: QEvent) -> bool:
        shortcut = event.type() == QEvent.Type.ShortcutOverride
        if shortcut and cast("QKeyEvent", event).key() == Qt.Key.Key_Escape:
            event.accept()
            return True
        return super().event(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self._taken = None
            self.hide()
            self._bubble.hide()

    def _take(self) -> None:
        if self._taken is None:
            return
        refused = self._taken(one_line(self.text()))
        if refused:
            self._bubble.say(refused, QPoint(self.x(), self.geometry().bottom() - 14))
        else:
            self.close_unchanged()


def name_and_length(wording: str) -> tuple[str, int | None]:
    """A name, and the prefix length behind it where there is one: "app /24" asks for 256 addresses."""
    found = re.fullmatch(r"(.*?)\s*/([0-9]{1,3})", wording)
    return (found[1], int(found[2])) if found else (wording, None)
