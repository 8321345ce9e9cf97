"""What an operator is: a fault as a pure function of a design and a place, and the parts that faults are made of."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from ipaddress import ip_network
from typing import Any, NamedTuple

import msgspec

from workbench.model.design import Design
from workbench.model.element import Element, ElementId, Row


class Place(NamedTuple):
    """Where a fault is made: an element, a row of one of its tables, and what else the fault takes."""

    id: ElementId
    row: int = 0
    to: str = ""


Places = Callable[[Design], list[Place]]
Apply = Callable[[Design, Place], Design]


class Operator(NamedTuple):
    """A fault: its name, what it does in a sentence, where it can be made, and the design with it."""

    name: str
    says: str
    places: Places
    apply: Apply


def elements(kind: type[Element], keep: Callable[[Any], bool] = bool) -> Places:
    """Every element of a kind that is kept."""
    return lambda design: [Place(one.id) for one in design.of_kind(kind) if keep(one)]


def rows(kind: type[Element], field: str, keep: Callable[[Any], bool] = bool) -> Places:
    """Every row of a table field of a kind that is kept."""
    return lambda design: [
        Place(one.id, at)
        for one in design.of_kind(kind)
        for at, row in enumerate(getattr(one, field))
        if keep(row)
    ]


def beside(places: Places, others: Callable[[Design, Place], Iterator[str] | list[str]]) -> Places:
    """Each place with each of what else may stand there."""
    return lambda design: [place._replace(to=to) for place in places(design) for to in others(design, place)]


def row_at(design: Design, place: Place, field: str) -> Any:
    """The row of a place."""
    return getattr(design[place.id], field)[place.row]


def without_row(field: str) -> Apply:
    """Takes a row out."""

    def apply(design: Design, place: Place) -> Design:
        found = getattr(design[place.id], field)
        return design.replacing(place.id, **{field: (*found[: place.row], *found[place.row + 1 :])})

    return apply


def with_row(field: str, change: Callable[[Design, Place, Any], dict[str, Any]]) -> Apply:
    """Changes what `change` says of a row."""

    def apply(design: Design, place: Place) -> Design:
        found = list(getattr(design[place.id], field))
        found[place.row] = msgspec.structs.replace(
            found[place.row], **change(design, place, found[place.row])
        )
        return design.replacing(place.id, **{field: tuple(found)})

    return apply


def row_with(field: str, **fields: Any) -> Apply:
    """Gives a row other values, whichever row it is."""
    return with_row(field, lambda _design, _place, _row: fields)


def put_row(field: str, make: Callable[[Design, Place], Row], *, first: bool = False) -> Apply:
    """Adds a row, at the end or before all others."""

    def apply(design: Design, place: Place) -> Design:
        found, new = getattr(design[place.id], field), make(design, place)
        return design.replacing(place.id, **{field: (new, *found) if first else (*found, new)})

    return apply


def swapped(field: str) -> Apply:
    """Swaps a row and the next one."""

    def apply(design: Design, place: Place) -> Design:
        found = list(getattr(design[place.id], field))
        found[place.row : place.row + 2] = reversed(found[place.row : place.row + 2])
        return design.replacing(place.id, **{field: tuple(found)})

    return apply


def with_fields(change: Callable[[Design, Place], dict[str, Any]]) -> Apply:
    """Changes fields of the element itself."""
    return lambda design, place: design.replacing(place.id, **change(design, place))


def fields(**values: Any) -> Apply:
    """Gives the element other values, whichever it is."""
    return lambda design, place: design.replacing(place.id, **values)


def removed(design: Design, place: Place) -> Design:
    """Takes the element out with everything in it."""
    return design.removing([one.id for one in design.within(place.id)])


def lower_half(block: str) -> str:
    """The lower half of a block."""
    return str(next(ip_network(block).subnets(prefixlen_diff=1)))


def wider(block: str, bits: int) -> str:
    """A block around another whose prefix is shorter."""
    found = ip_network(block)
    return str(found.supernet(new_prefix=max(0, found.prefixlen - bits)))


def address_in(block: str) -> str:
    """An address of a block that something may have."""
    return str(ip_network(block).network_address + 1)
