"""The window's dialogs by name; each is read when it is first opened."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Final

from workbench.commands.desk import Dialog

if TYPE_CHECKING:
    from widgets.shell.window import MainWindow

MODULES: Final[dict[Dialog, str]] = {
    "import": "widgets.shell.import_dialog",
    "import-table": "widgets.shell.import_table_dialog",
    "export": "widgets.shell.export_dialog",
    "about": "widgets.shell.about_dialog",
    "finder": "widgets.shell.finder",
    "recover": "widgets.shell.recover_dialog",
    "guide": "widgets.shell.guide",
    "patterns": "widgets.shell.patterns_dialog",
    "preferences": "widgets.shell.preferences_dialog",
    "rows": "widgets.shell.rows_dialog",
    "history": "widgets.shell.history_list",
    "recent": "widgets.shell.recent_dialog",
    "renumber": "widgets.shell.renumber_dialog",
    "synthesis": "widgets.synthesis.dialog",
}


def opened(name: Dialog, window: MainWindow) -> None:
    """Opens a dialog over the window."""
    import_module(MODULES[name]).open_over(window)
