"""Branch: a row of the tree, and in which order rows stand."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache, lru_cache
from typing import Final

from workbench.model.design import Design
from workbench.model.element import KINDS, Element, ElementId, Kind
from workbench.texts import Language

Order = tuple[int, str, str]
GROUP: Final = "group:"
ROOT: Final = ""
APART: Final = frozenset({"sheet", "placement"})
"""Kinds that have a place of their own in the window."""


class Branch:
    """An element, or a group of elements that stand alone, with the rows below it once somebody looked."""

    __slots__ = ("below", "id", "is_group", "number", "order", "over")

    def __init__(self, id: ElementId, over: Branch | None, order: Order, number: int) -> None:
        self.id, self.over, self.order, self.number = id, over, order, number
        self.below: list[Branch] | None = None
        self.is_group = id.startswith(GROUP)
        """Whether the row stands for a kind."""

    @property
    def kind(self) -> Kind:
        """The kind a group stands for."""
        return KINDS[self.id.removeprefix(GROUP)]


def holder(element: Element, design: Design) -> ElementId | None:
    """The id of the row an element stands below, None for what the tree does not show."""
    if element.kind.tag in APART:
        return None
    if element.parent and element.parent in design:
        return element.parent if design[element.parent].kind.tag not in APART else None
    return ROOT if element.kind.shape == "head" else GROUP + element.kind.tag


def ids_below(id: ElementId, design: Design) -> Iterator[ElementId]:
    """The rows below a row, in no order: heads and groups below the root."""
    if id == ROOT:
        for tag, members in _standing_alone(design).items():
            yield from members if KINDS[tag].shape == "head" else (GROUP + tag,)
    elif id.startswith(GROUP):
        yield from _standing_alone(design).get(id.removeprefix(GROUP), ())
    else:
        yield from (
            child for child in design.index.children.get(id, ()) if design[child].kind.tag not in APART
        )


def order_of(id: ElementId, design: Design, language: Language) -> Order:
    """Where a row stands among its siblings: by kind, then by name."""
    if id.startswith(GROUP):
        return (1 + rank(id.removeprefix(GROUP)), "", id)
    element = design[id]
    place = 0 if element.kind.shape == "head" else rank(element.kind.tag)
    return (place, element.title().said(language).casefold(), id)


@cache
def rank(tag: str) -> int:
    """The place of a kind: those drawn most first, then by tag."""
    ordered = sorted(KINDS.values(), key=lambda kind: (not kind.palette, kind.palette, kind.tag))
    return [kind.tag for kind in ordered].index(tag)


@lru_cache(maxsize=2)
def _standing_alone(design: Design) -> Mapping[str, tuple[ElementId, ...]]:
    """The elements of the tree whose parent, if they name one, is not there, by kind; asked for with every row."""
    found: dict[str, list[ElementId]] = {}
    for parent, ids in design.index.children.items():
        for id in ids if parent not in design else ():
            tag = design[id].kind.tag
            if tag not in APART:
                found.setdefault(tag, []).append(id)
    return {tag: tuple(members) for tag, members in found.items()}
