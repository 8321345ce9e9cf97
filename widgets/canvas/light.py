"""Light: the way of a path over the sheet, with the numbers of its hops; what is not on it fades."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, NamedTuple

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from widgets.canvas.legs import Ways
from widgets.canvas.lit import Leg, paint_leg, paint_lit_box, paint_number
from widgets.canvas.picture import Picture
from widgets.painting.parts import rect_of
from widgets.qt.ending import Ending
from workbench.drawing.drawing import Drawing, Key
from workbench.model.change import Change
from workbench.model.element import ElementId

if TYPE_CHECKING:
    from widgets.canvas.canvas import Canvas


class Step(NamedTuple):
    """A hop: its number in the list, its element, and what stands for it on a sheet that does not draw it."""

    number: int
    element: ElementId
    place: ElementId | None = None


@dataclass(frozen=True, slots=True)
class _Way:
    steps: tuple[Step, ...] = ()
    stopped_at: ElementId | None = None
    ink: str = "ok"


DARK: Final = _Way()
MARGIN: Final = 30.0
"""Points around a path that are seen, too: its numbers stand at corners."""


class Light:
    """Shows one path at a time, until Escape or an edit."""

    def __init__(self, canvas: Canvas) -> None:
        self._canvas = canvas
        self._way = DARK
        self._to_reveal = False
        self._shown: tuple[Picture | None, Drawing | None] = (None, None)
        self._legs: list[Leg] = []
        self._numbers: dict[Key, tuple[str, bool]] = {}
        canvas.destroyed.connect(Ending(canvas.editor.subscribe(self._changed)))

    @property
    def is_on(self) -> bool:
        """Whether a path is shown."""
        return bool(self._way.steps)

    @property
    def here(self) -> int:
        """How many hops stand on the sheet."""
        drawing = self._canvas.drawing
        return sum(bool(_keys(drawing, step)) for step in self._way.steps) if drawing else 0

    def show(self, steps: Sequence[Step], stopped_at: ElementId | None = None, certain: bool = True) -> None:
        """Lights a path in the order in which it is gone, up to what stops it, and moves to where it is.

        What is not certain has no colour of its own.
        """
        ink = "error" if stopped_at else "ok" if certain else "text2"
        self._way = _Way(tuple(steps), stopped_at, ink)
        self._to_reveal = True
        self._renew()
        self._reveal()

    def clear(self) -> None:
        """Shows the sheet as it is without a path."""
        if self.is_on:
            self._way = DARK
            self._renew()

    def follow(self) -> None:
        """Finds the way anew where another picture is shown than before."""
        shown = (self._canvas.picture, self._canvas.drawing)
        if self.is_on and (shown[0] is not self._shown[0] or shown[1] is not self._shown[1]):
            self._renew()
            self._reveal()

    def _reveal(self) -> None:
        """Moves to where the path is, once it is drawn and only then."""
        area = self.area()
        if self._to_reveal and not area.isEmpty():
            self._to_reveal = False
            self._canvas.camera.fit(area.adjusted(-MARGIN, -MARGIN, MARGIN, MARGIN))

    def _renew(self) -> None:
        drawing, picture = self._canvas.drawing, self._canvas.picture
        self._shown = (picture, drawing)
        self._legs, self._numbers = [], {}
        if not self.is_on or drawing is None:
            picture.fade(None)
            picture.dim_lines(False)
        else:
            self._find(drawing)
            ends = [key for leg in self._legs if leg.line for key in (leg.line.start, leg.line.end)]
            kept = {box.key for key in (*self._numbers, *ends) for box in drawing.chain(key)}
            picture.fade(frozenset(kept))
            picture.dim_lines(True)
        self._canvas.viewport().update()

    def number_of(self, key: Key) -> str:
        """The numbers of the hops that a box is, empty where it is none."""
        return self._numbers.get(key, ("", False))[0]

    def area(self) -> QRectF:
        """Where the path is, in points; empty where none of it is on the sheet."""
        area = QRectF()
        for key in self._numbers:
            box = self._canvas.places.box(key)
            area = area.united(rect_of(box.rect)) if box else area
        return area

    def paint(self, painter: QPainter) -> None:
        """Paints the way, its boxes and their numbers, in pixels of the view."""
        if not self.is_on:
            return
        inks, to_view = self._canvas.inks, self._canvas.to_view()
        ink = self._way.ink
        for leg in self._legs:
            paint_leg(painter, leg, ink, inks, to_view)
        found = [(self._canvas.places.box(key), said) for key, said in self._numbers.items()]
        boxes = [(to_view.mapRect(rect_of(box.rect)), said) for box, said in found if box]
        for rect, (_, stops) in boxes:
            paint_lit_box(painter, rect, ink, stops, inks)
        for rect, (numbers, stops) in boxes:
            paint_number(painter, rect.topRight(), numbers, ink, stops, inks)

    def _changed(self, change: Change) -> None:
        # What was proved of the design before an edit need not hold after it.
        self.clear()

    def _find(self, drawing: Drawing) -> None:
        """The boxes with their numbers, and the legs between two that follow each other."""
        stop = self._way.stopped_at
        ways = Ways(drawing)
        before: list[Key] = []
        for step in self._way.steps:
            keys = _keys(drawing, step)
            for key in keys:
                told = self._numbers.get(key, ("", False))[0]
                numbers = f"{told} {step.number}".strip()
                self._numbers[key] = (numbers, step.element == stop)
            if before and keys and not set(before) & set(keys):
                self._legs += ways.between(before, keys)
            before = keys or before


def _keys(drawing: Drawing, step: Step) -> list[Key]:
    """The boxes of a hop; of a link the boxes it ends at have their own hops, so it has none."""
    return _boxes(drawing, step.element) or (_boxes(drawing, step.place) if step.place else [])


def _boxes(drawing: Drawing, id: ElementId) -> list[Key]:
    return [key for key in drawing.places.get(id, (id,)) if key in drawing.by_key]
