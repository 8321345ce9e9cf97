"""Images that come in from files and the clipboard: upright, without what the camera noted, and small enough to keep."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

from workbench.images.decoding import (
    MOST_SIDE,
    Decoded,
    Fault,
    Undecodable,
    decoded,
    jpeg_bytes,
    png_bytes,
)
from workbench.images.image import MOST_BYTES, MOST_PIXELS, image_of, lines_of
from workbench.texts import Text, text
from workbench.words import Words

if TYPE_CHECKING:
    from PIL.Image import Image as Pixels

MOST_BYTES_IN: Final = 40_000_000
MOST_PIXELS_IN: Final = 60_000_000
"""What a large camera makes; more is no photo of a whiteboard and would take the machine's memory."""
SUFFIXES: Final = (".png", ".jpg", ".jpeg")
"""The names of files that are taken."""
OTHERS: Final = (".svg", ".gif", ".bmp", ".webp", ".tif", ".tiff", ".heic", ".avif")
"""The names of images that are refused with a sentence, not passed over."""
_QUALITY: Final = 88
_SMALLER: Final = 0.8
"""How much shorter the sides become where the file is still too large."""


@dataclass(frozen=True, slots=True)
class Incoming:
    """An image that somebody chose, dropped or pasted: how it is called, and what reads it when there is time."""

    name: Words
    read: Callable[[], bytes]

    def lines(self) -> tuple[str, ...]:
        """The lines that hold it in a design; NotTaken says why it is not taken."""
        try:
            raw = self.read()
        except OSError as wrong:
            reason = wrong.strerror or str(wrong)
            raise NotTaken(text("{path} cannot be read: {reason}.", path=self.name, reason=reason)) from wrong
        return taken(raw, self.name)


def from_file(path: Path) -> Incoming:
    """The image of a file, called like it."""
    return Incoming(Words(en=path.stem, zh=path.stem), lambda: _read(path))


def _read(path: Path) -> bytes:
    """The bytes of a file, of one far too large only so many that it is refused."""
    with path.open("rb") as file:
        return file.read(MOST_BYTES_IN + 1)


class NotTaken(Exception):
    """An image that is not taken into a design; `text` says why and what to do."""

    def __init__(self, text: Text) -> None:
        super().__init__(text.said("en"))
        self.text = text


def taken(raw: bytes, name: Words) -> tuple[str, ...]:
    """The lines that hold an image in a design, made smaller where it is large; NotTaken says why it is not taken."""
    if len(raw) > MOST_BYTES_IN:
        raise NotTaken(_why_not("large", raw, name))
    try:
        found = decoded(raw, MOST_PIXELS_IN, side=MOST_PIXELS_IN)
    except Undecodable as wrong:
        raise NotTaken(_why_not(wrong.fault, raw, name)) from wrong
    lines = lines_of(_as_it_is(found) or _made_to_fit(found))
    # It is drawn in a moment, on the window's thread.
    image_of(lines)
    return lines


def _as_it_is(found: Decoded) -> bytes:
    """The file of a photo of fitting size with its pixels untouched; b"" where it has to be made anew."""
    fits = _share(found.pixels) == 1 and len(found.content) <= MOST_BYTES
    return found.content if found.type == "jpeg" and found.is_plain and fits else b""


def _made_to_fit(found: Decoded) -> bytes:
    """The image as a PNG or, where that is too large and nothing shines through, as a JPEG: as large as may be kept."""
    pixels, is_photo = found.upright(), found.type == "jpeg"
    share = _share(pixels)
    while True:
        sized = _sized(pixels, share)
        made = b"" if is_photo else png_bytes(sized)
        if (is_photo or len(made) > MOST_BYTES) and sized.mode != "RGBA":
            made = jpeg_bytes(sized, _QUALITY)
        if len(made) <= MOST_BYTES:
            return made
        share *= _SMALLER


def _share(pixels: Pixels) -> float:
    """How much shorter the sides have to be, 1 where they are short enough."""
    wide, high = pixels.size
    return min(1.0, math.sqrt(MOST_PIXELS / (wide * high)), MOST_SIDE / max(wide, high))


def _sized(pixels: Pixels, share: float) -> Pixels:
    from PIL.Image import Resampling

    if share >= 1:
        return pixels
    wide, high = (max(int(side * share), 1) for side in pixels.size)
    return pixels.resize((wide, high), Resampling.LANCZOS)


def _why_not(fault: Fault, raw: bytes, name: Words) -> Text:
    if fault == "large":
        return text(
            "“{name}” is too large: at most {bytes} MB and {pixels} million pixels are taken in. "
            "Make it smaller in another program, and insert that.",
            name=name,
            bytes=MOST_BYTES_IN // 1_000_000,
            pixels=MOST_PIXELS_IN // 1_000_000,
        )
    if fault == "foreign" and b"<svg" in raw[:4096].lower():
        return text(
            "“{name}” is an SVG, which may hold programs and fetch files. Save it as PNG, and insert that.",
            name=name,
        )
    if fault == "foreign":
        return text(
            "“{name}” is neither PNG nor JPEG. Save it as one of the two, and insert that.", name=name
        )
    return text(
        "“{name}” cannot be read: it is empty, damaged or cut off. Open it in another program, save it anew, "
        "and insert that.",
        name=name,
    )
