"""Symbols in one colour: paths where they are printed, pixels made once a size where they are shown."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Final

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPixmap, QTransform
from PySide6.QtSvg import QSvgRenderer

from widgets.painting.inks import Inks
from widgets.painting.inks import inks as inks_of
from workbench.drawing.colours import Theme

FOLDER: Final = Path(__file__).parents[2] / "resources" / "icons"
LEAST: Final = 12.0
"""A symbol smaller than this on the screen is left out."""
KNOCKED_OUT: Final = "panel"


@dataclass(frozen=True, slots=True)
class Screen:
    """A screen that is painted on: its dots an inch, which set the size of writing."""

    dots: float = 96.0


def symbol_stroke(
    name: str, area: QRectF, colour: str, inks: Inks, screen: Screen | None = None
) -> Callable[[QPainter], None]:
    """What paints a symbol into an area."""
    if screen is None:
        return lambda painter: paint_symbol(painter, name, area, colour, inks)
    return lambda painter: show_symbol(painter, name, area, colour, inks)


def paint_symbol(painter: QPainter, name: str, area: QRectF, colour: str, inks: Inks) -> None:
    """Paints a symbol as paths, as large as asked."""
    _renderer(name, inks.colour(colour).name(), inks.colour(KNOCKED_OUT).name()).render(painter, area)


def show_symbol(painter: QPainter, name: str, area: QRectF, colour: str, inks: Inks) -> None:
    """Shows a symbol on the screen in whole pixels; nothing where it would be too small to read."""
    transform = painter.worldTransform()
    size = area.width() * transform.m11()
    if size < LEAST - 0.05:
        return
    put_symbol(painter, name, transform.map(area.center()), size, colour, inks)


def put_symbol(painter: QPainter, name: str, centre: QPointF, size: float, colour: str, inks: Inks) -> None:
    """Shows a symbol of a size in screen pixels around a point of the screen, whatever the zoom."""
    device = painter.device()
    ratio = device.devicePixelRatio() if device else 1.0
    pixels = symbol_pixels(name, round(size * ratio), colour, inks.theme, ratio)
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


@lru_cache(maxsize=512)
def _renderer(name: str, colour: str, knocked_out: str) -> QSvgRenderer:
    drawn = (FOLDER / f"{name}.svg").read_text(encoding="utf-8")
    return QSvgRenderer(drawn.replace("currentColor", colour).replace("#FFFFFF", knocked_out).encode())
