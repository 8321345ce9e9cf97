"""Elements of a Word file, their children always in the order of the schema, which Word insists on."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final

from docx.oxml.ns import qn
from docx.oxml.parser import OxmlElement
from docx.oxml.xmlchemy import BaseOxmlElement

_REFUSED: Final = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]"
)
_PROPERTIES = """pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr suppressLineNumbers pBdr shd tabs
suppressAutoHyphens kinsoku wordWrap overflowPunct topLinePunct autoSpaceDE autoSpaceDN bidi adjustRightInd snapToGrid
spacing ind contextualSpacing mirrorIndents suppressOverlap jc textDirection textAlignment textboxTightWrap outlineLvl
divId cnfStyle rPr sectPr pPrChange"""
ORDER: Final[Mapping[str, tuple[str, ...]]] = {
    parent: tuple(f"w:{name}" for name in names.split())
    for parent, names in {
        "w:pPr": _PROPERTIES,
        "w:rPr": """rStyle rFonts b bCs i iCs caps smallCaps strike dstrike outline shadow emboss imprint noProof snapToGrid
        vanish webHidden color spacing w kern position sz szCs highlight u effect bdr shd fitText vertAlign rtl cs em lang
        eastAsianLayout specVanish oMath""",
        "w:pBdr": "top left bottom right between bar",
        "w:tblPr": """tblStyle tblpPr tblOverlap bidiVisual tblStyleRowBandSize tblStyleColBandSize tblW jc tblCellSpacing
        tblInd tblBorders shd tblLayout tblCellMar tblLook tblCaption tblDescription""",
        "w:tblBorders": "top left start bottom right end insideH insideV",
        "w:tblCellMar": "top left start bottom right end",
        "w:trPr": "cnfStyle divId gridBefore gridAfter wBefore wAfter cantSplit trHeight tblHeader tblCellSpacing jc hidden",
        "w:tcPr": """cnfStyle tcW gridSpan hMerge vMerge tcBorders shd noWrap tcMar textDirection tcFitText vAlign
        hideMark""",
        "w:tcBorders": "top left start bottom right end insideH insideV tl2br tr2bl",
        "w:tcMar": "top left start bottom right end",
        "w:sectPr": """headerReference footerReference footnotePr endnotePr type pgSz pgMar paperSrc pgBorders lnNumType
        pgNumType cols formProt vAlign noEndnote titlePg textDirection bidi rtlGutter docGrid printerSettings""",
        "w:style": """name aliases basedOn next link autoRedefine hidden uiPriority semiHidden unhideWhenUsed qFormat locked
        personal rsid pPr rPr tblPr trPr tcPr tblStylePr""",
        "w:lvl": "start numFmt lvlRestart pStyle isLgl suff lvlText lvlPicBulletId legacy lvlJc pPr rPr",
        "w:settings": """writeProtection view zoom removePersonalInformation removeDateAndTime mirrorMargins
        defaultTabStop autoHyphenation evenAndOddHeaders characterSpacingControl updateFields footnotePr endnotePr compat
        docVars rsids themeFontLang clrSchemeMapping decimalSymbol listSeparator""",
    }.items()
}
"""The children each element may have, in the order of the schema."""


def node(tag: str, *children: BaseOxmlElement, **attributes: object) -> BaseOxmlElement:
    """An element such as `node("w:ind", w_left=1871)`; children of elements in ORDER are put into it.

    ValueError names a child the schema does not have there.
    """
    made = OxmlElement(tag)
    for name, value in attributes.items():
        made.set(qn(name.replace("_", ":", 1)), str(value))
    order = ORDER.get(tag)
    for child in children if order is None else sorted(children, key=lambda one: _place(one, tag, order)):
        made.append(child)
    return made


def _place(child: BaseOxmlElement, parent: str, order: tuple[str, ...]) -> int:
    name = prefixed(child)
    if name not in order:
        raise ValueError(f"{name} has no place in {parent}")
    return order.index(name)


def prefixed(element: BaseOxmlElement) -> str:
    """The name of an element of Word's own namespace as the schema writes it, "w:pPr"."""
    return "w:" + str(element.tag).rpartition("}")[2]


def plain(words: str) -> str:
    """The words without the characters XML refuses."""
    return _REFUSED.sub("", words)
