"""Look: the language and theme a window shows now. Views say and paint through it, and once more when it changes."""

from __future__ import annotations

from functools import cache

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QColor, QPen

from workbench.drawing.colours import Theme, colour
from workbench.texts import Language, Sayable


class Look(QObject):
    """Language and theme; `changed` comes after either is another."""

    changed = Signal()

    def __init__(self, language: Language = "en", theme: Theme = "light") -> None:
        super().__init__()
        self.language: Language = language
        self.theme: Theme = theme

    def speak(self, language: Language) -> None:
        """Goes over to a language."""
        if language != self.language:
            self.language = language
            self.changed.emit()

    def wear(self, theme: Theme) -> None:
        """Goes over to a theme."""
        if theme != self.theme:
            self.theme = theme
            self.changed.emit()

    def said(self, words: Sayable) -> str:
        """A sentence or a name in the language."""
        return words.said(self.language)

    def colour(self, name: str) -> QColor:
        """A colour of the theme."""
        return _colour(name, self.theme)

    def pen(self, name: str, width: float = 1.0) -> QPen:
        """A line in a colour of the theme."""
        return _pen(name, width, self.theme)


# Kept here and not taken from the canvas's inks: reading those would make the first window wait for the drawing.
@cache
def _colour(name: str, theme: Theme) -> QColor:
    return QColor(colour(name, theme))


@cache
def _pen(name: str, width: float, theme: Theme) -> QPen:
    return QPen(_colour(name, theme), width)
