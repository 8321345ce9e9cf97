"""A number with its unit and limits."""

from widgets.inspector.editors.written import WrittenEditor

EDITOR = WrittenEditor
