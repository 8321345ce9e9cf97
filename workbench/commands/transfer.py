"""Files of others: bringing their configuration in, handing documents out."""

from __future__ import annotations

from workbench.commands.command import command
from workbench.commands.desk import Desk
from workbench.texts import Text


def not_writable(desk: Desk) -> Text | None:
    """Why nothing can be brought in."""
    return desk.editor.read_only


@command(
    "file.import", title="Import a folder…", menu="file", order=300, shortcut="Ctrl+I", hindrance=not_writable
)
def import_folder(desk: Desk) -> None:
    """The elements of a folder of configuration files, after the user saw what becomes of each."""
    desk.show_dialog("import")


@command("file.import-table", title="Import an address plan…", menu="file", order=305, hindrance=not_writable)
def import_table(desk: Desk) -> None:
    """The rows of an address plan, a workbook or text with commas, after the user picked what becomes of them."""
    desk.show_dialog("import-table")


@command("file.export", title="Export…", menu="file", order=310, shortcut="Ctrl+E")
def export(desk: Desk) -> None:
    """Drawings, documents and workbooks of the design in a folder."""
    desk.show_dialog("export")
