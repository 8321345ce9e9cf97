"""Bytes to pixels: PNG and JPEG alone, never more pixels than asked for, and nothing a file holds stops the program."""

from __future__ import annotations

import io
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Literal

from workbench.images.notes import noted_in, orientation_in, without_notes

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
_TURNED: Final = (
    None,
    "FLIP_LEFT_RIGHT",
    "ROTATE_180",
    "FLIP_TOP_BOTTOM",
    "TRANSPOSE",
    "ROTATE_270",
    "TRANSVERSE",
    "ROTATE_90",
)
"""What turns pixels upright, by how the camera was held."""


class Undecodable(Exception):
    """Bytes without pixels; `fault` says why."""

    def __init__(self, fault: Fault) -> None:
        super().__init__(fault)
        self.fault: Fault = fault


@dataclass(frozen=True, slots=True)
class Decoded:
    """The pixels of a file as they lie in it, how the camera was held, and the file without the camera's notes."""

    pixels: Pixels
    type: Type
    orientation: int
    content: bytes

    @property
    def is_plain(self) -> bool:
        """Whether every program shows the file alike: upright as it lies, and in colours of the screen."""
        return self.orientation == 1 and self.pixels.mode != "CMYK"

    def upright(self) -> Pixels:
        """The pixels turned as the camera noted, in eight bits and colours of the screen."""
        from PIL.Image import Transpose

        turn = _TURNED[self.orientation - 1]
        pixels = self.pixels.transpose(Transpose[turn]) if turn else self.pixels
        if pixels.mode.startswith(("I", "F")):
            # Sixteen bits a pixel; a plain conversion would cut them off at 255.
            return pixels.convert("I").point(lambda value: value * (1 / 256)).convert("L")
        has_alpha = "A" in pixels.mode or "transparency" in pixels.info
        return pixels.convert("RGBA" if has_alpha else "L" if pixels.mode in ("1", "L") else "RGB")


def decoded(raw: bytes, most: int, side: int = MOST_SIDE) -> Decoded:
    """What a file holds, at most so many pixels and so many a side; Undecodable says why there are none."""
    if not raw:
        raise Undecodable("empty")
    found = next((type for sign, type in SIGNS.items() if raw.startswith(sign)), None)
    if found is None:
        raise Undecodable("foreign")
    if found == "png":
        pixels = _loaded(raw, found, most, side)
        return Decoded(pixels, found, orientation_in(pixels.info.get("exif", b"")), raw)
    content = without_notes(raw)
    if content.count(_SCAN) > MOST_SCANS:
        raise Undecodable("broken")
    return Decoded(_loaded(content, found, most, side), found, orientation_in(noted_in(raw)), content)


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
