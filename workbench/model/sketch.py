"""A design written as indented text: for tests, for examples in help texts and for trying things out.

    vpc-a vpc blocks=10.0.0.0/16
      vsw-1 vswitch block=10.0.1.0/24
      sg-1 security-group
        - rules action=drop port=22/22 block=0.0.0.0/0

A line is an id, a kind and fields; what stands indented below it has it as parent. A line that begins with a dash
adds a row to a table of the element above. Lists are joined by commas, names are English, `name.zh=` is Chinese.
"""

from __future__ import annotations

import shlex
from collections.abc import Iterator
from typing import Any

import msgspec

from workbench.model import elements as _elements
from workbench.model.design import Design
from workbench.model.element import KINDS, Element, Field
from workbench.words import Words


def sketch(lines: str) -> Design:
    """The design that indented text describes; ValueError names the line that is wrong."""
    return Design.of(_sketched(lines))


def _sketched(lines: str) -> Iterator[Element]:
    open_elements: list[tuple[int, dict[str, Any]]] = []
    records: list[dict[str, Any]] = []
    for number, line in enumerate(lines.splitlines(), 1):
        words = shlex.split(line, comments=True)
        if not words:
            continue
        indent = len(line) - len(line.lstrip())
        while open_elements and open_elements[-1][0] >= indent:
            open_elements.pop()
        above = open_elements[-1][1] if open_elements else None
        try:
            if words[0] == "-":
                _add_row(above, words[1:])
            else:
                record = _record(words, above)
                records.append(record)
                open_elements.append((indent, record))
        except (KeyError, ValueError, IndexError) as wrong:
            raise ValueError(f"line {number}: {line.strip()!r}: {wrong}") from wrong
    for record in records:
        yield msgspec.convert(record, KINDS[record["kind"]].type, strict=False)


def _record(words: list[str], above: dict[str, Any] | None) -> dict[str, Any]:
    id, tag, *assignments = words
    kind = KINDS[tag]
    record: dict[str, Any] = {"kind": tag, "id": id, "name": {"en": id}}
    if above:
        record["parent"] = above["id"]
    for assignment in assignments:
        name, _, value = assignment.partition("=")
        if name == "parent":
            record["parent"] = value or None
        elif name.startswith("tags."):
            record.setdefault("tags", {})[name.removeprefix("tags.")] = value
        else:
            _assign(record, kind.fields, name, value)
    return record


def _add_row(above: dict[str, Any] | None, words: list[str]) -> None:
    if above is None:
        raise ValueError("a row stands below no element")
    table = KINDS[above["kind"]].field(words[0])
    row: dict[str, Any] = {}
    for assignment in words[1:]:
        name, _, value = assignment.partition("=")
        _assign(row, table.columns, name, value)
    above[table.name] = [*above.get(table.name, ()), row]


def _assign(record: dict[str, Any], fields: tuple[Field, ...], name: str, value: str) -> None:
    name, _, language = name.partition(".")
    field = next((field for field in fields if field.name == name), None)
    plain = field is None and name in ("within", "x", "y", "width", "height", "hidden", "content", "lines")
    if field is None and not plain:
        raise KeyError(f"there is no field {name!r}")
    if field and field.type is Words:
        record[name] = {**record.get(name, {}), language or "en": value}
    elif name == "lines" or (field and field.many):
        record[name] = [part for part in value.split(",") if part]
    else:
        record[name] = value


assert _elements  # importing the package registers the kinds
