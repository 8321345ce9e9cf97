"""The library of invariants: what customers ask for again and again, offered where a design has whom it means."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from workbench.edits import Edit
from workbench.model.design import Design
from workbench.reachability.invariants.choosing import Choosing
from workbench.reachability.invariants.library import apart, inside, internet
from workbench.reachability.invariants.library.entry import Entry, element_id

LIBRARY: Final = (*apart.ENTRIES, *internet.ENTRIES, *inside.ENTRIES)
"""Every invariant of the library, by subject."""


def offered(design: Design) -> tuple[Entry, ...]:
    """What of the library makes sense in a design: whom it means is there, and it does not stand there yet."""
    choosing = Choosing(design)
    return tuple(one for one in LIBRARY if element_id(one.id) not in design and _finds(one, choosing))


def adding(entries: Iterable[Entry]) -> Edit:
    """An edit that puts invariants of the library into a design; those that stand there stay as they are."""
    elements = [one.element() for one in entries]

    def edit(design: Design) -> Design:
        return design.adding(*(one for one in elements if one.id not in design))

    return edit


def _finds(one: Entry, choosing: Choosing) -> bool:
    element = one.element()
    sources, targets = choosing.sources(element), choosing.targets(element)
    has_pair = bool(sources and targets) and len({*sources, *targets}) > 1
    return has_pair and (one.claim != "only-through" or bool(choosing.through(element)))
