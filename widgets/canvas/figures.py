"""Figures: the graphics items that show boxes and lines. They paint; selection, hover and badges lie above them."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter, QPolygonF
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from widgets.canvas.held import held_title, title_plate
from widgets.painting.detail import Detail, detail_at, is_container, parts_at
from widgets.painting.inks import NO_BRUSH, Inks
from widgets.painting.parts import Stroke, rect_of, stroke_of
from widgets.painting.symbols import Screen, put_symbol
from widgets.painting.wires import ends, label, wire
from workbench.drawing.drawing import Box, Glyph, Key, Label, Line, Plate
from workbench.model.element import KINDS

LINES_LEVEL, NODES_LEVEL, MARKS_LEVEL = 100.0, 200.0, 300.0
FADED = 0.45
LABELLED_FAR = frozenset({"inter-region", "vpn", "vpn-single", "circuit"})
_SYMBOL_FAR = 16.0


class BoxFigure(QGraphicsItem):
    """Shows one box; what it paints depends on the zoom."""

    def __init__(self, box: Box, depth: int, inks: Inks, screen: Screen) -> None:
        super().__init__()
        self.box, self.inks, self.screen = box, inks, screen
        self.depth, self.faded = depth, False
        self.mass: Mass | None = None
        self._strokes: dict[Detail, tuple[Stroke, ...]] = {}
        self._bounds = QRectF(-1, -1, box.rect.w + 2, box.rect.h + 2)
        self._container = is_container(box)
        self.setPos(box.rect.x, box.rect.y)
        self.setZValue(depth if self._container else NODES_LEVEL + depth)

    def boundingRect(self) -> QRectF:
        """The box and its border."""
        return self._bounds

    def paint(
        self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None
    ) -> None:
        """Paints what the zoom lets one see."""
        zoom = painter.worldTransform().m11()
        detail = detail_at(zoom)
        strokes = self._strokes.get(detail)
        if strokes is None:
            strokes = self._strokes[detail] = self._made(detail)
        if self.faded:
            painter.setOpacity(FADED)
        for stroke in strokes:
            stroke(painter)
        if detail == Detail.MASS and self.mass is not None:
            self.mass.paint(painter)

    def _made(self, detail: Detail) -> tuple[Stroke, ...]:
        screen = Screen(self.screen.dots, 0.0) if self.box.shape == "legend" else self.screen
        strokes = [stroke_of(part, self.inks, screen) for part in parts_at(self.box, detail)]
        if detail <= Detail.SYMBOLS:
            extra = held_title(self.box, detail, self.inks) if self._container else self._symbol(detail)
            strokes += [extra] if extra else []
        return tuple(strokes)

    def _symbol(self, detail: Detail) -> Stroke | None:
        """A leaf seen from afar: its symbol in the middle, of one size at any zoom."""
        kind = KINDS.get(self.box.kind)
        if detail != Detail.SYMBOLS or kind is None or self.box.shape == "row":
            return None
        own = next(
            (part for part in self.box.parts if isinstance(part, Glyph) and part.role == "symbol"), None
        )
        name, colour = (own.symbol, own.colour) if own else (kind.symbol, "text2")
        centre = QPointF(self.box.rect.w / 2, self.box.rect.h / 2)

        def paint(painter: QPainter) -> None:
            at = painter.worldTransform().map(centre)
            put_symbol(painter, name, at, _SYMBOL_FAR, colour, self.inks)

        return paint


class Mass:
    """All boxes in a container as rectangles, in few calls: what a container shows of them from very far away."""

    def __init__(self, around: Box, boxes: Iterable[Box], inks: Inks) -> None:
        self._runs: list[tuple[str, str, list[QRectF]]] = []
        self._titles: list[Stroke] = []
        self._inks = inks
        for box in boxes:
            outline = next((part for part in box.parts if isinstance(part, Plate)), None)
            if outline is None or not (outline.fill or outline.stroke):
                continue
            rect = rect_of(box.rect.moved(-around.rect.x, -around.rect.y))
            if not self._runs or self._runs[-1][:2] != (outline.fill, outline.stroke):
                self._runs.append((outline.fill, outline.stroke, []))
            self._runs[-1][2].append(rect)
            if box.within == around.key and is_container(box):
                title = title_plate(box, inks, rect)
                self._titles += [title] if title else []

    def paint(self, painter: QPainter) -> None:
        """Paints the rectangles, a colour at a time."""
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        for fill, stroke, rects in self._runs:
            painter.setPen(self._inks.pen(stroke, 1.0, cosmetic=True))
            painter.setBrush(self._inks.brush(fill))
            painter.drawRects(rects)
        painter.restore()
        for title in self._titles:
            title(painter)


class LinesFigure(QGraphicsItem):
    """Shows the lines whose ends share one container: their strokes only, or their marks and labels only."""

    def __init__(self, lines: Iterable[Line], inks: Inks, screen: Screen, marks: bool) -> None:
        super().__init__()
        self.inks = inks
        self.hidden: frozenset[Key] = frozenset()
        self._entries: list[tuple[Key, QRectF, Stroke]] = []
        self._labels: list[tuple[Key, QRectF, Stroke, bool]] = []
        self._polylines: list[tuple[QRectF, QPolygonF]] = []
        self._bounds = QRectF()
        self._marks = marks
        for line in lines:
            self._add(line, inks, screen)
        self.setFlag(QGraphicsItem.GraphicsItemFlag.ItemUsesExtendedStyleOption)
        self.setZValue(MARKS_LEVEL if marks else LINES_LEVEL)

    def _add(self, line: Line, inks: Inks, screen: Screen) -> None:
        polyline = QPolygonF([QPointF(*point) for point in line.points])
        bounds = polyline.boundingRect().adjusted(-8, -8, 8, 8)
        self._bounds = self._bounds.united(bounds)
        self._entries.append((line.key, bounds, ends(line, inks) if self._marks else wire(line, inks)))
        self._polylines.append((bounds, polyline))
        if self._marks and line.label:
            area = rect_of(line.label.rect)
            self._bounds = self._bounds.united(area)
            self._labels.append((line.key, area, label(line.label, inks, screen), line.style in LABELLED_FAR))

    def boundingRect(self) -> QRectF:
        """All the lines."""
        return self._bounds

    def paint(
        self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None
    ) -> None:
        """Paints the lines that touch what is to be painted."""
        detail = detail_at(painter.worldTransform().m11())
        shown = option.exposedRect
        if detail < Detail.SYMBOLS:
            self._paint_far(painter, shown)
            return
        for key, bounds, stroke in self._entries:
            if bounds.intersects(shown) and key not in self.hidden:
                stroke(painter)
        if detail >= Detail.NAMES:
            for key, bounds, stroke, far in self._labels:
                if (far or detail >= Detail.USUAL) and bounds.intersects(shown) and key not in self.hidden:
                    stroke(painter)

    def _paint_far(self, painter: QPainter, shown: QRectF) -> None:
        """From afar the lines are thin, without halos and marks."""
        if self._marks:
            return
        painter.setPen(self.inks.pen("wire", 1.0, cosmetic=True))
        painter.setBrush(NO_BRUSH)
        for bounds, polyline in self._polylines:
            if bounds.intersects(shown):
                painter.drawPolyline(polyline)


class LabelFigure(QGraphicsItem):
    """Shows a free label."""

    def __init__(self, shown: Label, inks: Inks, screen: Screen) -> None:
        super().__init__()
        self._bounds = rect_of(shown.rect)
        self._stroke = label(shown, inks, screen)
        self.setZValue(MARKS_LEVEL + 1)

    def boundingRect(self) -> QRectF:
        """The label's patch."""
        return self._bounds

    def paint(
        self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None
    ) -> None:
        """Paints the label where it can be read."""
        if detail_at(painter.worldTransform().m11()) >= Detail.NAMES:
            self._stroke(painter)
