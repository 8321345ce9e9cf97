"""The address list as a workbook and as text with commas: changed elsewhere, it is read in again cell by cell."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence

from workbench.exporters import File, Job, exporter
from workbench.exporters.guard import guarded


@exporter("addresses-xlsx", title="Address list as Excel", suffix=".xlsx")
def addresses_xlsx(job: Job) -> Iterable[File]:
    """One sheet with a row an element."""
    from openpyxl import Workbook

    from workbench.drawing.files import file_name
    from workbench.exporters.excel import about, issued, sheet_names
    from workbench.exporters.excel.sheet import running_lines, write_table
    from workbench.exporters.same_bytes import without_clock
    from workbench.reports.tables.address_list import address_list

    table, named = address_list(job.design, job.language), about(job.design, job.language)
    job.progress(0.3)
    book, out = Workbook(), io.BytesIO()
    sheet = book.worksheets[0]
    sheet.title = sheet_names([table.title.said(job.language)])[0]
    running_lines(sheet, sheet.title, named, "", job.language)
    write_table(sheet, table, job.language, named)
    book.properties.title, book.properties.creator = named, "Landing Zone Workbench"
    job.progress(0.8)
    book.save(out)
    content = without_clock(out.getvalue(), issued(job.design))
    yield File(file_name(job.design, "address-list", job.language, ".xlsx"), content)


@exporter("addresses-csv", title="Address list as CSV", suffix=".csv")
def addresses_csv(job: Job) -> Iterable[File]:
    """The same rows; what begins like a formula is guarded."""
    from workbench.drawing.files import file_name
    from workbench.reports.tables.address_list import COLUMNS, AddressList

    found = AddressList(job.design, job.language)
    heads = [column.title.said(job.language) for column in COLUMNS]
    rows = [list(found.row(element).values()) for element in found.elements()]
    yield File(file_name(job.design, "address-list", job.language, ".csv"), comma_text([heads, *rows]))


def comma_text(rows: Iterable[Sequence[str]], marked: bool = True) -> bytes:
    """Rows as text in UTF-8, guarded; `marked` tells spreadsheets that it is UTF-8."""
    out = io.StringIO(newline="")
    csv.writer(out).writerows([guarded(_kept(cell)) for cell in row] for row in rows)
    return out.getvalue().encode("utf-8-sig" if marked else "utf-8")


def _kept(cell: str) -> str:
    """The text without halves of characters, which no coding takes, and zeros, which no reader does."""
    from workbench.exporters.plain import plain

    return plain(cell)
