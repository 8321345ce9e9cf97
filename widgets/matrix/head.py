"""What stands above the matrix: for whom and what it is shown, how it is looked at, and how far the computing is."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QPushButton, QToolButton, QWidget

from widgets.fonts import font_for
from widgets.look import Look
from widgets.matrix.shown import GROUPINGS, MODES, Grouping, Mode
from widgets.qt.flow import Flow
from widgets.qt.segments import Segments
from widgets.symbols import icon
from workbench.texts import Text, text


class MatrixHead(QWidget):
    """A line of segments and buttons."""

    picked = Signal()
    turned = Signal()
    zoomed = Signal(int)
    """1 for larger, -1 for smaller, 0 for all in sight."""
    acted = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.title, self.state, self.act = QLabel(self), QLabel(self), QPushButton(self)
        self.groupings = Segments(
            look, text("Parties", key="matrix.parties"), tuple(GROUPINGS.values()), self
        )
        self.modes = Segments(look, text("What is shown"), tuple(MODES.values()), self)
        self.turn, self.smaller, self.larger, self.fit = (QToolButton(self) for _ in range(4))
        self.act.setProperty("weight", "link")
        line = Flow(self, 8)
        line.setContentsMargins(12, 0, 12, 0)
        for part in (self.title, self.groupings, self.modes, self.turn, self.smaller, self.larger, self.fit):
            line.addWidget(part)
        line.addWidget(self.state)
        line.addWidget(self.act)
        self._listen()
        self.retell()

    @property
    def grouping(self) -> Grouping:
        """The parties that are shown."""
        return tuple(GROUPINGS)[self.groupings.at]

    @property
    def mode(self) -> Mode:
        """What is shown of them."""
        return tuple(MODES)[self.modes.at]

    def tell(self, state: Text | None, act: Text | None) -> None:
        """Says how far the computing is, and what can be done about it."""
        self.state.setText(self._look.said(state) if state else "")
        self.state.setVisible(state is not None)
        self.act.setText(self._look.said(act) if act else "")
        self.act.setVisible(act is not None)

    def allow(self, has_cells: bool) -> None:
        """Has the buttons that turn and zoom the cells work, or not."""
        for button in (self.turn, self.smaller, self.larger, self.fit):
            button.setEnabled(has_cells)

    def retell(self) -> None:
        """Says everything in the present language and theme."""
        look = self._look
        self.title.setText(look.said(text("Who reaches whom")))
        self.title.setFont(font_for(self.title.text(), 12, 600))
        self.title.setFixedHeight(26)
        self.state.setFixedHeight(26)
        self.state.setStyleSheet(f"color: {look.colour('text3').name()}")
        for button, name, tip in (
            (self.turn, "ui-turn", text("Turn the matrix round: rows become columns")),
            (self.smaller, "ui-minus", text("Smaller cells")),
            (self.larger, "ui-plus", text("Larger cells")),
            (self.fit, "ui-fit", text("Everybody in sight")),
        ):
            button.setIcon(icon(name, look.theme, 14))
            button.setToolTip(look.said(tip))
            button.setAccessibleName(look.said(tip))

    def _listen(self) -> None:
        self.groupings.picked.connect(self.picked)
        self.modes.picked.connect(self.picked)
        self.turn.clicked.connect(self.turned)
        self.smaller.clicked.connect(lambda: self.zoomed.emit(-1))
        self.larger.clicked.connect(lambda: self.zoomed.emit(1))
        self.fit.clicked.connect(lambda: self.zoomed.emit(0))
        self.act.clicked.connect(self.acted)
