"""A field that is one line of text; how it is read is up to the field."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel

from widgets.inspector.editors.editor import FieldEditor, replaced_by
from widgets.qt.line import Line
from workbench.reading import Refused, read, written


class WrittenEditor(FieldEditor):
    """Enter or leaving the field commits, Escape restores; wrong input stays and says why."""

    def build(self) -> None:
        self.line = Line(self)
        self.line.setAccessibleName(self.said(self.field.label))
        self.line.installEventFilter(self)
        self.setFocusProxy(self.line)
        self.line.editingFinished.connect(self.commit)
        row = QHBoxLayout()
        row.setSpacing(0)
        row.addWidget(self.line)
        self.column.addLayout(row)
        self._unit = QLabel(self.field.unit, self.line)
        self._unit.setVisible(bool(self.field.unit))
        self._unit.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def refresh(self) -> None:
        if self.line.isModified() and (self.line.hasFocus() or self.refusal):
            return
        self.restore()

    def restore(self) -> None:
        """Shows the value again in place of what was typed."""
        self.line.setText(written(self.value))
        self.line.setModified(False)
        self.line.setPlaceholderText(self.several if self.is_several else self._hint())
        self.line.setToolTip(self.said(self.field.hint) if self.field.hint else "")
        self.mark_wrong(False)
        self.refuse(None)

    def commit(self) -> None:
        """Hands over what was typed where it is a value."""
        if not self.line.isModified():
            return
        try:
            value = read(self.field, self.line.text())
        except Refused as wrong:
            self.mark_wrong(True)
            self.refuse(wrong.text)
            return
        self.line.setModified(False)
        self.mark_wrong(False)
        self.refuse(None)
        self.rewritten.emit(replaced_by(value))

    def mark_wrong(self, wrong: bool) -> None:
        """Frames the line in the colour of errors, or as usual."""
        if self.line.property("wrong") != wrong:
            self.line.setProperty("wrong", wrong)
            self.line.style().unpolish(self.line)
            self.line.style().polish(self.line)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if event.key() == Qt.Key.Key_Escape and self.line.isModified():
                self.restore()
                return True
        elif event.type() == QEvent.Type.Resize and self.field.unit:
            self._unit.adjustSize()
            self._unit.move(
                self.line.width() - self._unit.width() - 8, (self.line.height() - self._unit.height()) // 2
            )
            self.line.setTextMargins(0, 0, self._unit.width() + 6, 0)
        return super().eventFilter(watched, event)

    def _hint(self) -> str:
        return self.said(self.field.hint) if self.field.hint else ""
