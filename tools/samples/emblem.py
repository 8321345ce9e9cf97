"""The emblem of the enterprise of the sample: two hills over a lake in a roundel, computed point by point.

Written without compression, so that the file is the same whichever version of a library made it.
"""

from __future__ import annotations

import struct
import zlib
from itertools import product
from typing import Final

SIDE: Final = 112
_FINE: Final = 4
"""Points a pixel is looked at in, along each side."""
_INK, _PAPER = (0x84, 0x1E, 0x3F), (0xFF, 0xFF, 0xFF)
_EDGE, _BLEND = 6, 10
"""Colours between nothing and ink, and between ink and paper: sixteen together, half a byte each."""


def emblem() -> bytes:
    """The emblem as a PNG."""
    rows = b"".join(b"\0" + _row(y) for y in range(SIDE))
    head = struct.pack(">IIBBBBB", SIDE, SIDE, 4, 3, 0, 0, 0)
    colours, opacities = _palette()
    parts = (
        (b"IHDR", head),
        (b"PLTE", colours),
        (b"tRNS", opacities),
        (b"IDAT", _stored(rows)),
        (b"IEND", b""),
    )
    return b"\x89PNG\r\n\x1a\n" + b"".join(_chunk(*part) for part in parts)


def _row(y: int) -> bytes:
    shades = [_shade(x, y) for x in range(SIDE)]
    return bytes(left << 4 | right for left, right in zip(shades[::2], shades[1::2], strict=True))


def _shade(x: int, y: int) -> int:
    """The colour of a pixel, by how much of it is inside the roundel and how much of that is paper."""
    steps = [(step + 0.5) / _FINE for step in range(_FINE)]
    points = [((x + dx) / SIDE * 2 - 1, (y + dy) / SIDE * 2 - 1) for dx, dy in product(steps, steps)]
    inside = [point for point in points if point[0] ** 2 + point[1] ** 2 <= 0.96]
    if len(inside) < len(points):
        return round(len(inside) / len(points) * (_EDGE - 1))
    paper = sum(_is_paper(*point) for point in points) / len(points)
    return _EDGE - 1 + round(paper * _BLEND)


def _is_paper(x: float, y: float) -> bool:
    """Whether a point of the roundel is on a hill, a wave of the lake or the sun."""
    hill = max(-0.45 + 1.15 * abs(x + 0.22), -2.0)
    low = -0.12 + 0.95 * abs(x - 0.38)
    if y < 0.26:
        return (y >= min(hill, low) and abs(x) < 0.8) or (x - 0.42) ** 2 + (y + 0.52) ** 2 < 0.016
    wave = (y - 0.36 + 0.03 * (1 - abs((x * 4) % 2 - 1) * 2)) % 0.2
    return 0.3 < y < 0.7 and wave < 0.075 and abs(x) < 0.8 - max(0.0, y - 0.3) * 0.8


def _palette() -> tuple[bytes, bytes]:
    shares = [step / _BLEND for step in range(_BLEND + 1)]
    blends = [tuple(round(i + (p - i) * s) for i, p in zip(_INK, _PAPER, strict=True)) for s in shares]
    colours = b"".join(bytes(colour) for colour in [_INK] * (_EDGE - 1) + blends)
    return colours, bytes(round(255 * step / (_EDGE - 1)) for step in range(_EDGE - 1))


def _stored(rows: bytes) -> bytes:
    """Bytes as zlib holds them uncompressed, in one block."""
    head = struct.pack("<BHH", 1, len(rows), len(rows) ^ 0xFFFF)
    return b"\x78\x01" + head + rows + struct.pack(">I", zlib.adler32(rows))


def _chunk(name: bytes, content: bytes) -> bytes:
    return struct.pack(">I", len(content)) + name + content + struct.pack(">I", zlib.crc32(name + content))
