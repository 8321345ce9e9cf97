"""Look: the language and theme a window shows now. Views say and paint through it, and once more when it changes."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QColor

from widgets.painting.inks import Inks, inks
from workbench.drawing.colours import Theme
from workbench.texts import Language, Text, Words


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

    def said(self, words: Text | Words) -> str:
        """A sentence or a name in the language."""
        return words.said(self.language)

    def colour(self, name: str) -> QColor:
        """A colour of the theme."""
        return inks(self.theme).colour(name)

    @property
    def inks(self) -> Inks:
        """Pens and brushes of the theme."""
        return inks(self.theme)
