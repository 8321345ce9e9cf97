"""Lines: a halo in the colour of the ground, the stroke with its dashes, a core or a twin, and the end marks."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from math import hypot

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPen, QPolygonF

from widgets.painting.inks import NO_BRUSH, NO_PEN, Inks
from widgets.painting.parts import Stroke, lettering, patch
from widgets.painting.symbols import Screen
from workbench.drawing.drawing import Key, Label, Lettering, Line, Point
from workbench.drawing.lines import HALO, LINES, LineStyle, Mark

MARK = 6.0


def halo(line: Line, inks: Inks) -> Stroke:
    """What paints the ground's colour where a line passes over others."""
    style = LINES[line.style]
    wide = _full(style, style.width) + 2 * HALO
    bridges = [
        (QLineF(*bridge.start, *bridge.end), flat(inks.pen(bridge.ground, wide))) for bridge in line.bridges
    ]

    def paint(painter: QPainter) -> None:
        for over, pen in bridges:
            painter.setPen(pen)
            painter.drawLine(over)

    return paint


def flat(pen: QPen) -> QPen:
    """The same pen with ends that do not reach beyond the line."""
    found = QPen(pen)
    found.setCapStyle(Qt.PenCapStyle.FlatCap)
    return found


def wire(line: Line, inks: Inks, colour: str = "", wider: float = 0.0) -> Stroke:
    """What paints a line without its halo, marks and label; a colour given here takes the place of the style's own."""
    style = LINES[line.style]
    path = bent(line.points, style.radius)
    pen = inks.pen(colour or style.stroke, _full(style, style.width + wider), style.dash)
    inner = _inner(style, line.ground, inks)

    def paint(painter: QPainter) -> None:
        painter.setBrush(NO_BRUSH)
        painter.setPen(pen)
        painter.drawPath(path)
        if inner is not None:
            painter.setPen(inner)
            painter.drawPath(path)

    return paint


def bundles(lines: Iterable[Line]) -> list[list[Line]]:
    """The lines in order, those of one style that meet at a box together.

    They share pieces of their way, so the halo of one must not cut the others: all halos of a bundle come first.
    """
    lines = tuple(lines)
    met = Counter((line.style, key) for line in lines for key in (line.start, line.end))
    found: dict[tuple[str, Key], list[Line]] = {}
    for line in lines:
        key = max(line.start, line.end, key=lambda box: (met[line.style, box], box))
        found.setdefault((line.style, key), []).append(line)
    return list(found.values())


def ends(line: Line, inks: Inks, colour: str = "") -> Stroke:
    """What paints the marks at both ends of a line, which lie on the boxes it ends at, and the one on its way."""
    style = LINES[line.style]
    ink = colour or style.stroke
    start, end = line.points[0], line.points[-1]
    towards_start, towards_end = _direction(line.points[1], start), _direction(line.points[-2], end)

    def paint(painter: QPainter) -> None:
        _mark(painter, style.start, ink, line.ground, inks, QPointF(*start), towards_start)
        _mark(painter, style.end, ink, line.ground, inks, QPointF(*end), towards_end)
        if line.middle:
            _mark(painter, style.middle, ink, line.ground, inks, QPointF(*line.middle), towards_end)

    return paint


def label(shown: Label, inks: Inks, screen: Screen | None = None) -> Stroke:
    """What paints a label on its patch."""
    below = patch(shown.rect, shown.ground, inks)
    written = Lettering(
        shown.rect, "caption", shown.text, shown.size, shown.weight, shown.colour, align="centre"
    )
    above = lettering(written, inks, screen)

    def paint(painter: QPainter) -> None:
        below(painter)
        above(painter)

    return paint


def bent(points: Sequence[Point], radius: float) -> QPainterPath:
    """A polyline whose bends are round, less so where a piece is short."""
    corners = [QPointF(*point) for point in points]
    path = QPainterPath(corners[0])
    for before, corner, after in zip(corners, corners[1:], corners[2:], strict=False):
        reach = min(radius, QLineF(before, corner).length() / 2, QLineF(corner, after).length() / 2)
        path.lineTo(_short_of(corner, before, reach))
        path.quadTo(corner, _short_of(corner, after, reach))
    path.lineTo(corners[-1])
    return path


def _short_of(corner: QPointF, other: QPointF, distance: float) -> QPointF:
    length = hypot(other.x() - corner.x(), other.y() - corner.y())
    return corner if not length else corner + (other - corner) * (distance / length)


def _full(style: LineStyle, width: float) -> float:
    """The width from edge to edge, both strokes of a double line and their gap together."""
    return width * 2 + style.gap if style.gap else width


def _inner(style: LineStyle, ground: str, inks: Inks) -> QPen | None:
    """The pen that parts a double stroke or lights the core of a thick one, None for a plain stroke."""
    if style.gap:
        return inks.pen(ground, style.gap)
    return inks.pen(ground, style.core) if style.core else None


def _direction(before: Point, at: Point) -> QPointF:
    length = hypot(at[0] - before[0], at[1] - before[1]) or 1.0
    return QPointF((at[0] - before[0]) / length, (at[1] - before[1]) / length)


def _mark(
    painter: QPainter, mark: Mark, ink: str, ground: str, inks: Inks, at: QPointF, along: QPointF
) -> None:
    """Paints a mark; at an end `along` points out of the line into the box."""
    if mark == "none":
        return
    painter.setPen(NO_PEN)
    painter.setBrush(inks.brush(ink))
    half = MARK / 2
    if mark == "disc":
        painter.drawEllipse(at, half, half)
    elif mark == "square":
        painter.drawRect(QRectF(at.x() - half, at.y() - half, MARK, MARK))
    elif mark == "ring":
        painter.setBrush(inks.brush(ground))
        painter.setPen(inks.pen(ink, 1.2))
        painter.drawEllipse(at, half, half)
    elif mark == "bar":
        painter.setPen(inks.pen(ink, 2.0))
        across = QPointF(-along.y(), along.x()) * MARK
        painter.drawLine(at - across, at + across)
    else:
        _arrow(painter, mark, ink, ground, inks, at, along)


def _arrow(
    painter: QPainter, mark: Mark, ink: str, ground: str, inks: Inks, at: QPointF, along: QPointF
) -> None:
    length = 9.0 if mark == "arrow" else 7.0
    back, across = at - along * length, QPointF(-along.y(), along.x()) * (length / 2)
    if mark == "open-triangle":
        painter.setBrush(inks.brush(ground))
        painter.setPen(inks.pen(ink, 1.2))
    painter.drawPolygon(QPolygonF([at, back + across, back - across]), Qt.FillRule.WindingFill)
