"""What lies above the figures: hover, selection with its handles, badges of findings and of the contract."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Final, NamedTuple

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QTransform

from widgets.fonts import font
from widgets.painting.inks import NO_BRUSH, NO_PEN, Inks
from widgets.painting.parts import rect_of
from widgets.painting.symbols import put_symbol
from widgets.painting.wires import ends, wire
from workbench.drawing.drawing import Box, Drawing, Key, Line, Rect
from workbench.model.element import ElementId
from workbench.rules.finding import Mark

HANDLE: Final = 7.0
FRAME: Final = 2.0
BADGE: Final = 16.0
SMALL_BADGE: Final = 12.0
SMALL_BELOW: Final = 0.7
"""Below this zoom badges are small: boxes are, and a badge must not hide the name of its box."""
REACH: Final = 24.0
"""Pixels that marks of a box reach beyond it."""
MANY: Final = 300
"""Selected boxes from which on their frames have sharp corners, for all of them are drawn at once then."""
SCOPE: Final = "scope"
MARK_INKS: Final = {
    "error": "error",
    "warning": "warning-fill",
    "hint": "hint",
    "ok": "ok",
    "scope": "scope",
    "waived": "text3",
    "unknown": "text3",
}


class Badge(NamedTuple):
    """What stands at the corner of a box: the worst severity, how many findings, and whether § stands beside it."""

    severity: Mark
    findings: int
    scope: bool = False


def handles(rect: QRectF) -> tuple[QPointF, ...]:
    """The eight handles of a frame, clockwise from the top left corner."""
    x, y = rect.center().x(), rect.center().y()
    return (
        rect.topLeft(),
        QPointF(x, rect.top()),
        rect.topRight(),
        QPointF(rect.right(), y),
        rect.bottomRight(),
        QPointF(x, rect.bottom()),
        rect.bottomLeft(),
        QPointF(rect.left(), y),
    )


def frame_around(box: Box, to_view: QTransform) -> QRectF:
    """The selection frame of a box in pixels of the view: 2 outside its border."""
    return to_view.mapRect(rect_of(box.rect)).adjusted(-FRAME, -FRAME, FRAME, FRAME)


def around(boxes: Sequence[Box]) -> QRectF:
    """The rectangle around boxes, in points."""
    rects = [box.rect for box in boxes]
    left, top = min(rect.x for rect in rects), min(rect.y for rect in rects)
    right, bottom = max(rect.x + rect.w for rect in rects), max(rect.y + rect.h for rect in rects)
    return QRectF(left, top, right - left, bottom - top)


def _touches(rect: Rect, seen: QRectF) -> bool:
    """Whether a box or its frame is seen."""
    return (
        rect.x <= seen.right() + REACH
        and rect.x + rect.w >= seen.left() - REACH
        and rect.y <= seen.bottom() + REACH
        and rect.y + rect.h >= seen.top() - REACH
    )


def paint_hover(painter: QPainter, box: Box, inks: Inks, to_view: QTransform) -> None:
    """The border of the box under the pointer, a step darker."""
    painter.setPen(inks.pen("text3", 1.5))
    painter.setBrush(NO_BRUSH)
    painter.drawRoundedRect(to_view.mapRect(rect_of(box.rect)), 4, 4)


def paint_selection(
    painter: QPainter, boxes: list[Box], inks: Inks, to_view: QTransform, *, focused: bool, sizable: bool
) -> None:
    """Frames of the selected boxes: handles for one, a dashed hull around several."""
    painter.setBrush(NO_BRUSH)
    hull = to_view.mapRect(around(boxes)).adjusted(-FRAME, -FRAME, FRAME, FRAME) if boxes else QRectF()
    seen = to_view.inverted()[0].mapRect(QRectF(painter.viewport()))
    frames = [frame_around(box, to_view) for box in boxes if _touches(box.rect, seen)]
    painter.setPen(inks.pen("accent", FRAME))
    if len(frames) > MANY:
        painter.drawRects(frames)
    else:
        for frame in frames:
            painter.drawRoundedRect(frame, 3, 3)
    if focused:
        painter.setPen(inks.pen("accent", 1.0, (3.0, 2.0)))
        painter.drawRects([frame.adjusted(4, 4, -4, -4) for frame in frames])
    if len(boxes) > 1:
        painter.setPen(inks.pen("accent", 1.0, (4.0, 3.0)))
        painter.drawRect(hull.adjusted(-6, -6, 6, 6))
    elif sizable and boxes:
        _paint_handles(painter, handles(hull), inks)


def _paint_handles(painter: QPainter, places: Iterable[QPointF], inks: Inks) -> None:
    painter.setPen(inks.pen("accent", 1.5))
    painter.setBrush(inks.brush("panel"))
    half = HANDLE / 2
    for place in places:
        painter.drawRect(QRectF(place.x() - half, place.y() - half, HANDLE, HANDLE))


def paint_refused(painter: QPainter, area: QRectF, inks: Inks) -> None:
    """The frame of a box that takes nothing: dashed, with a cross at its corner, so that red is not the only sign."""
    painter.setPen(inks.pen("error", FRAME, (4.0, 3.0)))
    painter.setBrush(NO_BRUSH)
    painter.drawRoundedRect(area, 6, 6)
    _paint_halo(painter, area.topRight(), BADGE, inks)
    put_symbol(painter, "mark-error", area.topRight(), BADGE, "error", inks)


def paint_lines(painter: QPainter, lines: list[Line], inks: Inks, to_view: QTransform) -> None:
    """Lines in the colour of the selection, wider than before."""
    painter.save()
    painter.setWorldTransform(to_view)
    for line in lines:
        wire(line, inks, "accent", 0.7)(painter)
    for line in lines:
        ends(line, inks, "accent")(painter)
    painter.restore()


def badges(drawing: Drawing, marks: dict[ElementId, Badge], zoom: float, least: float) -> dict[Key, Badge]:
    """The badges by box; where boxes are too far away to be told apart they add up on the outermost box."""
    found: dict[Key, Badge] = {}
    for id, badge in marks.items():
        for key in drawing.places.get(id, (id,) if id in drawing.by_key else ()):
            shown = drawing.chain(key)[-1].key if zoom < least else key
            found[shown] = _sum(found.get(shown), badge)
    return found


def _sum(one: Badge | None, other: Badge) -> Badge:
    if one is None:
        return other
    order = list(MARK_INKS)
    worst = min(one.severity, other.severity, key=lambda s: order.index(s) if s in order else len(order))
    return Badge(worst, one.findings + other.findings, one.scope or other.scope)


def paint_badge(painter: QPainter, corner: QPointF, badge: Badge, inks: Inks, zoom: float = 1.0) -> None:
    """Paints a badge around a corner; sizes are pixels."""
    size = BADGE if zoom >= SMALL_BELOW else SMALL_BADGE
    for severity, centre in _marks(corner, badge, size):
        _paint_halo(painter, centre, size, inks)
        put_symbol(painter, f"mark-{severity}", centre, size, MARK_INKS[severity], inks)
    if badge.findings > 1:
        _paint_count(painter, corner + QPointF(size / 2 + 2, -size / 2), badge.findings, inks)


def _marks(corner: QPointF, badge: Badge, size: float) -> Iterator[tuple[str, QPointF]]:
    if badge.severity in MARK_INKS:
        yield badge.severity, corner
    if badge.scope and badge.severity != SCOPE:
        yield SCOPE, corner - QPointF(size + 4, 0)


def _paint_halo(painter: QPainter, centre: QPointF, size: float, inks: Inks) -> None:
    painter.setPen(NO_PEN)
    painter.setBrush(inks.brush("panel"))
    painter.drawEllipse(centre, size / 2 + 1, size / 2 + 1)


def _paint_count(painter: QPainter, centre: QPointF, count: int, inks: Inks) -> None:
    wording = str(count) if count < 100 else "99+"
    width = 13.0 + 6.0 * (len(wording) - 1)
    disc = QRectF(centre.x() - 6.5, centre.y() - 6.5, width, 13.0)
    painter.setPen(NO_PEN)
    painter.setBrush(inks.brush("text"))
    painter.drawRoundedRect(disc, 6.5, 6.5)
    painter.setPen(inks.pen("panel"))
    painter.setFont(font(10, 700))
    painter.drawText(disc, int(Qt.AlignmentFlag.AlignCenter), wording)
