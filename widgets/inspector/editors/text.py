"""One line of text."""

from widgets.inspector.editors.written import WrittenEditor

EDITOR = WrittenEditor
