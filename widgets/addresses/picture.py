"""The picture of a frame: axis, rows, figures and names, painted a few at a time between two events."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF, QSize
from PySide6.QtGui import QPainter, QPixmap

from planners.addresses.blocks import IPV4, address_text
from widgets.addresses.figures import Figure, find_figures, free_figures
from widgets.addresses.painting import FigurePainter
from widgets.addresses.rows import Rows
from widgets.lettering import RIGHT, letter
from widgets.look import Look
from workbench.planning.address_map import AddressMap, Claim, Frame, Space
from workbench.planning.address_map.said import per_cent

QUARTERS = (0.0, 0.25, 0.5, 0.75)
LETTERS = 13.0
"""How far apart lines of text stand that can be read."""


class Painted(NamedTuple):
    """What can be told apart in the rows of a frame, the names that are taken hold of, and the picture of all that."""

    rows: Rows
    shown: list[Figure]
    free: list[Figure]
    labels: list[tuple[QRectF, Claim]]
    pixels: QPixmap


class Scene(NamedTuple):
    """What is painted, and how large."""

    made: AddressMap
    space: Space
    rows: Rows
    look: Look
    size: QSize
    ratio: float


def painting(scene: Scene, put: Callable[[Painted], None]) -> Iterator[None]:
    """Paints a scene; hands it over once it is whole."""
    rows, space, shown = scene.rows, scene.space, list[Figure]()
    yield from find_figures(shown, scene.made, space, rows)
    free = list(free_figures(space, rows))
    yield
    pixels = QPixmap(scene.size * scene.ratio)
    pixels.setDevicePixelRatio(scene.ratio)
    pixels.fill(scene.look.colour("panel"))
    yield
    painter = QPainter(pixels)
    try:
        figures = FigurePainter(painter, scene.made, scene.look, scene.ratio, rows)
        yield from _paint_rows(painter, scene)
        yield from figures.painting(shown, free)
    finally:
        # What is dropped half done is left with its painter closed.
        painter.end()
    put(Painted(rows, shown, free, figures.labels, pixels))


def _paint_rows(painter: QPainter, scene: Scene) -> Iterator[None]:
    look, rows = scene.look, scene.rows
    _paint_axis(painter, scene)
    told = set(told_rows(rows))
    for at in range(rows.frame.rows):
        ground = rows.ground(at)
        painter.fillRect(ground, look.colour("sunken"))
        painter.setPen(look.pen("line"))
        for quarter in QUARTERS[1:]:
            x = ground.left() + quarter * ground.width()
            painter.drawLine(QPointF(x, ground.top()), QPointF(x, ground.bottom()))
        if at in told:
            _tell_row(painter, scene, at)
        if at % 4 == 3:
            yield


def _tell_row(painter: QPainter, scene: Scene, at: int) -> None:
    """The block of a row before it, and how much of it is free behind it."""
    look, rows, block = scene.look, scene.rows, scene.rows.frame.row(at)
    ground, strong = rows.ground(at), at == rows.opened
    more = max(LETTERS - ground.height(), 0) / 2
    line = ground.adjusted(0, -more, 0, more)
    head = QRectF(10, line.top(), ground.left() - 18, line.height())
    ink, weight = look.colour("text" if strong else "text2"), 600 if strong else 400
    letter(painter, head, str(block), ink, size=11, weight=weight)
    share = per_cent(scene.space.free_in(block).addresses, block.size)
    tail = QRectF(ground.right() + 4, line.top(), scene.size.width() - ground.right() - 12, line.height())
    letter(painter, tail, share, look.colour("text3"), size=11, align=RIGHT)


def told_rows(rows: Rows) -> Iterator[int]:
    """The rows whose addresses are said: all, or where they are low as many as can be read."""
    last = -LETTERS
    for at in range(rows.frame.rows):
        middle = rows.ground(at).center().y()
        if at == rows.opened or middle - last >= LETTERS:
            yield at
            last = middle


def _paint_axis(painter: QPainter, scene: Scene) -> None:
    rows, look = scene.rows, scene.look
    for quarter in QUARTERS:
        x, y = rows.left + quarter * rows.wide, rows.tops[0]
        painter.setPen(look.pen("line2"))
        painter.drawLine(QPointF(x, y - 5), QPointF(x, y))
        room = QRectF(x + 3, 2, rows.wide / 4 - 4, y - 4)
        letter(painter, room, quarter_text(rows.frame, quarter), look.colour("text3"), size=11)


def quarter_text(frame: Frame, share: float) -> str:
    """What the addresses at a share of every row have in common: their last parts, or how far they are from its first."""
    offset = int(share * (1 << frame.row_bits))
    whole = frame.row_length // 8
    if frame.space.width == IPV4 and not frame.row_length % 8 and whole < 4:
        return "." + ".".join(address_text(offset).split(".")[whole:])
    return "+ " + address_text(offset, frame.space.width)
