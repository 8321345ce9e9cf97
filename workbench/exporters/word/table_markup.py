"""Tables in markup: rules instead of boxes, fixed widths, rows that are not parted."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final

from workbench.exporters.metrics import POINTS_A_MILLIMETRE
from workbench.exporters.word.markup import Xml, border, make, put, twips
from workbench.exporters.word.styles import INK, RULE

LEAST_ROW: Final = 5.6
"""Millimetres of the lowest row."""
PADDING: Final = 0.5
GUTTER: Final = 1.2
"""Millimetres kept free at the right of a cell."""
_HAIRLINE: Final = 0.5
Cell = tuple[Xml, Sequence[Xml]]
"""The paragraph of a cell, and properties of the cell."""


def table_of(
    widths: Sequence[float], rows: Iterable[Sequence[Cell]], *, heads: int = 0, room: float = LEAST_ROW
) -> Xml:
    """A table of rows of cells; the first `heads` rows are repeated on every page."""
    properties, grid = make("tblPr"), make("tblGrid")
    borders, margins = make("tblBorders"), make("tblCellMar")
    put(borders, border("top", INK, 8), border("bottom", INK, 8), border("insideH", RULE, 4))
    for side, millimetres in (("top", PADDING), ("left", 0), ("bottom", PADDING), ("right", GUTTER)):
        margins.append(make(side, w=twips(millimetres), type="dxa"))
    put(
        properties,
        make("tblW", w=twips(sum(widths)), type="dxa"),
        make("tblInd", w=0, type="dxa"),
        borders,
        make("tblLayout", type="fixed"),
        margins,
    )
    for width in widths:
        grid.append(make("gridCol", w=twips(width)))
    made = make("tbl", properties, grid)
    for at, cells in enumerate(rows):
        made.append(_row(widths, cells, head=at < heads, room=LEAST_ROW if at < heads else room))
    return made


def _row(widths: Sequence[float], cells: Sequence[Cell], *, head: bool, room: float) -> Xml:
    properties = make("trPr")
    put(properties, make("cantSplit"), make("trHeight", val=twips(room), hRule="atLeast"))
    if head:
        put(properties, make("tblHeader"))
    row = make("tr", properties)
    at = 0
    for paragraph, look in cells:
        spans = next((int(one.get(one.keys()[0])) for one in look if one.tag.endswith("}gridSpan")), 1)
        cell = make("tcPr")
        put(cell, make("tcW", w=twips(sum(widths[at : at + spans])), type="dxa"))
        put(cell, make("vAlign", val="bottom" if room > LEAST_ROW and not head else "center"), *look)
        row.append(make("tc", cell, paragraph))
        at += spans
    return row


def row_height(cells: Iterable[Sequence[float]], room: float = LEAST_ROW) -> float:
    """The height in points of a row whose cells have these lines."""
    highest = max((sum(heights) for heights in cells), default=0.0)
    return max(highest + 2 * PADDING * POINTS_A_MILLIMETRE + _HAIRLINE, room * POINTS_A_MILLIMETRE)
