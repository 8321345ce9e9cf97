"""Several values in a row: blocks, names, tags, choices, elements."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from widgets.inspector.candidates import candidates
from widgets.inspector.editors.editor import FieldEditor, Rewrite
from widgets.qt.chip import Chip
from widgets.qt.flow import Flow
from widgets.qt.line import Line
from widgets.qt.pick_field import PickField
from widgets.qt.picker import Pick
from workbench.reading import Refused, one_line, read, written
from workbench.texts import text


class ChipsEditor(FieldEditor):
    """A chip a value with a cross to take it away; typed or picked values are added at the end."""

    def build(self) -> None:
        self.chips: list[Chip] = []
        self._area = QWidget(self)
        self.flow = Flow(self._area)
        self.column.addWidget(self._area)
        self.line: Line | None = None
        self.box: PickField | None = None
        if self.field.refers or self.field.choices:
            self.box = PickField(self.around.look, self._picks, self)
            self.box.picked.connect(self._add)
            self.column.addWidget(self.box)
            self.setFocusProxy(self.box)
        else:
            self.line = Line(self)
            self.line.installEventFilter(self)
            self.line.editingFinished.connect(self.commit)
            self.column.addWidget(self.line)
            self.setFocusProxy(self.line)

    def refresh(self) -> None:
        for chip in self.chips:
            self.flow.removeWidget(chip)
            chip.deleteLater()
        items = [] if self.is_several else _items(self.value)
        self.chips = [self._chip(item) for item in items]
        self._area.setVisible(bool(self.chips))
        hint = self.several if self.is_several else self.said(text("Add…"))
        if self.line:
            self.line.setAccessibleName(self.said(self.field.label))
            self.line.setPlaceholderText(
                self.said(text("key=value")) if self._is_table() and not self.is_several else hint
            )
            self.line.setToolTip(self.said(self.field.hint) if self.field.hint else "")
        if self.box:
            self.box.setAccessibleName(self.said(self.field.label))
            self.box.show_pick(hint, quiet=True)

    def commit(self) -> None:
        """Adds what was typed; commas part several."""
        assert self.line
        typed = [
            part.strip() for part in one_line(self.line.text()).replace("，", ",").split(",") if part.strip()
        ]
        if not typed or not self.line.isModified():
            return
        try:
            values = [self._read(part) for part in typed]
        except Refused as wrong:
            self._mark_wrong(True)
            self.refuse(wrong.text)
            return
        self._mark_wrong(False)
        self.refuse(None)
        self.line.clear()
        self.line.setModified(False)
        self.rewritten.emit(_adding(values))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.line and event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if event.key() == Qt.Key.Key_Backspace and not self.line.text() and self.chips:
                self._drop(_items(self.value)[-1])
                return True
            if event.key() == Qt.Key.Key_Escape and self.line.text():
                self.line.clear()
                self._mark_wrong(False)
                self.refuse(None)
                return True
        return super().eventFilter(watched, event)

    def _is_table(self) -> bool:
        return bool(self._values) and isinstance(self._values[0], dict)

    def _read(self, typed: str) -> Any:
        if not self._is_table():
            return read(self.field, typed)
        key, sign, value = typed.partition("=")
        if not sign or not key.strip():
            raise Refused(text("{typed} is not a tag, such as system=trade.", typed=typed[:40]))
        return key.strip(), value.strip()

    def _chip(self, item: Any) -> Chip:
        chip = Chip(self.around.look, self._wording(item), parent=self._area)
        self.flow.addWidget(chip)
        chip.show()
        chip.dropped.connect(lambda: self._drop(item))
        if self.field.refers:
            chip.picked.connect(lambda: self.picked.emit(item))
        return chip

    def _wording(self, item: Any) -> str:
        if isinstance(item, tuple):
            return f"{item[0]}={item[1]}"
        if self.field.choices:
            return self.said(self.field.choices[item]) if item in self.field.choices else str(item)
        named = self.around.design().get(item) if self.field.refers else None
        return self.said(named.title()) if named else written(item)

    def _picks(self) -> list[Pick]:
        if self.field.choices:
            return [
                Pick(value, self.said(label), "ui-plus")
                for value, label in self.field.choices.items()
                if value not in (self.value or ())
            ]
        found = candidates(self.field, self.around.design(), self.around.subjects(), self.around.look)
        return [pick for pick in found if pick.id not in (self.value or ())]

    def _add(self, value: str) -> None:
        self.rewritten.emit(_adding([value]))

    def _drop(self, item: Any) -> None:
        self.rewritten.emit(_dropping(item))

    def _mark_wrong(self, wrong: bool) -> None:
        assert self.line
        if self.line.property("wrong") != wrong:
            self.line.setProperty("wrong", wrong)
            self.line.style().unpolish(self.line)
            self.line.style().polish(self.line)


def _items(value: Any) -> list[Any]:
    """The single values of a tuple or a table of tags."""
    if isinstance(value, dict):
        return sorted(value.items())
    return list(value or ())


def _adding(values: list[Any]) -> Rewrite:
    return lambda old: (
        {**old, **dict(values)} if isinstance(old, dict) else (*old, *(v for v in values if v not in old))
    )


def _dropping(item: Any) -> Rewrite:
    def rewrite(old: Any) -> Any:
        if isinstance(old, dict):
            return {key: value for key, value in old.items() if (key, value) != item}
        return tuple(value for value in old if value != item)

    return rewrite


EDITOR: Callable[..., FieldEditor] = ChipsEditor
