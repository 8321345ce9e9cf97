"""Pins: what is picked in the list goes into a named security domain, or is kept apart, or is free again."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QPushButton, QWidget

from widgets.look import Look
from widgets.qt.choice_box import ChoiceBox
from workbench.texts import Sayable, Text, text


class Pins(QWidget):
    """A name that is typed or picked, and three buttons."""

    pinned = Signal(str)
    kept_apart = Signal()
    freed = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        label = QLabel(look.said(text("The applications picked above")), self)
        self.name = ChoiceBox(look, self)
        self.name.setEditable(True)
        self.name.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.name.setMinimumContentsLength(18)
        self.name.setAccessibleName(look.said(text("Security domain to pin into")))
        editor = self.name.lineEdit()
        assert editor is not None
        editor.setPlaceholderText(self.name.accessibleName())
        editor.setAccessibleName(self.name.accessibleName())
        editor.setMaxLength(60)
        self.pin = self._button(text("Pin into it"))
        self.apart = self._button(text("Keep apart"))
        self.free = self._button(text("Let go"))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        for one in (label, self.name, self.pin, self.apart, self.free):
            row.addWidget(one)
        row.addStretch(1)
        self.pin.clicked.connect(lambda: self.pinned.emit(self.name.currentText()))
        self.apart.clicked.connect(self.kept_apart)
        self.free.clicked.connect(self.freed)

    def offer(self, titles: Sequence[Sayable]) -> None:
        """Offers the names of domains; what is typed stays."""
        typed = self.name.currentText()
        self.name.clear()
        self.name.addItems(sorted({self._look.said(one) for one in titles}))
        self.name.setCurrentIndex(-1)
        self.name.setEditText(typed)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.pinned.emit(self.name.currentText())
            return
        super().keyPressEvent(event)

    def _button(self, label: Text) -> QPushButton:
        made = QPushButton(self._look.said(label), self)
        made.setAutoDefault(False)
        return made
