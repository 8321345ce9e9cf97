"""WordprocessingML in small pieces: elements by short name, and children in the order the schema wants."""

from __future__ import annotations

from typing import Any, Final

from docx.oxml import OxmlElement
from docx.oxml.ns import qn

from workbench.exporters.plain import plain

Xml = Any
"""An element of python-docx's lxml tree."""
MILLIMETRE: Final = 56.6929
"""Twips in a millimetre."""
ORDER: Final[dict[str, tuple[str, ...]]] = {
    "pPr": (
        "pStyle",
        "keepNext",
        "keepLines",
        "pageBreakBefore",
        "framePr",
        "widowControl",
        "numPr",
        "suppressLineNumbers",
        "pBdr",
        "shd",
        "tabs",
        "suppressAutoHyphens",
        "kinsoku",
        "wordWrap",
        "overflowPunct",
        "topLinePunct",
        "autoSpaceDE",
        "autoSpaceDN",
        "bidi",
        "adjustRightInd",
        "snapToGrid",
        "spacing",
        "ind",
        "contextualSpacing",
        "mirrorIndents",
        "suppressOverlap",
        "jc",
        "textDirection",
        "textAlignment",
        "outlineLvl",
        "rPr",
        "sectPr",
    ),
    "rPr": (
        "rStyle",
        "rFonts",
        "b",
        "bCs",
        "i",
        "iCs",
        "caps",
        "smallCaps",
        "strike",
        "color",
        "spacing",
        "w",
        "kern",
        "position",
        "sz",
        "szCs",
        "highlight",
        "u",
        "bdr",
        "shd",
        "vertAlign",
        "rtl",
        "cs",
        "lang",
    ),
    "tblPr": (
        "tblStyle",
        "tblpPr",
        "tblOverlap",
        "bidiVisual",
        "tblStyleRowBandSize",
        "tblStyleColBandSize",
        "tblW",
        "jc",
        "tblCellSpacing",
        "tblInd",
        "tblBorders",
        "shd",
        "tblLayout",
        "tblCellMar",
        "tblLook",
        "tblCaption",
        "tblDescription",
    ),
    "tcPr": (
        "cnfStyle",
        "tcW",
        "gridSpan",
        "hMerge",
        "vMerge",
        "tcBorders",
        "shd",
        "noWrap",
        "tcMar",
        "textDirection",
        "tcFitText",
        "vAlign",
        "hideMark",
    ),
    "trPr": (
        "cnfStyle",
        "divId",
        "gridBefore",
        "gridAfter",
        "wBefore",
        "wAfter",
        "cantSplit",
        "trHeight",
        "tblHeader",
    ),
    "settings": (
        "zoom",
        "proofState",
        "defaultTabStop",
        "characterSpacingControl",
        "savePreviewPicture",
        "updateFields",
        "compat",
        "rsids",
        "mathPr",
        "themeFontLang",
        "clrSchemeMapping",
        "doNotAutoCompressPictures",
        "shapeDefaults",
        "decimalSymbol",
        "listSeparator",
    ),
    "tblBorders": ("top", "left", "bottom", "right", "insideH", "insideV"),
    "tcBorders": ("top", "left", "bottom", "right"),
    "pBdr": ("top", "left", "bottom", "right", "between", "bar"),
}
"""The children of each property element in the order of the schema; Word refuses or drops what stands elsewhere."""


def make(name: str, /, *children: Xml, **attributes: object) -> Xml:
    """An element of the main namespace with attributes of it, for example make("jc", val="right")."""
    element = OxmlElement(f"w:{name}")
    for key, value in attributes.items():
        element.set(qn(f"w:{key}"), str(value))
    for child in children:
        element.append(child)
    return element


def put(parent: Xml, *children: Xml) -> None:
    """Adds children to a property element, each at its place in the schema's order; one of a name replaces the other."""
    order = ORDER[parent.tag.rpartition("}")[2]]
    for child in children:
        name = child.tag.rpartition("}")[2]
        for old in parent.findall(child.tag):
            parent.remove(old)
        later = {qn(f"w:{after}") for after in order[order.index(name) + 1 :]}
        before = next((n for n, other in enumerate(parent) if other.tag in later), len(parent))
        parent.insert(before, child)


def twips(millimetres: float) -> int:
    """A length in twentieths of a point."""
    return round(millimetres * MILLIMETRE)


def shade(colour: str) -> Xml:
    """A ground of one colour."""
    return make("shd", val="clear", color="auto", fill=colour)


def border(name: str, colour: str, eighths: int, space: int = 0) -> Xml:
    """A line at one side, its width in eighths of a point."""
    return make(name, val="single", sz=eighths, space=space, color=colour)


def field(paragraph: Xml, instruction: str, shown: str) -> None:
    """A field with the text that stands until it is computed."""
    for part in (
        make("fldChar", fldCharType="begin"),
        _instruction(instruction),
        make("fldChar", fldCharType="separate"),
    ):
        run = paragraph.add_run()
        run._r.append(part)
    paragraph.add_run(plain(shown))
    paragraph.add_run()._r.append(make("fldChar", fldCharType="end"))


def _instruction(words: str) -> Xml:
    element = make("instrText")
    element.set(qn("xml:space"), "preserve")
    element.text = f" {words} "
    return element


def bookmark(paragraph: Xml, name: str, number: int) -> None:
    """Marks a whole paragraph, so that fields can point at it."""
    start = make("bookmarkStart", id=number, name=name)
    body = paragraph._p
    body.insert(1 if body.pPr is not None else 0, start)
    body.append(make("bookmarkEnd", id=number))
