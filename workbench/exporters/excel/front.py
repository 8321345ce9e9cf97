"""The sheets around the tables: cover, chart and notes."""

from __future__ import annotations

from collections.abc import Sequence

from openpyxl.chart import BarChart as ExcelBars
from openpyxl.chart import Reference
from openpyxl.styles import Alignment
from openpyxl.worksheet.worksheet import Worksheet

from workbench.exporters.excel.room import MILLIMETRES_A_CHARACTER, row_height
from workbench.exporters.excel.sheet import page_setup, put
from workbench.exporters.excel.styles import BLUE, GREY, HEAD_RULE, QUIET, ROW_RULE, alignment, font
from workbench.model.design import Design
from workbench.model.elements.engagement import Engagement
from workbench.reports.report import BarChart, Said
from workbench.reports.standing import Standing
from workbench.texts import Language, Text, spoken, text


def write_cover(
    sheet: Worksheet, design: Design, now: Standing, language: Language, names: Sequence[str]
) -> None:
    """Customer, edition, version, fingerprint, and a link to every sheet."""
    engagement = next(iter(design.of_kind(Engagement)), None)
    title = engagement.title() if engagement else text("Landing zone")
    put(sheet, 2, 2, title, language).font = font(language, 24, True)
    put(sheet, 3, 2, text("Address plan, inventory and findings"), language).font = font(
        language, 12, colour=GREY
    )
    row = 5
    for label, said in _facts(now, engagement):
        put(sheet, row, 1, label, language).font = font(language, 9, colour=QUIET)
        cell = put(sheet, row, 2, said, language)
        cell.font, cell.alignment = font(language, 9), Alignment(horizontal="left")
        row += 1
    row += 1
    put(sheet, row, 1, text("Worksheets"), language).font = font(language, 9, True, GREY)
    for name in names[1:]:
        cell = put(sheet, row, 2, Text("{name}", (("name", name),)), language)
        cell.hyperlink = f"#'{name}'!A1"
        cell.font = font(language, 9, colour=BLUE)
        row += 1
    sheet.column_dimensions["A"].width, sheet.column_dimensions["B"].width = 22, 70
    page_setup(sheet)


def _facts(now: Standing, engagement: Engagement | None) -> list[tuple[Text, Said]]:
    facts: list[tuple[Text, Said]] = []
    if engagement:
        facts += [
            (text("Edition"), engagement.kind.field("edition").choices[engagement.edition]),
            (text("Version"), engagement.version),
            (text("Date"), engagement.issued or None),
            (text("Made by"), engagement.author or None),
        ]
    return [
        *facts,
        (text("Elements"), now.element_count),
        (text("Design fingerprint"), now.fingerprint),
    ]


def write_chart(sheet: Worksheet, chart: BarChart, language: Language) -> None:
    """The figures of a chart with the chart beside them."""
    put(sheet, 1, 1, chart.caption, language).font = font(language, 16, True)
    heads: tuple[Said, ...] = (text("Name"), *chart.parts)
    for n, head in enumerate(heads, 1):
        cell = put(sheet, 4, n, head, language)
        cell.font, cell.border = font(language, 8, True, GREY), HEAD_RULE
    for row, (name, used, free) in enumerate(chart.bars, 5):
        put(sheet, row, 1, name, language)
        for n, value in ((2, used), (3, free)):
            sheet.cell(row, n, int(value)).number_format = "#,##0"
        for n in (1, 2, 3):
            sheet.cell(row, n).font, sheet.cell(row, n).border = font(language), ROW_RULE
    sheet.column_dimensions["A"].width = 28
    sheet.column_dimensions["B"].width = sheet.column_dimensions["C"].width = 18
    page_setup(sheet)
    if chart.bars:
        sheet.add_chart(_bars(sheet, chart, language), "E4")


def _bars(sheet: Worksheet, chart: BarChart, language: Language) -> ExcelBars:
    bars = ExcelBars()
    bars.type, bars.grouping, bars.overlap = "bar", "percentStacked", 100
    last = 4 + len(chart.bars)
    bars.add_data(Reference(sheet, min_col=2, max_col=3, min_row=4, max_row=last), titles_from_data=True)
    bars.set_categories(Reference(sheet, min_col=1, min_row=5, max_row=last))
    bars.height, bars.width = max(7.0, 0.7 * len(chart.bars) + 3), 20
    for series, colour in zip(bars.series, (BLUE, "C2CAD4"), strict=True):
        series.graphicalProperties.solidFill = colour
        series.graphicalProperties.line.noFill = True
    bars.legend.position = "b"
    # The first bar stands on top, and the scale below the last one.
    bars.y_axis.crosses = "max"
    bars.y_axis.number_format = "0%"
    bars.y_axis.majorGridlines = None
    bars.gapWidth = 60
    bars.x_axis.delete = bars.y_axis.delete = False
    bars.x_axis.scaling.orientation = "maxMin"
    return bars


def write_notes(sheet: Worksheet, design: Design, language: Language) -> None:
    """What the columns mean, and the platform figures behind the findings with source and date."""
    from workbench.reports.tables.figures import figures_used

    put(sheet, 1, 1, text("Notes"), language).font = font(language, 16, True)
    row = 3
    for note in NOTES:
        put(sheet, row, 1, note, language).font = font(language)
        row += 1
    table = figures_used(design)
    row += 1
    for n, column in enumerate(table.columns, 1):
        cell = put(sheet, row, n, column.title, language)
        cell.font, cell.border = font(language, 8, True, GREY), HEAD_RULE
    widths = (75.0, 62.0, 30.0, 110.0, 42.0)
    for at, line in enumerate(table.rows, row + 1):
        for n, said in enumerate(line.cells, 1):
            cell = put(sheet, at, n, said, language)
            cell.font, cell.border, cell.alignment = font(language), ROW_RULE, alignment("passage")
        texts = ((spoken(said, language), room) for said, room in zip(line.cells, widths, strict=True))
        sheet.row_dimensions[at].height = row_height(texts)
    for letter, millimetres in zip("ABCDE", widths, strict=True):
        sheet.column_dimensions[letter].width = round(millimetres / MILLIMETRES_A_CHARACTER, 1)
    page_setup(sheet)


NOTES = (
    text(
        "Blocks are written as first address and prefix length; hidden columns at the right hold ids and a sort key."
    ),
    text("A dash means that nothing is stated; zero is written as 0."),
    text("Shares are addresses taken by vSwitches, of all addresses of the block."),
    text(
        "Findings are those of the design named on the cover; the fingerprint tells whether two files belong together."
    ),
)
