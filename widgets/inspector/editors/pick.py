"""One of the values that the element itself offers, found by typing."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from widgets.inspector.editors.editor import FieldEditor, replaced_by
from widgets.qt.pick_field import PickField
from widgets.qt.picker import Pick
from workbench.model.element import KINDS
from workbench.searching import Index
from workbench.texts import LANGUAGES, Text, text


class PickEditor(FieldEditor):
    """A field that opens the list of what every selected element offers; what none of it answers may be offered too."""

    def build(self) -> None:
        self.box = PickField(self.around.look, self._picks, self)
        self.box.picker.made_for = self._made_for
        self.box.setAccessibleName(self.said(self.field.label))
        self.setFocusProxy(self.box)
        self.column.addWidget(self.box)
        self.box.picked.connect(self._picked)

    def refresh(self) -> None:
        if self.is_several or not self.value:
            wording = self.several if self.is_several else self.said(self.field.hint or text("none"))
            self.box.show_pick(wording, quiet=True)
            return
        label = self._offered(self.value).get(self.value)
        if label:
            self.box.show_pick(self.said(label), _symbol_of(self.value))
        else:
            unknown = text("{value} is not to be had here", value=self.value)
            self.box.show_pick(self.said(unknown), "mark-unknown")

    def _offered(self, typed: str = "") -> Mapping[str, Text]:
        first, *others = (element.offered(self.field.name, typed) for element in self.around.subjects())
        return {value: label for value, label in first.items() if all(value in other for other in others)}

    def _picks(self) -> list[Pick]:
        return [self._pick(value, label) for value, label in self._offered().items()]

    def _pick(self, value: str, label: Text) -> Pick:
        also = tuple(label.said(language) for language in LANGUAGES)
        return Pick(value, self.said(label), _symbol_of(value) or "ui-goto", "", also)

    def _made_for(self, typed: str) -> Sequence[Pick]:
        """What only the typed words bring, where nothing of the list answers them."""
        listed = self._picks()
        if Index(listed, lambda pick: pick.called).found(typed):
            return ()
        known = {pick.id for pick in listed}
        more = self._offered(typed).items()
        return [self._pick(value, label) for value, label in more if value not in known]

    def _picked(self, value: str) -> None:
        if self.is_several or value != self.value:
            self.rewritten.emit(replaced_by(value))


def _symbol_of(value: str) -> str:
    """A kind is shown with its symbol; other values have none."""
    return KINDS[value].symbol if value in KINDS else ""


EDITOR = PickEditor
