"""Lines: the rows of a grid below heads that may stand anywhere near the top, each cell with what it means."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import Final, Literal

from workbench.importers.addresses.blocks import looks_like_blocks
from workbench.importers.addresses.grids import Grid
from workbench.importers.addresses.heads import (
    ADDRESSED,
    NETBOX,
    PHPIPAM,
    Meaning,
    meaning,
    names_of,
    plain_head,
)
from workbench.importers.plan import ImportItem, Refused
from workbench.model.element import KINDS
from workbench.model.names import spoken_in
from workbench.reading import one_line
from workbench.texts import Language, Text, text

Order = tuple[int, int]
Program = Literal["", "netbox", "phpipam"]
HEADS_WITHIN: Final = 60
TOTALS: Final = ("合计", "总计", "小计", "汇总", "total", "subtotal", "grandtotal", "sum")
BY_PROGRAM: Final[dict[Program, dict[str, Meaning]]] = {
    "": {},
    "netbox": {"description": "name", "name": "known"},
    "phpipam": {"subnet": "block", "description": "name", "customer": "account"},
}
SHOWN: Final = 40
AS_WRITTEN: Final = frozenset[Meaning]({"block", "block6", "vpc_block", "note"})
"""What may run over several lines; everything else becomes one line of plain letters."""
SAID_BESIDE: Final = frozenset[Meaning]({"note", "purpose", "status"})
"""What a row can do without."""
NEVER_WORKED_OUT: Final = text(
    "The cell holds a formula that was never worked out. Open the file in Excel, save it, and try again."
)
IDS: Final = frozenset({"vpcid", "vswitchid", "subnetid"})
"""Names of the platform's own making, which stand for a thing only where no head says its name."""
OUR_ID: Final = "workbench: "
NOTHING: Final = frozenset({"-", "--", "—", "/", "n/a", "无", "none", "null"})


@dataclass(frozen=True, slots=True)
class Heads:
    """What the columns of a table mean, and the program that wrote it."""

    columns: dict[int, Meaning]
    program: Program
    row: int
    language: Language


@dataclass(frozen=True, slots=True)
class Line:
    """A row of a table: what it says by meaning, and the cell that says it."""

    grid: Grid
    sheet: int
    number: int
    heads: Heads
    says: dict[Meaning, str] = field(default_factory=dict)
    cells: dict[Meaning, str] = field(default_factory=dict)

    def order(self) -> Order:
        """Where it stands among the rows of all files."""
        return self.sheet, self.number

    def said(self, *meanings: Meaning) -> str:
        """What the first of some cells that is not empty says; "" where all are."""
        for one in meanings:
            if found := self.says.get(one):
                return found
        return ""

    def cell(self, *meanings: Meaning) -> str:
        """The place of the first of some cells that holds something, or else of the row."""
        for one in meanings:
            if found := self.cells.get(one):
                return found
        return self.grid.cell(self.number, 1)

    def refused(self, why: Text, *meanings: Meaning) -> Refused:
        """What keeps the row out, at the cell that does."""
        return Refused(why, self.cell(*meanings))


def lines_of(grid: Grid, sheet: int) -> Iterator[Line | tuple[Order, ImportItem]]:
    """The rows of all tables of a grid; items for what is no row: captions, totals, sheets without heads.

    `sheet` is its place among the sheets of all files.
    """
    heads: Heads | None = None
    previous: dict[int, str] = {}
    for number, row in grid.rows.items():
        found = _heads(grid, number, row, previous) if _may_be_heads(heads, number, row) else None
        if found:
            heads = _with_above(found, heads, row)
        elif heads is None:
            if number > HEADS_WITHIN:
                break
        else:
            if heads.row in grid.rows and previous is grid.rows[heads.row]:
                yield from _unread(grid, sheet, heads)
            line = _line(Line(grid, sheet, number, heads), row)
            yield line if isinstance(line, Line) else ((sheet, number), line)
            yield from (((sheet, number), item) for item in _left_out(grid, number, heads))
        previous = row
    if heads is None:
        first = next(iter(grid.rows), 1)
        told = text(
            "No row of heads names a block and anything else in the first {most} rows. Write heads such as VPC, vSwitch, CIDR.",
            most=HEADS_WITHIN,
        )
        yield (sheet, first), ImportItem(grid.file, grid.cell(first, 1), "unheld", told)


def _may_be_heads(heads: Heads | None, number: int, row: dict[int, str]) -> bool:
    """Whether a row may be one of heads: before there are any, right below them, or where all of it are known heads."""
    if heads is None:
        return True
    if len(row) < 2 or any(looks_like_blocks(cell) for cell in row.values()):
        return False
    return number == heads.row + 1 or all(meaning(cell) for cell in row.values())


def _with_above(found: Heads, above: Heads | None, row: dict[int, str]) -> Heads:
    """The heads of a second line with those of the first that have nothing below them."""
    if above is None or found.row != above.row + 1:
        return found
    left = {
        at: one for at, one in above.columns.items() if at not in row and one not in found.columns.values()
    }
    return replace(found, columns=dict(sorted({**left, **found.columns}.items())))


