"""What an element names: every reference with the field it stands in and the kinds that may stand there."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from workbench.model.element import Element, ElementId, Field
from workbench.texts import Text, text


class Naming(NamedTuple):
    """One id that an element names; `tags` are the kinds that fit, ("",) for any."""

    field: str
    label: Text
    tags: tuple[str, ...]
    id: ElementId


def namings(element: Element) -> Iterator[Naming]:
    """Every id an element names, its parent first, in the order of its fields."""
    if element.parent:
        yield Naming("parent", text("Parent"), element.kind.inside, element.parent)
    for field, columns in _referring(type(element)):
        value = getattr(element, field.name)
        if columns:
            for row in value:
                for column in columns:
                    if id := getattr(row, column.name):
                        yield Naming(field.name, field.label, column.refers, id)
        else:
            for id in value if field.many else (value,):
                if id:
                    yield Naming(field.name, field.label, field.refers, id)


@cache
def _referring(type_: type[Element]) -> tuple[tuple[Field, tuple[Field, ...]], ...]:
    """The fields of a kind that name elements, each with those of its columns that do."""
    fields = (
        (field, tuple(column for column in field.columns if column.refers)) for field in type_.kind.fields
    )
    return tuple((field, columns) for field, columns in fields if field.refers or columns)
