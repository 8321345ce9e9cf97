"""Hatches: what is kept, what collides and what is not ours differ in lines, not in colour alone."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import Final, Literal

from PySide6.QtCore import QLineF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPixmap

from widgets.look import Look
from workbench.planning.address_map import Fill

Hatch = Literal["rising", "falling", "crossed", "flat", "upright"]
HATCHES: Final[dict[str, tuple[Hatch, str, str]]] = {
    "reserved": ("rising", "sunken", "control"),
    "site": ("flat", "site.header", "site.border"),
    "cloud": ("falling", "site.header", "site.border"),
    "overlap": ("crossed", "error-bg", "error"),
    "declared": ("upright", "", "text2"),
}
"""By use: the lines, the ground they are on (none: what lies below is seen) and their colour."""
DASHES: Final[dict[str, tuple[float, ...]]] = {"room": (3, 3), "planned": (8, 2, 2, 2)}
"""What is promised and what is kept for growth, by their edges: the lengths of lines and gaps."""
FILLED: Final[dict[str, int]] = {"used": 100, "spare": 16, "free": 0}
"""What has neither lines nor dashes, by how much of its colour it is filled with."""
STEP: Final = 8


def hatch(painter: QPainter, rect: QRectF, fill: str, look: Look, ratio: float) -> None:
    """Paints the lines of a use over its ground."""
    lines, ground, ink = HATCHES[fill]
    if ground:
        painter.fillRect(rect, look.colour(ground))
    pixels = _tile(lines, look.colour(ink).name(), ratio)
    painter.drawTiledPixmap(rect, pixels, rect.topLeft())


def swatch(painter: QPainter, rect: QRectF, fill: Fill, look: Look, ratio: float) -> None:
    """A small sample of a use, for the legend."""
    painter.setBrush(Qt.BrushStyle.NoBrush)
    if fill in HATCHES:
        if fill == "declared":
            painter.fillRect(rect, look.colour("category.grey@22"))
        hatch(painter, rect, fill, look, ratio)
        painter.setPen(look.pen(HATCHES[fill][2]))
    elif fill in DASHES:
        painter.fillRect(rect, look.colour("panel"))
        painter.setPen(dashed(look, "text3" if fill == "room" else "accent", DASHES[fill]))
    else:
        full = FILLED[fill]
        painter.fillRect(rect, look.colour(f"category.grey@{full}" if full else "sunken"))
        painter.setPen(look.pen("category.grey" if full else "line2"))
    painter.drawRect(rect.adjusted(0.5, 0.5, -0.5, -0.5))


def dashed(look: Look, ink: str, dashes: Sequence[float], width: float = 1.2) -> QPen:
    """A dashed line in a colour."""
    pen = QPen(look.colour(ink), width)
    pen.setDashPattern(dashes)
    return pen


@lru_cache(maxsize=64)
def _tile(lines: Hatch, ink: str, ratio: float) -> QPixmap:
    pixels = QPixmap(round(STEP * ratio), round(STEP * ratio))
    pixels.setDevicePixelRatio(ratio)
    pixels.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixels)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(QColor(ink), 1.1))
    for line in _lines(lines):
        painter.drawLine(line)
    painter.end()
    return pixels


def _lines(lines: Hatch) -> list[QLineF]:
    rising = [QLineF(at - STEP, STEP, at, 0) for at in (0, STEP, 2 * STEP)]
    falling = [QLineF(at - STEP, 0, at, STEP) for at in (0, STEP, 2 * STEP)]
    flat = [QLineF(0, STEP / 2, STEP, STEP / 2)]
    upright = [QLineF(STEP / 2, 0, STEP / 2, STEP)]
    crossed = [*rising, *falling]
    return {"rising": rising, "falling": falling, "crossed": crossed, "flat": flat, "upright": upright}[lines]
