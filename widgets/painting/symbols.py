"""Symbols in one colour: paths where they are printed, pixels made once a size where they are shown."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Final

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen, QPixmap, QTransform

from widgets.painting.inks import NO_BRUSH, NO_PEN, Inks
from widgets.painting.inks import inks as inks_of
from workbench.drawing.colours import Theme
from workbench.drawing.paths import Path as Outline
from workbench.drawing.symbols import GRID, Stroke, symbol

LEAST: Final = 10.4
"""A symbol smaller than this on the screen is left out."""
KNOCKED_OUT: Final = "panel"


@dataclass(frozen=True, slots=True)
class Screen:
    """A screen: its dots an inch, which set the size of writing, and the least size of a symbol in pixels."""

    dots: float = 96.0
    least: float = LEAST


def symbol_stroke(
    name: str, area: QRectF, colour: str, inks: Inks, screen: Screen | None = None
) -> Callable[[QPainter], None]:
    """What paints a symbol into an area."""
    if screen is None:
        return lambda painter: paint_symbol(painter, name, area, colour, inks)
    return lambda painter: show_symbol(painter, name, area, colour, inks, screen.least)


def paint_symbol(painter: QPainter, name: str, area: QRectF, colour: str, inks: Inks) -> None:
    """Paints a symbol as paths, as large as asked."""
    painter.save()
    painter.translate(area.topLeft())
    painter.scale(area.width() / GRID, area.height() / GRID)
    for piece in symbol(name).pieces:
        ink = inks.colour(KNOCKED_OUT if piece.knock else colour)
        path = outline(piece.path)
        if isinstance(piece, Stroke):
            painter.strokePath(path, _pen(piece, ink))
        else:
            painter.setPen(NO_PEN)
            painter.fillPath(path, _thin(ink, piece.opacity))
    painter.setBrush(NO_BRUSH)
    painter.restore()


def show_symbol(
    painter: QPainter, name: str, area: QRectF, colour: str, inks: Inks, least: float = LEAST
) -> None:
    """Shows a symbol on the screen in whole pixels; nothing where it would be too small to read."""
    transform = painter.worldTransform()
    size = area.width() * transform.m11()
    if size >= min(least, area.width()) - 0.05:
        put_symbol(painter, name, transform.map(area.center()), size, colour, inks)


def put_symbol(painter: QPainter, name: str, centre: QPointF, size: float, colour: str, inks: Inks) -> None:
    """Shows a symbol of a size in screen pixels around a point of the screen, whatever the zoom."""
    device = painter.device()
    ratio = device.devicePixelRatio() if device else 1.0
    pixels = symbol_pixels(name, max(round(size * ratio), 1), colour, inks.theme, ratio)
    half = pixels.width() / ratio / 2
    left, top = centre.x() - half, centre.y() - half
    transform = painter.worldTransform()
    painter.setWorldTransform(QTransform())
    painter.drawPixmap(QPointF(round(left * ratio) / ratio, round(top * ratio) / ratio), pixels)
    painter.setWorldTransform(transform)


@lru_cache(maxsize=2048)
def symbol_pixels(name: str, side: int, colour: str, theme: Theme, ratio: float = 1.0) -> QPixmap:
    """A symbol as pixels; `side` counts the device's pixels."""
    pixels = QPixmap(side, side)
    pixels.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixels)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    paint_symbol(painter, name, QRectF(0, 0, side, side), colour, inks_of(theme))
    painter.end()
    pixels.setDevicePixelRatio(ratio)
    return pixels


@cache
def outline(path: Outline) -> QPainterPath:
    """An outline as Qt wants it."""
    made = QPainterPath()
    for letter, numbers in path:
        if letter == "Z":
            made.closeSubpath()
            continue
        points = list(_points(numbers))
        if letter == "M":
            made.moveTo(points[0])
        elif letter == "L":
            made.lineTo(points[0])
        else:
            made.cubicTo(*points)
    return made


def _points(numbers: tuple[float, ...]) -> Iterator[QPointF]:
    return (QPointF(x, y) for x, y in zip(numbers[::2], numbers[1::2], strict=True))


def _pen(piece: Stroke, ink: QColor) -> QPen:
    pen = QPen(ink, piece.width)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    if piece.dash:
        pen.setDashPattern([length / piece.width for length in piece.dash])
    return pen


def _thin(ink: QColor, opacity: float) -> QColor:
    thinned = QColor(ink)
    thinned.setAlphaF(opacity)
    return thinned
