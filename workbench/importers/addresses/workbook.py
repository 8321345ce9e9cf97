"""Workbooks of Excel as grids: merged cells filled, formulas by the value Excel last showed."""

from __future__ import annotations

import datetime
import io
import re
import warnings
import zipfile
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from planners.pace import breathe
from workbench.cancelled import Cancelled
from workbench.importers.addresses.grids import MOST_COLUMNS, MOST_ROWS, Grid, kept, letters, place_of
from workbench.importers.plan import Refused
from workbench.progress import Progress, part
from workbench.texts import text

if TYPE_CHECKING:
    from openpyxl import Workbook
    from openpyxl.worksheet._read_only import ReadOnlyWorksheet

LARGEST_UNPACKED: Final = 96_000_000
MOST_FILLED: Final = 500_000
TELL_EVERY: Final = 200
MERGED: Final = re.compile(rb'<(?:\w+:)?mergeCell\s[^>]*?ref="([A-Z0-9:]+)"')
NEVER_WORKED_OUT: Final = re.compile(
    rb'<c\s[^>]*?r="([A-Z]+[0-9]+)"[^>]*>\s*<f(?:\s[^>]*)?(?:/>|>[^<]*</f>)\s*(?:<v\s*/>|<v></v>)?\s*</c>'
)
Place = tuple[int, int]
Area = tuple[int, int, int, int]


def sheets_in(path: Path, name: str, progress: Progress) -> Iterator[Grid]:
    """The visible and hidden sheets in their order; Refused for what is no workbook or unpacks to too much."""
    _looked_into(path)
    with path.open("rb") as file, zipfile.ZipFile(path) as package:
        book = _loaded(file)
        sheets = book.worksheets
        if not sheets:
            raise Refused(text("The workbook holds no sheet. Open it in Excel and save it anew."))
        for number, sheet in enumerate(sheets):
            begin, end = number / len(sheets), (number + 1) / len(sheets)
            try:
                yield _grid(sheet, name, package, part(progress, begin, end))
            except (Cancelled, Refused, MemoryError):
                raise
            except Exception as wrong:
                raise _broken(wrong) from wrong


def _looked_into(path: Path) -> None:
    """Refused where the package is none, or unpacks to more than a table does."""
    try:
        with zipfile.ZipFile(path) as package:
            if sum(entry.file_size for entry in package.infolist()) > LARGEST_UNPACKED:
                raise Refused(text("The workbook unpacks to more than it may. Save its sheets as CSV."))
            parts = [one for one in package.namelist() if one.endswith((".xml", ".rels"))]
            heads = [package.open(one).read(2000) for one in parts]
    except Refused:
        raise
    except Exception as wrong:
        # A bent package makes the reader of packages raise a dozen things, those of zlib among them.
        raise Refused(
            text("This is no whole workbook of Excel (.xlsx). It may have been cut off; save it anew.")
        ) from wrong
    if any(b"<!DOCTYPE" in head for head in heads):
        raise Refused(text("The workbook declares a document type, which Excel never does. Save it anew."))


def _loaded(file: io.BufferedReader) -> Workbook:
    from openpyxl import load_workbook

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            return load_workbook(file, read_only=True, data_only=True, keep_links=False)
    except Exception as wrong:
        # Whatever a broken package makes the library raise, the file is what is wrong.
        raise _broken(wrong) from wrong


def _broken(wrong: Exception) -> Refused:
    reason = str(wrong)[:200] or type(wrong).__name__
    return Refused(
        text("The workbook cannot be read: {reason}. Open it in Excel and save it anew.", reason=reason)
    )


def _grid(sheet: ReadOnlyWorksheet, name: str, package: zipfile.ZipFile, progress: Progress) -> Grid:
    rows: dict[int, dict[int, str]] = {}
    title, beyond = sheet.title or "", ""
    for number, values in enumerate(_rows(sheet, progress), 1):
        cells = {
            at: said for at, value in enumerate(values, 1) if value is not None and (said := _text(value))
        }
        if len(cells) and max(cells) > MOST_COLUMNS:
            beyond = beyond or f"{title}!{letters(MOST_COLUMNS + 1)}{number}"
            cells.pop(MOST_COLUMNS + 1)
        if cells:
            rows[number] = cells
        if len(rows) > MOST_ROWS:
            raise Refused(text("More than {most} rows. Split the table.", most=MOST_ROWS), title)
    raw = package.read(sheet._worksheet_path)  # type: ignore[attr-defined]
    _fill(_areas(raw, title), rows)
    unknown = frozenset(place_of(found.decode()) for found in NEVER_WORKED_OUT.findall(raw))
    shown = frozenset(place for place in unknown if place[1] <= MOST_COLUMNS)
    for row, column in shown:
        rows.setdefault(row, {})[column] = "="
    return Grid(name, title, dict(sorted(rows.items())), shown, beyond)


def _rows(sheet: ReadOnlyWorksheet, progress: Progress) -> Iterator[tuple[Any, ...]]:
    """The values row by row up to one column behind those that are read; stops where the user does."""
    # What a sheet says of its own size may be a lie, and would be filled up with empty cells.
    most = sheet.max_row or 1
    sheet.reset_dimensions()
    found = sheet.iter_rows(max_col=MOST_COLUMNS + 1, values_only=True)  # type: ignore[misc]
    for number, values in enumerate(found):
        if number % TELL_EVERY == 0:
            progress(min(number / most, 1.0))
            breathe()
        yield values


def _areas(raw: bytes, title: str) -> list[Area]:
    """The merged areas as first row, first column, last row, last column; Refused where they hold too much."""
    areas: list[Area] = []
    for found in MERGED.findall(raw):
        first, _, last = found.decode().partition(":")
        (top, left), (bottom, right) = place_of(first), place_of(last or first)
        if top and bottom:
            areas.append((top, left, bottom, min(right, MOST_COLUMNS)))
    if len(areas) > MOST_ROWS:
        raise Refused(text("More cells are merged than a table has. Split them."), title)
    return areas


def _fill(areas: list[Area], rows: dict[int, dict[int, str]]) -> None:
    """Gives every merged cell what the first one says, in rows that hold something."""
    known, filled = sorted(rows), 0
    for top, left, bottom, right in areas:
        said = rows.get(top, {}).get(left, "")
        if not said or right < left:
            continue
        inside = known[bisect_left(known, top) : bisect_right(known, bottom)]
        filled += len(inside) * (right - left + 1)
        if filled > MOST_FILLED:
            raise Refused(text("More cells are merged than a table has. Split them."))
        for row in inside:
            for column in range(left, right + 1):
                rows[row].setdefault(column, said)


def _text(value: Any) -> str:
    """A value as the sheet shows it, as far as it matters for addresses and names."""
    if isinstance(value, str):
        return kept(value)
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, float):
        return str(int(value)) if value.is_integer() else repr(value)
    if isinstance(value, datetime.datetime | datetime.date | datetime.time):
        return value.isoformat()
    return kept(str(value))
