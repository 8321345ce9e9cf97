"""Nodes, and the heads of routers: symbol left, name over meta, chip right."""

from __future__ import annotations

from collections.abc import Iterator

from workbench.drawing.drawing import Part, Rect
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
    outline,
    symbol,
)
from workbench.texts import Language

Size = tuple[float, float]
LEFT, RIGHT, HIGH, LOW = 40.0, 10.0, 44.0, 40.0


def size(facts: Facts) -> Size:
    """What the kind asks for; longer names widen it up to 230."""
    text = max(needed(facts.title, NAME) + marks_width(facts), needed(facts.meta, META))
    return max(facts.least[0], min(LEFT + text + RIGHT + _chip_room(facts), 230.0)), max(facts.least[1], LOW)


def parts(facts: Facts, size: Size, language: Language) -> tuple[Part, ...]:
    """Frame, symbol, name, meta, chip; a router's rows stand below them."""
    return tuple(_parts(facts, size, language))


def _parts(facts: Facts, size: Size, language: Language) -> Iterator[Part]:
    wide, high = size
    middle = min(high, HIGH) / 2
    yield outline(size, facts)
    yield symbol((11.0, middle - 10), 20.0, facts.symbol)
    room = wide - LEFT - RIGHT - _chip_room(facts)
    up = 17.0 if facts.meta else 9.0
    name = Rect(LEFT, middle - up, room - marks_width(facts), 18.0)
    yield from lettering(name, "title", facts.title.said(language), NAME, "node.title")
    yield from lettering(
        Rect(LEFT, middle + 0.5, room, 16.0), "meta", facts.meta.said(language), META, "text2"
    )
    yield from chip((wide - RIGHT - CHIP, middle - CHIP / 2), facts.chip)
    yield from marks(wide - 4 - _chip_room(facts), 4.0, facts.marks)


def _chip_room(facts: Facts) -> float:
    return CHIP + 6 if facts.chip else 0.0
