"""Figures: the graphics items that show boxes and lines. They paint; selection, hover and badges lie above them."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator

from PySide6.QtCore import QLineF, QPointF, QRectF, QTimer
from PySide6.QtGui import QPainter, QPolygonF
from PySide6.QtWidgets import QGraphicsItem, QGraphicsRectItem, QStyleOptionGraphicsItem, QWidget

from widgets.canvas.frame import FRAME
from widgets.canvas.held import held_pill, held_title
from widgets.canvas.heldleaf import HeldLeaf, held_leaf
from widgets.canvas.mass import Mass
from widgets.canvas.readable import readable_label, readable_parts
from widgets.painting.detail import Detail, detail_at, is_container, parts_at
from widgets.painting.inks import NO_PEN, Inks
from widgets.painting.parts import Stroke, rect_of, stroke_of
from widgets.painting.symbols import Screen
from widgets.painting.wires import bundles, ends, halo, label, wire
from workbench.drawing.drawing import Box, Key, Label, Line, Plate
from workbench.drawing.lines import LINES
from workbench.drawing.trunks import Piece, trunks

LINES_LEVEL, NODES_LEVEL, MARKS_LEVEL = 100.0, 200.0, 300.0
FADED = 0.45
JOINT = 1.8
"""Width in pixels of a line into which several have joined."""


def tell_later(fault: Exception) -> None:
    """Tells of a fault once the painting is over: like any other, by the program's hook for faults."""
    QTimer.singleShot(0, lambda: sys.excepthook(type(fault), fault, fault.__traceback__))


class BoxFigure(QGraphicsRectItem):
    """Shows one box; what it paints depends on the zoom.

    A rectangle of Qt's, for Qt asks thousands of figures for their bounds, and asking Python takes longer than painting.
    """

    def __init__(self, box: Box, depth: int, inks: Inks, screen: Screen) -> None:
        super().__init__()
        self.box, self.inks, self.screen = box, inks, screen
        self.depth, self.faded, self._is_broken = depth, False, False
        self._held: list[Box] = []
        self._mass: Mass | None = None
        self._next_mass: Mass | None = None
        self._strokes: dict[Detail, tuple[Stroke, ...]] = {}
        self._container = is_container(box)
        self.setPen(NO_PEN)
        self.setRect(-1, -1, box.rect.w + 2, box.rect.h + 2)
        self.setPos(box.rect.x, box.rect.y)
        self.setZValue(depth if self._container else NODES_LEVEL + depth)

    def hold(self, boxes: list[Box]) -> None:
        """Takes the boxes that it shows from very far away."""
        if boxes != self._held or not (self._mass or self._next_mass):
            self._held = boxes
            self._next_mass = Mass(self.box, boxes, self.inks, self.screen)

    def paint(
        self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None
    ) -> None:
        """Paints what the zoom lets one see; a fault ends with this figure, for Qt would fall over it."""
        if self._is_broken:
            return
        transform = painter.worldTransform()
        try:
            self._paint(painter, transform.m11())
        except Exception as fault:
            self._is_broken = True
            painter.setWorldTransform(transform)
            painter.setOpacity(1.0)
            tell_later(fault)

    def _paint(self, painter: QPainter, zoom: float) -> None:
        detail = detail_at(zoom)
        if self.faded:
            painter.setOpacity(FADED)
        strokes = self._strokes.get(detail)
        if strokes is None:
            if not FRAME.make(self._making(detail, zoom)):
                self._paint_plainly(painter)
                return
            strokes = self._strokes[detail]
        for stroke in strokes:
            stroke(painter)
        if detail == Detail.MASS:
            self._paint_mass(painter)

    def _paint_plainly(self, painter: QPainter) -> None:
        """Stands in for the box until a frame has time to make it ready."""
        part = next((part for part in self.box.parts if isinstance(part, Plate)), None)
        if part is not None:
            painter.setPen(self.inks.pen(part.stroke, cosmetic=True))
            painter.setBrush(self.inks.brush(part.fill))
            painter.drawRect(rect_of(part.rect))

    def _paint_mass(self, painter: QPainter) -> None:
        # Made when it is first seen from so far: most sheets are not. Until then the one before stands in for it.
        if self._next_mass is not None and self._next_mass.is_ready():
            self._mass, self._next_mass = self._next_mass, None
        if self._mass is not None:
            self._mass.paint(painter)

    def _making(self, detail: Detail, zoom: float) -> Iterator[None]:
        """Makes ready what is painted at a detail, and the writing for a zoom."""
        strokes = self._strokes[detail] = self._made(detail)
        yield
        for stroke in strokes:
            if isinstance(stroke, HeldLeaf):
                yield from stroke.settling(zoom)

    def _made(self, detail: Detail) -> tuple[Stroke, ...]:
        screen = Screen(self.screen.dots, 0.0) if self.box.shape == "legend" else self.screen
        parts = parts_at(self.box, detail)
        if detail == Detail.NAMES:
            strokes = readable_parts(parts, self.inks, screen)
        else:
            strokes = [stroke_of(part, self.inks, screen) for part in parts]
        return (*strokes, *(stroke for stroke in self._held_writing(detail) if stroke))

    def _held_writing(self, detail: Detail) -> Iterator[Stroke | None]:
        """The writing that keeps its size on the screen, where a box is too small for its own."""
        if detail not in (Detail.PLAIN, Detail.SYMBOLS) or self.box.shape == "legend":
            return
        if self._container:
            yield held_title(self.box, detail, self.inks, self.depth, self.screen.dots)
            yield held_pill(self.box, self.inks, self.screen.dots)
        else:
            yield held_leaf(self.box, detail, self.inks, self.screen)


