"""Sections: sheets of other sizes, and parts of a page in two columns."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from docx.enum.section import WD_ORIENT, WD_SECTION
from docx.section import Section
from docx.shared import Mm

from workbench.exporters.word.flow import A4_UPRIGHT
from workbench.exporters.word.markup import Xml, make, put, twips
from workbench.exporters.word.writing import Writing


@dataclass(frozen=True, slots=True)
class Sheet:
    """A landscape sheet of paper for a drawing, in millimetres."""

    paper: tuple[float, float]

    @property
    def room(self) -> tuple[float, float]:
        """What its margins leave."""
        return self.paper[0] - 40, self.paper[1] - 30


A4_SHEET: Final = Sheet((297, 210))
A3_SHEET: Final = Sheet((420, 297))
_BETWEEN: Final = 7.0


def upright(section: Section) -> None:
    """The page of the document: A4 with its two axes, and no grid that lines would snap to."""
    for grid in section._sectPr.findall(_tag("docGrid")):
        section._sectPr.remove(grid)
    section.orientation = WD_ORIENT.PORTRAIT
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.top_margin, section.right_margin = Mm(26), Mm(20)
    section.bottom_margin, section.left_margin = Mm(21), Mm(25)
    section.header_distance, section.footer_distance = Mm(13), Mm(11)


def to_drawing_sheet(writing: Writing, sheet: Sheet) -> None:
    """Begins a landscape sheet without header and footer: its title block says all."""
    section = _added(writing, WD_SECTION.NEW_PAGE)
    section.orientation = WD_ORIENT.LANDSCAPE
    section.page_width, section.page_height = Mm(sheet.paper[0]), Mm(sheet.paper[1])
    section.top_margin, section.right_margin = Mm(18), Mm(20)
    section.bottom_margin, section.left_margin = Mm(12), Mm(20)
    for part in (section.header, section.footer):
        part.is_linked_to_previous = False
        for paragraph in part.paragraphs:
            paragraph.clear()
    writing.flow.turn(sheet.room[1])
    writing.on_wide_sheet = True


def back_to_a4(writing: Writing) -> None:
    """Goes on upright after drawings on sheets of their own, with the header and footer from before them."""
    if not writing.on_wide_sheet:
        return
    before = next(
        section
        for section in reversed(list(writing.document.sections))
        if section.orientation == WD_ORIENT.PORTRAIT
    )
    section = _added(writing, WD_SECTION.NEW_PAGE)
    upright(section)
    for kind in ("headerReference", "footerReference"):
        for old in section._sectPr.findall(_tag(kind)):
            section._sectPr.remove(old)
        for number, reference in enumerate(before._sectPr.findall(_tag(kind))):
            section._sectPr.insert(number, _same(reference))
    writing.flow.turn(A4_UPRIGHT)
    writing.on_wide_sheet = False


def in_columns(writing: Writing, columns: int) -> None:
    """Goes on in so many columns below what stands on the page."""
    section = _added(writing, WD_SECTION.CONTINUOUS)
    put(section._sectPr, make("cols", num=columns, space=twips(_BETWEEN)))
    writing.flow.in_columns(columns)


def _added(writing: Writing, start: WD_SECTION) -> Section:
    """A new section; the paragraph that ends the one before takes no room."""
    section: Section = writing.document.add_section(start)
    ends = writing.document.element.body.findall(f"./{_tag('p')}/{_tag('pPr')}/{_tag('sectPr')}")
    put(ends[-1].getparent(), make("spacing", before=0, after=0, line=20, lineRule="exact"))
    return section


def _same(reference: Xml) -> Xml:
    from copy import deepcopy

    return deepcopy(reference)


def _tag(name: str) -> str:
    from docx.oxml.ns import qn

    return str(qn(f"w:{name}"))
