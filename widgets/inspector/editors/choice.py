"""One of a few values."""

from __future__ import annotations

from widgets.inspector.editors.editor import FieldEditor, replaced_by
from widgets.qt.choice_box import ChoiceBox


class ChoiceEditor(FieldEditor):
    """A box of the choices that the field declares, or of those among them that the element offers."""

    def build(self) -> None:
        self.box = ChoiceBox(self.around.look, self)
        self.box.setAccessibleName(self.said(self.field.label))
        self.setFocusProxy(self.box)
        self.column.addWidget(self.box)
        self.box.activated.connect(self._chosen)

    def refresh(self) -> None:
        offered = [element.offered(self.field.name) for element in self.around.subjects()]
        values = tuple(
            value
            for value in self.field.choices
            # What stands there stays to be seen, fitting or not.
            if value == self.value or all(not some or value in some for some in offered)
        )
        self.box.clear()
        for value in values:
            self.box.addItem(self.said(self.field.choices[value]), value)
        self.box.setPlaceholderText(self.several)
        self.box.setCurrentIndex(values.index(self.value) if self.value in values else -1)
        self.box.setToolTip(self.said(self.field.hint) if self.field.hint else "")

    def _chosen(self, at: int) -> None:
        value = self.box.itemData(at)
        if self.is_several or value != self.value:
            self.rewritten.emit(replaced_by(value))


EDITOR = ChoiceEditor
