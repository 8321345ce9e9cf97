"""Image: what the lines of a design's file hold, looked at once and known by its content from then on."""

from __future__ import annotations

import base64
import binascii
import hashlib
import threading
from collections import OrderedDict
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final

from workbench.images.decoding import Fault, Type, Undecodable, decoded, png_bytes

MOST_BYTES: Final = 1_000_000
"""Bytes of one image in a design: its file is read, saved and kept in the journal whole."""
MOST_PIXELS: Final = 3_000_000
"""Pixels of one image in a design, such as 2000 by 1500: sharp on a full A4 page."""
LINE: Final = 96
"""Letters of one line of an image in the file: git shows and merges lines."""
_KEPT: Final = 128
"""Images that are known at a time."""


@dataclass(frozen=True, slots=True)
class Image:
    """An image that can be shown: its file, which is upright and whole, and its size in pixels."""

    print: str
    type: Type
    size: tuple[int, int]
    content: bytes = field(repr=False, compare=False)


Lines = Sequence[str]
_known: OrderedDict[Lines, Image | Fault] = OrderedDict()
_lock = threading.Lock()


def lines_of(content: bytes) -> tuple[str, ...]:
    """A file as the lines that a design holds."""
    letters = base64.b64encode(content).decode()
    return tuple(letters[at : at + LINE] for at in range(0, len(letters), LINE))


def image_of(lines: tuple[str, ...]) -> Image | Fault:
    """The image that lines hold, or why they hold none. What was looked at once is known."""
    found = known(lines)
    if found is None:
        found = _looked_at(lines)
        with _lock:
            _known[lines] = found
            while len(_known) > _KEPT:
                _known.popitem(last=False)
    return found


def known(lines: tuple[str, ...]) -> Image | Fault | None:
    """What the lines hold where they were looked at before, None where that would take time."""
    with _lock:
        return _known.get(lines)


def _looked_at(lines: Lines) -> Image | Fault:
    try:
        return _sound(_content(lines))
    except Undecodable as wrong:
        return wrong.fault


def _content(lines: Lines) -> bytes:
    if sum(map(len, lines)) > MOST_BYTES * 4 // 3 + 4:
        raise Undecodable("large")
    try:
        return base64.b64decode("".join(lines), validate=True)
    except (binascii.Error, ValueError) as wrong:
        raise Undecodable("broken") from wrong


def _sound(content: bytes) -> Image:
    found = decoded(content, MOST_PIXELS)
    if found.is_plain:
        return _image(found.type, found.pixels.size, found.content)
    pixels = found.upright()
    return _image("png", pixels.size, png_bytes(pixels))


def _image(type: Type, size: tuple[int, int], content: bytes) -> Image:
    return Image(hashlib.sha256(content).hexdigest(), type, size, content)
