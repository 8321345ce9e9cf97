"""Sheets and charts in the document: on the page where they can be read, else on a landscape sheet of their own."""

from __future__ import annotations

import io
from typing import Final

from docx.enum.section import WD_ORIENT, WD_SECTION
from docx.shared import Mm

from workbench.drawing.build import drawing
from workbench.drawing.drawing import Drawing
from workbench.exporters import Job
from workbench.exporters.word.markup import Xml, make, put
from workbench.exporters.word.pictures import chart_png
from workbench.exporters.word.styles import WIDTH
from workbench.exporters.word.writing import FIGURE, Writing, write_caption, write_pairs
from workbench.reports.report import BarChart, Said, SheetFigure
from workbench.texts import Text, text

LEAST_POINTS: Final = 6.5
"""Text on a drawing is never smaller than this on A4; a drawing that would be gets an A3 sheet."""
SMALLEST_TEXT: Final = 11.5
_PIXELS: Final = 2200
_MILLIMETRES_A_POINT: Final = 25.4 / 96
A3_FRAME: Final = (380.0, 230.0)
NO_PAINTER: Final = text("The picture of this sheet is part of the drawings file.")


def write_sheet(writing: Writing, figure: SheetFigure, job: Job) -> None:
    """The picture of a sheet with its caption; a sentence in its place where nothing can paint."""
    if job.painter is None:
        back_to_a4(writing)
        writing.document.add_paragraph(writing.say(NO_PAINTER), style="Body Text")
        write_caption(writing, FIGURE, writing.say(figure.caption), keep=False)
        return
    drawn = drawing(job.design, figure.sheet, job.language)
    width, height = (side * _MILLIMETRES_A_POINT for side in drawn.size)
    scale = min(WIDTH / width, 200 / height, 1.0)
    if SMALLEST_TEXT * 0.75 * scale >= LEAST_POINTS:
        back_to_a4(writing)
        _inline(writing, drawn, job, width * scale, writing.say(figure.caption))
        write_caption(writing, FIGURE, writing.say(figure.caption), keep=False)
    else:
        _on_its_own_sheet(writing, drawn, job, figure)


def write_chart(writing: Writing, chart: BarChart) -> None:
    """A bar chart with its caption."""
    paragraph = _picture_paragraph(writing)
    picture = paragraph.add_run().add_picture(io.BytesIO(chart_png(chart, writing.language)), width=Mm(WIDTH))
    describe(picture, writing.say(chart.caption))
    write_caption(writing, FIGURE, writing.say(chart.caption), keep=False)


def _picture_paragraph(writing: Writing) -> Xml:
    """A paragraph that grows with its picture; exact lines would crop it."""
    paragraph = writing.document.add_paragraph()
    spacing = make("spacing", before=80, after=0, line=240, lineRule="auto")
    put(paragraph._p.get_or_add_pPr(), spacing, make("keepNext"), make("ind", left=0, hanging=0))
    return paragraph


def _inline(writing: Writing, drawn: Drawing, job: Job, millimetres: float, words: str) -> None:
    paragraph = _picture_paragraph(writing)
    picture = paragraph.add_run().add_picture(io.BytesIO(_painted(drawn, job)), width=Mm(millimetres))
    describe(picture, words)


def _painted(drawn: Drawing, job: Job) -> bytes:
    assert job.painter is not None
    width = min(_PIXELS, round(drawn.size[0] * 2))
    return job.painter.png(drawn, width, round(width * drawn.size[1] / drawn.size[0]))


def _on_its_own_sheet(writing: Writing, drawn: Drawing, job: Job, figure: SheetFigure) -> None:
    """An A3 landscape section with the drawing at full measure and its title block; what follows goes back to A4."""
    _section(writing, (420, 297), (18, 20, 12, 20), WD_ORIENT.LANDSCAPE)
    width, height = drawn.size
    millimetres = min(A3_FRAME[0], A3_FRAME[1] * width / height)
    _inline(writing, drawn, job, millimetres, writing.say(figure.caption))
    number = write_caption(writing, FIGURE, writing.say(figure.caption), keep=False)
    scale = millimetres / (width * _MILLIMETRES_A_POINT)
    write_pairs(writing, _title_block(figure, number, scale))
    writing.on_wide_sheet = True


def back_to_a4(writing: Writing) -> None:
    """Goes on upright after drawings on sheets of their own; several of those stand one after the other."""
    if writing.on_wide_sheet:
        _section(writing, (210, 297), (26, 20, 21, 25), WD_ORIENT.PORTRAIT)
        writing.on_wide_sheet = False


def _title_block(figure: SheetFigure, number: str, scale: float) -> tuple[tuple[Text, Said], ...]:
    return (
        (text("Drawing"), figure.caption),
        (text("Number"), number),
        (text("Scale to screen"), f"{scale:.0%}"),
    )


def _section(
    writing: Writing, size: tuple[float, float], margins: tuple[float, ...], orientation: WD_ORIENT
) -> None:
    section = writing.document.add_section(WD_SECTION.NEW_PAGE)
    section.orientation = orientation
    section.page_width, section.page_height = Mm(size[0]), Mm(size[1])
    section.top_margin, section.right_margin, section.bottom_margin, section.left_margin = (
        Mm(m) for m in margins
    )


def describe(picture: Xml, words: str) -> None:
    """The text that stands for a picture, and no distance around it."""
    properties = picture._inline.docPr
    properties.set("descr", words)
    properties.set("title", words)
    for side in ("distT", "distB", "distL", "distR"):
        picture._inline.set(side, "0")
