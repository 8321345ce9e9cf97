"""What stands before the chapters: cover, contents, headers and footers."""

from __future__ import annotations

import io

from docx.enum.section import WD_SECTION
from docx.oxml import parse_xml
from docx.shared import Mm

from workbench.exporters.word.figures import describe
from workbench.exporters.word.markup import Xml, border, field, make, put, twips
from workbench.exporters.word.pictures import cover_png
from workbench.exporters.word.styles import AXIS, RULE, WIDTH
from workbench.exporters.word.writing import Writing, write_pairs
from workbench.model.design import Design
from workbench.reports.report import Report
from workbench.texts import Text, text

CONFIDENTIAL = text("Confidential")
CONTENTS, CONTROL = text("Contents"), text("Document control")
COURTESY: dict[str, Text] = {
    "zh": text("Courtesy copy, the Chinese text prevails"),
    "en": text("Courtesy copy, the English text prevails"),
}
_EMU = 36_000


def write_cover(writing: Writing, report: Report, design: Design) -> None:
    """The address plan as a picture, then version, customer, title and facts."""
    document = writing.document
    section = document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.top_margin, section.right_margin, section.bottom_margin, section.left_margin = (
        Mm(26),
        Mm(20),
        Mm(21),
        Mm(25),
    )
    section.header_distance, section.footer_distance = Mm(13), Mm(11)
    _behind(
        document.paragraphs[0] if document.paragraphs else document.add_paragraph(),
        cover_png(design),
        writing,
    )
    line = document.add_paragraph(style="Body Text")
    properties = line._p.get_or_add_pPr()
    put(properties, make("spacing", before=twips(86), after=0, line=300, lineRule="exact"))
    put(
        properties,
        make("ind", left=twips(AXIS), hanging=twips(AXIS)),
        make("tabs", make("tab", val="left", pos=twips(AXIS))),
    )
    version = text("Version {version}", version=report.version)
    line.add_run(f"{writing.say(version)}\t{writing.say(report.customer)}")
    document.add_paragraph(writing.say(report.title), style="Title")
    document.add_paragraph(writing.say(report.subtitle), style="Subtitle")
    if report.prevailing != writing.language:
        document.add_paragraph(writing.say(COURTESY[report.prevailing]), style="Subtitle")
    gap = document.add_paragraph()
    put(gap._p.get_or_add_pPr(), make("spacing", before=0, after=0, line=twips(24), lineRule="exact"))
    write_pairs(writing, report.cover)


def _behind(paragraph: Xml, picture: bytes, writing: Writing) -> None:
    """A picture behind the text from the left axis to the paper's right edge, at the very top."""
    inline = paragraph.add_run().add_picture(io.BytesIO(picture), width=Mm(185), height=Mm(102))
    describe(inline, writing.say(text("The address plan of this design as rows of blocks")))
    element = inline._inline
    anchor = parse_xml(
        '<wp:anchor xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" distT="0" distB="0" '
        'distL="0" distR="0" simplePos="0" relativeHeight="1" behindDoc="1" locked="0" layoutInCell="1" allowOverlap="1">'
        '<wp:simplePos x="0" y="0"/><wp:positionH relativeFrom="page"><wp:posOffset>'
        f"{25 * _EMU}</wp:posOffset></wp:positionH>"
        '<wp:positionV relativeFrom="page"><wp:posOffset>0</wp:posOffset></wp:positionV>'
        f'<wp:extent cx="{185 * _EMU}" cy="{102 * _EMU}"/><wp:wrapNone/></wp:anchor>'
    )
    for child in list(element):
        if not child.tag.endswith("}extent"):
            anchor.append(child)
    element.getparent().replace(element, anchor)


def begin_body(writing: Writing, report: Report) -> None:
    """The section after the cover, with header and footer."""
    section = writing.document.add_section(WD_SECTION.NEW_PAGE)
    section.header.is_linked_to_previous = section.footer.is_linked_to_previous = False
    title = (
        f"{writing.say(report.subtitle)} · {writing.say(text('version {version}', version=report.version))}"
    )
    _running(section.header.paragraphs[0], (report.id, title, writing.say(report.customer)), rule=True)
    mark = writing.say(text("Design fingerprint {mark}", mark=report.fingerprint))
    if report.prevailing != writing.language:
        mark = f"{writing.say(COURTESY[report.prevailing])} · {mark}"
    footer = section.footer.paragraphs[0]
    _running(
        footer,
        (writing.say(CONFIDENTIAL), f"{mark} · {writing.say(report.issued)}" if report.issued else mark, ""),
        rule=False,
    )
    before, between, after = _page_words(writing)
    footer.add_run(before)
    field(footer, "PAGE", "1")
    footer.add_run(between)
    field(footer, "NUMPAGES", "1")
    footer.add_run(after)


def _page_words(writing: Writing) -> tuple[str, str, str]:
    """What stands before the page's number, between it and the number of pages, and after that."""
    words = writing.say(text("Page {page} of {pages}", page="{page}", pages="{pages}"))
    before, _, rest = words.partition("{page}")
    between, _, after = rest.partition("{pages}")
    return before, between, after


def _running(paragraph: Xml, parts: tuple[str, str, str], *, rule: bool) -> None:
    properties = paragraph._p.get_or_add_pPr()
    stops = make("tabs", make("tab", val="clear", pos=4320), make("tab", val="clear", pos=8640))
    stops.extend([make("tab", val="left", pos=twips(AXIS)), make("tab", val="right", pos=twips(WIDTH))])
    put(properties, stops)
    if rule:
        frame = make("pBdr")
        put(frame, border("bottom", RULE, 4, 4))
        put(properties, frame)
    paragraph.add_run("\t".join(parts))


def write_contents(writing: Writing, at: Xml) -> None:
    """The contents in the place of a paragraph: number, title, page.

    Pages are PAGEREF fields: every reader computes them for its own fonts, and the file is the same on every machine.
    """
    for level, number, title, mark in writing.contents:
        paragraph = writing.document.add_paragraph(style=f"TOC {level}")
        stops = make(
            "tabs", make("tab", val="left", pos=twips(AXIS)), make("tab", val="right", pos=twips(WIDTH))
        )
        put(paragraph._p.get_or_add_pPr(), stops)
        paragraph.add_run(f"{number}\t{title}\t")
        field(paragraph, f"PAGEREF {mark} \\h", "–")
        at._p.addprevious(paragraph._p)
    at._p.getparent().remove(at._p)
