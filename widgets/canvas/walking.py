"""From box to box with the keyboard."""

from __future__ import annotations

from PySide6.QtCore import Qt

from workbench.drawing.drawing import Box, Drawing, Key


def neighbour(drawing: Drawing, key: Key, way: Qt.Key) -> Box | None:
    """The box before or behind among those in the same box, the one around, or the first one inside."""
    here = drawing.by_key.get(key)
    if here is None:
        return _first(drawing, "")
    if way == Qt.Key.Key_Up:
        return drawing.by_key.get(here.within)
    if way == Qt.Key.Key_Down:
        return _first(drawing, key)
    siblings = _standing(drawing, here.within)
    step = 1 if way == Qt.Key.Key_Right else -1
    return siblings[(siblings.index(here) + step) % len(siblings)]


def _first(drawing: Drawing, key: Key) -> Box | None:
    return next(iter(_standing(drawing, key)), None)


def _standing(drawing: Drawing, key: Key) -> list[Box]:
    return [box for inner in drawing.inside.get(key, ()) if (box := drawing.by_key[inner]).element]
