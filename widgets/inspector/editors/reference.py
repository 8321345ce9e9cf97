"""Another element of the design."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QToolButton

from widgets.inspector.candidates import candidates, emptied
from widgets.inspector.editors.editor import FieldEditor, replaced_by
from widgets.qt.pick_field import PickField
from widgets.qt.picker import Pick
from widgets.symbols import icon
from workbench.texts import text


class ReferenceEditor(FieldEditor):
    """A field to pick the element, and an arrow that selects it."""

    def build(self) -> None:
        look = self.around.look
        self.box = PickField(look, self._picks, self)
        self.box.setAccessibleName(self.said(self.field.label))
        self.setFocusProxy(self.box)
        self.arrow = QToolButton(self)
        self.arrow.setProperty("role", "small")
        self.arrow.setFixedSize(24, 24)
        row = QHBoxLayout()
        row.setSpacing(2)
        row.addWidget(self.box, 1)
        row.addWidget(self.arrow)
        self.column.addLayout(row)
        self.box.picked.connect(self._picked)
        self.arrow.clicked.connect(lambda: self.picked.emit(self.value or ""))

    def refresh(self) -> None:
        named = self.around.design().get(self.value)
        if self.is_several:
            self.box.show_pick(self.several, quiet=True)
        elif named:
            self.box.show_pick(self.said(named.title()), named.kind.symbol)
        elif self.value:
            self.box.show_pick(self.said(text("{id} is not in the design", id=self.value)), "mark-unknown")
        else:
            self.box.show_pick(self.said(self.field.hint or text("none")), quiet=True)
        self.arrow.setVisible(named is not None)
        self.arrow.setIcon(icon("ui-goto", self.around.look.theme, 14))
        self.arrow.setToolTip(self.said(text("Select it")))
        self.arrow.setAccessibleName(self.said(text("Select it")))

    def _picks(self) -> list[Pick]:
        look = self.around.look
        return [emptied(look), *candidates(self.field, self.around.design(), self.around.subjects(), look)]

    def _picked(self, id: str) -> None:
        if self.is_several or (id or None) != self.value:
            self.rewritten.emit(replaced_by(id or None))


EDITOR = ReferenceEditor
