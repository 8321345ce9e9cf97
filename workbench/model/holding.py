"""Which elements hold an address: the blocks that kinds declare as their own."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from functools import cache
from typing import Final

from workbench.addresses import Span, span
from workbench.model.design import Design
from workbench.model.element import KINDS, Element, Field, Kind

SHARED: Final = ("user_cidrs",)
"""Blocks that say how ranges of others are treated; several elements may name the same."""


def owned_fields(kind: Kind) -> tuple[Field, ...]:
    """The fields in which elements of a kind say which addresses are their own."""
    return _owned(kind.tag)


def blocks_in(element: Element, field: Field) -> Iterator[str]:
    """The blocks an element holds in a field: one, several, or one a row."""
    value = getattr(element, field.name)
    columns = [column.name for column in field.columns if column.editor == "block"]
    if columns:
        yield from (getattr(row, column) for row in value for column in columns)
    elif isinstance(value, str):
        yield value
    else:
        yield from value


def blocks_of(element: Element) -> Iterator[str]:
    """Every block that is an element's own."""
    for field in owned_fields(element.kind):
        yield from blocks_in(element, field)


def holders(design: Design, wanted: Span, tags: Collection[str] = ()) -> list[Element]:
    """The elements that hold an address or a block, the most specific first; of some kinds where tags are given.

    Of equal blocks, what is drawn comes before what is only noted.
    """
    found: list[tuple[int, bool, str, Element]] = []
    for tag in sorted(tags or KINDS):
        for element in design.of_kind(KINDS[tag].type) if _owned(tag) else ():
            spans = [one for block in blocks_of(element) if (one := span(block)) and one.holds(wanted)]
            if spans:
                length = max(one.length for one in spans)
                found.append((-length, element.kind.shape == "none", element.id, element))
    return [element for *_, element in sorted(found, key=lambda one: one[:3])]


@cache
def _owned(tag: str) -> tuple[Field, ...]:
    return tuple(
        field
        for field in KINDS[tag].fields
        if field.section == "addresses"
        and "block" in (field.editor, *(column.editor for column in field.columns))
        and field.name not in SHARED
    )
