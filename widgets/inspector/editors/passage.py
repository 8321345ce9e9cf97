"""A text of several lines: a policy, a remark."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QPlainTextEdit

from widgets.inspector.editors.editor import FieldEditor, replaced_by

LINES = 7


class PassageEditor(FieldEditor):
    """A box of lines; leaving it commits."""

    def build(self) -> None:
        self.box = QPlainTextEdit(self)
        self.box.setAccessibleName(self.said(self.field.label))
        self.box.setTabChangesFocus(True)
        self.box.setFixedHeight(LINES * 16 + 12)
        self.box.installEventFilter(self)
        self.setFocusProxy(self.box)
        self.column.addWidget(self.box)

    def refresh(self) -> None:
        if self.box.document().isModified() and self.box.hasFocus():
            return
        self.box.setPlainText(self.value or "")
        self.box.document().setModified(False)
        hint = self.said(self.field.hint) if self.field.hint else ""
        self.box.setPlaceholderText(self.several if self.is_several else hint)

    def commit(self) -> None:
        """Hands over what was typed."""
        if self.box.document().isModified():
            self.box.document().setModified(False)
            self.rewritten.emit(replaced_by(self.box.toPlainText()))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.FocusOut:
            self.commit()
        return super().eventFilter(watched, event)


EDITOR = PassageEditor
