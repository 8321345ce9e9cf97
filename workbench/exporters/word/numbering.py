"""Numbers of headings and lists: chapters 1, 1.1; appendices A, A.1 from a second list on the same styles."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from docx.oxml.xmlchemy import BaseOxmlElement

from workbench.exporters.word.page import AXIS, twips
from workbench.exporters.word.xml import node

if TYPE_CHECKING:
    from docx.document import Document

CHAPTERS: Final = 1
APPENDICES: Final = 2
POINTS: Final = 3
FIRST_NUMBERED: Final = 4
"""Numbered lists start here, one list each, so that each begins with 1."""


def write_numbering(document: Document, numbered_lists: int) -> None:
    """Puts our lists in the place of those the library brings."""
    root = document.part.numbering_part.element
    for old in list(root):
        root.remove(old)
    numbered = range(FIRST_NUMBERED, FIRST_NUMBERED + numbered_lists)
    root.append(_headings(CHAPTERS, "decimal", linked=True))
    root.append(_headings(APPENDICES, "upperLetter", linked=False))
    root.append(_points(POINTS, "bullet", "–"))
    for id in numbered:
        root.append(_points(id, "decimal", "%1"))
    for id in (CHAPTERS, APPENDICES, POINTS, *numbered):
        root.append(node("w:num", node("w:abstractNumId", w_val=id), w_numId=id))


def _headings(id: int, first: str, *, linked: bool) -> BaseOxmlElement:
    levels = []
    for level in range(3):
        parts = [
            node("w:start", w_val=1),
            node("w:numFmt", w_val="decimal" if level else first),
            node("w:suff", w_val="tab"),
            node("w:lvlText", w_val=".".join(f"%{n + 1}" for n in range(level + 1))),
            node("w:lvlJc", w_val="left"),
            node("w:pPr", node("w:ind", w_left=twips(AXIS), w_hanging=twips(AXIS))),
        ]
        if linked:
            parts.append(node("w:pStyle", w_val=f"Heading{level + 1}"))
        levels.append(node("w:lvl", *parts, w_ilvl=level))
    return node("w:abstractNum", node("w:multiLevelType", w_val="multilevel"), *levels, w_abstractNumId=id)


def _points(id: int, form: str, sign: str) -> BaseOxmlElement:
    level = node(
        "w:lvl",
        node("w:start", w_val=1),
        node("w:numFmt", w_val=form),
        node("w:suff", w_val="tab"),
        node("w:lvlText", w_val=sign),
        node("w:lvlJc", w_val="left"),
        node("w:pPr", node("w:ind", w_left=twips(AXIS + 5), w_hanging=twips(5))),
        w_ilvl=0,
    )
    return node("w:abstractNum", node("w:multiLevelType", w_val="singleLevel"), level, w_abstractNumId=id)
