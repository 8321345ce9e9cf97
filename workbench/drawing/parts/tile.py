"""Tiles: gateways inside a VPC, symbol over name over meta."""

from __future__ import annotations

from collections.abc import Iterator

from workbench.drawing.drawing import Part, Rect
from workbench.drawing.facts import Facts
from workbench.drawing.parts.pieces import lettering, marks, needed, outline, symbol
from workbench.texts import Language

Size = tuple[float, float]
NAME, META = (12.0, 600), (11.0, 450)


def size(facts: Facts) -> Size:
    """What the kind asks for; longer names widen it up to 160."""
    text = max(needed(facts.title, NAME), needed(facts.meta, META))
    return max(facts.least[0], min(text + 12, 160.0)), facts.least[1]


def parts(facts: Facts, size: Size, language: Language) -> tuple[Part, ...]:
    """Frame, symbol, name and meta, all centred."""
    return tuple(_parts(facts, size, language))


def _parts(facts: Facts, size: Size, language: Language) -> Iterator[Part]:
    wide, high = size
    block = 18 + 16 + (14 if facts.meta else 0)
    top = max(4.0, (high - block) / 2 - 1)
    yield outline(size, facts)
    yield symbol(((wide - 18) / 2, top), 18.0, facts.symbol)
    name = Rect(5.0, top + 19, wide - 10, 16.0)
    yield from lettering(name, "title", facts.title.said(language), NAME, "node.title", "centre")
    meta = Rect(5.0, top + 34, wide - 10, 14.0)
    yield from lettering(meta, "meta", facts.meta.said(language), META, "text2", "centre")
    yield from marks(wide - 3, 3.0, facts.marks)
