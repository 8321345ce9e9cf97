"""The page: two axes, paper sizes, and what a section is made of. Lengths in millimetres, written as twips."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, Literal

from docx.oxml.xmlchemy import BaseOxmlElement

from workbench.exporters.word.xml import node

AXIS: Final = 33.0
"""From axis A, the edge of the text, to axis B."""
TEXT: Final = 165.0
PADDING: Final = 1.2
Paper = Literal["A4", "A4 landscape", "A3 landscape"]


def twips(millimetres: float) -> int:
    """Millimetres as twentieths of a point."""
    return round(millimetres * 1440 / 25.4)


def emu(millimetres: float) -> int:
    """Millimetres as the unit of pictures."""
    return round(millimetres * 36000)


@dataclass(frozen=True, slots=True)
class Sides:
    """Paper, margins, and how far header and footer stand from its edge."""

    width: float
    height: float
    top: float
    right: float
    bottom: float
    left: float
    header: float = 13
    footer: float = 11

    @property
    def measure(self) -> float:
        """The width between the margins."""
        return self.width - self.left - self.right

    @property
    def room(self) -> float:
        """The height between the margins."""
        return self.height - self.top - self.bottom


PAPERS: Final[dict[Paper, Sides]] = {
    "A4": Sides(210, 297, 26, 20, 21, 25),
    "A4 landscape": Sides(297, 210, 18, 20, 12, 25, 0, 0),
    "A3 landscape": Sides(420, 297, 18, 20, 12, 20, 0, 0),
}


@dataclass(frozen=True, slots=True)
class Running:
    """The relations of a header and a footer; empty for none."""

    header: str
    footer: str


def section(
    paper: Paper, running: Running | None, *, columns: int = 1, continuous: bool = False
) -> BaseOxmlElement:
    """The properties of a section. Without `running` it takes the header and footer of the one before."""
    sides = PAPERS[paper]
    references = (
        (
            node("w:headerReference", w_type="default", r_id=running.header),
            node("w:footerReference", w_type="default", r_id=running.footer),
        )
        if running
        else ()
    )
    size = node("w:pgSz", w_w=twips(sides.width), w_h=twips(sides.height))
    if sides.width > sides.height:
        size = node("w:pgSz", w_w=twips(sides.width), w_h=twips(sides.height), w_orient="landscape")
    return node(
        "w:sectPr",
        *references,
        node("w:type", w_val="continuous" if continuous else "nextPage"),
        size,
        node(
            "w:pgMar",
            w_top=twips(sides.top),
            w_right=twips(sides.right),
            w_bottom=twips(sides.bottom),
            w_left=twips(sides.left),
            w_header=twips(sides.header),
            w_footer=twips(sides.footer),
            w_gutter=0,
        ),
        node("w:cols", w_num=columns, w_space=twips(7)) if columns > 1 else node("w:cols", w_space=twips(7)),
    )
