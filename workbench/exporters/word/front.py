"""What stands before the chapters: cover, headers and footers."""

from __future__ import annotations

import io

from docx.enum.section import WD_SECTION
from docx.oxml import parse_xml
from docx.shared import Mm

from workbench.exporters.word.cover import cover_png
from workbench.exporters.word.figures import describe
from workbench.exporters.word.markup import Xml, border, field, make, put, run, twips
from workbench.exporters.word.sections import upright
from workbench.exporters.word.styles import AXIS, RULE, WIDTH
from workbench.exporters.word.text_blocks import write_pairs
from workbench.exporters.word.writing import Writing, gap
from workbench.model.design import Design
from workbench.reports.report import Report
from workbench.texts import Text, text

CONFIDENTIAL = text("Confidential")
COURTESY: dict[str, Text] = {
    "zh": text("Courtesy copy, the Chinese text prevails"),
    "en": text("Courtesy copy, the English text prevails"),
}
_EMU = 36_000
_PICTURE = (185.0, 102.0)
"""The picture on the cover in millimetres: from the first axis to the paper's edge."""


def write_cover(writing: Writing, report: Report, design: Design) -> None:
    """The address plan as a picture, then version, customer, title and facts."""
    document = writing.document
    upright(document.sections[0])
    _behind(document.add_paragraph(), cover_png(design, _PICTURE), writing)
    version = writing.say(text("Version {version}", version=report.version))
    writing.paragraph(
        "Body Text",
        run(f"{version}\t{writing.say(report.customer)}"),
        properties=(
            make("spacing", before=twips(86), after=0, line=300, lineRule="exact"),
            make("ind", left=twips(AXIS), hanging=twips(AXIS)),
            make("tabs", make("tab", val="left", pos=twips(AXIS))),
        ),
    )
    writing.paragraph("Title", *writing.runs(report.title))
    writing.paragraph("Subtitle", *writing.runs(report.subtitle))
    if report.prevailing != writing.language:
        writing.paragraph("Subtitle", *writing.runs(COURTESY[report.prevailing]))
    gap(writing, 68)
    write_pairs(writing, report.cover)


def _behind(paragraph: Xml, picture: bytes, writing: Writing) -> None:
    """A picture behind the text from the first axis to the paper's right edge, at the very top."""
    width, height = _PICTURE
    inline = paragraph.add_run().add_picture(io.BytesIO(picture), width=Mm(width), height=Mm(height))
    describe(inline, writing.say(text("The address plan of this design as rows of blocks")))
    element = inline._inline
    anchor = parse_xml(
        '<wp:anchor xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" distT="0" distB="0" '
        'distL="0" distR="0" simplePos="0" relativeHeight="1" behindDoc="1" locked="0" layoutInCell="1" allowOverlap="1">'
        '<wp:simplePos x="0" y="0"/><wp:positionH relativeFrom="page"><wp:posOffset>'
        f"{25 * _EMU}</wp:posOffset></wp:positionH>"
        '<wp:positionV relativeFrom="page"><wp:posOffset>0</wp:posOffset></wp:positionV>'
        f'<wp:extent cx="{round(width * _EMU)}" cy="{round(height * _EMU)}"/><wp:wrapNone/></wp:anchor>'
    )
    for child in list(element):
        if not child.tag.endswith("}extent"):
            anchor.append(child)
    element.getparent().replace(element, anchor)


def begin_body(writing: Writing, report: Report) -> Xml:
    """The section after the cover, with header and footer; the field for the number of pages, which is not known yet."""
    section = writing.document.add_section(WD_SECTION.NEW_PAGE)
    section.header.is_linked_to_previous = section.footer.is_linked_to_previous = False
    title = (
        f"{writing.say(report.subtitle)} · {writing.say(text('version {version}', version=report.version))}"
    )
    header, footer = section.header.paragraphs[0]._p, section.footer.paragraphs[0]._p
    _running(header, (report.id, title, writing.say(report.customer)), rule=True)
    _running(footer, (writing.say(CONFIDENTIAL), _mark(writing, report), ""), rule=False)
    before, between, after = _page_words(writing)
    pages = field("NUMPAGES", "1")
    footer.extend([run(before), *field("PAGE", "1"), run(between), *pages, run(after)])
    writing.flow.turn()
    return pages[3]


def _mark(writing: Writing, report: Report) -> str:
    """Fingerprint and date, after the remark that this is a copy where it is one."""
    mark = writing.say(text("Design fingerprint {mark}", mark=report.fingerprint))
    if report.prevailing != writing.language:
        mark = f"{writing.say(COURTESY[report.prevailing])} · {mark}"
    return f"{mark} · {writing.say(report.issued)}" if report.issued else mark


def _page_words(writing: Writing) -> tuple[str, str, str]:
    """What stands before the page's number, between it and the number of pages, and after that."""
    words = writing.say(text("Page {page} of {pages}", page="{page}", pages="{pages}"))
    before, _, rest = words.partition("{page}")
    between, _, after = rest.partition("{pages}")
    return before, between, after


def _running(paragraph: Xml, parts: tuple[str, str, str], *, rule: bool) -> None:
    properties = paragraph.get_or_add_pPr()
    stops = make("tabs", make("tab", val="clear", pos=4320), make("tab", val="clear", pos=8640))
    stops.extend([make("tab", val="left", pos=twips(AXIS)), make("tab", val="right", pos=twips(WIDTH))])
    put(properties, stops)
    if rule:
        frame = make("pBdr")
        put(frame, border("bottom", RULE, 4, 4))
        put(properties, frame)
    paragraph.append(run("\t".join(parts)))
