"""Import of an address plan: the file is asked for, the rest is the import dialog."""

from __future__ import annotations

from widgets.shell.import_dialog import open_table_over as open_over

__all__ = ["open_over"]
