"""The line a question is typed in: what is understood of it is underlined while it is typed."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QEvent, QLineF, QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen, QResizeEvent, QTextLayout, QTextLine
from PySide6.QtWidgets import QToolButton, QWidget

from widgets.look import Look
from widgets.paths.signs import ROLE_INKS
from widgets.qt.search_box import SearchBox
from widgets.symbols import icon
from workbench.reachability.asked import Role, Token
from workbench.texts import text

HINT: Final = text("Who reaches whom? HR portal to SAP on 443")
SWAP: Final = text("Swap the two ends")
DASHES: Final[dict[Role, tuple[float, ...]]] = {
    "target": (3.0, 1.0),
    "port": (1.0, 1.0),
    "protocol": (1.0, 1.0),
    "unknown": (2.0, 2.0),
}
"""Each role has a line of its own, so that colour is not the only sign."""
BUTTON: Final = 28


class QuestionBox(SearchBox):
    """Underlines pieces by role; Enter asks, Up and Down go through what was asked before, Escape leaves."""

    asked = Signal()
    left = Signal()
    recalled = Signal(int)
    moved_in_list = Signal(int)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, HINT, parent)
        self._tokens: Sequence[Token] = ()
        self.list_is_open = False
        self.swap = QToolButton(self)
        self.swap.setFixedSize(24, 24)
        self.setTextMargins(0, 0, BUTTON, 0)
        self.setMinimumHeight(32)
        self.say_button()

    def say_button(self) -> None:
        """Says what the button does in the present language."""
        said = self._look.said(SWAP)
        self.swap.setToolTip(said)
        self.swap.setAccessibleName(said)
        self.swap.setIcon(icon("ui-swap", self._look.theme))

    def retell(self) -> None:
        """Says hint and button in the present language."""
        super().retell()
        if hasattr(self, "swap"):
            self.say_button()

    def mark(self, tokens: Sequence[Token]) -> None:
        """Underlines the pieces of what stands in the line now."""
        self._tokens = tokens
        self.update()

    def event(self, event: QEvent) -> bool:
        if (
            event.type() == QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and event.key() in (Qt.Key.Key_Escape, Qt.Key.Key_Up, Qt.Key.Key_Down)
        ):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()))
        if step is not None:
            (self.moved_in_list if self.list_is_open else self.recalled).emit(step)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.asked.emit()
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.swap.move(self.width() - BUTTON, (self.height() - 24) // 2)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setClipRect(self.rect().adjusted(24, 0, -BUTTON, 0))
        bottom = self.height() / 2 + self.fontMetrics().height() / 2 + 1
        for line, role in self.underlines():
            pen = QPen(self._look.colour(ROLE_INKS[role]), 2.0)
            pen.setCapStyle(Qt.PenCapStyle.FlatCap)
            if role in DASHES:
                pen.setDashPattern(list(DASHES[role]))
            painter.setPen(pen)
            painter.drawLine(line.translated(0, bottom))

    def underlines(self) -> list[tuple[QLineF, Role]]:
        """Where the pieces stand, from left to right, in pixels of the box."""
        wording = self.displayText()
        layout = QTextLayout(wording, self.font())
        layout.beginLayout()
        line = layout.createLine()
        layout.endLayout()
        if not wording or not line.isValid():
            return []
        # A long line is scrolled: where the cursor stands tells by how much.
        shift = self.cursorRect().center().x() - _x(line, self.cursorPosition())
        found: list[tuple[QLineF, Role]] = []
        for token in self._tokens:
            if token.role != "joiner" and token.stop <= len(wording):
                ends = sorted(_x(line, at) + shift for at in (token.start, token.stop))
                found.append((QLineF(ends[0], 0, ends[1], 0), token.role))
        return found

    def below(self) -> QPoint:
        """The corner below the box where a list of names begins, in pixels of its parent."""
        return self.geometry().bottomLeft() + QPoint(0, 3)


def _x(line: QTextLine, place: int) -> float:
    """Where a letter of a line begins."""
    found = line.cursorToX(place)
    return float(found[0]) if isinstance(found, tuple) else float(found)  # type: ignore[arg-type]
