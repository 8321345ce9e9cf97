"""Account cards: a tinted cell with symbol and chip, name, meta and cost centre."""

from __future__ import annotations

from collections.abc import Iterator

from workbench.drawing.drawing import Part, Plate, Rect
from workbench.drawing.facts import Facts
from workbench.drawing.parts.pieces import (
    CHIP,
    META,
    NAME,
    chip,
    lettering,
    marks,
    marks_width,
    needed,
    symbol,
)
from workbench.texts import Language

Size = tuple[float, float]
CELL, LEFT, RIGHT = 34.0, 42.0, 10.0


def size(facts: Facts) -> Size:
    """What the kind asks for; longer names widen it up to 200."""
    text = max(
        needed(facts.title, NAME) + marks_width(facts),
        needed(facts.meta, META),
        needed(facts.extra, META) + 17,
    )
    return max(facts.least[0], min(LEFT + text + RIGHT, 230.0)), facts.least[1]


def parts(facts: Facts, size: Size, language: Language) -> tuple[Part, ...]:
    """Frame, tinted cell, symbol over chip, three lines of text."""
    return tuple(_parts(facts, size, language))


def _parts(facts: Facts, size: Size, language: Language) -> Iterator[Part]:
    wide, high = size
    look = facts.look
    yield Plate(
        Rect(0.0, 0.0, wide, high), "outline", "node.fill", f"{look.stem}.border", look.line, look.radius
    )
    inner = Rect(look.line / 2, look.line / 2, CELL, high - look.line)
    yield Plate(
        inner, "header", fill=f"{look.stem}.header", radius=look.radius - look.line / 2, corners="left"
    )
    top = (high - (20 + 4 + CHIP)) / 2 if facts.chip else (high - 20) / 2
    yield symbol(((CELL - 20) / 2 + 0.5, top), 20.0, facts.symbol, f"{look.stem}.title")
    yield from chip(((CELL - CHIP) / 2 + 0.5, top + 24), facts.chip)
    yield from _lines(facts, wide, high, language)
    yield from marks(wide - 6, 5.0, facts.marks)


def _lines(facts: Facts, wide: float, high: float, language: Language) -> Iterator[Part]:
    """Name, meta and cost centre, as a block in the middle of the height."""
    room = wide - LEFT - RIGHT
    block = 18 + (16 if facts.meta else 0) + (16 if facts.extra else 0)
    y = (high - block) / 2
    name = Rect(LEFT, y, room - marks_width(facts), 18.0)
    yield from lettering(name, "title", facts.title.said(language), NAME, "node.title")
    y += 18
    if facts.meta:
        yield from lettering(Rect(LEFT, y, room, 16.0), "meta", facts.meta.said(language), META, "text2")
        y += 16
    if facts.extra:
        yield symbol((LEFT, y + 2), 12.0, facts.extra_symbol, "text2")
        rect = Rect(LEFT + 17, y, room - 17, 16.0)
        yield from lettering(rect, "detail", facts.extra.said(language), META, "text2")
