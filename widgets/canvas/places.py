"""Where elements stand on the sheet that is shown, and what stands at a point of it."""

from __future__ import annotations

from collections.abc import Iterable

from widgets.canvas.hits import box_at, line_at
from widgets.canvas.pointer import LINE_REACH
from widgets.canvas.stage import Stage
from workbench.drawing.drawing import Box, Drawing, Key, Line, Point
from workbench.editor import Editor
from workbench.model.element import Element, ElementId


class Places:
    """Answers from the drawing that is shown; before the first one there is nothing anywhere."""

    def __init__(self, editor: Editor, stage: Stage) -> None:
        self._editor, self._stage = editor, stage
        self.anchor: Key = ""
        """The box that was clicked last, for elements that stand on the sheet more than once."""

    @property
    def drawing(self) -> Drawing | None:
        """The drawing that is shown."""
        return self._stage.picture.drawing

    def box(self, key: Key) -> Box | None:
        """The box of a key."""
        return self.drawing.by_key.get(key) if self.drawing else None

    def boxes_of(self, ids: Iterable[ElementId]) -> list[Box]:
        """The boxes that show elements, everywhere they stand."""
        drawing = self.drawing
        if not drawing:
            return []
        keys = [key for id in ids for key in drawing.places.get(id, (id,))]
        return [drawing.by_key[key] for key in keys if key in drawing.by_key]

    def selected(self) -> list[Box]:
        """The boxes of the selected elements; of a single one the box clicked last comes first."""
        boxes = self.boxes_of(self._editor.selection)
        if len(self._editor.selection) == 1:
            boxes.sort(key=lambda box: box.key != self.anchor)
        return boxes

    def chain(self, box: Box) -> list[Element]:
        """The elements of a box and of those it stands in, innermost first."""
        boxes = self.drawing.chain(box.key) if self.drawing else ()
        found = (self._editor.design.get(outer.element) for outer in boxes)
        return [element for element in found if element is not None]

    def lines_of(self, ids: Iterable[ElementId]) -> list[Line]:
        """The lines that are these elements or end at their boxes."""
        chosen = set(ids)
        keys = {box.key for box in self.boxes_of(chosen)}
        lines = self.drawing.lines if self.drawing else ()
        return [line for line in lines if line.element in chosen or line.start in keys or line.end in keys]

    def box_at(self, at: Point, without: frozenset[Key] = frozenset()) -> Box | None:
        """The innermost box under a point."""
        return box_at(self.drawing, at, without) if self.drawing else None

    def line_at(self, at: Point, zoom: float) -> Line | None:
        """The line that is close enough to a point to be meant, at a zoom."""
        return line_at(self.drawing, at, LINE_REACH / zoom) if self.drawing else None
