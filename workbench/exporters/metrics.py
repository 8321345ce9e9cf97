"""How wide a text is in Arial and YaHei, the faces of files for Office, and how many lines it takes."""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Iterator
from functools import cache, lru_cache
from pathlib import Path
from typing import Final

POINTS_A_MILLIMETRE: Final = 72 / 25.4
TABLE: Final = Path(__file__).parents[2] / "resources" / "fonts" / "helvetica.json"
_EM, _UNKNOWN = 1000, 556
_NEVER_FIRST: Final = frozenset("，。；：？！、）》”’…,.;:?!)]}%")
"""Signs that do not begin a line: they stay with what is before them."""


def width(words: str, size: float, *, bold: bool = False) -> float:
    """The width of a line of text in points."""
    return sum(_advance(character, bold) for character in words) * size / 1000


@lru_cache(maxsize=16384)
def lines(words: str, size: float, millimetres: float, *, bold: bool = False) -> int:
    """How many lines a text takes in a column; an empty text takes one."""
    room = millimetres * POINTS_A_MILLIMETRE
    return sum(_lines(part, size, room, bold) for part in words.split("\n"))


def _lines(words: str, size: float, room: float, bold: bool) -> int:
    count, used = 1, 0.0
    for piece in _pieces(words):
        wide = width(piece.rstrip(" "), size, bold=bold)
        if used and used + wide > room:
            count, used = count + 1, 0.0
        # A word that is longer than a line goes on in the next one.
        while wide > room:
            count, wide = count + 1, wide - room
        used += wide + width(piece[len(piece.rstrip(" ")) :], size, bold=bold)
    return count


def _pieces(words: str) -> Iterator[str]:
    """The parts between which a line may break: words with what follows them, and each Chinese character."""
    piece = ""
    for character in words:
        if piece and character not in _NEVER_FIRST and character != " " and _parts(piece[-1], character):
            yield piece
            piece = ""
        piece += character
    if piece:
        yield piece


def _parts(before: str, after: str) -> bool:
    return before in " -\u200b" or _is_wide(before) or _is_wide(after)


@cache
def _is_wide(character: str) -> bool:
    return unicodedata.east_asian_width(character) in ("W", "F")


@cache
def _advance(character: str, bold: bool) -> int:
    if _is_wide(character):
        return _EM
    if unicodedata.category(character) in ("Mn", "Cf"):
        return 0
    same = " " if character == "\u00a0" else character
    return _tables()["bold" if bold else "regular"].get(same, _UNKNOWN)


@cache
def _tables() -> dict[str, dict[str, int]]:
    tables: dict[str, dict[str, int]] = json.loads(TABLE.read_text(encoding="utf-8"))
    return tables
