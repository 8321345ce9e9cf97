"""Account cards: a tinted cell with symbol and chip, name, meta, cost centre, and by symbols who has access."""

from __future__ import annotations

from collections.abc import Iterator

from workbench.drawing.drawing import Glyph, Part, Plate, Rect
from workbench.drawing.facts import Facts
from workbench.drawing.measure import width
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
CELL, LEFT, RIGHT, TALLY = 34.0, 42.0, 10.0, 23.0


def size(facts: Facts) -> Size:
    """What the kind asks for; longer names widen it up to 200."""
    text = max(
        needed(facts.title, NAME) + marks_width(facts),
        needed(facts.meta, META),
        needed(facts.extra, META) + 17 + _tally_room(facts),
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
    block = 18 + (16 if facts.meta else 0) + (16 if facts.extra or facts.tally else 0)
    y = (high - block) / 2
    name = Rect(LEFT, y, room - marks_width(facts), 18.0)
    yield from lettering(name, "title", facts.title.said(language), NAME, "node.title")
    y += 18
    if facts.meta:
        yield from lettering(Rect(LEFT, y, room, 16.0), "meta", facts.meta.said(language), META, "text2")
        y += 16
    if facts.extra:
        yield symbol((LEFT, y + 2), 12.0, facts.extra_symbol, "text2")
        rect = Rect(LEFT + 17, y, room - 17 - _tally_room(facts), 16.0)
        yield from lettering(rect, "detail", facts.extra.said(language), META, "text2")
    yield from _tally(facts, wide - RIGHT, y)


def _tally(facts: Facts, right: float, y: float) -> Iterator[Part]:
    """Symbols with their numbers, from the right border inwards."""
    for name, number in reversed(facts.tally):
        wide = width(number, *META)
        yield from lettering(Rect(right - wide, y, wide, 16.0), "detail", number, META, "text2")
        yield Glyph(Rect(right - wide - 15, y + 2, 12.0, 12.0), "detail", name, "text2")
        right -= wide + TALLY


def _tally_room(facts: Facts) -> float:
    """The room the numbers take, with their distance to what stands left of them."""
    return sum(width(number, *META) + TALLY for _, number in facts.tally)
