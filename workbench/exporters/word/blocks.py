"""Which writer writes which block."""

from __future__ import annotations

from workbench.exporters import Job
from workbench.exporters.word.figures import write_chart, write_sheet
from workbench.exporters.word.sections import back_to_a4
from workbench.exporters.word.tables import write_table
from workbench.exporters.word.text_blocks import (
    write_callout,
    write_facts,
    write_heading,
    write_paragraph,
    write_points,
)
from workbench.exporters.word.writing import Writing
from workbench.reports.report import (
    BarChart,
    Block,
    Callout,
    Facts,
    Heading,
    Paragraph,
    Points,
    Report,
    SheetFigure,
    Table,
)


def write_block(writing: Writing, block: Block, after: Block | None, job: Job, report: Report) -> None:
    """Writes one block of a report at the end of the document; `after` is the one that follows it."""
    if not isinstance(block, SheetFigure):
        back_to_a4(writing)
    match block:
        case Heading():
            write_heading(writing, block)
        case Paragraph():
            write_paragraph(writing, block, leads=isinstance(after, (Table, Points, Facts)))
        case Points():
            write_points(writing, block)
        case Facts():
            write_facts(writing, block)
        case Callout():
            write_callout(writing, block)
        case Table():
            write_table(writing, block)
        case SheetFigure():
            write_sheet(writing, block, job, report)
        case BarChart():
            write_chart(writing, block)
