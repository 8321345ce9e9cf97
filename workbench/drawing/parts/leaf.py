"""Leaves: a vSwitch with its bar, name, block and gauge."""

from __future__ import annotations

from collections.abc import Iterator

from workbench.drawing.drawing import Part, Plate, Rect
from workbench.drawing.facts import Facts
from workbench.drawing.parts.pieces import META, NAME, lettering, marks, marks_width, needed, outline
from workbench.texts import Language

Size = tuple[float, float]
LEFT, RIGHT = 12.0, 10.0


def size(facts: Facts) -> Size:
    """What the kind asks for; longer names widen it up to 180."""
    name = needed(facts.title, NAME) + marks_width(facts)
    text = max(name, needed(facts.meta, META))
    return max(facts.least[0], min(LEFT + text + RIGHT, 180.0)), facts.least[1]


def parts(facts: Facts, size: Size, language: Language) -> tuple[Part, ...]:
    """Frame, bar, name over block, gauge at the right."""
    return tuple(_parts(facts, size, language))


def _parts(facts: Facts, size: Size, language: Language) -> Iterator[Part]:
    wide, high = size
    middle = high / 2
    yield outline(size, facts)
    yield Plate(Rect(3.0, 3.0, 4.0, high - 6), "bar", fill=facts.bar, radius=2.0)
    room = wide - LEFT - RIGHT
    name = Rect(LEFT, middle - 17, room - marks_width(facts), 17.0)
    yield from lettering(name, "title", facts.title.said(language), NAME, "leaf.title")
    yield from lettering(Rect(LEFT, middle, room, 16.0), "meta", facts.meta.said(language), META, "text2")
    yield from marks(wide - 6, 4.0, facts.marks)
    if facts.share is not None:
        yield from _gauge(wide, high, facts.share)


def _gauge(wide: float, high: float, share: float) -> Iterator[Part]:
    full = high - 12
    yield Plate(Rect(wide - 6, 6.0, 2.0, full), "gauge", fill="line2", radius=1.0)
    filled = round(full * share, 2)
    if filled:
        yield Plate(Rect(wide - 6, 6 + full - filled, 2.0, filled), "gauge", fill="wire", radius=1.0)
