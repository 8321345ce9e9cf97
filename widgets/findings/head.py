"""The findings' head: title, counts as toggles, what the check is doing."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QLabel, QPushButton, QToolButton, QWidget

from widgets.fonts import font_for
from widgets.lettering import letter, width_of
from widgets.look import Look
from widgets.marks import MARK_INKS
from widgets.qt.live_findings import Findings
from widgets.symbols import icon, symbol
from workbench.rules.finding import SEVERITIES, Severity
from workbench.texts import Text, text

NAMES: Final[dict[Severity, Text]] = {
    "error": text("errors"),
    "warning": text("warnings"),
    "scope": text("out of scope"),
    "hint": text("hints"),
}


class CountToggle(QAbstractButton):
    """Mark, count and word in a round frame; pressed while its findings are listed."""

    def __init__(self, look: Look, severity: Severity, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look, self.severity, self._count = look, severity, 0
        self.setCheckable(True)
        self.setChecked(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.count(0)

    def count(self, count: int) -> None:
        """Shows how many there are."""
        self._count = count
        self.setAccessibleName(f"{count} {self._look.said(NAMES[self.severity])}")
        self.setToolTip(self._look.said(text("Show or hide: {name}", name=NAMES[self.severity])))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        word = self._look.said(NAMES[self.severity])
        return QSize(round(width_of(f"{self._count:,}", 12, 700) + width_of(word)) + 43, 22)

    def paintEvent(self, event: QPaintEvent) -> None:
        look, on = self._look, self.isChecked()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(look.pen("accent" if self.hasFocus() else "line2", 2.0 if self.hasFocus() else 1.0))
        painter.setBrush(look.colour("sunken" if on else "panel"))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 10, 10)
        ink = MARK_INKS[self.severity] if on and self._count else "text3"
        spot = symbol(f"mark-{self.severity}", 13, ink, look.theme, self.devicePixelRatioF())
        painter.drawPixmap(8, 4, spot)
        figure = QRectF(26, 0, self.width() - 26, self.height())
        grey = look.colour("text" if on else "text3")
        taken = letter(painter, figure, f"{self._count:,}", grey, weight=700)
        word = QRectF(26 + taken + 4, 0, self.width() - 30 - taken, self.height())
        letter(painter, word, look.said(NAMES[self.severity]), look.colour("text2" if on else "text3"))


class FindingsHead(QWidget):
    """31 high; everything that narrows the list, and how far the check is."""

    narrowed = Signal()
    folded = Signal()
    stopped = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._told, self._folded = Findings(), False
        self.setFixedHeight(31)
        self.title = QLabel(self)
        self.toggles = {severity: CountToggle(look, severity, self) for severity in SEVERITIES}
        self.only = QToolButton(self)
        self.only.setCheckable(True)
        self.state = QLabel(self)
        self.stop = QPushButton(self)
        self.stop.setProperty("weight", "link")
        self.fold = QToolButton(self)
        row = self._row = QHBoxLayout(self)
        row.setContentsMargins(12, 0, 8, 0)
        row.setSpacing(6)
        row.addWidget(self.title)
        row.addSpacing(4)
        for toggle in self.toggles.values():
            row.addWidget(toggle)
            toggle.toggled.connect(self.narrowed)
        row.addStretch(1)
        for widget in (self.only, self.state, self.stop, self.fold):
            row.addWidget(widget)
        self.only.toggled.connect(self.narrowed)
        self.fold.clicked.connect(self.folded)
        self.stop.clicked.connect(self.stopped)
        self.retell()

    @property
    def severities(self) -> frozenset[Severity]:
        """The severities to list."""
        return frozenset(severity for severity, toggle in self.toggles.items() if toggle.isChecked())

    def tell(self, told: Findings, counts: dict[Severity, int]) -> None:
        """Shows counts, and what the check is doing."""
        self._told = told
        for severity, toggle in self.toggles.items():
            toggle.count(counts[severity])
        said: dict[str, Text] = {
            "waiting": text("not run yet"),
            "checking": text("checking {done} of {total}", done=told.done, total=told.total)
            if told.total
            else text("reading the rules"),
            "not run": text("stopped after {done} of {total}: not run", done=told.done, total=told.total),
            "complete": text("live"),
        }
        self.state.setText(self._look.said(said[told.state]))
        self.stop.setVisible(told.state in ("checking", "not run"))
        going = told.state == "checking"
        self.stop.setText(self._look.said(text("Stop") if going else text("Run")))
        self._fit()

    def show_folded(self, folded: bool) -> None:
        """Turns the chevron the way the list would move."""
        self._folded = folded
        self.fold.setIcon(icon("ui-up" if folded else "ui-chevron", self._look.theme, 14))
        told = text("Show the findings") if folded else text("Hide the findings")
        self.fold.setToolTip(self._look.said(told))
        self.fold.setAccessibleName(self._look.said(told))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Where the words have no room, the funnel stands alone."""
        self.only.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        if self._row.sizeHint().width() > self.width():
            self.only.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonIconOnly)

    def retell(self) -> None:
        """Says everything again, in the present language and theme."""
        look = self._look
        self.title.setText(look.said(text("Findings")))
        self.title.setFont(font_for(self.title.text(), 12, 600))
        self.state.setStyleSheet(f"color: {look.colour('text3').name()}")
        self.only.setText(look.said(text("Selection only")))
        self.only.setIcon(icon("ui-filter", look.theme, 13))
        self.only.setToolTip(self.only.text())
        self.tell(self._told, {severity: toggle._count for severity, toggle in self.toggles.items()})
        self.show_folded(self._folded)
