"""WordprocessingML in small pieces: elements by short name, and children in the order the schema wants."""

from __future__ import annotations

import re
from copy import deepcopy
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
    "sectPr": (
        "headerReference",
        "footerReference",
        "footnotePr",
        "endnotePr",
        "type",
        "pgSz",
        "pgMar",
        "paperSrc",
        "pgBorders",
        "lnNumType",
        "pgNumType",
        "cols",
        "formProt",
        "vAlign",
        "noEndnote",
        "titlePg",
        "textDirection",
        "bidi",
        "rtlGutter",
        "docGrid",
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


def run(words: str, *look: Xml) -> Xml:
    """A run of text with its look; tabs and line breaks become what they are in the markup."""
    made = make("r")
    if look:
        properties = make("rPr")
        put(properties, *look)
        made.append(properties)
    for piece in re.split("([\t\n])", plain(words)):
        if piece in ("\t", "\n"):
            made.append(make("tab" if piece == "\t" else "br"))
        elif piece:
            made.append(_preserved("t", piece))
    return made


def field(instruction: str, shown: str, *look: Xml) -> list[Xml]:
    """The runs of a field with the text that stands until it is computed again."""
    return [
        _part("begin", look),
        _holding(_preserved("instrText", f" {instruction} "), look),
        _part("separate", look),
        run(shown, *map(deepcopy, look)),
        _part("end", look),
    ]


def _part(kind: str, look: tuple[Xml, ...]) -> Xml:
    return _holding(make("fldChar", fldCharType=kind), look)


def _holding(content: Xml, look: tuple[Xml, ...]) -> Xml:
    made = run("", *map(deepcopy, look))
    made.append(content)
    return made


def _preserved(name: str, words: str) -> Xml:
    element = make(name)
    element.set(qn("xml:space"), "preserve")
    element.text = words
    return element


def bookmarked(name: str, number: int, *content: Xml) -> list[Xml]:
    """Content between the marks that fields and links point at."""
    return [make("bookmarkStart", id=number, name=name), *content, make("bookmarkEnd", id=number)]
