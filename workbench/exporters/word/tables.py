"""Tables: facts, lists, trees, matrices and signatures. Rules, not boxes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from docx.oxml.xmlchemy import BaseOxmlElement

from workbench.exporters.state_colours import STATE_COLOURS
from workbench.exporters.word.page import AXIS, PADDING, TEXT, twips
from workbench.exporters.word.runs import bold, chip, colour, paragraph, run
from workbench.exporters.word.styles import DEEP, INK, PALE, SUNKEN, TEXT2, TEXT3, TINT
from workbench.exporters.word.xml import node
from workbench.reports.report import Column, Facts, Said, Table, TableRow
from workbench.texts import Language, Text, spoken

_INDENT: Final = 4.0
_LEAST, _SIGNED = 5.6, 17.0
_RIGHT: Final = frozenset({"count", "share"})
_CENTRED: Final = frozenset({"sign", "raci"})
_LONGEST: Final = 600
"""Characters of one cell; what is longer stands whole in the workbook."""


def facts_table(facts: Facts, language: Language) -> BaseOxmlElement:
    """Names and values side by side: key on axis A, value on axis B."""
    widths = _widths((AXIS, TEXT - AXIS))
    rows = []
    for key, said in facts.rows:
        cells = (
            _cell(widths[0], [_words("TableKey", key.said(language), language)], first=True),
            _cell(widths[1], [_words("TableText", said_plainly(said, language), language)]),
        )
        rows.append(_row(cells))
    return _table(widths, rows, "")


def table_of(table: Table, language: Language) -> BaseOxmlElement:
    """A table with its head, which repeats on every page."""
    total = sum(column.width for column in table.columns)
    widths = _widths([column.width * TEXT / total for column in table.columns])
    signed = any(column.look == "signature" for column in table.columns)
    rows = [*_heads(table, widths, language)]
    for row in table.rows:
        rows.append(_row(_cells(table, row, widths, language), least=_SIGNED if signed else _LEAST))
    return _table(widths, rows, table.title.said(language))


def said_plainly(said: Said, language: Language, look: str = "text") -> str:
    """A cell's words: a dash for nothing, shares in per cent, no more than a cell can hold."""
    if said is None:
        return "–"
    if look == "share" and isinstance(said, (int, float)):
        return f"{said:.1%}"
    words = spoken(said, language)
    return words if len(words) <= _LONGEST else words[:_LONGEST] + "…"


def _widths(widths: Sequence[float]) -> list[float]:
    """A first column that ends on axis B gives back the padding, so that the second column's text stands on it."""
    found = list(widths)
    if len(found) > 1 and abs(found[0] - AXIS) < 0.1:
        found[0], found[1] = found[0] - PADDING, found[1] + PADDING
    return found


def _table(widths: Sequence[float], rows: Sequence[BaseOxmlElement], about: str) -> BaseOxmlElement:
    parts = [
        node("w:tblStyle", w_val="WorkbenchTable"),
        node("w:tblW", w_w=sum(map(twips, widths)), w_type="dxa"),
        node("w:tblInd", w_w=0, w_type="dxa"),
        node("w:tblLayout", w_type="fixed"),
        node(
            "w:tblLook",
            w_val="0020",
            w_firstRow=1,
            w_lastRow=0,
            w_firstColumn=0,
            w_lastColumn=0,
            w_noHBand=1,
            w_noVBand=1,
        ),
    ]
    if about:
        parts.append(node("w:tblDescription", w_val=about))
    grid = node("w:tblGrid", *(node("w:gridCol", w_w=twips(width)) for width in widths))
    return node("w:tbl", node("w:tblPr", *parts), grid, *rows)


def _row(cells: Sequence[BaseOxmlElement], *, head: bool = False, least: float = _LEAST) -> BaseOxmlElement:
    parts = [node("w:cantSplit"), node("w:trHeight", w_val=twips(least), w_hRule="atLeast")]
    if head:
        parts.append(node("w:tblHeader"))
    return node("w:tr", node("w:trPr", *parts), *cells)


