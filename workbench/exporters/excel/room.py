"""How wide columns and how high rows are: as their contents need, since not every reader fits them itself."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from workbench.exporters.metrics import POINTS_A_MILLIMETRE, lines, width
from workbench.reports.report import Column, Look, Table, TableRow
from workbench.texts import Language, spoken

WRAPPED: Final = frozenset[Look]({"passage", "source"})
"""What runs over several lines."""
LEAST, MOST, PASSAGE = 12.0, 62.0, 66.0
"""Millimetres of columns."""
_FILTER, _PADDING, _LEVEL = 5.0, 3.0, 3.2
"""Millimetres for the button of the filter, at both sides of a cell, and for a level of a tree."""
MILLIMETRES_A_CHARACTER: Final = 1.852
_SIZE, _HEAD_SIZE, _LINE, _ROW = 9.0, 8.0, 12.5, 16.5


def fit_columns(sheet: Worksheet, table: Table, language: Language) -> list[float]:
    """Sets the widths of a table's columns and gives them back in millimetres."""
    widths = [_needed(table, at, column, language) for at, column in enumerate(table.columns)]
    for number, millimetres in enumerate(widths, 1):
        letter = get_column_letter(number)
        sheet.column_dimensions[letter].width = round(millimetres / MILLIMETRES_A_CHARACTER, 1)
    return widths


def _needed(table: Table, at: int, column: Column, language: Language) -> float:
    head = _millimetres(column.title.said(language), _HEAD_SIZE) + _FILTER
    if column.look in WRAPPED:
        return max(PASSAGE, head)
    words = (
        _millimetres(_shown(row, at, column, language), _SIZE) + (row.level * _LEVEL if at == 0 else 0)
        for row in table.rows
    )
    return min(max(LEAST, head, max(words, default=0)) + _PADDING, MOST)


def _shown(row: TableRow, at: int, column: Column, language: Language) -> str:
    said = row.cells[at]
    return "100.0%" if column.look == "share" else "–" if said is None else spoken(said, language)


def _millimetres(words: str, size: float) -> float:
    return width(words, size, bold=True) / POINTS_A_MILLIMETRE


def row_height(texts: Iterable[tuple[str, float]]) -> float:
    """The height in points of a row with these texts in cells of so many millimetres."""
    most = max((lines(words, _SIZE, room - _PADDING) for words, room in texts), default=1)
    return max(_ROW, most * _LINE + 3)