def _unread(grid: Grid, sheet: int, heads: Heads) -> Iterator[tuple[Order, ImportItem]]:
    """What is told of columns whose heads mean nothing here, or what another column means already."""
    left = {at: head for at, head in grid.rows[heads.row].items() if at not in heads.columns}
    if left:
        told = text("columns that are not read: {heads}", heads=tuple(head[:SHOWN] for head in left.values()))
        yield (sheet, heads.row), ImportItem(grid.file, grid.cell(heads.row, min(left)), "unheld", told)


def _heads(grid: Grid, number: int, row: dict[int, str], above: dict[int, str]) -> Heads | None:
    """The heads that a row is; None where it is none."""
    names = names_of(row)
    program: Program = "netbox" if names >= NETBOX else "phpipam" if names >= PHPIPAM else ""
    own = BY_PROGRAM[program]
    columns: dict[int, Meaning] = {}
    for column, head in sorted(row.items(), key=lambda one: plain_head(one[1]) in IDS):
        found = own.get(plain_head(head)) or meaning(head, above.get(column, ""))
        if found == "known" or (found and found not in columns.values()):
            columns[column] = found
    meant = set(columns.values()) - {"known"}
    if len(columns) < 2 or not meant & ADDRESSED or len(row) > 2 * len(columns) + 6:
        return None
    if meant <= {"vpc", "vswitch"} and not _below(grid, number, columns):
        return None
    return Heads(
        _by_content(grid, number, dict(sorted(columns.items()))),
        program,
        number,
        spoken_in("".join(row.values())),
    )


def _by_content(grid: Grid, number: int, columns: dict[int, Meaning]) -> dict[int, Meaning]:
    """The columns with those that are called after what they belong to and hold blocks taken for blocks."""
    known = dict(columns)
    inside: tuple[tuple[Meaning, Meaning], ...] = (("vswitch", "block"), ("vpc", "vpc_block"))
    for named, blocks in inside:
        column = next((at for at, one in known.items() if one == named), None)
        if column and blocks not in known.values() and _holds_blocks(grid, number, column):
            known[column] = blocks
    return known


def _below(grid: Grid, number: int, columns: dict[int, Meaning]) -> bool:
    return any(_holds_blocks(grid, number, column) for column in columns)


def _holds_blocks(grid: Grid, number: int, column: int) -> bool:
    """Whether the first cell below that holds something begins as an address does."""
    below = (row[column] for at, row in grid.rows.items() if at > number and column in row)
    return looks_like_blocks(next(below, ""))


def _line(line: Line, row: dict[int, str]) -> Line | ImportItem:
    """The line with what its cells say, or what is told of a row that describes nothing."""
    grid, number, columns = line.grid, line.number, line.heads.columns
    first = row[min(row)]
    place = grid.cell(number, min(row))
    if plain_head(first) in TOTALS:
        return ImportItem(grid.file, place, "unheld", text("a row of totals"))
    if len(set(row.values())) == 1 and not any(looks_like_blocks(cell) for cell in row.values()):
        return ImportItem(grid.file, place, "unheld", text("a caption: {words}", words=first[:SHOWN]))
    for column, one in columns.items():
        worked_out = (number, column) not in grid.unknown
        if one != "known" and worked_out and (typed := _cleaned(row.get(column, ""), one)):
            line.says[one], line.cells[one] = typed, grid.cell(number, column)
    if line.heads.program == "netbox":
        _take_out_ours(line)
    unknown = next((at for at in _unknown(grid, number, line.heads) if columns[at] not in SAID_BESIDE), 0)
    if unknown:
        return ImportItem(grid.file, grid.cell(number, unknown), "refused", NEVER_WORKED_OUT)
    if not line.says:
        return ImportItem(
            grid.file, place, "unheld", text("nothing below a known head: {words}", words=first[:SHOWN])
        )
    return line


def _unknown(grid: Grid, number: int, heads: Heads) -> Iterator[int]:
    """The columns of a row whose formulas have no value."""
    return (at for at, one in heads.columns.items() if (number, at) in grid.unknown and one != "known")


def _left_out(grid: Grid, number: int, heads: Heads) -> Iterator[ImportItem]:
    """What is told of cells that are left out while their row is taken."""
    for at in _unknown(grid, number, heads):
        if heads.columns[at] in SAID_BESIDE:
            yield ImportItem(grid.file, grid.cell(number, at), "unheld", NEVER_WORKED_OUT)


def _take_out_ours(line: Line) -> None:
    """What our own prefixes say: the id in the comments is no part of the note, the kind as role is no purpose."""
    if line.says.get("purpose", "") in KINDS:
        line.says["kind"] = line.says.pop("purpose")
    note, found, id = line.says.get("note", "").rpartition(OUR_ID)
    if found and "\n" not in id.strip():
        line.says["note"], line.says["id"] = note.strip(), id.strip()


def _cleaned(typed: str, one: Meaning) -> str:
    """What a cell says without signs nobody sees; a dash or the word for nothing says nothing."""
    cleaned = typed if one in AS_WRITTEN else " ".join(one_line(typed).split())
    return "" if cleaned.casefold() in NOTHING else cleaned
