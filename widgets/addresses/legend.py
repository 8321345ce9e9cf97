"""The legend beside the field: how much of the space is used for what, whose colours these are, and the other spaces."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QRectF, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from widgets.addresses.brushes import swatch
from widgets.lettering import CENTRE, RIGHT, letter
from widgets.look import Look
from workbench.drawing.colours import on_category
from workbench.planning.address_map import AddressMap, Space
from workbench.planning.address_map.said import FILL_WORDS, per_cent
from workbench.planning.address_map.tiles import FILLS, Fill
from workbench.texts import text

ROW: Final = 19
EDGE: Final = 12
ALWAYS: Final = ("used", "free")
"""Uses that are listed where there is none of them, too."""


class Legend(QWidget):
    """As high as what it tells; `picked` tells which other space was clicked."""

    picked = Signal(int)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._made: AddressMap | None = None
        self._space: Space | None = None
        self._others: list[tuple[QRectF, int]] = []

    def tell(self, made: AddressMap, space: Space) -> None:
        """Tells of a space of a map."""
        self._made, self._space = made, space
        rows = len(self._fills(space)) + len(set(made.tints.values())) + len(made.spaces) + 3
        self.setFixedHeight(rows * ROW + 24)
        self.retell()

    def retell(self) -> None:
        """Says and paints it in the present language and theme."""
        self.setAccessibleName(self._look.said(text("Legend")))
        if self._made and self._space:
            size, shares = self._space.block.size, self._space.whole_shares
            told = [
                f"{self._look.said(FILL_WORDS[fill])} {per_cent(shares.get(fill, 0), size)}"
                for fill in self._fills(self._space)
            ]
            tints = [self._look.said(tint.name) for tint in set(self._made.tints.values())]
            self.setAccessibleDescription("; ".join([*told, *sorted(tints)]))
        self.update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        for rect, at in self._others:
            if rect.contains(event.position()):
                self.picked.emit(at)
                return

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, look = QPainter(self), self._look
        painter.fillRect(self.rect(), look.colour("panel"))
        if self._made and self._space:
            y = self._paint_shares(painter, self._space)
            y = self._paint_tints(painter, self._made, y + 6)
            self._paint_others(painter, self._made, self._space, y + 6)

    def _fills(self, space: Space) -> list[Fill]:
        shares = space.whole_shares
        return [fill for fill in FILLS if fill in ALWAYS or shares.get(fill)]

    def _paint_shares(self, painter: QPainter, space: Space) -> float:
        look, shares, y = self._look, space.whole_shares, 0.0
        for fill in self._fills(space):
            swatch(painter, QRectF(EDGE, y + 4, 14, 11), fill, look, self.devicePixelRatioF())
            room = self._row(y)
            share = per_cent(shares.get(fill, 0), space.block.size)
            taken = letter(painter, room, share, look.colour("text"), size=11, weight=600, align=RIGHT)
            room = room.adjusted(20, 0, -taken - 4, 0)
            letter(painter, room, look.said(FILL_WORDS[fill]), look.colour("text2"), size=11)
            y += ROW
        return y

    def _paint_tints(self, painter: QPainter, made: AddressMap, y: float) -> float:
        look = self._look
        for tint in sorted(set(made.tints.values()), key=lambda one: look.said(one.name)):
            chip = QRectF(EDGE, y + 2, 17, 15)
            ink = look.colour(on_category(tint.category))
            painter.fillRect(chip, look.colour(f"category.{tint.category}"))
            letter(painter, chip, tint.letters, ink, size=11, align=CENTRE)
            letter(
                painter,
                self._row(y).adjusted(23, 0, 0, 0),
                look.said(tint.name),
                look.colour("text2"),
                size=11,
            )
            y += ROW
        return y

    def _paint_others(self, painter: QPainter, made: AddressMap, space: Space, y: float) -> None:
        look = self._look
        self._others = []
        letter(
            painter, self._row(y), look.said(text("Other spaces")), look.colour("text2"), size=11, weight=600
        )
        for at, other in enumerate(made.spaces):
            if other.block == space.block:
                continue
            y += ROW
            room = self._row(y)
            taken = other.block.size - other.whole_shares.get("free", 0)
            share = per_cent(taken, other.block.size) if taken else look.said(FILL_WORDS["free"])
            wide = letter(painter, room, share, look.colour("text"), size=11, align=RIGHT)
            room = room.adjusted(0, 0, -wide - 4, 0)
            letter(painter, room, str(other.block), look.colour("accent"), size=11)
            self._others.append((self._row(y), at))

    def _row(self, y: float) -> QRectF:
        return QRectF(EDGE, y, self.width() - 2 * EDGE, ROW)
