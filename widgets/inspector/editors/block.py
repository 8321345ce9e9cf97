"""One block of addresses."""

from widgets.inspector.editors.written import WrittenEditor

EDITOR = WrittenEditor
