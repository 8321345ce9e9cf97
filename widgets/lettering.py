"""Text painted into a rectangle on one line, cut with an ellipsis where it does not fit."""

from __future__ import annotations

from functools import cache
from typing import Final

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter

from widgets.fonts import font, is_figures, is_wide

LEFT: Final = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
RIGHT: Final = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight
CENTRE: Final = Qt.AlignmentFlag.AlignCenter
MIDDLE: Final = Qt.TextElideMode.ElideMiddle


@cache
def metrics(size: float, weight: int = 400, wide: bool = False, tabular: bool = False) -> QFontMetricsF:
    """The measures of a font of the window."""
    return QFontMetricsF(font(size, weight, wide, tabular=tabular))


def width_of(wording: str, size: float = 12, weight: int = 400) -> float:
    """How wide a wording is."""
    return metrics(size, weight, is_wide(wording), is_figures(wording)).horizontalAdvance(wording)


def letter(
    painter: QPainter,
    rect: QRectF,
    wording: str,
    ink: QColor,
    *,
    size: float = 12,
    weight: int = 400,
    align: Qt.AlignmentFlag = LEFT,
    cut: Qt.TextElideMode = Qt.TextElideMode.ElideRight,
) -> float:
    """Paints a wording on one line; gives the width it took.

    Names of a kind begin alike: cut in the middle they still differ.
    """
    wide, tabular = is_wide(wording), is_figures(wording)
    measures = metrics(size, weight, wide, tabular)
    shown = measures.elidedText(wording, cut, rect.width())
    painter.setFont(font(size, weight, wide, tabular=tabular))
    painter.setPen(ink)
    painter.drawText(rect, int(align | Qt.TextFlag.TextSingleLine), shown)
    return min(measures.horizontalAdvance(shown), rect.width())
