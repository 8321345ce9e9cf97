"""Grids: what the sheets of a workbook and text with commas have in common, cells of text by row and column."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from workbench.importers.plan import Refused
from workbench.progress import Progress
from workbench.texts import text

LARGEST: Final = 30_000_000
MOST_ROWS: Final = 50_000
MOST_COLUMNS: Final = 200
SUFFIXES: Final = (".xlsx", ".xlsm", ".xls", ".csv", ".tsv")
PACKAGE: Final = b"PK"
OLD_OR_LOCKED: Final = b"\xd0\xcf\x11\xe0"
CONTROL: Final = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


@dataclass(frozen=True, slots=True)
class Grid:
    """The cells of one sheet that hold something, by row and then by column, both counted from 1.

    `unknown` are the cells whose formula was never worked out; `beyond` is the first cell right of what is read.
    """

    file: str
    sheet: str
    rows: dict[int, dict[int, str]] = field(default_factory=dict)
    unknown: frozenset[tuple[int, int]] = frozenset()
    beyond: str = ""

    def cell(self, row: int, column: int) -> str:
        """How the place of a cell is written: Plan!C7, or C7 where there is one sheet only."""
        return f"{self.sheet}!{letters(column)}{row}" if self.sheet else f"{letters(column)}{row}"


def is_table(path: Path) -> bool:
    """Whether a file is called like a table; whether it is one is told when it is read."""
    return path.is_file() and path.suffix.lower() in SUFFIXES


def grids_in(path: Path, name: str, progress: Progress) -> Iterator[Grid]:
    """The sheets of a file, known by its content whatever it is called; Refused says why it cannot be read."""
    size = path.stat().st_size
    if size > LARGEST:
        raise Refused(text("The file has {size} bytes; tables have at most {most}.", size=size, most=LARGEST))
    with path.open("rb") as file:
        begins = file.read(4)
    if begins == OLD_OR_LOCKED:
        raise Refused(
            text(
                "The workbook is of the old kind (.xls) or locked with a password. Save it as .xlsx without a password."
            )
        )
    if begins.startswith(PACKAGE):
        from workbench.importers.addresses.workbook import sheets_in

        yield from sheets_in(path, name, progress)
        return
    from workbench.importers.addresses.comma_text import grid_in

    yield grid_in(path.read_bytes(), name)


def kept(typed: str) -> str:
    """A cell's text as it can be kept in a design: without spaces around it and without control characters."""
    return CONTROL.sub("", typed).strip() if typed else ""


def letters(column: int) -> str:
    """The letters that spreadsheets give a column: A, B ... Z, AA."""
    named = ""
    while column:
        column, rest = divmod(column - 1, 26)
        named = chr(65 + rest) + named
    return named


def place_of(cell: str) -> tuple[int, int]:
    """The row and column of a cell that is written as C7; (0, 0) where it is no such place."""
    found = re.fullmatch(r"([A-Z]{1,3})([0-9]{1,7})", cell)
    if not found:
        return 0, 0
    column = 0
    for letter in found[1]:
        column = column * 26 + ord(letter) - 64
    return int(found[2]), column
