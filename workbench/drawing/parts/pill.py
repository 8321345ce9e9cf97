"""Pills for small things in a VPC, and the capsule of a CEN: round ends, symbol, name, meta right."""

from __future__ import annotations

from collections.abc import Iterator

from workbench.drawing.drawing import Part, Plate, Rect
from workbench.drawing.facts import Facts
from workbench.drawing.measure import width
from workbench.drawing.parts.pieces import lettering, marks, marks_width, needed, symbol
from workbench.texts import Language

Size = tuple[float, float]
NAME, META = (12.0, 600), (11.0, 450)
LEFT, RIGHT = 30.0, 12.0


def size(facts: Facts) -> Size:
    """What the kind asks for; longer names widen it up to 270."""
    text = needed(facts.title, NAME) + (needed(facts.meta, META) + 8 if facts.meta else 0)
    return max(facts.least[0], min(LEFT + text + marks_width(facts) + RIGHT, 270.0)), facts.least[1]


def parts(facts: Facts, size: Size, language: Language) -> tuple[Part, ...]:
    """Frame with round ends, symbol, name, meta at the right."""
    return tuple(_parts(facts, size, language))


def _parts(facts: Facts, size: Size, language: Language) -> Iterator[Part]:
    wide, high = size
    middle = high / 2
    yield Plate(
        Rect(0.0, 0.0, wide, high), "outline", "node.fill", "node.border", facts.look.line, min(middle, 14.0)
    )
    yield symbol((10.0, middle - 7.5), 15.0, facts.symbol)
    room = wide - LEFT - RIGHT - marks_width(facts)
    meta = min(width(facts.meta.said(language), *META), room * 0.6)
    name = Rect(LEFT, middle - 9, room - (meta + 8 if meta else 0), 18.0)
    yield from lettering(name, "title", facts.title.said(language), NAME, "node.title")
    right = Rect(LEFT + room - meta, middle - 8, meta, 16.0)
    yield from lettering(right, "meta", facts.meta.said(language), META, "text2", "right")
    yield from marks(wide - RIGHT + 2, middle - 6, facts.marks)
