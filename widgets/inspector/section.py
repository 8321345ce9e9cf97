"""A section of the inspector: a small bold title over a form."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QVBoxLayout, QWidget

from widgets.fonts import font
from widgets.inspector.editors.editor import FieldEditor
from widgets.look import Look

LABEL: Final = 92
LINE: Final = 24
GAP: Final = 6
WIDE_EDITORS: Final = frozenset({"rows", "passage"})
"""Editors that want the whole width; their label stands above."""


class Section(QWidget):
    """Title, then a line a field: label 92, editor."""

    def __init__(self, look: Look, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 10, 12, 10)
        column.setSpacing(6)
        if title:
            head = self._label(title, "text2", 600)
            column.addWidget(head)
        self.form = QGridLayout()
        self.form.setHorizontalSpacing(8)
        self.form.setVerticalSpacing(6)
        self.form.setColumnMinimumWidth(0, LABEL)
        self.form.setColumnStretch(1, 1)
        column.addLayout(self.form)
        self.column = column

    def add(self, editor: FieldEditor) -> None:
        """Puts an editor at the end of the form."""
        row = self.form.rowCount()
        names = QWidget(self)
        lines = QVBoxLayout(names)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(GAP)
        for wording in editor.labels():
            # Where a box of choices has no name but its choice, its label is what is spoken.
            label = self._label(self._look.said(wording).replace("&", "&&"), "text3", 400)
            label.setBuddy(editor.focusProxy() or editor)
            label.setMinimumHeight(LINE)
            lines.addWidget(label)
        lines.addStretch(1)
        if editor.field.editor not in WIDE_EDITORS:
            names.setFixedWidth(LABEL)
        if editor.field.editor in WIDE_EDITORS:
            self.form.addWidget(names, row, 0, 1, 2)
            self.form.addWidget(editor, row + 1, 0, 1, 2)
        else:
            self.form.addWidget(names, row, 0, Qt.AlignmentFlag.AlignTop)
            self.form.addWidget(editor, row, 1, Qt.AlignmentFlag.AlignTop)

    def say(self, sentence: str, ink: str = "text", weight: int = 400) -> QLabel:
        """Puts a sentence below the form."""
        label = self._label(sentence, ink, weight, 12)
        self.column.addWidget(label)
        return label

    def _label(self, wording: str, ink: str, weight: int, size: int = 11) -> QLabel:
        label = QLabel(wording, self)
        label.setWordWrap(True)
        label.setFont(font(size, weight, any(letter > "\u2e80" for letter in wording)))
        label.setStyleSheet(f"color: {self._look.colour(ink).name()}")
        return label