class LinesFigure(QGraphicsItem):
    """Shows the lines whose ends share one container, without their marks and labels."""

    def __init__(self, lines: Iterable[Line], inks: Inks) -> None:
        super().__init__()
        self.hidden: frozenset[Key] = frozenset()
        self._inks = inks
        self._trunks: tuple[frozenset[Key], list[QLineF], list[QLineF]] | None = None
        self._bundles = [[Course(line, inks) for line in bundle] for bundle in bundles(lines)]
        self._bounds = QRectF()
        for course in self._courses():
            self._bounds = self._bounds.united(course.bounds)
        self.setFlag(QGraphicsItem.GraphicsItemFlag.ItemUsesExtendedStyleOption)
        self.setZValue(LINES_LEVEL)

    def boundingRect(self) -> QRectF:
        """All the lines."""
        return self._bounds

    def paint(
        self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None
    ) -> None:
        """Paints the lines that touch what is to be painted; from afar thin and without halos."""
        shown = option.exposedRect
        if detail_at(painter.worldTransform().m11()) < Detail.SYMBOLS:
            self._paint_trunks(painter)
            return
        for bundle in self._bundles:
            visible = self._visible(bundle, shown)
            for course in visible:
                course.halo(painter)
            for course in visible:
                course.stroke(painter)

    def _paint_trunks(self, painter: QPainter) -> None:
        """From afar lines that run side by side are one, a little wider."""
        if self._trunks is None or self._trunks[0] != self.hidden:
            FRAME.make(self._joining(self.hidden))
        # Until they are made those of before stand in for them.
        for pieces, width in zip(self._trunks[1:] if self._trunks else (), (1.0, JOINT), strict=False):
            painter.setPen(self._inks.pen("wire", width, cosmetic=True))
            painter.drawLines(pieces)

    def _joining(self, hidden: frozenset[Key]) -> Iterator[None]:
        yield
        routes = [course.route for course in self._courses() if course.key not in hidden]
        found = trunks(routes)
        self._trunks = (hidden, _straight(found.single), _straight(found.joint))

    def _courses(self) -> Iterable[Course]:
        return (course for bundle in self._bundles for course in bundle)

    def _visible(self, courses: Iterable[Course], shown: QRectF) -> list[Course]:
        return [c for c in courses if c.bounds.intersects(shown) and c.key not in self.hidden]


def _straight(pieces: Iterable[Piece]) -> list[QLineF]:
    return [QLineF(*start, *end) for start, end in pieces]


class Course:
    """One line ready to be painted."""

    __slots__ = ("bounds", "halo", "key", "route", "stroke")

    def __init__(self, line: Line, inks: Inks) -> None:
        self.key = line.key
        self.route = line.points
        way = QPolygonF([QPointF(*point) for point in line.points])
        self.bounds = way.boundingRect().adjusted(-8, -8, 8, 8)
        self.halo, self.stroke = halo(line, inks), wire(line, inks)


class MarksFigure(QGraphicsItem):
    """Shows the marks at the ends of lines and their labels; they lie on the boxes."""

    def __init__(self, lines: Iterable[Line], inks: Inks, screen: Screen) -> None:
        super().__init__()
        self.hidden: frozenset[Key] = frozenset()
        self._strokes: list[tuple[Key, QRectF, Stroke, Detail]] = []
        self._bounds = QRectF()
        for line in lines:
            marked = [line.points[0], line.points[-1], *([line.middle] if line.middle else [])]
            way = QPolygonF([QPointF(*point) for point in marked]).boundingRect()
            self._add(line.key, way.adjusted(-8, -8, 8, 8), ends(line, inks), Detail.SYMBOLS)
            if line.label:
                least = Detail.NAMES if LINES[line.style].lasting else Detail.USUAL
                self._add(line.key, rect_of(line.label.rect), readable_label(line.label, inks, screen), least)
        self.setFlag(QGraphicsItem.GraphicsItemFlag.ItemUsesExtendedStyleOption)
        self.setZValue(MARKS_LEVEL)

    def _add(self, key: Key, bounds: QRectF, stroke: Stroke, least: Detail) -> None:
        self._strokes.append((key, bounds, stroke, least))
        self._bounds = self._bounds.united(bounds)

    def boundingRect(self) -> QRectF:
        """All marks and labels."""
        return self._bounds

    def paint(
        self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None
    ) -> None:
        """Paints those that the zoom lets one see and that touch what is to be painted."""
        detail, shown = detail_at(painter.worldTransform().m11()), option.exposedRect
        for key, bounds, stroke, least in self._strokes:
            if detail >= least and bounds.intersects(shown) and key not in self.hidden:
                stroke(painter)


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
