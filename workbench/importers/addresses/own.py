"""Our own address list, known by its heads: its rows, each cell with the column it stands in."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Final

from workbench.importers.addresses.grids import Grid
from workbench.importers.addresses.heads import Meaning, plain_head
from workbench.importers.addresses.lines import Heads, Line
from workbench.reports.tables.address_list import COLUMNS
from workbench.texts import LANGUAGES, Language

HEADS_WITHIN: Final = 10
NEEDED: Final = frozenset({"id", "kind", "name", "blocks"})
PLACES: Final[tuple[Meaning, ...]] = ("name", "account", "region", "zone", "environment")
DASH: Final = "–"
"""What our workbooks show where there is nothing."""


@dataclass(frozen=True, slots=True)
class OwnRow:
    """A row of our list: what each column says, and the row as the other importers know it."""

    line: Line
    says: dict[str, str]
    columns: dict[str, int]

    @property
    def language(self) -> Language:
        """The language of the list."""
        return self.line.heads.language

    def cell(self, key: str) -> str:
        """The place of a cell."""
        return self.line.grid.cell(self.line.number, self.columns.get(key, 1))


def own_rows(grid: Grid, sheet: int) -> Iterator[OwnRow] | None:
    """The rows of a grid that is our list; None where it is another table."""
    for number in list(grid.rows)[:HEADS_WITHIN]:
        for language in LANGUAGES:
            columns = _columns(grid.rows[number], language)
            if columns.keys() >= NEEDED:
                return _rows(grid, Heads({}, "", number, language), sheet, columns)
    return None


def _columns(row: dict[int, str], language: Language) -> dict[str, int]:
    """The columns of our list that a row of heads names, the first of each."""
    known, found = _titles(language), dict[str, int]()
    for at, head in sorted(row.items()):
        if key := known.get(plain_head(head)):
            found.setdefault(key, at)
    return found


def _rows(grid: Grid, heads: Heads, sheet: int, columns: dict[str, int]) -> Iterator[OwnRow]:
    for number, row in grid.rows.items():
        if number <= heads.row:
            continue
        says = {key: row.get(at, "") for key, at in columns.items()}
        if any(says[key] not in ("", DASH) for key in NEEDED):
            line = Line(grid, sheet, number, heads)
            own = OwnRow(line, says, columns)
            for meaning in PLACES:
                if says.get(meaning, "") not in ("", DASH):
                    line.says[meaning], line.cells[meaning] = says[meaning], own.cell(meaning)
            yield own


@cache
def _titles(language: Language) -> dict[str, str]:
    return {plain_head(column.title.said(language)): column.key for column in COLUMNS}
