"""Sites outside the platform: square corners, their ranges one a line, those that clash marked."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from workbench.drawing.drawing import Glyph, Part, Plate, Rect
from workbench.drawing.facts import Facts
from workbench.drawing.parts import container
from workbench.drawing.parts.pieces import META, lettering, marks_width, needed
from workbench.texts import Language
from workbench.words import Words

Size = tuple[float, float]
RANGE: Final = (12.0, 500)
LINE: Final = 18.0


def size(facts: Facts) -> Size:
    """As wide as its header and ranges, as high as they are many."""
    ranges = max((needed(said, RANGE) + (18 if clash else 0) for said, clash in facts.lines), default=0.0)
    title = needed(facts.title, (facts.look.title, facts.look.weight)) + 44 + marks_width(facts)
    wide = max(facts.least[0], min(max(ranges + 24, title), 220.0))
    lines = len(facts.lines) * LINE + (18 if facts.meta else 0)
    return wide, max(facts.least[1], facts.look.header + lines + 14)


def parts(facts: Facts, size: Size, language: Language) -> tuple[Part, ...]:
    """Frame and strip as of a container, then the ranges, then the place."""
    return tuple(_parts(facts, size, language))


def _parts(facts: Facts, size: Size, language: Language) -> Iterator[Part]:
    yield from container.parts(_without_meta(facts), size, language)
    y = facts.look.header + 7
    for said, clash in facts.lines:
        yield from _range(said.said(language), clash, y, size[0])
        y += LINE
    if facts.meta:
        rect = Rect(12.0, y + 1, size[0] - 22, 16.0)
        yield from lettering(rect, "meta", facts.meta.said(language), META, "text2")


def _without_meta(facts: Facts) -> Facts:
    return replace(facts, meta=Words(), extra=Words())


def _range(said: str, clash: bool, y: float, wide: float) -> Iterator[Part]:
    if clash:
        yield Plate(Rect(2.0, y, wide - 4, LINE), "range", fill="warning-bg", hatch="error@25")
        yield Glyph(Rect(wide - 18, y + 3, 12.0, 12.0), "range", "mark-overlap", "error")
    rect = Rect(12.0, y, wide - 22 - (18 if clash else 0), LINE)
    yield from lettering(rect, "range", said, RANGE, "warning" if clash else "text")
