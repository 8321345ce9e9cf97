"""Rows of a router: a bar, the name of the table, what is associated with it and what it learns from."""

from __future__ import annotations

from collections.abc import Iterator

from workbench.drawing.drawing import Part, Plate, Rect
from workbench.drawing.facts import Facts
from workbench.drawing.parts.pieces import lettering, needed
from workbench.texts import Language

Size = tuple[float, float]
NAME, META = (12.5, 600), (11.0, 450)
LEFT, RIGHT, HIGH = 19.0, 9.0, 34.0


def size(facts: Facts) -> Size:
    """What the kind asks for; longer names widen it up to 180."""
    text = max(needed(facts.title, NAME), needed(facts.meta, META))
    return max(facts.least[0], min(LEFT + text + RIGHT, 180.0)), max(facts.least[1], HIGH)


def parts(facts: Facts, size: Size, language: Language) -> tuple[Part, ...]:
    """A line above, the bar, name over meta; the router's own fill shows through."""
    return tuple(_parts(facts, size, language))


def _parts(facts: Facts, size: Size, language: Language) -> Iterator[Part]:
    wide, high = size
    middle = high / 2 - 0.5
    yield Plate(Rect(0.0, 0.0, wide, high), "outline")
    yield Plate(Rect(0.5, 0.0, wide - 1, 1.0), "detail", fill="line2")
    yield Plate(Rect(9.0, 6.0, 4.0, high - 11), "bar", fill=facts.bar, radius=2.0)
    room = wide - LEFT - RIGHT
    yield from lettering(
        Rect(LEFT, middle - 15, room, 16.0), "title", facts.title.said(language), NAME, "node.title"
    )
    yield from lettering(Rect(LEFT, middle, room, 15.0), "meta", facts.meta.said(language), META, "text2")