def _cell(
    width: float,
    content: Sequence[BaseOxmlElement],
    *,
    fill: str = "",
    first: bool = False,
    span: int = 1,
    foot: str = "",
    valign: str = "center",
) -> BaseOxmlElement:
    parts = [node("w:tcW", w_w=twips(width), w_type="dxa"), node("w:vAlign", w_val=valign)]
    if span > 1:
        parts.append(node("w:gridSpan", w_val=span))
    if foot:
        parts.append(node("w:tcBorders", node("w:bottom", w_val="single", w_sz=6, w_space=0, w_color=foot)))
    if fill:
        parts.append(node("w:shd", w_val="clear", w_color="auto", w_fill=fill))
    if first:
        parts.append(node("w:tcMar", node("w:left", w_w=0, w_type="dxa")))
    return node("w:tc", node("w:tcPr", *parts), *content)


def _heads(table: Table, widths: Sequence[float], language: Language) -> Iterator[BaseOxmlElement]:
    """One row of heads, two where columns stand in groups."""
    if any(column.group for column in table.columns):
        yield _row(list(_groups(table, widths, language)), head=True)
    cells = []
    for at, (column, width) in enumerate(zip(table.columns, widths, strict=True)):
        words = column.title.said(language)
        content = _words("TableHead", words, language, _side(column))
        fill = TINT if column.key == table.marked else ""
        cells.append(_cell(width, [content], fill=fill, first=at == 0, foot=INK))
    yield _row(cells, head=True)


def _groups(table: Table, widths: Sequence[float], language: Language) -> Iterator[BaseOxmlElement]:
    at = 0
    while at < len(table.columns):
        group, end = table.columns[at].group, at + 1
        while end < len(table.columns) and group and table.columns[end].group == group:
            end += 1
        said = group.said(language) if group else ""
        content = _words("TableHead", said, language, node("w:jc", w_val="center"))
        yield _cell(sum(widths[at:end]), [content], first=at == 0, span=end - at)
        at = end


def _cells(
    table: Table, row: TableRow, widths: Sequence[float], language: Language
) -> Iterator[BaseOxmlElement]:
    for at, (column, said, width) in enumerate(zip(table.columns, row.cells, widths, strict=True)):
        properties = [side for side in (_side(column),) if side is not None]
        if at == 0 and row.level:
            properties.append(node("w:ind", w_left=twips(_INDENT * row.level)))
        content = paragraph("TableText", _cell_runs(column, said, row, language, at == 0), *properties)
        yield _cell(
            width,
            [content],
            fill=_fill(table, column, row, said),
            first=at == 0,
            valign="bottom" if any(one.look == "signature" for one in table.columns) else "center",
        )


def _cell_runs(
    column: Column, said: Said, row: TableRow, language: Language, first: bool
) -> list[BaseOxmlElement]:
    words = said_plainly(said, language, column.look)
    if column.look in ("state", "severity") and isinstance(said, Text) and said.source in STATE_COLOURS:
        return [chip(words, STATE_COLOURS[said.source], language)]
    if column.look == "raci":
        ink = {"R": "FFFFFF", "A": INK}.get(words, TEXT2)
        return [run(words, language, *(bold() if words in ("R", "A") else ()), colour(ink))]
    properties = []
    if row.look == "container" and (first or column.look == "block"):
        properties += bold()
    if row.look == "free":
        properties.append(colour(TEXT3))
    return [run(words, language, *properties)]


def _fill(table: Table, column: Column, row: TableRow, said: Said) -> str:
    if column.look == "raci":
        return {"R": DEEP, "A": TINT}.get(str(said), "")
    if column.look == "signature":
        return SUNKEN
    if column.key == table.marked:
        return TINT
    return PALE if row.look == "container" else ""


def _side(column: Column) -> BaseOxmlElement | None:
    if column.look in _RIGHT:
        return node("w:jc", w_val="right")
    return node("w:jc", w_val="center") if column.look in _CENTRED else None


def _words(
    style: str, words: str, language: Language, side: BaseOxmlElement | None = None
) -> BaseOxmlElement:
    return paragraph(style, [run(words, language)] if words else [], *([side] if side is not None else []))
