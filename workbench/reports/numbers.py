"""The numbers of headings, tables and figures: counted once, so that a sentence can name what comes after it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal

from workbench.reports.report import BarChart, Block, Heading, Report, SheetFigure, Table

Numbered = Literal["Table", "Figure"]
FRONT = "0"
"""The chapter of what stands before the first one."""


@dataclass(frozen=True, slots=True)
class Caption:
    """The number of a table or figure, as in 5-3."""

    kind: Numbered
    chapter: str
    count: int

    @property
    def number(self) -> str:
        """Chapter and count."""
        return f"{self.chapter}-{self.count}"


@dataclass(frozen=True, slots=True)
class Numbers:
    """The numbers of headings in their order, and of tables and figures by id."""

    headings: tuple[str, ...]
    captions: dict[str, Caption]


def numbers(report: Report) -> Numbers:
    """The numbers of a report; ValueError where two of its tables or figures have one id."""
    headings = tuple(_headings(report.blocks))
    chapters = iter(headings)
    chapter, captions, counts = FRONT, dict[str, Caption](), dict[Numbered, int]()
    for block in (*report.front, *report.blocks):
        if isinstance(block, Heading) and block.level:
            number = next(chapters)
            if block.level == 1:
                chapter = number
                counts.clear()
        elif (known := id_and_kind(block)) is not None:
            id, kind = known
            if id in captions:
                raise ValueError(f"two tables or figures of a report are called {id!r}")
            counts[kind] = counts.get(kind, 0) + 1
            captions[id] = Caption(kind, chapter, counts[kind])
    return Numbers(headings, captions)


def id_and_kind(block: Block) -> tuple[str, Numbered] | None:
    """The id of a table or figure and which of the two it is; None for other blocks."""
    match block:
        case Table():
            return block.id, "Table"
        case BarChart():
            return block.id, "Figure"
        case SheetFigure():
            return block.sheet, "Figure"
    return None


def _headings(blocks: Iterable[Block]) -> Iterator[str]:
    chapters, appendices, sections, chapter = 0, 0, 0, ""
    for block in blocks:
        if not isinstance(block, Heading):
            continue
        if block.mark:
            yield block.mark
            continue
        if block.level > 1:
            sections += 1
            yield f"{chapter}.{sections}"
            continue
        sections = 0
        if block.appendix:
            appendices += 1
            chapter = chr(64 + appendices)
        else:
            chapters += 1
            chapter = str(chapters)
        yield chapter
