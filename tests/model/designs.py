"""Random designs over all kinds, for tests that hold for any design."""

from __future__ import annotations

from typing import Any, get_args, get_origin

from hypothesis import strategies as st

from workbench.model import elements as _elements
from workbench.model.design import Design
from workbench.model.element import KINDS, Element, Field, Kind
from workbench.words import Words

assert _elements  # importing the package registers the kinds

IDS = st.sampled_from([f"e{n}" for n in range(12)])
BLOCKS = st.sampled_from(
    ["", "10.0.0.0/16", "10.0.1.0/24", "10.0.1.5/24", "192.168.0.0/20", "fd00::/56", "no block"]
)
TEXT = st.text(max_size=12)
WORDS = st.builds(Words, en=TEXT, zh=TEXT)


def elements() -> st.SearchStrategy[Element]:
    """Any element of any kind, its fields filled at random."""
    return st.sampled_from(sorted(set(KINDS) - {"opaque"})).flatmap(lambda tag: element_of(KINDS[tag]))


def element_of(kind: Kind) -> st.SearchStrategy[Element]:
    """Any element of one kind."""
    fields: dict[str, Any] = {field.name: values(field) for field in kind.fields}
    fields["parent"] = st.none() | IDS
    return st.builds(kind.type, id=IDS, **fields)


def values(field: Field) -> st.SearchStrategy[Any]:
    """Any value of a field's type."""
    one = _one(field)
    if field.row:
        row_type = field.row
        columns = {column.name: values(column) for column in field.columns}
        return st.lists(st.builds(row_type, **columns), max_size=2).map(tuple)
    return st.lists(one, max_size=3).map(tuple) if field.many else one


def _one(field: Field) -> st.SearchStrategy[Any]:
    if field.refers:
        return IDS if field.many else st.none() | IDS
    if field.choices:
        return st.sampled_from(sorted(field.choices))
    if field.editor == "block":
        return BLOCKS
    types = _types(field.type)
    if Words in types:
        return WORDS
    if bool in types:
        return st.booleans()
    if int in types:
        numbers: st.SearchStrategy[Any] = st.integers(0, 200)
        return st.none() | numbers if type(None) in types else numbers
    if get_origin(field.type) is dict:
        return st.dictionaries(TEXT, TEXT, max_size=2)
    return TEXT


def _types(hint: Any) -> set[Any]:
    return {hint, *(part for inner in get_args(hint) for part in _types(inner))}


def designs(most: int = 10) -> st.SearchStrategy[Design]:
    """Any design of a few elements."""
    return st.lists(elements(), max_size=most, unique_by=lambda element: element.id).map(Design.of)
