"""Last pages of chapters: one with a few lines only gets the section before it as well."""

from __future__ import annotations

from typing import Final

from workbench.exporters.metrics import POINTS_A_MILLIMETRE
from workbench.exporters.word.flow import A4_UPRIGHT
from workbench.exporters.word.markup import make, put
from workbench.exporters.word.writing import Writing

FEWEST: Final = 80.0
"""Points that a page should be filled at least: four lines and the space around them."""
_PAGE: Final = A4_UPRIGHT * POINTS_A_MILLIMETRE
_LEFT: Final = 0.4
"""The share of the page before that has to stay filled."""


def fill_last_pages(writing: Writing) -> None:
    """Begins a section on the next page where that page would be nearly empty otherwise."""
    flow = writing.flow
    short = [page for page, filled in sorted(flow.filled.items()) if filled < FEWEST]
    for page in short:
        before = [mark for mark in writing.sections if flow.marks[mark] == page - 1]
        mark = max(before, key=lambda mark: flow.starts[mark], default="")
        if not mark or flow.starts[mark] < _LEFT * _PAGE:
            continue
        if flow.filled[page - 1] - flow.starts[mark] + flow.filled[page] < _PAGE:
            put(writing.sections[mark].pPr, make("pageBreakBefore"))
            flow.move_to_next_page(mark)
