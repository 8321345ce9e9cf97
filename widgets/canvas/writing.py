"""Writing of a size in pixels at any zoom: cut to its room, laid out once and kept."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPen, QStaticText

from widgets.fonts import font_for

SMALLEST: Final = 9.0
"""No writing on a screen is smaller."""
_STEP: Final = 2
"""Rooms are taken in steps of so many pixels, so that a wording is not laid out anew at each zoom."""


@dataclass(frozen=True, slots=True)
class Written:
    """A line of text ready to be painted, as wide and high as it comes out."""

    text: QStaticText
    font: QFont
    width: float
    height: float
    is_whole: bool
    """Whether nothing was cut off."""
    size: float

    @property
    def step(self) -> float:
        """How far the next line stands below; Chinese faces ask for room between lines that small boxes have not."""
        return min(self.height - 1, 1.15 * self.size)

    def paint(self, painter: QPainter, pen: QPen, at: QPointF) -> None:
        """Paints it with its corner at a point, in pixels."""
        painter.setPen(pen)
        painter.setFont(self.font)
        painter.drawStaticText(at, self.text)


def written(wording: str, size: float, weight: int, room: float, dots: float = 96.0) -> Written:
    """A wording cut to a room: in the middle where it ends in a number, at the end otherwise."""
    return _written(wording, size, weight, int(room) // _STEP * _STEP, dots)


@lru_cache(maxsize=16384)
def _written(wording: str, size: float, weight: int, room: int, dots: float) -> Written:
    whole = font_for(wording, size, weight, dots)
    mode = Qt.TextElideMode.ElideMiddle if wording[-1:].isdigit() else Qt.TextElideMode.ElideRight
    cut = QFontMetricsF(whole).elidedText(wording, mode, room)
    font = font_for(cut, size, weight, dots)
    text = QStaticText(cut)
    text.setTextFormat(Qt.TextFormat.PlainText)
    text.setPerformanceHint(QStaticText.PerformanceHint.AggressiveCaching)
    text.prepare(font=font)
    measured = text.size()
    return Written(text, font, measured.width(), measured.height(), cut == wording, size)


def middle_left(area: QRectF, shown: Written) -> QPointF:
    """Where a line starts so that it stands at the left in the middle of an area's height."""
    return QPointF(area.left(), area.center().y() - shown.height / 2)


def rounded(at: QPointF) -> QPointF:
    """The next whole pixel: writing that starts there is crisp."""
    return QPointF(round(at.x()), round(at.y()))
