"""Text with a row a line: commas, semicolons or tabs between cells, in UTF-8, UTF-16 or the coding of Chinese Windows."""

from __future__ import annotations

import csv
import io
from itertools import islice
from typing import Final

from planners.pace import breathe
from workbench.exporters.guard import unguarded
from workbench.importers.addresses.grids import MOST_COLUMNS, MOST_ROWS, Grid, kept
from workbench.importers.plan import Refused
from workbench.texts import text

SEPARATORS: Final = ",;\t|"
LOOKED_AT: Final = 20
LOOKED_AT_BYTES: Final = 200
GUESSED: Final = ("utf-16-le", "utf-16-be")
BREATHE_EVERY: Final = 500
# A cell may hold more than the reader expects of one: it is told of like any other, and does not end the reading.
csv.field_size_limit(2**31 - 1)


def grid_in(raw: bytes, name: str) -> Grid:
    """The one sheet of a text; Refused for what is no text."""
    written = _decoded(raw)
    grid = Grid(name, "")
    reader = csv.reader(io.StringIO(written, newline=""), delimiter=_separator(written))
    for number, line in enumerate(reader, 1):
        cells = {
            at: value for at, cell in enumerate(line[:MOST_COLUMNS], 1) if (value := kept(unguarded(cell)))
        }
        if cells:
            grid.rows[number] = cells
        if len(grid.rows) > MOST_ROWS:
            raise Refused(text("More than {most} rows. Split the table.", most=MOST_ROWS))
        if number % BREATHE_EVERY == 0:
            breathe()
    return grid


def _decoded(raw: bytes) -> str:
    for name in _codings(raw):
        try:
            written = raw.decode(name)
        except UnicodeDecodeError:
            continue
        if "\x00" not in written and (name not in GUESSED or _is_table(written)):
            return written
    raise Refused(text("The file is no text. Save it as CSV in UTF-8."))


def _is_table(written: str) -> bool:
    """Whether a text that was decoded by a guess has lines with cells."""
    return "\n" in written and any(sign in written for sign in SEPARATORS)


def _codings(raw: bytes) -> tuple[str, ...]:
    """The codings to try: marked by the first bytes, or told by zeros at every other place."""
    if raw.startswith((b"\xff\xfe", b"\xfe\xff")):
        return ("utf-16",)
    if b"\x00" in raw[:LOOKED_AT_BYTES]:
        return GUESSED
    return ("utf-8-sig", "gb18030")


def _separator(written: str) -> str:
    """The sign that makes the most cells of the usual one of the first lines; a comma where none does."""
    return max(SEPARATORS, key=lambda sign: _usual_count(written, sign))


def _usual_count(written: str, sign: str) -> int:
    """How many cells a separator makes of the line in the middle, by their count, of the first ones."""
    lines = islice(csv.reader(io.StringIO(written, newline=""), delimiter=sign), LOOKED_AT)
    counts = sorted(len(line) for line in lines if line)
    return counts[len(counts) // 2] if counts else 0
