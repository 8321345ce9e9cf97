"""The system's dialogs for files and folders, or Qt's where the system has none, in the language of the window."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Final

from PySide6.QtWidgets import QFileDialog, QToolButton, QWidget

from widgets.look import Look
from widgets.symbols import icon
from workbench.images.incoming import SUFFIXES
from workbench.texts import Text, text

SIGNS: Final = {"backButton": "ui-undo", "forwardButton": "ui-redo", "toParentButton": "ui-up"}


def ask_folder(look: Look, title: Text, start: Path, parent: QWidget) -> Path | None:
    """A folder the user picked."""
    dialog = _dialog(look, title, parent)
    dialog.setFileMode(QFileDialog.FileMode.Directory)
    dialog.setOption(QFileDialog.Option.ShowDirsOnly)
    dialog.setDirectory(str(start))
    return _picked(dialog)


def ask_design(look: Look, title: Text, start: Path, suffix: str, parent: QWidget) -> Path | None:
    """A design file the user picked to open; where to begin is a file or a folder."""
    dialog = _dialog(look, title, parent)
    dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
    dialog.setNameFilter(f"{look.said(text('Landing zone designs'))} (*{suffix})")
    dialog.setDirectory(str(start if start.is_dir() else start.parent))
    return _picked(dialog)


def ask_image(look: Look, title: Text, parent: QWidget) -> Path | None:
    """A file with an image that the user picked."""
    dialog = _dialog(look, title, parent)
    dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
    kinds = " ".join(f"*{suffix}" for suffix in SUFFIXES)
    dialog.setNameFilters([f"{look.said(text('Images'))} ({kinds})", f"{look.said(text('All files'))} (*)"])
    return _picked(dialog)


def ask_table(look: Look, title: Text, start: Path, suffixes: Sequence[str], parent: QWidget) -> Path | None:
    """A file with a table that the user picked."""
    dialog = _dialog(look, title, parent)
    dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
    kinds = " ".join(f"*{suffix}" for suffix in suffixes)
    dialog.setNameFilters([f"{look.said(text('Tables'))} ({kinds})", f"{look.said(text('All files'))} (*)"])
    dialog.setDirectory(str(start))
    return _picked(dialog)


def ask_where_to_save(look: Look, title: Text, start: Path, suffix: str, parent: QWidget) -> Path | None:
    """Where the user wants the design to be."""
    dialog = _dialog(look, title, parent)
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setNameFilter(f"{look.said(text('Landing zone designs'))} (*{suffix})")
    dialog.setDefaultSuffix(suffix.removeprefix("."))
    dialog.setDirectory(str(start.parent))
    dialog.selectFile(start.name)
    return _picked(dialog)


def _dialog(look: Look, title: Text, parent: QWidget) -> QFileDialog:
    dialog = QFileDialog(parent, look.said(title))
    # Qt's own catalogue of Chinese has no word for these two.
    dialog.setLabelText(QFileDialog.DialogLabel.LookIn, look.said(text("Look in")))
    dialog.setLabelText(QFileDialog.DialogLabel.FileType, look.said(text("Kind of file")))
    for name, sign in SIGNS.items():
        # Its own signs are black in every theme; where the system brings the dialog, there are no such buttons.
        if button := dialog.findChild(QToolButton, name):
            button.setIcon(icon(sign, look.theme, 16))
    return dialog


def _picked(dialog: QFileDialog) -> Path | None:
    found = dialog.selectedFiles() if dialog.exec() else []
    dialog.deleteLater()
    return Path(found[0]) if found else None
