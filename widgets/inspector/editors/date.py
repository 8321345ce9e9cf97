"""A day, year first."""

from widgets.inspector.editors.written import WrittenEditor

EDITOR = WrittenEditor
