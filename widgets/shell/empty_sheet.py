"""What stands on a sheet on which nothing is drawn yet: a sentence, and two ways to begin."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from widgets.lettering import CENTRE, letter
from widgets.look import Look
from widgets.palette import most_used
from widgets.symbols import symbol
from workbench.commands.command import COMMANDS
from workbench.model.element import SheetKind
from workbench.texts import text

WIDE, HIGH = 420, 150


class EmptySheet(QWidget):
    """Symbol 48, one sentence, two buttons."""

    kind_picked = Signal(str)
    picked = Signal(str)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._shows: SheetKind = "network"
        self.draw, self.bring = QPushButton(self), QPushButton(self)
        self.draw.setProperty("weight", "primary")
        self.draw.clicked.connect(lambda: self.kind_picked.emit(most_used(self._shows)[0].tag))
        self.bring.clicked.connect(lambda: self.picked.emit("file.import"))
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addStretch(1)
        row.addWidget(self.draw)
        row.addWidget(self.bring)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 8)
        column.addStretch(1)
        column.addLayout(row)
        self.hide()

    def sizeHint(self) -> QSize:
        return QSize(WIDE, HIGH)

    def tell(self, shows: SheetKind, read_only: bool) -> None:
        """Speaks of a sheet that shows this; begins nothing on a design that may only be read."""
        self._shows = shows
        kind = most_used(shows)[0]
        self.draw.setText(self._look.said(text("Draw {kind}", kind=kind.label)))
        self.bring.setText(self._look.said(COMMANDS["file.import"].title))
        for button in (self.draw, self.bring):
            button.setVisible(not read_only)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, look = QPainter(self), self._look
        middle = self.width() // 2
        picture = symbol("resource-group", 48, "text3", look.theme, self.devicePixelRatioF())
        painter.drawPixmap(middle - 24, 4, picture)
        said = look.said(text("This sheet is empty. Draw on it, or import configuration files."))
        letter(painter, QRectF(0, 64, self.width(), 24), said, look.colour("text2"), size=13, align=CENTRE)
