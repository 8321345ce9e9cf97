"""Images that a drag or the clipboard carries: files of images, and bare ones."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import Final

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMimeData
from PySide6.QtGui import QImage

from workbench.images.incoming import OTHERS, SUFFIXES, Incoming, from_file
from workbench.texts import text
from workbench.words import Words

TYPES: Final = ("image/png", "image/jpeg")
NAME: Final = text("Pasted picture")


def carries_images(data: QMimeData) -> bool:
    """Whether data has images; asked at every move of a drag, so none is read."""
    return data.hasImage() or any(map(data.hasFormat, TYPES)) or bool(image_files_in(data))


def image_files_in(data: QMimeData) -> tuple[Incoming, ...]:
    """The files of images among those that data names; none where data has no files on this machine."""
    paths = (Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile())
    return tuple(from_file(path) for path in paths if path.suffix.lower() in (*SUFFIXES, *OTHERS))


def images_in(data: QMimeData) -> tuple[Incoming, ...]:
    """The bare image that data holds, as another program copied it."""
    name = Words(en=NAME.said("en"), zh=NAME.said("zh"))
    for type in TYPES:
        if data.hasFormat(type):
            return (Incoming(name, partial(bytes, data.data(type).data())),)
    found = data.imageData() if data.hasImage() else None
    # Encoding it takes long, so that waits until somebody reads it beside the window.
    return (Incoming(name, partial(_encoded, QImage(found))),) if isinstance(found, QImage) else ()


def _encoded(image: QImage) -> bytes:
    content = QByteArray()
    buffer = QBuffer(content)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")  # type: ignore[call-overload]
    return bytes(content.data())
