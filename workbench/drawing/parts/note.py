"""Notes on a sheet: a folded corner, and the text in as many lines as it takes."""

from __future__ import annotations

from collections.abc import Iterator

from workbench.drawing.drawing import Glyph, Part, Rect
from workbench.drawing.facts import Facts
from workbench.drawing.measure import wrapped
from workbench.drawing.parts.pieces import lettering, marks, outline
from workbench.texts import LANGUAGES, Language

Size = tuple[float, float]
FONT = (11.5, 450)
LINE, INSET, FOLD = 16.0, 8.0, 12.0


def size(facts: Facts) -> Size:
    """As wide as it was made, and as high as its text is in the longer of the two languages."""
    wide, high = facts.least
    lines = max(len(_lines(facts, wide, language)) for language in LANGUAGES)
    return wide, max(high, lines * LINE + 2 * INSET)


def parts(facts: Facts, size: Size, language: Language) -> tuple[Part, ...]:
    """Frame, folded corner, lines of text."""
    return tuple(_parts(facts, size, language))


def _parts(facts: Facts, size: Size, language: Language) -> Iterator[Part]:
    wide, _ = size
    yield outline(size, facts)
    yield Glyph(Rect(wide - FOLD, 0.0, FOLD, FOLD), "detail", "ui-fold", "note.border")
    for number, line in enumerate(_lines(facts, wide, language)):
        place = Rect(INSET, INSET + number * LINE, wide - 2 * INSET, LINE)
        yield from lettering(place, "meta", line, FONT, "node.title")
    yield from marks(wide - FOLD - 2, 4.0, facts.marks)


def _lines(facts: Facts, wide: float, language: Language) -> tuple[str, ...]:
    """The lines; the first leaves room for the folded corner."""
    return wrapped(facts.title.said(language), wide - 2 * INSET - FOLD / 2, *FONT)
