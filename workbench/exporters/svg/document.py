"""A drawing as an SVG document."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from workbench.drawing.colours import Theme, colour
from workbench.drawing.drawing import Drawing, Label, Lettering, Plate, Rect
from workbench.exporters.svg.lines import line, marks
from workbench.exporters.svg.parts import box, hatch_id, lettering
from workbench.exporters.svg.xml import element, escaped, number, numbers
from workbench.texts import text

FAMILIES: Final = "Inter, Arial, 'Noto Sans SC', 'Microsoft YaHei', sans-serif"
LANGUAGES: Final = {"en": "en", "zh": "zh-Hans"}


def document(drawing: Drawing, theme: Theme = "print") -> str:
    """The whole file: containers, lines above them, all other boxes above the lines, labels on top."""
    wide, high = drawing.size
    return (
        element(
            "svg",
            "\n" + "\n".join(_content(drawing, theme)) + "\n",
            xmlns="http://www.w3.org/2000/svg",
            width=wide,
            height=high,
            viewBox=f"0 0 {numbers((wide, high))}",
            font_family=FAMILIES,
            style="font-variant-numeric: tabular-nums",
            role="img",
            lang=LANGUAGES[drawing.language],
        )
        + "\n"
    )


def _content(drawing: Drawing, theme: Theme) -> Iterator[str]:
    yield element("title", escaped(drawing.title))
    said = text("{count} elements and {lines} lines", count=len(drawing.places), lines=len(drawing.lines))
    yield element("desc", escaped(said.said(drawing.language)))
    yield from _hatches(drawing, theme)
    yield element("rect", None, width=drawing.size[0], height=drawing.size[1], fill=colour("canvas", theme))
    grounds = [drawn for drawn in drawing.boxes if drawn.shape == "container"]
    yield from (box(drawn, theme) for drawn in grounds)
    yield from (line(drawn, theme) for drawn in drawing.lines)
    yield from (box(drawn, theme) for drawn in drawing.boxes if drawn.shape != "container")
    yield from (marks(drawn, theme) for drawn in drawing.lines)
    labels = (*(drawn.label for drawn in drawing.lines if drawn.label), *drawing.labels)
    yield from (_label(label, theme) for label in labels)


def _hatches(drawing: Drawing, theme: Theme) -> Iterator[str]:
    """The patterns of hatched plates, one a colour."""
    names = {
        part.hatch
        for drawn in drawing.boxes
        for part in drawn.parts
        if isinstance(part, Plate) and part.hatch
    }
    for name in sorted(names):
        stroke = element("path", None, d="M0 0V6", stroke=colour(name, theme), stroke_width=1.2)
        pattern = element(
            "pattern",
            stroke,
            id=hatch_id(name),
            width=number(6),
            height=number(6),
            patternUnits="userSpaceOnUse",
            patternTransform="rotate(45)",
        )
        yield element("defs", pattern)


def _label(label: Label, theme: Theme) -> str:
    """A line of text on a patch of the ground's colour."""
    at = label.rect
    patch = element(
        "rect", None, x=at.x, y=at.y, width=at.w, height=at.h, rx=3.0, fill=colour(label.ground, theme)
    )
    part = Lettering(
        Rect(0.0, 0.0, at.w, at.h), "detail", label.text, label.size, label.weight, label.colour, "centre"
    )
    return element("g", patch + lettering(part, at, theme), class_="label")
