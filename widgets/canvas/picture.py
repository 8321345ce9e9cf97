"""The figures of a Drawing in a graphics scene; a new Drawing changes only the figures that differ."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from PySide6.QtCore import QRectF
from PySide6.QtWidgets import QGraphicsItem, QGraphicsScene

from widgets.canvas.figures import FADED, BoxFigure, LabelFigure, LinesFigure, MarksFigure
from widgets.painting.inks import Inks
from widgets.painting.symbols import Screen
from widgets.qt.slices import run_through
from workbench.drawing.drawing import Box, Drawing, Key, Line

FEW: Final = 300
"""Boxes that are made between two frames; of more a new scene is made beside the one shown."""
STEP: Final = 50
"""Boxes between two looks at the time."""


class Picture:
    """What a scene shows of one sheet."""

    def __init__(self, scene: QGraphicsScene, inks: Inks, screen: Screen) -> None:
        self.scene, self.inks, self.screen = scene, inks, screen
        self.drawing: Drawing | None = None
        self.figures: dict[Key, BoxFigure] = {}
        self._wires: dict[Key, tuple[tuple[Line, ...], tuple[LinesFigure, MarksFigure]]] = {}
        self._labels: list[LabelFigure] = []
        self._far = False

    def show(self, drawing: Drawing) -> None:
        """Shows a drawing in place of the one before."""
        run_through(self.showing(drawing))

    def showing(self, drawing: Drawing) -> Iterator[None]:
        """Shows a drawing in place of the one before, step by step; only the end is fit to be seen."""
        before, self.drawing = self.drawing, drawing
        yield from self._show_boxes(drawing)
        yield from self._show_lines(drawing)
        if before is None or before.labels != drawing.labels:
            self._remove(self._labels)
            self._labels = [LabelFigure(shown, self.inks, self.screen) for shown in drawing.labels]
            self._add(self._labels)
        yield
        self._show_masses(drawing)
        yield
        self.show_far(self._far)

    def is_close_to(self, drawing: Drawing) -> bool:
        """Whether so few boxes differ that they can be changed between two frames."""
        if self.drawing is None:
            return len(drawing.boxes) <= FEW
        different = 0
        for box in drawing.boxes:
            figure = self.figures.get(box.key)
            different += figure is None or figure.box != box
            if different > FEW:
                return False
        return len(self.figures) - len(drawing.boxes) <= FEW

    def show_far(self, far: bool) -> None:
        """Leaves only the outermost boxes visible, which then paint what they hold, or all of them again."""
        self._far = far
        for figure in self.figures.values():
            figure.setVisible(not far or not figure.box.within)

    def fade(self, kept: frozenset[Key] | None) -> None:
        """Fades every box that is not kept; None shows all at full strength."""
        for key, figure in self.figures.items():
            faded = kept is not None and key not in kept
            if figure.faded != faded:
                figure.faded = faded
                figure.update()

    def dim_lines(self, dim: bool) -> None:
        """Fades all lines and labels, which something else shows more strongly, or shows them at full strength."""
        strength = FADED if dim else 1.0
        for figure in (*self._labels, *(one for _, pair in self._wires.values() for one in pair)):
            figure.setOpacity(strength)

    def lift(self, keys: frozenset[Key], lines: frozenset[Key]) -> None:
        """Hides these boxes and lines, which something else shows for a while; nothing named shows all again."""
        for key, figure in self.figures.items():
            figure.setVisible(key not in keys and (not self._far or not figure.box.within))
        for _, pair in self._wires.values():
            for group in pair:
                group.hidden = lines
                group.update()

    def _show_boxes(self, drawing: Drawing) -> Iterator[None]:
        figures: dict[Key, BoxFigure] = {}
        depths: dict[Key, int] = {"": 0}
        for number, box in enumerate(drawing.boxes):
            if number % STEP == 0:
                yield
            depths[box.key] = depths.get(box.within, 0) + 1
            old = self.figures.get(box.key)
            if old is not None and (old.box is box or old.box == box) and old.depth == depths[box.key]:
                figures[box.key] = old
            else:
                figures[box.key] = BoxFigure(box, depths[box.key], self.inks, self.screen)
        self._remove(old for key, old in self.figures.items() if figures.get(key) is not old)
        added = [figure for key, figure in figures.items() if self.figures.get(key) is not figure]
        for some in range(0, len(added), STEP):
            yield
            self._add(added[some : some + STEP])
        self.figures = figures

    def _show_lines(self, drawing: Drawing) -> Iterator[None]:
        groups: dict[Key, list[Line]] = {}
        for line in drawing.lines:
            groups.setdefault(_shared(drawing, line.start, line.end), []).append(line)
        wires = {}
        for key, lines in groups.items():
            yield
            wires[key] = self._group(key, tuple(lines))
        for key, (_, pair) in self._wires.items():
            if wires.get(key, ((), ()))[1] is not pair:
                self._remove(pair)
        for key, (_, pair) in wires.items():
            if self._wires.get(key, ((), ()))[1] is not pair:
                self._add(pair)
        self._wires = wires

    def _group(
        self, key: Key, lines: tuple[Line, ...]
    ) -> tuple[tuple[Line, ...], tuple[LinesFigure, MarksFigure]]:
        old = self._wires.get(key)
        if old and old[0] == lines:
            return old
        return lines, (LinesFigure(lines, self.inks), MarksFigure(lines, self.inks, self.screen))

    def _show_masses(self, drawing: Drawing) -> None:
        inside: dict[Key, list[Box]] = {}
        outermost: dict[Key, Key] = {}
        for box in drawing.boxes:
            outermost[box.key] = outermost.get(box.within, box.key)
            if box.within:
                # The box of the figure, which is the same one as long as it looks the same.
                inside.setdefault(outermost[box.key], []).append(self.figures[box.key].box)
        for key in drawing.inside.get("", ()):
            self.figures[key].hold(inside.get(key, []))

    def _add(self, figures: Iterable[QGraphicsItem]) -> None:
        for figure in figures:
            self.scene.addItem(figure)

    def _remove(self, figures: Iterable[QGraphicsItem]) -> None:
        for figure in figures:
            self.scene.removeItem(figure)


def subtree(drawing: Drawing, key: Key) -> Iterator[Key]:
    """A box and all boxes inside it, outside in."""
    yield key
    for inner in drawing.inside.get(key, ()):
        yield from subtree(drawing, inner)


def extent(drawing: Drawing) -> QRectF:
    """The rectangle that holds everything drawn."""
    area = QRectF(0, 0, *drawing.size)
    for key in drawing.inside.get("", ()):
        rect = drawing.by_key[key].rect
        area = area.united(QRectF(rect.x, rect.y, rect.w, rect.h))
    return area


def _shared(drawing: Drawing, a: Key, b: Key) -> Key:
    """The innermost box that holds both ends."""
    above = [box.key for box in drawing.chain(a)]
    return next((box.key for box in drawing.chain(b) if box.key in above), "")
