"""The parts of a box as strokes: small functions that paint, made once and called at every frame."""

from __future__ import annotations

from collections.abc import Callable
from math import hypot

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QPainter, QPainterPath, QPen, QStaticText

from widgets.fonts import font_for
from widgets.painting.inks import NO_BRUSH, NO_PEN, Inks
from widgets.painting.rasters import raster
from widgets.painting.symbols import Screen, symbol_stroke
from workbench.drawing.drawing import Glyph, Lettering, Part, Plate, Raster, Rect

Stroke = Callable[[QPainter], None]
HATCH_STEP = 6.0


def stroke_of(part: Part, inks: Inks, screen: Screen | None = None) -> Stroke:
    """What paints a part; on a screen symbols are pixels that are kept, elsewhere they are paths."""
    if isinstance(part, Plate):
        return plate(part, inks)
    if isinstance(part, Lettering):
        return lettering(part, inks, screen)
    if isinstance(part, Raster):
        return raster(part.image, rect_of(part.rect))
    return glyph(part, inks, screen)


def plate(part: Plate, inks: Inks) -> Stroke:
    """A filled or framed rectangle; its border lies inside, so that thin ones fall on whole pixels."""
    pen = inks.pen(part.stroke, part.width, part.dash)
    brush = inks.brush(part.fill)
    rect = inside(part.rect, part.width if part.stroke else 0.0)
    hatch = _hatch(part, inks) if part.hatch else None
    radius = max(part.radius - part.width / 2, 0.0) if part.stroke else part.radius
    outline = _outline(rect, part, radius)

    def paint(painter: QPainter) -> None:
        painter.setPen(pen)
        painter.setBrush(brush)
        if outline is not None:
            painter.drawPath(outline)
        elif radius:
            painter.drawRoundedRect(rect, radius, radius)
        else:
            painter.drawRect(rect)
        if hatch:
            hatch(painter)

    return paint


def lettering(part: Lettering, inks: Inks, screen: Screen | None = None) -> Stroke:
    """One line of text in the middle of its rectangle's height."""
    font = font_for(part.text, part.size, part.weight, screen.dots if screen else None)
    written = QStaticText(part.text)
    written.setTextFormat(Qt.TextFormat.PlainText)
    written.setPerformanceHint(QStaticText.PerformanceHint.AggressiveCaching)
    written.prepare(font=font)
    pen = inks.pen(part.colour)
    size = written.size()
    spare = part.rect.w - size.width()
    x = part.rect.x + {"left": 0.0, "centre": spare / 2, "right": spare}[part.align]
    at = QPointF(x, part.rect.y + (part.rect.h - size.height()) / 2)

    def paint(painter: QPainter) -> None:
        painter.setPen(pen)
        painter.setFont(font)
        painter.drawStaticText(at, written)

    return paint


def glyph(part: Glyph, inks: Inks, screen: Screen | None = None) -> Stroke:
    """A symbol in one colour."""
    return symbol_stroke(part.symbol, rect_of(part.rect), part.colour, inks, screen)


def rect_of(rect: Rect) -> QRectF:
    """A rectangle in Qt's terms."""
    return QRectF(rect.x, rect.y, rect.w, rect.h)


def inside(rect: Rect, width: float) -> QRectF:
    """The rectangle a border of this width runs along so that it stays inside."""
    return QRectF(rect.x + width / 2, rect.y + width / 2, max(rect.w - width, 0.0), max(rect.h - width, 0.0))


def rounded(rect: QRectF, radius: float, corners: str) -> QPainterPath:
    """A rectangle with some of its corners round: all, top, left or none."""
    top, left = corners in ("all", "top"), corners in ("all", "left")
    radii = (radius * (top or left), radius * top, radius * (corners == "all"), radius * left)
    return _with_radii(rect, radii)


def _with_radii(rect: QRectF, radii: tuple[float, float, float, float]) -> QPainterPath:
    corners = (rect.topLeft(), rect.topRight(), rect.bottomRight(), rect.bottomLeft())
    path = QPainterPath()
    for index, corner in enumerate(corners):
        before = _towards(corner, corners[index - 1], radii[index])
        after = _towards(corner, corners[(index + 1) % 4], radii[index])
        if index:
            path.lineTo(before)
        else:
            path.moveTo(before)
        if radii[index]:
            path.quadTo(corner, after)
    path.closeSubpath()
    return path


def _towards(start: QPointF, end: QPointF, distance: float) -> QPointF:
    length = hypot(end.x() - start.x(), end.y() - start.y())
    return start if not length else start + (end - start) * min(distance / length, 0.5)


def _outline(rect: QRectF, part: Plate, radius: float) -> QPainterPath | None:
    """The path of a rectangle that is not round all over, None where Qt has a call for it."""
    if part.corners == "all" or not radius:
        return None
    return rounded(rect, radius, part.corners)


def _hatch(part: Plate, inks: Inks) -> Stroke:
    """Slanted lines over the whole rectangle."""
    area = rect_of(part.rect)
    lines = QPainterPath()
    x = area.left() - area.height()
    while x < area.right():
        lines.moveTo(x, area.bottom())
        lines.lineTo(x + area.height(), area.top())
        x += HATCH_STEP
    shape = rounded(area, part.radius, part.corners)
    pen: QPen = inks.pen(part.hatch, 1.0)
    nothing: QBrush = NO_BRUSH

    def paint(painter: QPainter) -> None:
        painter.save()
        painter.setClipPath(shape, Qt.ClipOperation.IntersectClip)
        painter.setPen(pen)
        painter.setBrush(nothing)
        painter.drawPath(lines)
        painter.restore()

    return paint


def patch(rect: Rect, ground: str, inks: Inks) -> Stroke:
    """A patch of the ground's colour under a label."""
    area, brush = rect_of(rect), inks.brush(ground)

    def paint(painter: QPainter) -> None:
        painter.setPen(NO_PEN)
        painter.setBrush(brush)
        painter.drawRoundedRect(area, 3.0, 3.0)

    return paint
