"""The legend at the foot of a sheet: the symbols and chips that occur on it, and what they mean."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final, Literal

from workbench.drawing.drawing import Box, Glyph, Lettering, Part, Plate, Rect
from workbench.drawing.facts import Chip, both
from workbench.drawing.measure import elided
from workbench.drawing.parts.pieces import CHIP, chip, needed
from workbench.texts import Language, text
from workbench.words import Words

LEGEND: Final[Literal["legend"]] = "legend"
HEAD: Final = (12.0, 600)
FONT: Final = (12.0, 400)
LINE, INSET, APART = 26.0, 16.0, 20.0
MOST: Final = 180.0


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing that is explained: a symbol or a chip, and its meaning."""

    said: Words
    symbol: str = ""
    chip: Chip | None = None


def legend(entries: Sequence[Entry], left: float, top: float, wide: float, language: Language) -> Box:
    """The box of the legend, in as many lines as the width asks for."""
    head = both(text("Legend"))
    start = INSET + needed(head, HEAD) + APART
    places = list(_places(entries, start, wide - INSET))
    high = (places[-1][1] + LINE if places else LINE) + 10
    parts: list[Part] = [
        Plate(Rect(0.0, 0.0, wide, high), "outline", "panel", "line", 1.0, 6.0),
        Lettering(Rect(INSET, 5.0, start - INSET, LINE), LEGEND, head.said(language), *HEAD, "text2"),
    ]
    for entry, (x, y, room) in zip(entries, places, strict=True):
        parts.extend(_explained(entry, x, y + 5, room, language))
    return Box(LEGEND, "", "", LEGEND, Rect(left, top, wide, high), "", tuple(parts), head.said(language))


def _places(entries: Sequence[Entry], start: float, right: float) -> Iterator[tuple[float, float, float]]:
    """Left, top and room of each entry, wrapped at the right border."""
    x, y = start, 0.0
    for entry in entries:
        room = min(needed(entry.said, FONT), MOST)
        if x + 22 + room > right and x > start:
            x, y = start, y + LINE
        yield x, y, room
        x += 22 + room + APART


def _explained(entry: Entry, x: float, y: float, room: float, language: Language) -> Iterator[Part]:
    if entry.chip:
        yield from chip((x + 1, y + (LINE - CHIP) / 2), entry.chip)
    else:
        yield Glyph(Rect(x, y + (LINE - 16) / 2, 16.0, 16.0), LEGEND, entry.symbol, "text2")
    said = elided(entry.said.said(language), room, *FONT)
    yield Lettering(Rect(x + 22, y, room, LINE), LEGEND, said, *FONT, "text2")
