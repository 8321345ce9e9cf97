"""Which elements a search leaves in the tree."""

from __future__ import annotations

from workbench.model.design import Design
from workbench.model.element import Element, ElementId
from workbench.searching import Called, Index, called


class Searched:
    """The elements of a design by what they are called, kept from one design to the next for all that did not change."""

    def __init__(self) -> None:
        self._design: Design | None = None
        self._known: dict[ElementId, tuple[Element, Called]] = {}
        self._index: Index[Element] = Index()

    def read(self, design: Design, most: int) -> bool:
        """Puts down what so many elements are called by; whether that was not all of them yet."""
        self._follow(design)
        return self._index.read(most)

    def matching(self, design: Design, typed: str) -> frozenset[ElementId]:
        """The elements whose names, ids, tags or addresses hold every word, with all those above them."""
        self._follow(design)
        found: set[ElementId] = set()
        elements = design.elements
        for element in self._index.found(typed):
            id: ElementId | None = element.id
            while id and id not in found and id in elements:
                found.add(id)
                id = elements[id].parent
        return frozenset(found)

    def _follow(self, design: Design) -> None:
        if self._design is not design:
            self._design = design
            self._known = {id: known for id, known in self._known.items() if id in design}
            self._index = Index(design.elements.values(), self._called)

    def _called(self, element: Element) -> Called:
        known = self._known.get(element.id)
        if known is None or known[0] is not element:
            known = self._known[element.id] = (element, called_by(element))
        return known[1]


def called_by(element: Element) -> Called:
    """What one may search an element by."""
    name = element.title()
    tags = (f"{key}={value}" for key, value in element.tags.items())
    return called(name.en, name.zh, element.id, element.meta(), *tags)
