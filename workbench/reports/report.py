"""The parts of a document. Exporters decide how they look; here stands what they say.

Tables are shared: Word, Excel and the command line print the same rows, so their numbers agree.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from workbench.model.element import ElementId, SheetKind
from workbench.texts import Text, Words

Said = str | int | float | Text | Words | None
"""What a cell may hold; None is shown as a dash."""
Look = Literal["text", "count", "share", "block", "date", "state", "severity", "passage"]
RowLook = Literal["plain", "container", "free"]
CalloutKind = Literal["finding", "erratum", "not-covered", "decision"]


@dataclass(frozen=True, slots=True)
class Column:
    """One column: its key, its head, how its cells look, and its width in millimetres on paper."""

    key: str
    title: Text
    look: Look = "text"
    width: float = 30.0


@dataclass(frozen=True, slots=True)
class TableRow:
    """One row: cells in the order of columns, its level in a tree, and the element it is about."""

    cells: tuple[Said, ...]
    level: int = 0
    look: RowLook = "plain"
    element: ElementId = ""


@dataclass(frozen=True, slots=True)
class Table:
    """A table with its caption; `note` says what the figures are and where they come from."""

    id: str
    title: Text
    columns: tuple[Column, ...]
    rows: tuple[TableRow, ...]
    note: Text | None = None

    def column(self, key: str) -> int:
        """The position of a column; ValueError where there is none."""
        return [column.key for column in self.columns].index(key)


@dataclass(frozen=True, slots=True)
class Heading:
    """A numbered heading of level 1 to 3."""

    title: Text | Words
    level: int = 1


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Running text."""

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
    """A whole document: what stands on its cover, then its blocks."""

    id: str
    title: Text
    subtitle: Text | Words
    cover: tuple[tuple[Text, Said], ...]
    blocks: tuple[Block, ...]
    properties: Mapping[str, str] = field(default_factory=dict)
