"""How wide a line of text is, and how it is cut to its room: the same on every machine, without a screen.

Latin, Greek and Cyrillic letters are looked up in a table of the advances of Inter, East Asian wide characters are
one em; 5 % slack makes up for the face that paints the text in the end.
"""

from __future__ import annotations

import json
import re
import unicodedata
from functools import cache, lru_cache
from pathlib import Path
from typing import Final

SLACK: Final = 1.05
ELLIPSIS: Final = "…"
TABLE: Final = Path(__file__).parents[2] / "resources" / "fonts" / "advances.json"
WEIGHTS: Final = (400, 500, 600, 700)
_UNKNOWN, _EM = 700, 1000
_JOINER: Final = "\u200d"
_IN_NUMBERS: Final = frozenset("./:%-")
_PIECES: Final = re.compile(
    r"[\u2e80-\u9fff\uff00-\uffef][，。；：！？、）”]?|[^\s\u2e80-\u9fff\uff00-\uffef]+\s*|\s+"
)
"""What stays on one line: a word with the blanks behind it, or an East Asian sign with the stop behind it."""


@lru_cache(maxsize=65536)
def width(text: str, size: float, weight: int = 400) -> float:
    """The width of a line of text in points, with slack."""
    return _units(text, _table_weight(weight)) * size * SLACK / 1000


@lru_cache(maxsize=65536)
def elided(text: str, room: float, size: float, weight: int = 400) -> str:
    """The text, or as much of it as the room holds with an ellipsis; "" where not even that has room.

    What ends in a number loses its middle, all else its end. A character keeps its accents and joined signs.
    """
    if width(text, size, weight) <= room:
        return text
    if width(ELLIPSIS, size, weight) > room:
        return ""
    tail = _tail(text)
    if tail and width(f"{ELLIPSIS}{tail}", size, weight) + size <= room:
        return _longest(text[: -len(tail)], tail, room, size, weight)
    return _longest(text, "", room, size, weight)


def _longest(head: str, tail: str, room: float, size: float, weight: int) -> str:
    """The longest beginning of `head` that has room before ellipsis and tail."""
    pieces = clusters(head)
    low, high = 0, len(pieces)
    while low < high:
        middle = (low + high + 1) // 2
        text = "".join(pieces[:middle]).rstrip() + ELLIPSIS + tail
        low, high = (middle, high) if width(text, size, weight) <= room else (low, middle - 1)
    return "".join(pieces[:low]).rstrip() + ELLIPSIS + tail


@lru_cache(maxsize=4096)
def wrapped(text: str, room: float, size: float, weight: int = 400) -> tuple[str, ...]:
    """The text in lines that fit the room: broken at blanks and between East Asian signs, longer words anywhere."""
    lines: list[str] = []
    for paragraph in text.splitlines():
        line = ""
        for piece in _PIECES.findall(paragraph):
            for part in _fitting(piece, room, size, weight):
                if line and width((line + part).rstrip(), size, weight) > room:
                    lines.append(line.rstrip())
                    line = part.lstrip()
                else:
                    line += part
        lines.append(line.rstrip())
    return tuple(lines)


def _fitting(word: str, room: float, size: float, weight: int) -> list[str]:
    """A word whole, or in its signs where it is wider than the room."""
    return [word] if width(word.rstrip(), size, weight) <= room else clusters(word)


def clusters(text: str) -> list[str]:
    """The text in the pieces a reader takes for one character each."""
    found: list[str] = []
    for character in text:
        joined = found and (found[-1].endswith(_JOINER) or _is_mark(character))
        if joined:
            found[-1] += character
        else:
            found.append(character)
    return found


def _is_mark(character: str) -> bool:
    """Whether a character only changes the one before it: accents, joiners, variation selectors, skin tones."""
    return (
        unicodedata.category(character) in ("Mn", "Me", "Mc", "Cf")
        or "\U0001f3fb" <= character <= "\U0001f3ff"
    )


def _tail(text: str) -> str:
    """The number a text ends in: it says more than the middle, so that the middle is left out."""
    at = len(text)
    # Sign by sign from the end: an expression that looks for it never comes to one with thousands of digits.
    while at and (text[at - 1].isdecimal() or text[at - 1] in _IN_NUMBERS):
        at -= 1
    return text[at:] if at and any(sign.isdecimal() for sign in text[at:]) else ""


def _table_weight(weight: int) -> int:
    return min(WEIGHTS, key=lambda known: (abs(known - weight), -known))


def _units(text: str, weight: int) -> int:
    table = _advances()[weight]
    total = 0
    for character in text:
        advance = table.get(character)
        if advance is None:
            advance = table[character] = _unlisted(character)
        total += advance
    return total


def _unlisted(character: str) -> int:
    """Thousandths of the size for a character that Inter has not."""
    if unicodedata.east_asian_width(character) in ("W", "F", "A"):
        return _EM
    return 0 if _is_mark(character) else _UNKNOWN


@cache
def _advances() -> dict[int, dict[str, int]]:
    tables: dict[str, dict[str, list[int]]] = json.loads(TABLE.read_text(encoding="utf-8"))
    return {
        int(weight): {
            chr(int(start, 16) + offset): advance
            for start, run in runs.items()
            for offset, advance in enumerate(run)
            if unicodedata.east_asian_width(chr(int(start, 16) + offset)) not in ("W", "F")
        }
        for weight, runs in tables.items()
    }
