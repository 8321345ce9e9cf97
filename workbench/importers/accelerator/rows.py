"""Rows of a table that several files hold together, each known by an identity of its own."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Sequence
from typing import TypeVar

import msgspec

from workbench.model.element import Element, Row

R_ = TypeVar("R_", bound=Row)
Key = tuple[str, int]
"""The identity of a row, and which of those alike it is."""


def print_of(said: Element | Row) -> str:
    """A short print of what a file says."""
    return hashlib.sha256(msgspec.json.encode(said, order="deterministic")).hexdigest()[:12]


def merged_rows(before: Sequence[R_], after: Sequence[R_]) -> tuple[R_, ...]:
    """A table after files that hold some of its rows: each takes the place of its like, in the order of the files.

    A row that its file did not change stays as a person left it; rows of other files stay.
    """
    known, given = _keyed(before), _keyed(after)
    rows = {**known, **{key: _after(known.get(key), row) for key, row in given.items()}}
    return tuple(rows[key] for key in _ordered(list(known), list(given)))


def _after(old: R_ | None, new: R_) -> R_:
    unchanged = old is not None and getattr(old, "imported", "") == getattr(new, "imported", None)
    return old if old is not None and unchanged else new


def _keyed(rows: Sequence[R_]) -> dict[Key, R_]:
    seen: Counter[str] = Counter()
    found: dict[Key, R_] = {}
    for row in rows:
        identity = row.identity()
        found[identity, seen[identity]] = row
        seen[identity] += 1
    return found


def _ordered(before: list[Key], given: list[Key]) -> list[Key]:
    """The keys before, those given among them in the order given, and the new ones behind those they follow there."""
    places = iter([key for key in given if key in before])
    order = [next(places) if key in given else key for key in before]
    at = next((order.index(key) for key in given if key in order), len(order))
    for key in given:
        if key in order:
            at = order.index(key) + 1
        else:
            order.insert(at, key)
            at += 1
    return order
