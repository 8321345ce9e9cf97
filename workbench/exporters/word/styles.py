"""Styles of the document: two axes, exact lines, a Latin and a Chinese face side by side, one list of numbers."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from docx.document import Document
from docx.oxml.ns import qn

from workbench.exporters.word.markup import Xml, make, put, shade, twips
from workbench.texts import Language

LATIN, CHINESE = "Arial", "Microsoft YaHei"
INK, TEXT2, TEXT3, RULE, BLUE, TINT, DEEP = (
    "18202B",
    "465262",
    "5E6A7B",
    "C2CAD4",
    "2459C9",
    "E3ECFC",
    "17305E",
)
AXIS: Final = 33.0
"""Millimetres from the text edge to the second axis, where titles and text stand."""
WIDTH: Final = 165.0
"""The text's width in millimetres on A4 upright."""
CALLOUTS: Final = {
    "finding": ("BE2230", "FCE8E8"),
    "erratum": ("8F5400", "FDF1DC"),
    "not-covered": ("85348E", "F6E8F7"),
    "decision": ("2459C9", "E3ECFC"),
    "proved": ("1C7A47", "E1F4E8"),
    "refuted": ("BE2230", "FCE8E8"),
    "unsettled": ("8F5400", "FDF1DC"),
}
CHAPTERS, APPENDICES, BULLETS = 1, 2, 3
"""The three lists of numbers."""


@dataclass(frozen=True, slots=True)
class Look:
    """A paragraph style: size and line in points, weight, colour, space around, left edge and hanging in millimetres."""

    size: float
    line: float
    bold: bool = False
    colour: str = INK
    before: float = 0
    after: float = 0
    left: float = 0
    hanging: float = 0
    keep: bool = False
    level: int | None = None
    more_in_chinese: float = 0
    ruled: bool = False
    right_tab: float = 0

    def line_in(self, language: Language) -> float:
        """The height of a line: Chinese running text stands wider apart."""
        return self.line + self.more_in_chinese if language == "zh" else self.line


LOOKS: Final[dict[str, Look]] = {
    "Normal": Look(10, 15),
    "Title": Look(32, 42, True, before=2, after=8, left=AXIS),
    "Subtitle": Look(15, 21, colour=TEXT2, left=AXIS),
    "Heading 1": Look(22, 28, True, after=10, left=AXIS, hanging=AXIS, keep=True, level=0, ruled=True),
    "Heading 2": Look(13, 18, True, before=13, after=5, left=AXIS, hanging=AXIS, keep=True, level=1),
    "Heading 3": Look(
        10.5, 15, True, before=10, after=3, left=AXIS, hanging=AXIS, keep=True, level=2, more_in_chinese=2
    ),
    "Body Text": Look(10, 15, after=6, left=AXIS, more_in_chinese=2),
    "List Bullet": Look(10, 15, after=3, left=AXIS + 5, hanging=5, more_in_chinese=2),
    "Caption": Look(8.5, 13, colour=TEXT2, before=8, after=4, left=AXIS, hanging=AXIS, keep=True),
    "Table Text": Look(8.5, 11.5, more_in_chinese=1),
    "Table Head": Look(8, 11.5, True, TEXT2, keep=True),
    "Table Note": Look(7.5, 11, colour=TEXT3, before=3, after=3),
    "Callout": Look(9.5, 14, before=7, after=7, left=AXIS, hanging=AXIS, more_in_chinese=2),
    "Contents Title": Look(22, 28, True, after=10, left=AXIS, hanging=AXIS, keep=True, ruled=True),
    "TOC 1": Look(9.5, 14.5, True, before=5, left=AXIS, hanging=AXIS, right_tab=WIDTH),
    "TOC 2": Look(9, 14.5, colour=TEXT2, left=AXIS, hanging=AXIS, right_tab=WIDTH),
    "Header": Look(8, 11, colour=TEXT3),
    "Footer": Look(8, 11, colour=TEXT3),
}


def dress(document: Document, language: Language) -> dict[str, str]:
    """Gives a new document its faces, styles, lists and settings; the ids of the styles by name."""
    _defaults(document, language)
    for name, look in LOOKS.items():
        _style(document, name, look, language)
    _numbering(document)
    _settings(document)
    return {name: str(document.styles[name].style_id) for name in LOOKS}


def faces() -> Xml:
    """The faces of a style or run, without those of a theme."""
    return make("rFonts", ascii=LATIN, hAnsi=LATIN, cs=LATIN, eastAsia=CHINESE)


