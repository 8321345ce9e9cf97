"""Which other elements an element names."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Any

import msgspec

from workbench.model.element import KINDS, Element, ElementId, Field


def references(element: Element) -> set[ElementId]:
    """The ids an element names in its fields and rows; its parent is not among them."""
    found: set[ElementId] = set()
    for field, many, columns in _naming_fields(type(element)):
        value = getattr(element, field)
        if not value:
            continue
        if columns:
            found.update(id for row in value for column in columns if (id := getattr(row, column)))
        elif many:
            found.update(value)
        else:
            found.add(value)
    return found


def without(element: Element, gone: frozenset[ElementId]) -> Element:
    """The element with every mention of the ids in `gone` taken out; rows that name one lose the mention only."""
    changes: dict[str, Any] = {}
    for field, many, columns in _naming_fields(type(element)):
        value = getattr(element, field)
        if columns:
            rows = tuple(_row_without(row, columns, gone) for row in value)
            if rows != value:
                changes[field] = rows
        elif many and any(id in gone for id in value):
            changes[field] = tuple(id for id in value if id not in gone)
        elif not many and value in gone:
            changes[field] = None
    if element.parent in gone:
        changes["parent"] = None
    return msgspec.structs.replace(element, **changes) if changes else element


def _row_without(row: Any, columns: tuple[str, ...], gone: frozenset[ElementId]) -> Any:
    changes = {column: None for column in columns if getattr(row, column) in gone}
    return msgspec.structs.replace(row, **changes) if changes else row


@cache
def _naming_fields(type_: type[Element]) -> tuple[tuple[str, bool, tuple[str, ...]], ...]:
    """(field, holds many, naming columns of its rows) for every field that names elements."""
    kind = KINDS.get(type_.__struct_config__.tag) if isinstance(type_.__struct_config__.tag, str) else None
    if kind is None:
        return ()
    return tuple(
        (field.name, field.many, _naming_columns(field))
        for field in kind.fields
        if field.refers or _naming_columns(field)
    )


def _naming_columns(field: Field) -> tuple[str, ...]:
    return tuple(column.name for column in field.columns if column.refers)


def renamed(element: Element, ids: Mapping[ElementId, ElementId]) -> Element:
    """The element with its id, its parent and every mention under other ids; what stands for none is taken out."""
    named = references(element) | ({element.parent} if element.parent else set())
    kept = without(element, frozenset(named - ids.keys()))
    changes: dict[str, Any] = {"id": ids[element.id], "parent": ids.get(kept.parent or "")}
    for field, many, columns in _naming_fields(type(element)):
        value = getattr(kept, field)
        if not value:
            continue
        if columns:
            changes[field] = tuple(_row_renamed(row, columns, ids) for row in value)
        else:
            changes[field] = tuple(ids[id] for id in value) if many else ids[value]
    return msgspec.structs.replace(kept, **changes)


def _row_renamed(row: Any, columns: tuple[str, ...], ids: Mapping[ElementId, ElementId]) -> Any:
    changes = {column: ids[id] for column in columns if (id := getattr(row, column))}
    return msgspec.structs.replace(row, **changes)
