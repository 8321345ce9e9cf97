"""Which elements a reference may name, as picks."""

from __future__ import annotations

from collections.abc import Sequence

from widgets.look import Look
from widgets.qt.picker import Pick
from workbench.model.design import Design
from workbench.model.element import KINDS, Element, ElementId, Field
from workbench.texts import text

NOTHING = ""


def candidates(field: Field, design: Design, subjects: Sequence[Element], look: Look) -> list[Pick]:
    """The elements a field may name, the subjects and what would close a circle left out; first the empty pick."""
    barred = _barred(field, design, subjects)
    found = [
        pick_of(element, design, look)
        for tag in field.refers
        if tag in KINDS
        for element in design.of_kind(KINDS[tag].type)
        if element.id not in barred
    ]
    found.sort(key=lambda pick: (pick.title.casefold(), pick.id))
    return found


def emptied(look: Look) -> Pick:
    """The pick that names nothing."""
    return Pick(NOTHING, look.said(text("none")), "ui-close")


def pick_of(element: Element, design: Design, look: Look) -> Pick:
    """An element as a pick: its name, where it stands, and both its wordings to find it by."""
    over = next(iter(design.above(element.id)), None)
    place = look.said(over.title()) if over else element.meta()
    name = element.title()
    also = (name.en, name.zh, element.meta())
    return Pick(element.id, look.said(name), element.kind.symbol, place, also)


def _barred(field: Field, design: Design, subjects: Sequence[Element]) -> set[ElementId]:
    if field.name != "parent":
        return {subject.id for subject in subjects}
    return {inner.id for subject in subjects for inner in design.within(subject.id)}