def _defaults(document: Document, language: Language) -> None:
    defaults = document.styles.element.find(qn("w:docDefaults"))
    assert defaults is not None
    properties = defaults.find(qn("w:rPrDefault")).find(qn("w:rPr"))
    for child in list(properties):
        properties.remove(child)
    put(properties, faces(), make("sz", val=20), make("lang", val="en-GB", eastAsia="zh-CN"))
    paragraph = defaults.find(qn("w:pPrDefault"))
    for child in list(paragraph):
        paragraph.remove(child)
    paragraph.append(make("pPr"))
    document.core_properties.language = "zh-CN" if language == "zh" else "en-GB"


def _style(document: Document, name: str, look: Look, language: Language) -> None:
    from docx.enum.style import WD_STYLE_TYPE

    names = [style.name for style in document.styles]
    style = (
        document.styles[name] if name in names else document.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
    )
    if name != "Normal":
        style.base_style = document.styles["Normal"]
    element = style.element
    for old in (*element.findall(qn("w:pPr")), *element.findall(qn("w:rPr"))):
        element.remove(old)
    element.append(_paragraph_properties(look, look.line_in(language)))
    element.append(_run_properties(look))
    style.quick_style = True


def _paragraph_properties(look: Look, line: float) -> Xml:
    properties = make("pPr")
    put(
        properties,
        make("snapToGrid", val=0),
        make("overflowPunct", val=1),
        make("widowControl", val=1),
        make(
            "spacing",
            before=round(look.before * 20),
            after=round(look.after * 20),
            line=round(line * 20),
            lineRule="exact",
        ),
        make("ind", left=twips(look.left), hanging=twips(look.hanging)),
    )
    if look.hanging:
        stops = make("tabs", make("tab", val="left", pos=twips(look.left)))
        if look.right_tab:
            stops.append(make("tab", val="right", pos=twips(look.right_tab)))
        put(properties, stops)
    if look.keep:
        put(properties, make("keepNext"))
    if look.level is not None:
        numbers = make("numPr", make("ilvl", val=look.level), make("numId", val=CHAPTERS))
        put(properties, numbers, make("outlineLvl", val=look.level), make("keepLines"))
    if look.ruled:
        rule = make("top", val="single", sz=12, space=10, color=INK)
        put(properties, make("pageBreakBefore"), make("pBdr", rule))
    return properties


def _run_properties(look: Look) -> Xml:
    properties = make("rPr")
    put(properties, faces(), make("color", val=look.colour), make("sz", val=round(look.size * 2)))
    put(properties, make("szCs", val=round(look.size * 2)), make("b", val=int(look.bold)), make("i", val=0))
    return properties


def _numbering(document: Document) -> None:
    """The lists of numbers in place of the template's: chapters, appendices, bullets."""
    numbering = document.part.numbering_part.element
    for child in list(numbering):
        numbering.remove(child)
    kinds = (
        (CHAPTERS, [("decimal", "%1"), ("decimal", "%1.%2"), ("decimal", "%1.%2.%3")], "Heading"),
        (APPENDICES, [("upperLetter", "%1"), ("decimal", "%1.%2"), ("decimal", "%1.%2.%3")], ""),
        (BULLETS, [("bullet", "●")], ""),
    )
    for number, levels, styles in kinds:
        numbering.append(_list(number, levels, styles))
    for number, _, _ in kinds:
        numbering.append(make("num", make("abstractNumId", val=number), numId=number))


def _list(number: int, levels: list[tuple[str, str]], styles: str) -> Xml:
    made = make("abstractNum", make("multiLevelType", val="multilevel"), abstractNumId=number)
    for at, (format, words) in enumerate(levels):
        level = make("lvl", make("start", val=1), make("numFmt", val=format), ilvl=at)
        if styles:
            level.append(make("pStyle", val=f"{styles}{at + 1}"))
        level.extend([make("suff", val="tab"), make("lvlText", val=words), make("lvlJc", val="left")])
        if format == "bullet":
            level.append(make("pPr", make("ind", left=twips(AXIS + 5), hanging=twips(5))))
        elif not styles:
            # Numbers that a paragraph itself asks for put their own indent in the place of the style's.
            level.append(make("pPr", make("ind", left=twips(AXIS), hanging=twips(AXIS))))
        made.append(level)
    return made


def _settings(document: Document) -> None:
    """Tables stand where they should (mode 15); compressed punctuation. Fields hold what they say already."""
    mode = make(
        "compatSetting", name="compatibilityMode", uri="http://schemas.microsoft.com/office/word", val=15
    )
    put(
        document.settings.element,
        make("characterSpacingControl", val="compressPunctuation"),
        make("compat", mode),
    )


def chip(colours: tuple[str, str]) -> tuple[Xml, ...]:
    """The look of a chip: bold on its own ground."""
    return (make("b"), make("color", val=colours[0]), make("sz", val=16), shade(colours[1]))
