"""Images for tests: small, and each with something special about it."""

from __future__ import annotations

import io
import struct
import zlib

from PIL import Image as Pillow

from workbench.images.image import lines_of
from workbench.model.design import Design
from workbench.model.elements.picture import Picture
from workbench.words import Words

ORIENTATION, PLACE = 0x0112, 0x8825


def png(wide: int = 40, high: int = 20, colour: str = "red", mode: str = "RGB") -> bytes:
    """A PNG of one colour."""
    return saved(Pillow.new(mode, (wide, high), colour), "PNG")


def jpeg(wide: int = 40, high: int = 20, orientation: int = 1) -> bytes:
    """A JPEG, red at its left and blue at its right, with notes of a camera."""
    pixels = Pillow.new("RGB", (wide, high), "blue")
    pixels.paste("red", (0, 0, wide // 2, high))
    noted = Pillow.Exif()
    noted[ORIENTATION] = orientation
    noted[PLACE] = {1: "N", 2: (30.0, 16.0, 27.0)}
    return saved(pixels, "JPEG", exif=noted, comment=b"taken at home", quality=95)


def saved(pixels: Pillow.Image, kind: str, **settings: object) -> bytes:
    """The file of pixels."""
    made = io.BytesIO()
    pixels.save(made, kind, **settings)
    return made.getvalue()


def noise(wide: int, high: int, mode: str = "RGB") -> Pillow.Image:
    """Pixels that no file makes much smaller."""
    bands = [Pillow.effect_noise((wide, high), 90) for _ in mode]
    return Pillow.merge(mode, bands)


def pixels(raw: bytes) -> Pillow.Image:
    """What a file shows."""
    return Pillow.open(io.BytesIO(raw))


def claiming(wide: int, high: int, rows: int = 1) -> bytes:
    """A PNG of few bytes that claims to be very large: a bomb for whoever believes it."""
    head = struct.pack(">IIBBBBB", wide, high, 8, 2, 0, 0, 0)
    content = zlib.compress(b"\0" * rows * (wide * 3 + 1) if wide < 10_000 else b"\0" * 1000)
    parts = ((b"IHDR", head), (b"IDAT", content), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(map(_chunk, parts))


def _chunk(part: tuple[bytes, bytes]) -> bytes:
    name, content = part
    return struct.pack(">I", len(content)) + name + content + struct.pack(">I", zlib.crc32(name + content))


def picture(id: str, sheet: str, raw: bytes, said: str = "") -> Picture:
    """A picture that holds a file as it is, as a design file may."""
    name, words = Words(en=id, zh=f"{id} 图"), Words(en=said, zh=said and f"{said}（中文）")
    return Picture(id=id, parent=sheet, name=name, alternative=words, lines=lines_of(raw))


def with_pictures(design: Design, *pictures: Picture) -> Design:
    """The design with pictures in it."""
    return design.adding(*pictures)
