"""Where an element belongs: its region, account and environment, found by its own fields or by what it stands in."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TypeVar

from workbench.model.element import Element
from workbench.model.elements.account import Account
from workbench.model.elements.environment import Environment
from workbench.model.elements.region import Region
from workbench.rules.reader import Reader

E_ = TypeVar("E_", bound=Element)


def region_of(element: Element, design: Reader) -> Region | None:
    """The region an element lies in, None where nothing says so."""
    return _nearest(element, "region", Region, design)


def account_of(element: Element, design: Reader) -> Account | None:
    """The account an element belongs to, None where nothing says so."""
    return _nearest(element, "account", Account, design)


def environment_of(element: Element, design: Reader) -> Environment | None:
    """The environment of an element, or of the account or folder it stands in."""
    return _nearest(element, "environment", Environment, design)


def _nearest(element: Element, field: str, type_: type[E_], design: Reader) -> E_ | None:
    for here in _self_and_above(element, design):
        if isinstance(here, type_):
            return here
        named = design.get(getattr(here, field, None), type_)
        if named:
            return named
    return None


def _self_and_above(element: Element, design: Reader) -> Iterator[Element]:
    yield element
    yield from design.above(element)
