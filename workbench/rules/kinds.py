"""Which kinds a rule about many of them has to ask, read off what the kinds declare."""

from __future__ import annotations

from collections.abc import Callable

from workbench.model import elements as _elements
from workbench.model.element import KINDS, Element, Kind

assert _elements  # importing the package registers the kinds


def _kinds(wanted: Callable[[Kind], bool]) -> tuple[type[Element], ...]:
    return tuple(kind.type for _, kind in sorted(KINDS.items()) if wanted(kind))


def _holds_blocks(kind: Kind) -> bool:
    editors = [field.editor for field in kind.fields]
    editors += [column.editor for field in kind.fields for column in field.columns]
    return "block" in editors


LINKS = _kinds(lambda kind: kind.is_link)
SELF_NESTING = _kinds(lambda kind: kind.tag in kind.inside)
"""Kinds that may stand in their like: the only ones whose parents can run in a circle without being of a wrong kind."""
HOUSED = _kinds(lambda kind: kind.inside[0] != "")
"""Kinds that belong in something; those that may wait without a place name that last."""
CONTAINERS = _kinds(lambda kind: any(kind.tag in other.inside for other in KINDS.values()))
WITH_BLOCKS = _kinds(_holds_blocks)
COVERED = _kinds(lambda kind: bool(kind.clause_item))
"""Kinds that the contract speaks of."""
