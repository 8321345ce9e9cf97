"""Bytes to pixels: PNG and JPEG alone, never more pixels than asked for, and nothing a file holds stops the program."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING, Final, Literal

if TYPE_CHECKING:
    from PIL.Image import Image as Pixels
    from PIL.ImageFile import ImageFile

Type = Literal["png", "jpeg"]
Fault = Literal["empty", "foreign", "large", "broken"]
"""Why there are no pixels: no bytes, neither PNG nor JPEG, too many pixels or bytes, damaged."""
SIGNS: Final[dict[bytes, Type]] = {b"\x89PNG\r\n\x1a\n": "png", b"\xff\xd8\xff": "jpeg"}
MOST_SIDE: Final = 8_000
"""Pixels of the longer side of an image in a design: painters refuse what is much longer."""
MOST_SCANS: Final = 40
"""Passes of a JPEG over its pixels: cameras make one, the web about ten; each costs as much as a whole image."""
_SCAN: Final = b"\xff\xda"
_ORIENTATION: Final = 0x0112


class Undecodable(Exception):
    """Bytes without pixels; `fault` says why."""

    def __init__(self, fault: Fault) -> None:
        super().__init__(fault)
        self.fault: Fault = fault


def type_of(raw: bytes) -> Type | None:
    """What a file is by its first bytes, whatever its name says."""
    return next((found for sign, found in SIGNS.items() if raw.startswith(sign)), None)


def decoded(raw: bytes, most: int, side: int = MOST_SIDE) -> Pixels:
    """The pixels as the file holds them, at most so many and so many a side; Undecodable says why there are none."""
    if not raw:
        raise Undecodable("empty")
    found = type_of(raw)
    if found is None:
        raise Undecodable("foreign")
    if found == "jpeg" and raw.count(_SCAN) > MOST_SCANS:
        raise Undecodable("broken")
    return _loaded(raw, found, most, side)


def is_plain(pixels: Pixels) -> bool:
    """Whether every program shows the file alike: upright as it lies, and in colours of the screen."""
    return _orientation(pixels) == 1 and pixels.mode != "CMYK"


def upright(pixels: Pixels) -> Pixels:
    """The pixels turned as the camera noted, in eight bits and colours of the screen."""
    from PIL import ImageOps

    turned = ImageOps.exif_transpose(pixels) if _orientation(pixels) != 1 else pixels
    if turned.mode.startswith(("I", "F")):
        # Sixteen bits a pixel; a plain conversion would cut them off at 255.
        return turned.convert("I").point(lambda value: value * (1 / 256)).convert("L")
    has_alpha = "A" in turned.mode or "transparency" in turned.info
    return turned.convert("RGBA" if has_alpha else "L" if turned.mode in ("1", "L") else "RGB")


def png_bytes(pixels: Pixels) -> bytes:
    """The pixels as a PNG without anything but them."""
    made = io.BytesIO()
    _bare(pixels).save(made, "PNG", optimize=True)
    return made.getvalue()


def jpeg_bytes(pixels: Pixels, quality: int) -> bytes:
    """The pixels as a JPEG without anything but them."""
    made = io.BytesIO()
    _bare(pixels.convert("RGB")).save(made, "JPEG", quality=quality, optimize=True)
    return made.getvalue()


def _bare(pixels: Pixels) -> Pixels:
    """The pixels without what their file noted of place, camera and program."""
    bare = pixels.copy()
    bare.info = {}
    return bare


def _loaded(raw: bytes, found: Type, most: int, side: int) -> Pixels:
    try:
        pixels = _opened(raw, found)
        wide, high = pixels.size
        if wide * high <= most and max(wide, high) <= side:
            pixels.load()
            # What the camera noted may be damaged too, and is read later.
            _orientation(pixels)
            return pixels
    except Exception as wrong:
        # A decoder meets whatever a file holds; which error it makes of it depends on the byte it stumbles over.
        raise Undecodable("broken") from wrong
    raise Undecodable("large")


def _opened(raw: bytes, found: Type) -> ImageFile:
    """The head of the file by the one decoder it asks for; no pixel is decoded yet."""
    from PIL.JpegImagePlugin import JpegImageFile
    from PIL.PngImagePlugin import PngImageFile

    return (PngImageFile if found == "png" else JpegImageFile)(io.BytesIO(raw))


def _orientation(pixels: Pixels) -> int:
    noted = pixels.getexif().get(_ORIENTATION, 1)
    return noted if noted in range(1, 9) else 1
