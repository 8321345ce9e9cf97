"""The heads and rows of a table that came as text."""

from __future__ import annotations

import csv
import io
import re
from dataclasses import dataclass
from functools import cache
from typing import Final

from workbench.model.element import KINDS, Field, Kind
from workbench.texts import LANGUAGES, Language, Text

LONGEST_HEAD: Final = 200
ALSO: Final = {"block": ("cidr", "cidrblock", "地址段", "subnet", "ipblock")}
"""What spreadsheets call a column of blocks, beside the names of our fields."""
NAMES: Final[dict[str, Language]] = {
    "nameen": "en",
    "englishname": "en",
    "英文名": "en",
    "英文名称": "en",
    "名称en": "en",
    "namezh": "zh",
    "chinesename": "zh",
    "中文名": "zh",
    "中文名称": "zh",
    "名称zh": "zh",
}


# A cell may hold more than the reader expects of one: it is told of like any other, and does not end the reading.
csv.field_size_limit(2**31 - 1)


@dataclass(frozen=True, slots=True)
class Table:
    """A row of heads and the rows below it, all of one width."""

    heads: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class Column:
    """What a column says of an element: a field, a language of its name, or what it stands in."""

    field: Field | None = None
    language: Language | None = None
    is_parent: bool = False


def table_in(plain: str) -> Table | None:
    """The table in a text with tabs between cells; None without a row of heads and a row below."""
    lines = lines_in(plain)
    if len(lines) < 2:
        return None
    wide = len(lines[0])
    return Table(lines[0], tuple((*row, *("",) * wide)[:wide] for row in lines[1:]))


def lines_in(plain: str) -> list[tuple[str, ...]]:
    """The cells of a text, a line each; empty lines are left out."""
    return [
        tuple(cell.strip() for cell in row)
        for row in csv.reader(io.StringIO(plain.replace("\r\n", "\n").replace("\r", "\n")), delimiter="\t")
        if any(cell.strip() for cell in row)
    ]


def columns_of(table: Table, kind: Kind) -> tuple[Column | None, ...]:
    """What each column says of a kind, None where nothing; of two that say the same the first counts."""
    known, found, taken = _known(kind.tag), list[Column | None](), set[tuple[object, ...]]()
    for head in table.heads:
        column = known.get(plainly(head))
        said = (
            (column.field.name if column.field else "", column.language, column.is_parent) if column else ()
        )
        found.append(None if said in taken else column)
        taken.add(said)
    return tuple(found)


def fitting_kinds(table: Table) -> tuple[Kind, ...]:
    """The kinds of which the table says something, the best first."""
    scores = {}
    for tag, kind in KINDS.items():
        columns = columns_of(table, kind)
        if any(columns):
            scores[tag] = (-_fit(table, kind, columns), not kind.palette, kind.palette, tag)
    return tuple(KINDS[tag] for tag in sorted(scores, key=scores.__getitem__))


def _fit(table: Table, kind: Kind, columns: tuple[Column | None, ...]) -> int:
    """How well heads fit a kind: what only few kinds have counts, and a column of names called like the kind."""
    own = sum(column is not None and not _is_common(column) for column in columns)
    named = any(
        column and column.field and column.field.name == "name" and plainly(head) in _titles(kind)
        for head, column in zip(table.heads, columns, strict=True)
    )
    return own + 2 * named - columns.count(None)


def plainly(head: str) -> str:
    """A head without case, spaces, signs and remarks in brackets; of one longer than any head the beginning."""
    return re.sub(r"[\s_\-*:：/]|[(（].*[)）]", "", head[:LONGEST_HEAD]).casefold()


def _is_common(column: Column) -> bool:
    """Whether elements of every kind have what the column says."""
    return column.field is not None and column.field.section == "identity" and column.field.editor != "text"


def _titles(kind: Kind) -> set[str]:
    """Heads that tell the kind by themselves: a column of its names."""
    labels = {plainly(kind.tag), *(plainly(kind.label.said(language)) for language in LANGUAGES)}
    return labels | {label + tail for label in labels for tail in ("name", "名称", "名")}


@cache
def _known(tag: str) -> dict[str, Column]:
    """The columns of a kind by their heads; what comes first counts."""
    kind, found = KINDS[tag], dict[str, Column]()
    fields = [field for field in kind.fields if field.editor not in ("rows", "gauge")]
    for field in fields:
        for head in (field.name, *_labels(field.label)):
            found.setdefault(plainly(head), Column(field))
    name = kind.field("name")
    for head in _titles(kind):
        found.setdefault(head, Column(name))
    for head, language in NAMES.items():
        found.setdefault(head, Column(name, language))
    around = {head for inner in kind.inside if inner for head in _titles(KINDS[inner])}
    for head in ("parent", "standsin", "所属", "所在", *sorted(around)):
        found.setdefault(head, Column(is_parent=True))
    for editor, heads in ALSO.items():
        first = next((field for field in fields if field.editor == editor), None)
        for head in heads if first else ():
            found.setdefault(head, Column(first))
    return found


def _labels(label: Text) -> tuple[str, ...]:
    return tuple(label.said(language) for language in LANGUAGES)
