"""Deleting elements from the design, with what cannot be without them."""

from __future__ import annotations

from collections.abc import Iterable

from workbench.edits import Edit
from workbench.model.design import Design
from workbench.model.element import Element, ElementId
from workbench.model.references import without


def dependants(design: Design, ids: Iterable[ElementId]) -> tuple[Element, ...]:
    """What goes with these elements: all below them and what makes no sense without them; in the order of ids."""
    chosen = set(ids)
    gone = _gone(design, chosen)
    return tuple(design[id] for id in sorted(gone - chosen))


def remove(ids: Iterable[ElementId]) -> Edit:
    """Deletes elements with their dependants and takes every mention of them out of the others."""
    chosen = set(ids)

    def edit(design: Design) -> Design:
        gone = frozenset(_gone(design, chosen))
        naming = {other for id in gone for other in design.referrers(id)} - gone
        kept = design.removing(sorted(gone))
        return kept.adding(*(without(kept[id], gone) for id in sorted(naming)))

    return edit


def _gone(design: Design, chosen: set[ElementId]) -> set[ElementId]:
    gone: set[ElementId] = set()
    waiting = sorted(chosen)
    while waiting:
        id = waiting.pop()
        if id in gone or id not in design:
            continue
        gone.add(id)
        waiting.extend(design.children(id))
        waiting.extend(other for other in design.referrers(id) if id in design[other].needs())
    return gone
