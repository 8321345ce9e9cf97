"""Symbols as pixels: the vector files of `resources/icons` in one colour and size, each rendered once."""

from __future__ import annotations

from functools import cache
from typing import Final

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QGuiApplication, QIcon, QPainter, QPixmap

from workbench.drawing.colours import Theme, colour
from workbench.drawing.symbol_files import symbol_file

GROUND: Final = b"#FFFFFF"
"""What the vector files write for the ground that shines through a filled mark."""


@cache
def symbol(
    name: str, size: int, ink: str, theme: Theme, ratio: float = 1.0, ground: str = "panel"
) -> QPixmap:
    """A symbol of so many logical pixels in a colour of the theme; KeyError where there is no such file."""
    from PySide6.QtSvg import QSvgRenderer

    drawn = symbol_file(name).read_bytes().replace(GROUND, colour(ground, theme).encode())
    drawn = drawn.replace(b"currentColor", colour(ink, theme).encode())
    pixels = QPixmap(round(size * ratio), round(size * ratio))
    pixels.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixels)
    QSvgRenderer(QByteArray(drawn)).render(painter, QRectF(0, 0, size * ratio, size * ratio))
    painter.end()
    pixels.setDevicePixelRatio(ratio)
    return pixels


def icon(name: str, theme: Theme, size: int = 16, ink: str = "text2") -> QIcon:
    """A symbol for buttons and menus, sharp on the finest screen there is."""
    ratio = max((screen.devicePixelRatio() for screen in QGuiApplication.screens()), default=1.0)
    return QIcon(symbol(name, size, ink, theme, ratio))
