"""The guide: the first steps beside the window, each ticked off as soon as the design has it."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from widgets.fonts import font_for
from widgets.look import Look
from widgets.symbols import symbol
from workbench.help.first_steps import STEPS, Step, done
from workbench.model.change import Change
from workbench.model.elements.engagement import Engagement
from workbench.texts import text

if TYPE_CHECKING:
    from widgets.shell.window import MainWindow

WIDE: Final = 360


def open_over(window: MainWindow) -> None:
    """Shows the one guide of a window, at its lower right."""
    guide = window.findChild(Guide) or Guide(window)
    guide.show()
    corner = window.geometry().bottomRight()
    guide.move(corner.x() - guide.width() - 24, corner.y() - guide.height() - 60)
    guide.raise_()


class Tick(QWidget):
    """A disc with a tick where a step is done, with its number where not."""

    def __init__(self, look: Look, number: int, parent: QWidget) -> None:
        super().__init__(parent)
        self._look, self._number = look, number
        self.is_done = False
        self.setFixedSize(QSize(22, 22))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.is_done:
            painter.drawPixmap(2, 2, symbol("mark-ok", 18, "ok", self._look.theme, self.devicePixelRatioF()))
            return
        painter.setPen(self._look.pen("control"))
        painter.drawEllipse(QRectF(2.5, 2.5, 17, 17))
        painter.setFont(font_for("1", 11, 600))
        painter.setPen(self._look.colour("text2"))
        painter.drawText(self.rect(), int(Qt.AlignmentFlag.AlignCenter), str(self._number))


class Guide(QDialog):
    """The steps below each other; the first one not done is opened up, with how it is done and a button that begins it."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window, Qt.WindowType.Tool)
        self._window, self._look = window, window.look
        self._editor = window.editor
        self.setFixedWidth(WIDE)
        self.ticks = {step.id: Tick(self._look, number, self) for number, step in enumerate(STEPS, 1)}
        self.titles = {step.id: QLabel(self) for step in STEPS}
        self.how = QLabel(self)
        self.how.setWordWrap(True)
        self.begin = QPushButton(self)
        self.begin.setProperty("weight", "primary")
        self.begin.clicked.connect(self._begin)
        self._step: Step | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(16, 14, 16, 14)
        self._column.setSpacing(6)
        for step in STEPS:
            row = QHBoxLayout()
            row.setSpacing(8)
            row.addWidget(self.ticks[step.id])
            row.addWidget(self.titles[step.id], 1)
            self._column.addLayout(row)
        self._column.addSpacing(6)
        self._column.addWidget(self.how)
        self._column.addWidget(self.begin, 0, Qt.AlignmentFlag.AlignLeft)
        self._unsubscribe: Callable[[], None] = lambda: None
        self._look.changed.connect(self.retell)
        window.laid_out.connect(self._follow)
        self._follow()

    def retell(self, change: Change | None = None) -> None:
        """Ticks off what is done, and says the next step."""
        taken = done(self._window.editor.design)
        self._step = next((step for step in STEPS if step.id not in taken), None)
        for step in STEPS:
            self.ticks[step.id].is_done = step.id in taken
            self.ticks[step.id].update()
            title = self.titles[step.id]
            title.setText(self._look.said(step.title))
            title.setFont(font_for(title.text(), 12, 600 if step is self._step else 400))
            state = text("done") if step.id in taken else text("to do")
            title.setAccessibleName(f"{title.text()}: {self._look.said(state)}")
        finished = text(
            "That is a small landing zone. See below the sheet whether anything is found, save it, and hand it over with "
            "File > Export."
        )
        self.how.setText(self._look.said(self._step.how if self._step else finished))
        self.begin.setText(self._look.said(text("Begin this step") if self._step else text("Export…")))
        self.setWindowTitle(self._look.said(text("A small design in twenty minutes")))
        self.adjustSize()

    def _follow(self) -> None:
        """Listens to the design that is shown now."""
        self._unsubscribe()
        self._unsubscribe = self._window.editor.subscribe(self.retell)
        self.retell()

    def _begin(self) -> None:
        window = self._window
        if self._step is None:
            window.pick("file.export")
        elif self._step.command:
            self._go_to_sheet(self._step.command.removeprefix("insert."))
            window.pick(self._step.command)
        else:
            window.editor.select([one.id for one in window.editor.design.of_kind(Engagement)][:1])
        window.activateWindow()

    def _go_to_sheet(self, tag: str) -> None:
        """Brings a sheet to the front that the kind can be drawn on."""
        from widgets.navigator.sheets import sheets_of
        from workbench.model.element import KINDS

        rooms, stands = self._window.rooms, KINDS[tag].stands
        fitting = [sheet.id for sheet in sheets_of(self._window.editor.design) if sheet.shows in stands]
        if fitting and rooms.tabs.current not in fitting:
            rooms.tabs.show_sheet(fitting[0])
