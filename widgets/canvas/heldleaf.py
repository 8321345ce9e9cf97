"""Names of small boxes that stay readable when the sheet is small: laid out anew in the pixels that the box has."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from math import inf
from typing import Final, NamedTuple

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QFont, QPainter, QPen, QStaticText, QTransform

from widgets.canvas.anatomy import Anatomy, anatomy_of
from widgets.canvas.frame import FRAME
from widgets.canvas.writing import SMALLEST, Written, middle_left, rounded, written
from widgets.fonts import is_wide
from widgets.painting.detail import Detail
from widgets.painting.inks import Inks
from widgets.painting.symbols import LEAST, Screen, put_symbol
from workbench.drawing.drawing import Box

NEAR: Final = 0.55
"""From this zoom on names are a little larger."""
LARGER: Final = 9.5
WIDE: Final = 10.0
"""Size of names in Chinese, whose signs need more."""
ROW: Final = 11.0
"""Height of a line of the smallest writing."""
LEAST_ROOM: Final = 30.0
"""A name that is cut says something from this width on."""
_EDGE, _GAP = 4.0, 4.0
ORIGIN: Final = QPointF()
SYMBOL: Final = 12.0
"""Size of a symbol beside or above a name."""
_ALONE = 16.0
"""Size of a symbol that stands without a name."""


class Holding(NamedTuple):
    """What a box shows: a symbol around a point or none, and lines with the number of their lettering."""

    symbol: QPointF | None
    symbol_size: float
    lines: tuple[tuple[int, QPointF, Written], ...]


def held_leaf(box: Box, detail: Detail, inks: Inks, screen: Screen) -> HeldLeaf | None:
    """What paints the name of a small box seen from afar, None for a box without a name."""
    anatomy = anatomy_of(box, detail)
    return HeldLeaf(anatomy, detail, inks, screen) if anatomy else None


class HeldLeaf:
    """Paints symbol and name of one box at the sizes they have on the screen, whatever the zoom."""

    def __init__(self, anatomy: Anatomy, detail: Detail, inks: Inks, screen: Screen) -> None:
        self.anatomy, self.inks = anatomy, inks
        self.least = least_zoom(anatomy)
        self._zoom, self._screen = 0.0, screen
        self._with_symbol = detail != Detail.MASS
        self._symbol: tuple[str, QPointF, float, str] | None = None
        self._lines: tuple[tuple[QPen, QFont, QPointF, QStaticText], ...] = ()

    def __call__(self, painter: QPainter, offset: QPointF = ORIGIN) -> None:
        """Paints them, the painter standing at the corner of the box, or so far from it in points."""
        transform = painter.worldTransform()
        if transform.m11() != self._zoom and not FRAME.make(self.settling(transform.m11())):
            return
        if not self._lines and self._symbol is None:
            return
        corner = rounded(transform.map(offset))
        painter.setWorldTransform(QTransform.fromTranslate(corner.x(), corner.y()))
        if self._symbol is not None:
            name, at, size, colour = self._symbol
            put_symbol(painter, name, corner + at, size, colour, self.inks)
        for pen, font, at, text in self._lines:
            painter.setPen(pen)
            painter.setFont(font)
            painter.drawStaticText(at, text)
        painter.setWorldTransform(transform)

    def settling(self, zoom: float) -> Iterator[None]:
        """Lays the writing out for a zoom."""
        if zoom != self._zoom:
            self._settle(zoom)
        yield

    def _settle(self, zoom: float) -> None:
        self._zoom = zoom
        held = holding(self.anatomy, zoom, self._screen.dots, self._with_symbol)
        glyph, parts = self.anatomy.symbol, (self.anatomy.title, *self.anatomy.below)
        if glyph is not None and held.symbol is not None:
            self._symbol = (glyph.symbol, held.symbol, held.symbol_size, glyph.colour)
        else:
            self._symbol = None
        self._lines = tuple(
            (self.inks.pen(parts[number].colour), line.font, at, line.text) for number, at, line in held.lines
        )


def least_zoom(anatomy: Anatomy) -> float:
    """The least zoom at which the box has room for a line of writing."""
    wide, high = anatomy.size
    return max(ROW / high, LEAST_ROOM / wide)


def holding(anatomy: Anatomy, zoom: float, dots: float = 96.0, with_symbol: bool = True) -> Holding:
    """What a box shows at a zoom, measured from its corner in pixels."""
    area = _area(anatomy, zoom)
    if anatomy.stacked:
        return _stacked(anatomy, area, zoom, dots, with_symbol)
    left = anatomy.left * zoom
    cell = left if left >= SYMBOL + 2 else 0.0
    symbol = QPointF(cell / 2, area.center().y()) if cell and with_symbol else None
    room = QRectF(area)
    room.setLeft(left + _EDGE)
    inline = None if cell or anatomy.left else _inline(anatomy, room, zoom, dots, with_symbol)
    if inline is not None:
        symbol = QPointF(inline + SYMBOL / 2, area.center().y())
        room.setLeft(inline + SYMBOL + _GAP)
    lines = tuple(_lines(anatomy, room, zoom, dots))
    if not lines and not anatomy.left:
        return _lone(anatomy, zoom, with_symbol)
    return Holding(symbol, SYMBOL, lines)


def _area(anatomy: Anatomy, zoom: float) -> QRectF:
    """The pixels that the name may stand in, clear of the borders."""
    wide, high = (side * zoom for side in anatomy.size)
    head = anatomy.head * zoom
    if head >= ROW:
        return QRectF(0.0, 0.0, wide - _EDGE, head)
    # A strip that is too low: the name stands in the room below it.
    return QRectF(0.0, head, wide - _EDGE, high - head)


def _inline(anatomy: Anatomy, room: QRectF, zoom: float, dots: float, with_symbol: bool) -> float | None:
    """Where a symbol before the name begins, None where it would cost the name its end."""
    if not with_symbol or anatomy.symbol is None or room.height() < SYMBOL:
        return None
    start = max(_EDGE, anatomy.symbol.rect.x * zoom)
    left = room.width() + room.left() - start - SYMBOL - _GAP
    beside = QRectF(0, 0, left, ROW)
    names = _names(anatomy, beside, zoom, dots)
    return start if names and names[0].is_whole else None


def _lines(
    anatomy: Anatomy, room: QRectF, zoom: float, dots: float
) -> Iterator[tuple[int, QPointF, Written]]:
    """The name, and below it what has a line of its own and fits wholly."""
    names = _names(anatomy, room, zoom, dots)
    strip = anatomy.head * zoom >= ROW
    lines = [(0, line) for line in names] + _second(anatomy, room, names, dots)
    yield from _block(lines, room, "left")
    if strip:
        yield from _at_their_places(anatomy, room, zoom, dots)


def _names(anatomy: Anatomy, room: QRectF, zoom: float, dots: float) -> list[Written]:
    """The name in one line or, where that is too long, in two; cut where need be, nothing where too little is left."""
    if room.height() < ROW:
        return []
    size = WIDE if is_wide(anatomy.name) else LARGER if zoom >= NEAR else SMALLEST
    weight = anatomy.title.weight
    name = written(anatomy.name, size, weight, room.width(), dots)
    if not name.is_whole and anatomy.wraps and room.height() >= 2 * ROW - 1:
        if room.height() < 2 * name.step:
            size = SMALLEST
        halves = [
            [written(part, size, weight, room.width(), dots) for part in pair]
            for pair in _breaks(anatomy.name)
        ]
        # Both lines whole if that can be, else the first one, as long as it is.
        whole = [lines for lines in halves if lines[0].is_whole]
        if whole:
            return next((lines for lines in whole if lines[1].is_whole), max(whole, key=lambda p: p[0].width))
    return [name] if name.is_whole or room.width() >= LEAST_ROOM else []


def _breaks(name: str) -> Iterator[tuple[str, str]]:
    """The name in two: parted at a space or hyphen, else between Chinese signs; halves that are nearly equal first."""
    words = [i for i, letter in enumerate(name) if letter in " -"]
    signs = [i for i, letter in enumerate(name) if is_wide(letter) and name[i + 1 : i + 2] != " "]
    for found in (words, signs):
        inside = [i for i in found if 0 <= i < len(name) - 1]
        for i in sorted(inside, key=lambda i: (abs(2 * i + 1 - len(name)), i)):
            yield name[: i + 1].rstrip(), name[i + 1 :].lstrip()


def _second(anatomy: Anatomy, room: QRectF, names: list[Written], dots: float) -> list[tuple[int, Written]]:
    """What stands below the name, or its beginning, where there is room for a line."""
    high = sum(line.step for line in names)
    if not names or room.height() < high + ROW:
        return []
    for number, part in enumerate(anatomy.below, 1):
        if part.rect.bottom <= anatomy.head or not anatomy.head:
            for wording in (part.text, part.text.split(" · ")[0]):
                shown = written(wording, SMALLEST, part.weight, room.width(), dots)
                if shown.is_whole:
                    return [(number, shown)]
    return []


def _block(
    lines: list[tuple[int, Written]], room: QRectF, align: str, above: float = 0.0
) -> Iterator[tuple[int, QPointF, Written]]:
    """Lines close below each other, as a block in the middle of the height, with something of a height above them."""
    high = above + sum(line.step for _, line in lines)
    y = room.center().y() - high / 2 + above
    least = -inf
    for number, line in lines:
        spare = room.width() - line.width
        # Each line is rounded to whole pixels, the step between two of them never down by one.
        top = max(round(y - (line.height - 1 - line.step) / 2), least)
        yield number, QPointF(room.left() + (spare / 2 if align == "centre" else 0.0), top), line
        y, least = y + line.step, top + round(line.step)


def _at_their_places(
    anatomy: Anatomy, room: QRectF, zoom: float, dots: float
) -> Iterator[tuple[int, QPointF, Written]]:
    """What stands below a strip, line by line, once the lines are far enough apart to be read."""
    parts = [(n, p) for n, p in enumerate(anatomy.below, 1) if p.rect.y >= anatomy.head]
    apart = [after.rect.y - before.rect.y for (_, before), (_, after) in pairwise(parts)]
    if any(step * zoom < ROW - 1.5 for step in apart):
        return
    for number, part in parts:
        left, high = max(_EDGE, part.rect.x * zoom), part.rect.h * zoom
        shown = written(part.text, SMALLEST, part.weight, room.right() - left, dots)
        if shown.is_whole and high >= ROW - 2:
            at = middle_left(QRectF(left, part.rect.y * zoom, 1.0, high), shown)
            yield number, rounded(at), shown


def _stacked(anatomy: Anatomy, area: QRectF, zoom: float, dots: float, with_symbol: bool) -> Holding:
    """A symbol above the name, both in the middle; only one of them where there is not room for both."""
    room = area.adjusted(_EDGE - 1, 0, 1, 0)
    names = _names(anatomy, room, zoom, dots)
    if not names:
        return _lone(anatomy, zoom, with_symbol)
    high = sum(line.step for line in names)
    above = SYMBOL + 2 if with_symbol and anatomy.symbol else 0.0
    if above + high > area.height():
        above = 0.0
    lines = [(0, line) for line in names]
    lines += _second(anatomy, room.adjusted(0, above, 0, 0), names, dots)
    placed = tuple(_block(lines, room, "centre", above))
    symbol = QPointF(room.center().x(), placed[0][1].y() - 1 - SYMBOL / 2) if above else None
    return Holding(symbol, SYMBOL, placed)


def _lone(anatomy: Anatomy, zoom: float, with_symbol: bool) -> Holding:
    """The symbol alone in the middle, of the largest size that fits."""
    wide, high = (side * zoom for side in anatomy.size)
    size = min(_ALONE, wide - 2, high - 2)
    shown = with_symbol and size >= LEAST
    return Holding(QPointF(wide / 2, high / 2) if shown else None, size, ())
