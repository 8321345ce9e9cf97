"""What a camera notes in a file beside the pixels: how it was held, where, and more that is nobody's business."""

from __future__ import annotations

import re
import struct
from collections.abc import Iterator
from typing import Final, NamedTuple

_ORIENTATION: Final = 0x0112
_SHORT: Final = 3
_END, _SCAN, _COMMENT = 0xD9, 0xDA, 0xFE
_NOTES: Final = frozenset({*range(0xE1, 0xF0), _COMMENT} - {0xEE})
"""Segments that say nothing of the pixels; the one left out tells which colours they are in."""
_EXIF: Final = b"Exif\0\0"
_NEXT: Final = re.compile(rb"\xff[\x01-\xcf\xd8-\xfe]")
"""What ends a scan: any mark but those that stand within one."""


class Segment(NamedTuple):
    """A part of a JPEG: its mark, and where it begins and ends."""

    mark: int
    start: int
    end: int


def without_notes(raw: bytes) -> bytes:
    """A JPEG without its notes and without what follows its end; its pixels are untouched."""
    kept = (raw[one.start : one.end] for one in _segments(raw) if one.mark not in _NOTES)
    return b"\xff\xd8" + b"".join(kept)


def noted_in(raw: bytes) -> bytes:
    """The camera's notes in a JPEG, b"" where there are none."""
    parts = (raw[one.start + 4 : one.end] for one in _segments(raw) if one.mark == 0xE1)
    return next((part for part in parts if part.startswith(_EXIF)), b"")


def orientation_in(notes: bytes) -> int:
    """How the camera was held, as notes say it: 1 upright, to 8. 1 too where they make no sense."""
    notes = notes.removeprefix(_EXIF)
    order = {b"II": "<", b"MM": ">"}.get(notes[:2], "")
    try:
        (at,) = struct.unpack_from(f"{order}I", notes, 4)
        (count,) = struct.unpack_from(f"{order}H", notes, at)
        for entry in range(min(count, 200)):
            name, type, _, value = struct.unpack_from(f"{order}HHIH", notes, at + 2 + 12 * entry)
            if order and (name, type) == (_ORIENTATION, _SHORT):
                return value if value in range(1, 9) else 1
    except struct.error:
        pass
    return 1


def _segments(raw: bytes) -> Iterator[Segment]:
    """The parts of a JPEG between its first mark and its end; as far as they follow each other."""
    at = 2
    while at + 2 <= len(raw) and raw[at] == 0xFF:
        mark = raw[at + 1]
        if mark == 0xFF:
            at += 1
            continue
        if mark == _END:
            yield Segment(mark, at, at + 2)
            return
        end = at + 2 + int.from_bytes(raw[at + 2 : at + 4], "big")
        if mark == _SCAN:
            following = _NEXT.search(raw, end)
            end = following.start() if following else len(raw)
        yield Segment(mark, at, end)
        at = end
