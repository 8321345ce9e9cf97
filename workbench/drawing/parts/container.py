"""Containers: a frame with a header strip of chip, symbol, title and meta; what stands inside comes from others."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from workbench.drawing.drawing import Part, Plate, Rect
from workbench.drawing.facts import Facts
from workbench.drawing.measure import width
from workbench.drawing.parts.pieces import (
    CHIP,
    META,
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
SYMBOL: Final = 16.0
PILL: Final = 22.0
MOST: Final = 300.0
"""A header asks for no more width than this; longer titles are cut."""


def size(facts: Facts) -> Size:
    """What the kind asks for, or as wide as the header needs."""
    title = (facts.look.title, facts.look.weight)
    text = needed(facts.title, title) + (needed(facts.meta, META) + 16 if facts.meta else 0)
    return max(facts.least[0], min(_start(facts) + text + marks_width(facts) + 12, MOST)), facts.least[1]


def header(facts: Facts) -> float:
    """The height above what stands inside: the strip, and the pill below it."""
    return facts.look.header + (PILL + 8 if facts.extra else 0)


def parts(facts: Facts, size: Size, language: Language) -> tuple[Part, ...]:
    """Frame, strip, header line and pill."""
    return tuple(_parts(facts, size, language))


def _parts(facts: Facts, size: Size, language: Language) -> Iterator[Part]:
    look = facts.look
    if look.stem == "domain":
        yield from _domain(facts, size)
    else:
        yield outline(size, facts)
        if look.strip:
            rect = Rect(0.0, 0.0, size[0], look.header)
            # Parts stay inside the outline's stroke, so that it is not painted over.
            inner = Rect(look.line / 2, look.line / 2, rect.w - look.line, rect.h - look.line / 2)
            yield Plate(
                inner,
                "header",
                fill=f"{look.stem}.header",
                radius=_inner(look.radius, look.line),
                corners="top",
            )
    yield from _header_line(facts, size[0], language)
    if facts.extra:
        yield from _pill(facts, size[0], language)


def _inner(radius: float, line: float) -> float:
    return max(0.0, radius - line / 2)


def _domain(facts: Facts, size: Size) -> Iterator[Part]:
    """A security domain takes its tints from the colour of its environment."""
    look = facts.look
    colour = f"category.{facts.chip.colour if facts.chip else 'grey'}"
    yield Plate(
        Rect(0.0, 0.0, *size), "outline", f"{colour}@10", colour, look.line, look.radius, dash=look.dash
    )
    inner = Rect(1.0, 1.0, size[0] - 2, look.header - 1)
    yield Plate(inner, "header", fill=f"{colour}@22", radius=look.radius - 1, corners="top")


def _start(facts: Facts) -> float:
    """Where the title begins."""
    if not facts.look.strip and facts.look.header < 24:
        return 8.0
    return 9.0 + (CHIP + 6 if facts.chip else 0) + SYMBOL + 6


def _header_line(facts: Facts, wide: float, language: Language) -> Iterator[Part]:
    look, x = facts.look, 9.0
    middle = look.header / 2 + (2 if not look.strip else 0)
    colour = "text" if look.stem == "domain" else f"{look.stem}.title"
    start = _start(facts)
    right = wide - 10 - marks_width(facts)
    if start > x:
        yield from chip((x, middle - CHIP / 2), facts.chip)
        yield symbol((start - SYMBOL - 6, middle - SYMBOL / 2), SYMBOL, facts.symbol, colour)
    yield from marks(wide - 8, middle - 6, facts.marks)
    meta = _meta_width(facts, right - start, language)
    title = Rect(start, middle - 9, right - start - (meta + 8 if meta else 0), 18.0)
    caption = look.header < 24
    font = (look.title, look.weight)
    yield from lettering(title, "caption" if caption else "title", facts.title.said(language), font, colour)
    if meta:
        rect = Rect(right - meta, middle - 8, meta, 16.0)
        yield from lettering(rect, "meta", facts.meta.said(language), META, colour, "right")


def _meta_width(facts: Facts, room: float, language: Language) -> float:
    """The room of the meta: what the title leaves, at least two fifths; 0 where that says nothing."""
    if not facts.meta or facts.look.header < 24:
        return 0.0
    title = width(facts.title.said(language), facts.look.title, facts.look.weight)
    wanted = min(width(facts.meta.said(language), *META), max(room - title - 8, room * 0.4))
    return wanted if wanted >= 30 else 0.0


def _pill(facts: Facts, wide: float, language: Language) -> Iterator[Part]:
    rect = Rect(10.0, facts.look.header + 8, wide - 20, PILL)
    yield Plate(rect, "pill", fill="node.fill", stroke=f"{facts.look.stem}.border", radius=PILL / 2)
    yield symbol((rect.x + 9, rect.y + 4), 14.0, facts.extra_symbol, f"{facts.look.stem}.title")
    text = Rect(rect.x + 29, rect.y + 3, rect.w - 38, 16.0)
    yield from lettering(text, "pill", facts.extra.said(language), META, f"{facts.look.stem}.title")
