"""Yes or no."""

from __future__ import annotations

from PySide6.QtCore import Qt

from widgets.inspector.editors.editor import FieldEditor, replaced_by
from widgets.qt.switch import Switch
from workbench.texts import YES_NO


class SwitchEditor(FieldEditor):
    """A box to tick, with the word beside it; half ticked where elements differ."""

    def build(self) -> None:
        self.box = Switch(self.around.look, self)
        self.box.setAccessibleName(self.said(self.field.label))
        self.setFocusProxy(self.box)
        self.column.addWidget(self.box)
        self.box.clicked.connect(self._clicked)

    def refresh(self) -> None:
        state = Qt.CheckState.Checked if self.value else Qt.CheckState.Unchecked
        self.box.setCheckState(Qt.CheckState.PartiallyChecked if self.is_several else state)
        self.box.setText(self.several if self.is_several else self.said(YES_NO[bool(self.value)]))
        self.box.setToolTip(self.said(self.field.hint) if self.field.hint else "")

    def _clicked(self) -> None:
        self.rewritten.emit(replaced_by(True if self.is_several else not self.value))


EDITOR = SwitchEditor
