"""The findings' head: title, counts as toggles, filters, grouping, what the check is doing."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QToolButton,
    QWidget,
)

from widgets.findings.narrowing import Facets, FilterButton, GroupButton
from widgets.findings.wanted import NAMES, Wanted
from widgets.fonts import font_for
from widgets.lettering import letter, width_of
from widgets.look import Look
from widgets.marks import MARK_INKS
from widgets.qt.live_findings import Findings, State
from widgets.qt.one_line import OneLine
from widgets.qt.search_box import SearchBox
from widgets.symbols import icon, symbol
from workbench.model.element import ElementId
from workbench.rules.finding import MARKS, Mark
from workbench.searching import Sought
from workbench.texts import Text, text


class CountToggle(QAbstractButton):
    """Mark, count and word in a round frame; pressed while its findings are listed."""

    def __init__(self, look: Look, mark: Mark, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look, self.mark, self._count, self._bare = look, mark, 0, False
        self.setCheckable(True)
        self.setChecked(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.count(0)

    def count(self, count: int) -> None:
        """Shows how many there are."""
        self._count = count
        self.setAccessibleName(f"{count} {self._look.said(NAMES[self.mark])}")
        self.setToolTip(self._look.said(text("Show or hide: {name}", name=NAMES[self.mark])))
        self.updateGeometry()
        self.update()

    def bare(self, bare: bool) -> None:
        """Leaves the word away, or shows it."""
        if bare != self._bare:
            self._bare = bare
            self.updateGeometry()
            self.update()

    def sizeHint(self) -> QSize:
        figure = width_of(f"{self._count:,}", 12, 700)
        word = 0.0 if self._bare else width_of(self._look.said(NAMES[self.mark])) + 4
        return QSize(round(figure + word) + 39, 22)

    def paintEvent(self, event: QPaintEvent) -> None:
        look, on = self._look, self.isChecked()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(look.pen("accent" if self.hasFocus() else "line2", 2.0 if self.hasFocus() else 1.0))
        painter.setBrush(look.colour("sunken" if on else "panel"))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 10, 10)
        ink = MARK_INKS[self.mark] if on and self._count else "text3"
        spot = symbol(f"mark-{self.mark}", 13, ink, look.theme, self.devicePixelRatioF())
        painter.drawPixmap(8, 4, spot)
        figure = QRectF(26, 0, self.width() - 26, self.height())
        grey = look.colour("text" if on else "text3")
        taken = letter(painter, figure, f"{self._count:,}", grey, weight=700)
        if not on:
            # A line through it: hidden must not be told by a paler grey alone.
            painter.setPen(look.pen("text3"))
            painter.drawLine(24, self.height() // 2, round(28 + taken), self.height() // 2)
        if not self._bare:
            word = QRectF(26 + taken + 4, 0, self.width() - 30 - taken, self.height())
            letter(painter, word, look.said(NAMES[self.mark]), look.colour("text2" if on else "text3"))


PATHS_SAID: Final[Mapping[State, Text]] = {
    "waiting": text("live · paths not run yet"),
    "checking": text("live · asking about paths"),
    "not run": text("live · paths not run"),
    "complete": text("live"),
}
"""What is told once all rules but those about paths were asked."""
SPACING: Final = 6
_SHEDDING = (("only",), ("filter", "group"))
"""Buttons that give their words up where room is short, those first that need them least."""


class FindingsHead(QWidget):
    """31 high; everything that narrows the list, and how far the check is."""

    narrowed = Signal()
    folded = Signal()
    stopped = Signal()

    def __init__(self, look: Look, facets: Facets, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._told, self._hidden, self._folded = Findings(), 0, False
        self.setFixedHeight(31)
        self.title = QLabel(self)
        self.toggles = {mark: CountToggle(look, mark, self) for mark in MARKS}
        self.search = SearchBox(look, text("Search findings"), self)
        self.search.setMinimumWidth(80)
        self.search.setMaximumWidth(180)
        self.filter = FilterButton(look, facets, self)
        self.group = GroupButton(look, self)
        self.only = QToolButton(self)
        self.only.setCheckable(True)
        self.only.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.state = OneLine(look, self, "text3")
        self.stop = QPushButton(self)
        self.stop.setProperty("weight", "link")
        self.fold = QToolButton(self)
        self._assemble()
        self.retell()

    def wanted(self, selection: frozenset[ElementId]) -> Wanted:
        """What is to be listed, and how it is grouped."""
        return Wanted(
            frozenset(mark for mark, toggle in self.toggles.items() if toggle.isChecked()),
            Sought(self.search.text()),
            self.filter.picked,
            selection if self.only.isChecked() else None,
            self.group.grouping,
        )

    def show_all(self) -> None:
        """Takes every filter out, and the grouping, whose groups may be folded."""
        for toggle in self.toggles.values():
            toggle.setChecked(True)
        self.search.clear()
        self.only.setChecked(False)
        self.filter.clear()
        self.group.go_over("none")

    def tell(self, told: Findings, counts: Mapping[Mark, int], hidden: int) -> None:
        """Shows counts, what the check is doing, and how many findings the filters hide."""
        self._told, self._hidden = told, hidden
        for mark, toggle in self.toggles.items():
            toggle.count(counts[mark])
        said: dict[str, Text] = {
            "waiting": text("not run yet"),
            "checking": text("checking {done} of {total}", done=told.done, total=told.total)
            if told.total
            else text("reading the rules"),
            "not run": text("stopped after {done} of {total}: not run", done=told.done, total=told.total),
            "complete": PATHS_SAID[told.paths],
        }
        state = said[told.state]
        self.state.say(
            self._look.said(text("{state} · {count} hidden", state=state, count=hidden) if hidden else state)
        )
        self.stop.setVisible(told.is_checking or told.is_stopped)
        self.stop.setText(self._look.said(text("Stop") if told.is_checking else text("Run")))
        self._fit()

    def show_folded(self, folded: bool) -> None:
        """Turns the chevron the way the list would move."""
        self._folded = folded
        self.fold.setIcon(icon("ui-up" if folded else "ui-chevron", self._look.theme, 14))
        told = text("Show the findings") if folded else text("Hide the findings")
        self.fold.setToolTip(self._look.said(told))
        self.fold.setAccessibleName(self._look.said(told))

    def retell(self) -> None:
        """Says everything again, in the present language and theme."""
        look = self._look
        self.title.setText(look.said(text("Findings")))
        self.title.setFont(font_for(self.title.text(), 12, 600))
        self.only.setText(look.said(text("Selection only")))
        self.only.setToolTip(self.only.text())
        self.only.setAccessibleName(self.only.text())
        self.only.setIcon(icon("ui-select", look.theme, 13))
        self.filter.retell()
        self.group.retell()
        self.tell(self._told, {mark: toggle._count for mark, toggle in self.toggles.items()}, self._hidden)
        self.show_folded(self._folded)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Where the words beside marks and icons have no room they give way; their tooltips keep them."""
        self.title.show()
        self._row.setSpacing(SPACING)
        for shed in range(len(_SHEDDING) + 1):
            self._shed(shed)
            if self._row.sizeHint().width() <= self.width():
                return
        # What the check is doing may be cut; buttons may not, and the list below says what it is.
        if self._row.minimumSize().width() > self.width():
            self.title.hide()
            self._row.setSpacing(SPACING // 3)

    def _shed(self, steps: int) -> None:
        """Takes the words away in so many steps: first beside counts, then beside the icons of filter and group."""
        for toggle in self.toggles.values():
            toggle.bare(steps > 0)
        beside, alone = (
            Qt.ToolButtonStyle.ToolButtonTextBesideIcon,
            Qt.ToolButtonStyle.ToolButtonIconOnly,
        )
        for place, names in enumerate(_SHEDDING):
            for name in names:
                getattr(self, name).setToolButtonStyle(alone if steps > place else beside)
        for whole in (self.filter, self.group, self.only):
            # Only what is told of the check may be cut; the style's least width is less than a button needs.
            whole.setMinimumWidth(whole.sizeHint().width())
        self.search.setMinimumWidth(80 if steps < len(_SHEDDING) else 40)

    def _assemble(self) -> None:
        row = self._row = QHBoxLayout(self)
        row.setContentsMargins(12, 0, 8, 0)
        row.setSpacing(SPACING)
        row.addWidget(self.title)
        row.addSpacing(4)
        for toggle in self.toggles.values():
            row.addWidget(toggle)
            toggle.toggled.connect(self.narrowed)
        row.addSpacing(4)
        row.addWidget(self.search, 9)
        for widget in (self.filter, self.group, self.only):
            row.addWidget(widget)
        row.addStretch(1)
        row.addWidget(self.state)
        row.addWidget(self.stop)
        row.addWidget(self.fold)
        self.search.textChanged.connect(self.narrowed)
        self.filter.changed.connect(self.narrowed)
        self.group.changed.connect(self.narrowed)
        self.only.toggled.connect(self.narrowed)
        self.fold.clicked.connect(self.folded)
        self.stop.clicked.connect(self.stopped)
