"""The head of the account sheet: the resource directory with its counts."""

from __future__ import annotations

from collections.abc import Iterator

from workbench.drawing.drawing import Part, Plate, Rect
from workbench.drawing.facts import Facts
from workbench.drawing.parts.pieces import lettering, marks, needed, symbol
from workbench.texts import Language

Size = tuple[float, float]
NAME, META = (15.0, 700), (12.0, 450)
LEFT, RIGHT = 56.0, 16.0


def size(facts: Facts) -> Size:
    """What the kind asks for; longer names widen it up to 340."""
    text = max(needed(facts.title, NAME), needed(facts.meta, META))
    return max(facts.least[0], min(LEFT + text + RIGHT, 340.0)), facts.least[1]


def parts(facts: Facts, size: Size, language: Language) -> tuple[Part, ...]:
    """A strong frame, symbol, name over counts."""
    return tuple(_parts(facts, size, language))


def _parts(facts: Facts, size: Size, language: Language) -> Iterator[Part]:
    wide, high = size
    middle = high / 2
    yield Plate(Rect(0.0, 0.0, wide, high), "outline", "node.fill", "wire", 1.5, 8.0)
    yield symbol((18.0, middle - 13), 26.0, facts.symbol)
    room = wide - LEFT - RIGHT
    up = 20.0 if facts.meta else 10.0
    yield from lettering(
        Rect(LEFT, middle - up, room, 20.0), "title", facts.title.said(language), NAME, "node.title"
    )
    yield from lettering(Rect(LEFT, middle + 2, room, 17.0), "meta", facts.meta.said(language), META, "text2")
    yield from marks(wide - 6, 6.0, facts.marks)
