"""Inks: pens and brushes of one theme by the names a Drawing uses, each made once."""

from __future__ import annotations

from functools import cache

from PySide6.QtCore import Qt
from PySide6.QtGui import QBrush, QColor, QPen

from workbench.drawing.colours import Theme, colour

NO_PEN = QPen(Qt.PenStyle.NoPen)
NO_BRUSH = QBrush(Qt.BrushStyle.NoBrush)


class Inks:
    """The colours, pens and brushes of a theme."""

    def __init__(self, theme: Theme) -> None:
        self.theme = theme
        self._colours: dict[str, QColor] = {}
        self._pens: dict[tuple[str, float, tuple[float, ...], bool], QPen] = {}
        self._brushes: dict[str, QBrush] = {}

    def colour(self, name: str) -> QColor:
        """The colour of a name."""
        found = self._colours.get(name)
        if found is None:
            found = self._colours[name] = QColor(colour(name, self.theme))
        return found

    def brush(self, name: str) -> QBrush:
        """A full brush, or none for the empty name."""
        if not name:
            return NO_BRUSH
        found = self._brushes.get(name)
        if found is None:
            found = self._brushes[name] = QBrush(self.colour(name))
        return found

    def pen(
        self, name: str, width: float = 1.0, dash: tuple[float, ...] = (), cosmetic: bool = False
    ) -> QPen:
        """A pen with dashes in points; a cosmetic one keeps its width at any zoom. None for the empty name."""
        if not name:
            return NO_PEN
        key = (name, width, dash, cosmetic)
        found = self._pens.get(key)
        if found is None:
            found = self._pens[key] = self._made(name, width, dash, cosmetic)
        return found

    def _made(self, name: str, width: float, dash: tuple[float, ...], cosmetic: bool) -> QPen:
        pen = QPen(self.colour(name), width)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        pen.setCosmetic(cosmetic)
        if dash:
            # Qt counts dashes in widths of the pen.
            pen.setDashPattern([length / width for length in dash])
        return pen


@cache
def inks(theme: Theme) -> Inks:
    """The inks of a theme."""
    return Inks(theme)
