"""The pieces that parts of every shape are made of."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final, Literal

from workbench.drawing.colours import on_category
from workbench.drawing.drawing import Glyph, Lettering, Part, Plate, Rect, Role
from workbench.drawing.facts import Chip, Facts
from workbench.drawing.measure import elided, width
from workbench.words import Words

CHIP: Final = 14.0
MARK: Final = 12.0
NAME: Final = (13.0, 600)
META: Final = (11.5, 450)
Align = Literal["left", "centre", "right"]
Font = tuple[float, int]


def needed(words: Words, font: Font) -> float:
    """The room a text takes in the wider of the two languages."""
    return max(width(words.said("en"), *font), width(words.said("zh"), *font))


def lettering(
    rect: Rect, role: Role, said: str, font: Font, colour: str = "text", align: Align = "left"
) -> Iterator[Part]:
    """A line of text cut to its room; nothing where there is no text or no room."""
    cut = elided(one_line(said), rect.w, *font) if rect.w > 0 else ""
    if cut:
        yield Lettering(rect, role, cut, font[0], font[1], colour, align)


def one_line(said: str) -> str:
    """A text without line breaks and control characters."""
    return "".join(
        character if character.isprintable() or character == "\u200d" else " " for character in said
    ).strip()


def chip(at: tuple[float, float], facts: Chip | None) -> Iterator[Part]:
    """The square with the letters of an environment."""
    if facts is not None:
        rect = Rect(*at, CHIP, CHIP)
        yield Plate(rect, "chip", fill=f"category.{facts.colour}", radius=3.0)
        size = 10.0 if len(facts.letters) == 1 else 8.0
        yield Lettering(rect, "chip", facts.letters, size, 700, on_category(facts.colour), "centre")


def symbol(at: tuple[float, float], size: float, name: str, colour: str = "text") -> Glyph:
    """A symbol of a size, its corner at a point."""
    return Glyph(Rect(*at, size, size), "symbol", name, colour)


def marks(right: float, top: float, names: Iterable[str]) -> Iterator[Part]:
    """Small marks from the right border inwards."""
    for name in names:
        right -= MARK + 2
        yield Glyph(Rect(right, top, MARK, MARK), "detail", name, "text3")


def marks_width(facts: Facts) -> float:
    """The room the marks of a box take."""
    return len(facts.marks) * (MARK + 2)


def outline(size: tuple[float, float], facts: Facts, fill: str = "fill") -> Plate:
    """The outline of a box in its own colours."""
    look = facts.look
    return Plate(
        Rect(0.0, 0.0, *size),
        "outline",
        fill=f"{look.stem}.{fill}" if fill else "",
        stroke=f"{look.stem}.border",
        width=look.line,
        radius=look.radius,
        dash=look.dash,
    )
