"""The sheet for those who do not see it: every box and line as something a screen reader can walk to and speak.

Nothing here is made, and nothing is announced, before something asks Qt for it: without a screen reader it costs nothing.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import shiboken6
from PySide6.QtCore import QObject, QPoint, QRect, QRectF
from PySide6.QtGui import QAccessible, QAccessibleEvent, QAccessibleInterface, QWindow
from PySide6.QtWidgets import QAccessibleWidget

from widgets.canvas.telling import told_of_box, told_of_line
from widgets.painting.parts import rect_of
from workbench.drawing.drawing import Box, Drawing, Key, Line

if TYPE_CHECKING:
    from widgets.canvas.canvas import Canvas

LINE = "line "
"""Before the keys of lines, which may be those of boxes as well."""


class SpokenFigure(QAccessibleInterface):
    """A box or a line of the drawing that is shown; once it is gone it is not valid any more."""

    def __init__(self, sheet: SpokenSheet, key: Key) -> None:
        super().__init__()
        self._sheet, self.key = sheet, key

    @property
    def shown(self) -> Box | Line | None:
        """What the drawing has under this key now."""
        return self._sheet.shown(self.key)

    def isValid(self) -> bool:
        return self.shown is not None

    def object(self) -> QObject | None:  # type: ignore[override]
        return None

    def window(self) -> QWindow:
        return self._sheet.canvas.window().windowHandle()

    def parent(self) -> QAccessibleInterface:
        box = self.shown
        return self._sheet.figure(box.within) if isinstance(box, Box) and box.within else self._sheet

    def childCount(self) -> int:
        return len(self._sheet.keys_in(self.key))

    def child(self, index: int) -> QAccessibleInterface | None:  # type: ignore[override]
        return self._sheet.nth(self._sheet.keys_in(self.key), index)

    def indexOfChild(self, child: QAccessibleInterface) -> int:
        return _index(self._sheet.keys_in(self.key), child)

    def childAt(self, x: int, y: int) -> QAccessibleInterface | None:  # type: ignore[override]
        found = self._sheet.childAt(x, y)
        return found if found is not self else None

    def role(self) -> QAccessible.Role:
        return QAccessible.Role.Graphic if self.key.startswith(LINE) else QAccessible.Role.TreeItem

    def rect(self) -> QRect:
        return self._sheet.rect_of(self.shown)

    def state(self) -> QAccessible.State:
        return self._sheet.state_of(self.shown)

    def text(self, kind: QAccessible.Text) -> str:
        shown, canvas = self.shown, self._sheet.canvas
        if kind != QAccessible.Text.Name or shown is None:
            return ""
        return told_of_box(canvas, shown) if isinstance(shown, Box) else told_of_line(canvas, shown)

    def setText(self, kind: QAccessible.Text, wording: str) -> None:
        """Names are changed in place on the sheet, or in the inspector."""


class SpokenSheet(QAccessibleWidget):
    """The canvas with its boxes from the outside in, and its lines behind them."""

    def __init__(self, canvas: Canvas) -> None:
        super().__init__(canvas, QAccessible.Role.Canvas, "")
        self.canvas = canvas
        self._figures: dict[Key, tuple[SpokenFigure, int]] = {}
        self._lines: tuple[Drawing | None, dict[Key, Line]] = (None, {})
        self._told: Key = ""
        canvas.drawn.connect(self._drawn)
        canvas.destroyed.connect(self._end)

    # What the drawing has.

    @property
    def drawing(self) -> Drawing | None:
        """The drawing that is shown, None before the first and after the canvas is gone."""
        return self.canvas.drawing if shiboken6.isValid(self.canvas) else None

    def shown(self, key: Key) -> Box | Line | None:
        """The box or line of a key."""
        drawing = self.drawing
        if drawing is None:
            return None
        return self._lines_of(drawing).get(key) if key.startswith(LINE) else drawing.by_key.get(key)

    def keys_in(self, key: Key) -> tuple[Key, ...]:
        """The keys of what stands in a box; in the sheet itself the lines too."""
        drawing = self.drawing
        if drawing is None:
            return ()
        lines = () if key else tuple(self._lines_of(drawing))
        return drawing.inside.get(key, ()) + lines

    def figure(self, key: Key) -> SpokenFigure:
        """The one figure of a key, made when it is first asked for."""
        if key not in self._figures:
            made = SpokenFigure(self, key)
            self._figures[key] = (made, QAccessible.registerAccessibleInterface(made))
        return self._figures[key][0]

    def nth(self, keys: tuple[Key, ...], index: int) -> SpokenFigure | None:
        """The figure of the key at an index."""
        return self.figure(keys[index]) if 0 <= index < len(keys) else None

    def rect_of(self, shown: Box | Line | None) -> QRect:
        """Where a figure is on the screen."""
        if shown is None:
            return QRect()
        area = rect_of(shown.rect) if isinstance(shown, Box) else _around(shown)
        pixels = self.canvas.to_view().mapRect(area).toAlignedRect()
        return pixels.translated(self.canvas.viewport().mapToGlobal(QPoint(0, 0)))

    def state_of(self, shown: Box | Line | None) -> QAccessible.State:
        """Whether a figure is selected, has the keys, is out of sight."""
        told, state = {"invalid": shown is None}, QAccessible.State()
        if shown is not None:
            told |= {
                "selectable": True,
                "focusable": True,
                "selected": shown.element in self.canvas.editor.selection,
                "focused": self.canvas.hasFocus() and self._front() == _key(shown),
                "offscreen": not self.rect().intersects(self.rect_of(shown)),
            }
        for name, holds in told.items():
            setattr(state, name, holds)
        return state

    # What Qt asks.

    def childCount(self) -> int:
        return len(self.keys_in(""))

    def child(self, index: int) -> QAccessibleInterface | None:  # type: ignore[override]
        return self.nth(self.keys_in(""), index)

    def indexOfChild(self, child: QAccessibleInterface) -> int:
        return _index(self.keys_in(""), child)

    def childAt(self, x: int, y: int) -> QAccessibleInterface | None:  # type: ignore[override]
        at = self.canvas.mapToScene(self.canvas.viewport().mapFromGlobal(QPoint(x, y)))
        point = (at.x(), at.y())
        found = self.canvas.places.box_at(point) or self.canvas.places.line_at(point, self.canvas.zoom)
        return self.figure(_key(found)) if found else None

    def focusChild(self) -> QAccessibleInterface | None:  # type: ignore[override]
        front = self._front()
        return self.figure(front) if front and self.canvas.hasFocus() else None

    def text(self, kind: QAccessible.Text) -> str:
        if kind == QAccessible.Text.Description:
            return "; ".join(told_of_box(self.canvas, box) for box in self.canvas.places.selected())
        return str(super().text(kind))

    # What is announced.

    def tell_selection(self) -> None:
        """Has the figure that was selected spoken, where the sheet has the keys."""
        self._told = front = self._front()
        if front and self.canvas.hasFocus():
            for happened in (QAccessible.Event.Focus, QAccessible.Event.Selection):
                QAccessible.updateAccessibility(QAccessibleEvent(self.figure(front), happened))

    def _front(self) -> Key:
        """The key of what is selected, the box clicked last before the others; "" where nothing is."""
        boxes = self.canvas.places.selected()
        if boxes:
            return boxes[0].key
        chosen, drawing = set(self.canvas.editor.selection), self.drawing
        lines = drawing.lines if drawing and chosen else ()
        return next((_key(line) for line in lines if line.element in chosen), "")

    def _drawn(self) -> None:
        """Gives up the figures of what is drawn no more; what was selected before it was drawn is spoken now."""
        self._forget([key for key in self._figures if self.shown(key) is None])
        if self._front() != self._told:
            self.tell_selection()

    def _end(self) -> None:
        self._forget(list(self._figures))

    def _forget(self, keys: list[Key]) -> None:
        for key in keys:
            _, id = self._figures.pop(key)
            QAccessible.deleteAccessibleInterface(id)

    def _lines_of(self, drawing: Drawing) -> dict[Key, Line]:
        if self._lines[0] is not drawing:
            self._lines = (drawing, {_key(line): line for line in drawing.lines})
        return self._lines[1]


def sheet_of(canvas: Canvas) -> SpokenSheet | None:
    """What speaks for a canvas, None while nobody listens."""
    found = QAccessible.queryAccessibleInterface(canvas) if QAccessible.isActive() else None
    return found if isinstance(found, SpokenSheet) else None


def _made(name: str, thing: QObject) -> QAccessibleInterface | None:
    from widgets.canvas.canvas import Canvas

    return SpokenSheet(thing) if isinstance(thing, Canvas) else None


def _key(shown: Box | Line) -> Key:
    return shown.key if isinstance(shown, Box) else LINE + shown.key


def _index(keys: tuple[Key, ...], child: QAccessibleInterface) -> int:
    return keys.index(child.key) if isinstance(child, SpokenFigure) and child.key in keys else -1


def _around(line: Line) -> QRectF:
    across, down = zip(*line.points, strict=True)
    return QRectF(min(across), min(down), max(across) - min(across) or 1, max(down) - min(down) or 1)


QAccessible.installFactory(_made)
