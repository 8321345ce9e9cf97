"""The clipboard of the system, as far as elements, images and tables go."""

from __future__ import annotations

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QGuiApplication

from widgets.qt.images_in import image_files_in, images_in
from workbench.storage.clip import TYPE, Clip


def copy_out(clip: Clip) -> None:
    """Puts a clip on the clipboard, for other windows and, as plain text, for other programs."""
    data = QMimeData()
    data.setData(TYPE, clip.elements)
    data.setText(clip.plain)
    QGuiApplication.clipboard().setMimeData(data)


def clipboard() -> Clip:
    """What the clipboard holds now."""
    data = QGuiApplication.clipboard().mimeData()
    if data is None:
        return Clip()
    elements = bytes(data.data(TYPE).data()) if data.hasFormat(TYPE) else b""
    plain = data.text() if data.hasText() else ""
    return Clip(elements, plain, images_in(data), image_files_in(data))
