"""Deleting elements from the design, with what cannot be without them."""

from __future__ import annotations

from collections.abc import Iterable

from workbench.edits import Edit
from workbench.model.design import Design
from workbench.model.element import Element, ElementId
from workbench.model.elements.placement import Placement
from workbench.model.references import without


def dependants(design: Design, ids: Iterable[ElementId]) -> tuple[Element, ...]:
    """What goes with these elements: all below them, links that lose an end, and placements; in the order of ids."""
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
        waiting.extend(other for other in design.referrers(id) if _needs(design[other], id))
    return gone


def _needs(element: Element, id: ElementId) -> bool:
    """Whether an element makes no sense without another: a link its end, a placement its subject."""
    if isinstance(element, Placement):
        return element.subject == id
    joins = element.kind.joins
    return bool(joins) and any(getattr(element, name) == id for name in joins or ())
