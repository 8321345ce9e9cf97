"""Sheets and charts in the document: on the page where they can be read, else on a landscape sheet of their own."""

from __future__ import annotations

import io
from typing import Final

from docx.shared import Mm

from workbench.drawing.build import drawing
from workbench.drawing.drawing import Drawing, Raster
from workbench.exporters import Job
from workbench.exporters.metrics import POINTS_A_MILLIMETRE
from workbench.exporters.word.markup import Xml, make, put, run
from workbench.exporters.word.pictures import chart_png, chart_size
from workbench.exporters.word.sections import A3_SHEET, A4_SHEET, Sheet, back_to_a4, to_drawing_sheet
from workbench.exporters.word.styles import TEXT3, WIDTH
from workbench.exporters.word.table_markup import table_of
from workbench.exporters.word.writing import Writing, write_caption
from workbench.reports.report import BarChart, Report, Said, SheetFigure
from workbench.texts import Text, text

LEAST_POINTS: Final = 6.5
"""Text on a drawing is never smaller than this on A4; a drawing that would be gets an A3 sheet."""
SMALLEST_TEXT: Final = 11.5
_LEAST_SCALE: Final = LEAST_POINTS / (SMALLEST_TEXT * 0.75)
HIGHEST: Final = 200.0
"""Millimetres of the highest picture on an upright page."""
_PIXELS: Final = 3000
_MILLIMETRES_A_POINT: Final = 25.4 / 96
_ABOVE: Final = 4.0
_UNDER_DRAWING: Final = 34.0
"""Millimetres for caption and title block below a drawing."""
NO_PAINTER: Final = text("The picture of this sheet is part of the drawings file.")


def write_sheet(writing: Writing, figure: SheetFigure, job: Job, report: Report) -> None:
    """The picture of a sheet with its caption; a sentence in its place where nothing can paint."""
    caption = writing.say(figure.caption)
    if job.painter is None:
        back_to_a4(writing)
        words = writing.say(NO_PAINTER)
        writing.paragraph("Body Text", run(words))
        writing.flows("Body Text", words)
        write_caption(writing, figure.sheet, caption, below=True)
        return
    drawn = drawing(job.design, figure.sheet, job.language)
    width, height = (side * _MILLIMETRES_A_POINT for side in drawn.size)
    scale = min(WIDTH / width, HIGHEST / height, 1.0)
    if scale >= _LEAST_SCALE:
        back_to_a4(writing)
        size = (width * scale, height * scale)
        _inline(writing, _painted(drawn, job, size[0]), size, _described(caption, drawn))
        write_caption(writing, figure.sheet, caption, below=True)
    else:
        _on_its_own_sheet(writing, drawn, job, figure, report)


def write_chart(writing: Writing, chart: BarChart) -> None:
    """A bar chart with its caption."""
    caption = writing.say(chart.caption)
    width, height = chart_size(chart)
    _inline(writing, chart_png(chart, writing.language), (WIDTH, WIDTH * height / width), caption)
    write_caption(writing, chart.id, caption, below=True)


def _inline(writing: Writing, picture: bytes, size: tuple[float, float], words: str) -> None:
    """A paragraph that grows with its picture; exact lines would crop it."""
    paragraph = writing.document.add_paragraph()
    spacing = make("spacing", before=round(_ABOVE * 20), after=0, line=240, lineRule="auto")
    put(paragraph._p.get_or_add_pPr(), spacing, make("keepNext"), make("ind", left=0, hanging=0))
    shown = paragraph.add_run().add_picture(io.BytesIO(picture), width=Mm(size[0]), height=Mm(size[1]))
    describe(shown, words)
    writing.flow.text([size[1] * POINTS_A_MILLIMETRE], _ABOVE, 0, keep=True)


def _painted(drawn: Drawing, job: Job, millimetres: float) -> bytes:
    """The drawing at 300 dots an inch, or at most as wide as readers take it."""
    assert job.painter is not None
    width = min(_PIXELS, round(millimetres / 25.4 * 300))
    return job.painter.png(drawn, width, round(width * drawn.size[1] / drawn.size[0]))


def _described(caption: str, drawn: Drawing) -> str:
    """What stands for the picture of a sheet: its caption, and what the images on it show."""
    said = [part.said for box in drawn.boxes for part in box.parts if isinstance(part, Raster) and part.said]
    return " · ".join([caption, *said])


def _on_its_own_sheet(
    writing: Writing, drawn: Drawing, job: Job, figure: SheetFigure, report: Report
) -> None:
    """A landscape section with the drawing as large as fits and its title block; what follows goes back upright."""
    sheet = next((one for one in (A4_SHEET, A3_SHEET) if _scale(drawn, one) >= _LEAST_SCALE), A3_SHEET)
    to_drawing_sheet(writing, sheet)
    scale = _scale(drawn, sheet)
    wide, high = (side * _MILLIMETRES_A_POINT * scale for side in drawn.size)
    caption = writing.say(figure.caption)
    _inline(writing, _painted(drawn, job, wide), (wide, high), _described(caption, drawn))
    write_caption(writing, figure.sheet, caption, below=True)
    _title_block(writing, _titles(writing, figure, scale, report), sheet.room[0])


def _scale(drawn: Drawing, sheet: Sheet) -> float:
    """How large a drawing stands on a sheet: never larger than on the screen."""
    width, height = (side * _MILLIMETRES_A_POINT for side in drawn.size)
    return min(sheet.room[0] / width, (sheet.room[1] - _UNDER_DRAWING) / height, 1.0)


def _titles(
    writing: Writing, figure: SheetFigure, scale: float, report: Report
) -> tuple[tuple[Text, Said, float], ...]:
    """What stands in the title block, with the share of each part in its width."""
    return (
        (text("Customer"), report.customer, 85),
        (text("Drawing"), figure.caption, 105),
        (text("Number"), writing.numbers.captions[figure.sheet].number, 25),
        (text("Version"), report.version, 25),
        (text("Date"), report.issued or None, 35),
        (text("Scale to screen"), f"{scale:.0%}", 35),
        (text("Design fingerprint"), report.fingerprint, 70),
    )


def _title_block(writing: Writing, titles: tuple[tuple[Text, Said, float], ...], room: float) -> None:
    """One row of names above, values below."""
    names = [
        (writing.styled("Table Text", *writing.runs(name, make("color", val=TEXT3))), ())
        for name, _, _ in titles
    ]
    values = [
        (writing.styled("Table Text", *writing.runs("–" if said is None else said, make("b"))), ())
        for _, said, _ in titles
    ]
    whole = sum(width for _, _, width in titles)
    made = table_of([width * room / whole for _, _, width in titles], [names, values])
    writing.document.element.body.insert_element_before(made, "w:sectPr")


def describe(picture: Xml, words: str) -> None:
    """The text that stands for a picture, and no distance around it."""
    properties = picture._inline.docPr
    properties.set("descr", words)
    properties.set("title", words)
    for side in ("distT", "distB", "distL", "distR"):
        picture._inline.set(side, "0")
