"""What stands above the map: which space, how it is coloured, and which parts are shown."""

from __future__ import annotations

from typing import Final

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QToolButton, QWidget

from widgets.addresses.next_free import NextFree
from widgets.addresses.parts import TABLE, Parts
from widgets.look import Look
from widgets.qt.choice_box import ChoiceBox
from widgets.symbols import icon
from workbench.planning.address_map import TINTINGS, Frame
from workbench.texts import Text, text

EDGE, GAP = 12, 8
HIGH: Final = 34
ROOMY: Final = (150, 140)
"""How wide the two choices are where there is room."""
TIGHT: Final = (126, 108)
"""And where there is not: their longest entries are still read whole."""


class TopBar(QWidget):
    """One line; where it gets narrow the words that explain give way, and what is used stays."""

    def __init__(self, look: Look, parts: Parts, next_free: NextFree, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.spaces, self.tintings = ChoiceBox(look, self), ChoiceBox(look, self)
        self.out, self.beside = QToolButton(self), QToolButton(self)
        self.path, self.tinted = QLabel(self), QLabel(self)
        self._next_free = next_free
        self._parts, self._free, self._switch = parts, next_free.all, parts.switch
        self.beside.setCheckable(True)
        # Else as wide as it was while there was more room, which panels beside the map then lack.
        self.setMinimumWidth(1)
        self.setFixedHeight(HIGH)
        row = QHBoxLayout(self)
        row.setContentsMargins(EDGE, 2, EDGE, 2)
        row.setSpacing(GAP)
        before: tuple[QWidget, ...] = (self.spaces, self.out, self.path, self._free)
        for part in before:
            row.addWidget(part)
        row.addStretch(1)
        behind: tuple[QWidget, ...] = (self.tinted, self.tintings, self.beside, self._switch)
        for part in behind:
            row.addWidget(part)
        self._of_map = (self.spaces, self.out, self._free, self.tintings, self.beside)
        parts.turned.connect(self.fit)
        next_free.refitted.connect(self.fit)

    def retell(self) -> None:
        """Says everything in the present language and theme."""
        said, at = self._look.said, max(self.tintings.currentIndex(), 0)
        self.tintings.blockSignals(True)
        self.tintings.clear()
        for tinting, name in TINTINGS.items():
            self.tintings.addItem(said(name), tinting)
        self.tintings.setCurrentIndex(at)
        self.tintings.blockSignals(False)
        self.tinted.setText(said(text("Colour by")))
        self.tintings.setAccessibleName(said(text("Colour by")))
        self.tintings.setToolTip(said(text("Colour by")))
        self.spaces.setAccessibleName(said(text("Address space")))
        self._dress(self.out, "ui-up", text("Zoom out"))
        self._dress(self.beside, "ui-side", text("Overview and legend"))
        self.fit()

    def tell(self, frame: Frame) -> None:
        """Says where one is."""
        self.path.setText("" if frame.is_whole else f"› {frame.block}")
        self.out.setEnabled(not frame.is_whole)
        self.fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        self.fit()

    def fit(self) -> None:
        """Leaves away what there is no room for: first what is said of the colours, last where one is.

        Where the table stands alone there is nothing to be zoomed or coloured."""
        with_map = self._parts.shown != TABLE
        for part in self._of_map:
            part.setVisible(with_map and (part is not self._free or self._next_free.is_short))
        for tinted, widths, path in (
            (True, ROOMY, True),
            (False, ROOMY, True),
            (False, TIGHT, True),
            (False, TIGHT, False),
        ):
            self.tinted.setVisible(tinted and with_map)
            self.path.setVisible(path and with_map and bool(self.path.text()))
            self.spaces.setFixedWidth(widths[0])
            self.tintings.setFixedWidth(widths[1])
            if self._needed(sum(widths)) <= self.width():
                return

    def _needed(self, choices: int) -> int:
        others = (self.out, self.path, self._free, self.tinted, self.beside, self._switch)
        wide = [one.sizeHint().width() for one in others if not one.isHidden()]
        return choices + sum(wide) + (len(wide) + 1) * GAP + 2 * EDGE

    def _dress(self, button: QToolButton, symbol: str, title: Text) -> None:
        button.setIcon(icon(symbol, self._look.theme, 14))
        button.setToolTip(self._look.said(title))
        button.setAccessibleName(self._look.said(title))
