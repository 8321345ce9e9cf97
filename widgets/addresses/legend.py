"""The legend beside the field: how much of the space is used for what, and whose colours these are."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from widgets.addresses.brushes import swatch
from widgets.lettering import CENTRE, RIGHT, letter
from widgets.look import Look
from workbench.drawing.colours import on_category
from workbench.planning.address_map import AddressMap, Space
from workbench.planning.address_map.said import FILL_WORDS, per_cent
from workbench.planning.address_map.tiles import FILLS
from workbench.texts import text

WIDE: Final = 190
ROW: Final = 22
EDGE: Final = 12


class Legend(QWidget):
    """190 wide."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._made: AddressMap | None = None
        self._space: Space | None = None
        self.setFixedWidth(WIDE)

    def tell(self, made: AddressMap, space: Space) -> None:
        """Tells of a space of a map."""
        self._made, self._space = made, space
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, look = QPainter(self), self._look
        painter.fillRect(self.rect(), look.colour("panel"))
        painter.fillRect(QRectF(self.width() - 1, 0, 1, self.height()), look.colour("line"))
        if self._made and self._space:
            self._paint_tints(painter, self._made, self._paint_shares(painter, self._space))

    def _paint_shares(self, painter: QPainter, space: Space) -> float:
        look, shares, y = self._look, space.shares(), 6.0
        letter(painter, self._row(y), str(space.block), look.colour("text"), weight=600)
        for fill in FILLS:
            y += ROW
            swatch(painter, QRectF(EDGE, y + 5, 16, 12), fill, look, self.devicePixelRatioF())
            room = self._row(y)
            letter(painter, room.adjusted(24, 0, -50, 0), look.said(FILL_WORDS[fill]), look.colour("text2"))
            share = per_cent(shares.get(fill, 0), space.block.size)
            letter(painter, room, share, look.colour("text"), weight=600, align=RIGHT)
        return y + ROW + 10

    def _paint_tints(self, painter: QPainter, made: AddressMap, y: float) -> None:
        look = self._look
        groups = dict.fromkeys(made.tints.values())
        for tint in sorted(groups, key=lambda one: look.said(one.name)):
            if y > self.height() - 2 * ROW:
                letter(painter, self._row(y), look.said(text("and more")), look.colour("text3"))
                return
            chip = QRectF(EDGE, y + 3, 18, 16)
            painter.fillRect(chip, look.colour(f"category.{tint.category}"))
            letter(
                painter, chip, tint.letters, look.colour(on_category(tint.category)), size=11, align=CENTRE
            )
            room = self._row(y).adjusted(26, 0, 0, 0)
            letter(painter, room, look.said(tint.name), look.colour("text2"))
            y += ROW

    def _row(self, y: float) -> QRectF:
        return QRectF(EDGE, y, self.width() - 2 * EDGE, ROW)
