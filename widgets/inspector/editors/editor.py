"""FieldEditor: what all editors of fields share."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QSizePolicy, QVBoxLayout, QWidget

from widgets.look import Look
from workbench.model.design import Design
from workbench.model.element import Element, Field
from workbench.texts import Text, text
from workbench.words import Words

Rewrite = Callable[[Any], Any]
"""From a field's value to its next one; asked of every selected element."""


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What an editor may look at: how to say and paint, the design, and the elements whose field it edits."""

    look: Look
    design: Callable[[], Design]
    subjects: Callable[[], tuple[Element, ...]]


def replaced_by(value: Any) -> Rewrite:
    """The rewrite that sets a value, whatever was there."""
    return lambda old: value


class FieldEditor(QWidget):
    """Shows the values a field has in the selected elements; `rewritten` carries what the user made of them."""

    rewritten = Signal(object)
    picked = Signal(str)

    def __init__(self, field: Field, around: Surroundings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.field, self.around = field, around
        self._values: tuple[Any, ...] = ()
        self._reason: Text | None = None
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(3)
        self._sentence = QLabel(self)
        self._sentence.setWordWrap(True)
        self._sentence.hide()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.build()
        self.column.addWidget(self._sentence)

    def build(self) -> None:
        """Puts the editor's widgets into `column`."""
        raise NotImplementedError

    def show_values(self, values: Sequence[Any]) -> None:
        """Shows the values of the selected elements; what is being typed stays."""
        self._values = tuple(values)
        self.refresh()

    def refresh(self) -> None:
        """Shows the present values again, in the present language and theme."""
        raise NotImplementedError

    def labels(self) -> tuple[Text, ...]:
        """What stands beside the editor, a line each."""
        return (self.field.label,)

    @property
    def is_several(self) -> bool:
        """Whether the selected elements have different values."""
        return any(value != self._values[0] for value in self._values[1:])

    @property
    def value(self) -> Any:
        """The value, where all have the same one; None otherwise."""
        return self._values[0] if self._values and not self.is_several else None

    @property
    def several(self) -> str:
        """What is shown in place of different values."""
        return self.said(text("(several)"))

    def said(self, words: Text | Words) -> str:
        """A sentence or name in the language of the window."""
        return self.around.look.said(words)

    def refuse(self, reason: Text | None) -> None:
        """Says below the field why what was typed is not taken; None takes the sentence away."""
        self._reason = reason
        self._sentence.setVisible(reason is not None)
        if reason is not None:
            self._sentence.setText(self.said(reason))
            self._sentence.setStyleSheet(f"color: {self.around.look.colour('error').name()}")

    @property
    def refusal(self) -> Text | None:
        """Why what stands in the field is not taken, None where it is."""
        return self._reason
