"""The thirteen ways a field is edited, one file each. A kind's field names one of them, or gets it from its type."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from widgets.inspector.editors.editor import FieldEditor, Surroundings
from workbench.model.element import Field


def editor_for(field: Field, around: Surroundings, parent: QWidget | None = None) -> FieldEditor:
    """The editor that the field asks for."""
    from importlib import import_module

    name = "chips" if field.many and field.editor == "block" else field.editor
    made: type[FieldEditor] = import_module(f"{__name__}.{name}").EDITOR
    return made(field, around, parent)
