"""The parts of a document. Exporters decide how they look; here stands what they say.

Tables are shared: Word, Excel and the command line print the same rows, so their numbers agree.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Final, Literal

from workbench.model.element import ElementId, SheetKind
from workbench.texts import Language, Text
from workbench.words import Words

Said = str | int | float | Text | Words | None
"""What a cell may hold; None is shown as a dash."""
Look = Literal[
    "text",
    "count",
    "share",
    "block",
    "date",
    "state",
    "severity",
    "passage",
    "letter",
    "sign",
    "room",
    "source",
]
RowLook = Literal["plain", "container", "free"]
CalloutKind = Literal["finding", "erratum", "not-covered", "decision", "proved", "refuted", "unsettled"]


@dataclass(frozen=True, slots=True)
class Column:
    """One column: its key, its head, how its cells look, and its width in millimetres on paper.

    Neighbours of one `group` stand together under its title.
    """

    key: str
    title: Text
    look: Look = "text"
    width: float = 30.0
    group: Text | None = None


@dataclass(frozen=True, slots=True)
class TableRow:
    """One row: cells in the order of columns, its level in a tree, and the element it is about."""

    cells: tuple[Said, ...]
    level: int = 0
    look: RowLook = "plain"
    element: ElementId = ""


@dataclass(frozen=True, slots=True)
class Table:
    """A table with its caption; `note` says what the figures are and where they come from.

    `marked` is the key of the column in force, which is tinted; "" for none. A `narrow` table runs on from the left half
    of a page to the right one. `room` is the least height of its rows in millimetres, 0 for the usual one.
    """

    id: str
    title: Text
    columns: tuple[Column, ...]
    rows: tuple[TableRow, ...]
    note: Text | None = None
    marked: str = ""
    narrow: bool = False
    room: float = 0

    def only(self, *keys: str) -> Table:
        """The table with some of its columns, in the order given; ValueError names one it does not have."""
        at = [[column.key for column in self.columns].index(key) for key in keys]
        rows = tuple(replace(row, cells=tuple(row.cells[n] for n in at)) for row in self.rows)
        return replace(self, columns=tuple(self.columns[n] for n in at), rows=rows)

    def widths(self, *widths: float) -> Table:
        """The table with other column widths, in millimetres."""
        columns = tuple(
            replace(column, width=width) for column, width in zip(self.columns, widths, strict=True)
        )
        return replace(self, columns=columns)


def mention(id: str) -> Words:
    """What stands in a sentence for the number of a table or figure, which is known when the document is written."""
    return Words(en=f"{MENTION[0]}{id}{MENTION[1]}")


MENTION: Final = ("\ue000", "\ue001")
"""Characters that no font has, around the id of what is mentioned."""


@dataclass(frozen=True, slots=True)
class Heading:
    """A numbered heading of level 1 to 3; an appendix counts with letters, level 0 has no number.

    One of level 1 begins a page, unless it `runs_on` below a short chapter; another one where it `turns`. One of level 3
    has its `mark` in the place of a number.
    """

    title: Text | Words
    level: int = 1
    appendix: bool = False
    runs_on: bool = False
    turns: bool = False
    mark: str = ""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Running text; it names tables and figures by `mention`."""

    words: Text | Words


@dataclass(frozen=True, slots=True)
class Points:
    """A list of short statements."""

    items: tuple[Text | Words, ...]
    numbered: bool = False


@dataclass(frozen=True, slots=True)
class Facts:
    """Names and values side by side, without a head."""

    rows: tuple[tuple[Text, Said], ...]


@dataclass(frozen=True, slots=True)
class Callout:
    """A sentence that must not be missed, with its label."""

    kind: CalloutKind
    label: Text | Words
    words: Text | Words


@dataclass(frozen=True, slots=True)
class SheetFigure:
    """The picture of a sheet."""

    sheet: ElementId
    shows: SheetKind
    caption: Text | Words


@dataclass(frozen=True, slots=True)
class BarChart:
    """Bars of two parts each, for example used and free addresses; values share one unit."""

    id: str
    caption: Text
    unit: Text
    parts: tuple[Text, Text]
    bars: tuple[tuple[Words, float, float], ...]


Block = Heading | Paragraph | Points | Facts | Callout | SheetFigure | BarChart | Table


@dataclass(frozen=True, slots=True)
class Report:
    """A whole document: what stands on its cover, before the chapters, and in them."""

    id: str
    title: Text
    subtitle: Text | Words
    customer: Words
    version: str
    issued: str
    prevailing: Language
    fingerprint: str
    cover: tuple[tuple[Text, Said], ...]
    front: tuple[Block, ...]
    blocks: tuple[Block, ...]
