"""Which chapters begin a page: short ones share one, so that no page is nearly empty."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Final

from workbench.reports.report import BarChart, Block, Callout, Facts, Heading, Points, SheetFigure, Table

A_PAGE: Final = 42
"""Lines that chapters on one page may have together."""
_WHOLE_PAGE: Final = 1000


def paged(blocks: Iterable[Block]) -> Iterator[Block]:
    """The blocks, with chapters running on where they and those before them on the page are short."""
    used: float = _WHOLE_PAGE
    in_appendix = False
    for chapter in _chapters(blocks):
        head = chapter[0]
        if isinstance(head, Heading) and head.appendix and not in_appendix:
            in_appendix, used = True, _WHOLE_PAGE
        lines = sum(_lines(block) for block in chapter)
        # The tables of an appendix may go over to the next page.
        runs_on = used + (min(lines, A_PAGE / 2) if in_appendix else lines) <= A_PAGE
        used = used + lines if runs_on else lines
        if not runs_on and any(isinstance(block, Table) and block.narrow for block in chapter):
            # Their rows are alike, so that one can tell how much of the last page is left.
            used %= A_PAGE
        yield replace(head, runs_on=runs_on) if isinstance(head, Heading) else head
        yield from chapter[1:]


def _chapters(blocks: Iterable[Block]) -> Iterator[list[Block]]:
    chapter: list[Block] = []
    for block in blocks:
        if isinstance(block, Heading) and block.level == 1 and chapter:
            yield chapter
            chapter = []
        chapter.append(block)
    if chapter:
        yield chapter


def _lines(block: Block) -> float:
    """About how many lines of a page a block takes; drawings and tables that run on fill theirs."""
    match block:
        case Heading():
            return 5 if block.level == 1 else 3
        case Points():
            return 1.4 * len(block.items)
        case Facts():
            return len(block.rows) + 1
        case Callout():
            return 4
        case Table():
            return 5 + len(block.rows) * (0.55 if block.narrow else 1.6)
        case SheetFigure() | BarChart():
            return _WHOLE_PAGE
    return 2.5
