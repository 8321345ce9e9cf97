"""A line of text whose keys give way to the window's where it has no use for them."""

from __future__ import annotations

import unicodedata
from typing import Final

from PySide6.QtCore import QEvent
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QLineEdit

TURNS: Final = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
"""Signs that turn the direction of writing, and with it that of every sentence the wording stands in."""


def one_line(wording: str) -> str:
    """A wording as one line of plain letters: what was pasted may hold line breaks, tabs and signs nobody sees."""
    kept = (" " if unicodedata.category(letter) in ("Cc", "Zl", "Zp", "Cs") else letter for letter in wording)
    parts = "".join(letter for letter in kept if letter not in TURNS).split(" ")
    return " ".join(part for part in parts if part)


class Line(QLineEdit):
    """A line edit that undoes typing first; with none left, the window's undo takes the design a step back."""

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            undo = event.matches(QKeySequence.StandardKey.Undo) and not self.isUndoAvailable()
            redo = event.matches(QKeySequence.StandardKey.Redo) and not self.isRedoAvailable()
            if undo or redo:
                event.ignore()
                return False
        return super().event(event)
