"""Where an element says it belongs: the region, account, VPC and so on that it and its parents name."""

from __future__ import annotations

from functools import cache

from workbench.model.design import Design
from workbench.model.element import Element, ElementId


class _InACircle(Exception):
    """Elements name each other in a circle."""


class Surroundings:
    """Answers for one design: the nearest element of each kind around an element, by kind.

    Elements that name each other in a circle know nothing more from each other, whoever is asked first.
    """

    def __init__(self, design: Design) -> None:
        self.design = design
        self._known: dict[ElementId, dict[str, ElementId]] = {}
        self._asked: set[ElementId] = set()
        self._circles: dict[ElementId, int] = {}

    def of(self, id: ElementId) -> dict[str, ElementId]:
        """The ids around an element by tag: those it names, then its parents', then those of what it names."""
        known = self._known.get(id)
        if known is None:
            try:
                known = self._known[id] = self._found(self.design.elements[id])
            except _InACircle:
                if self._asked:
                    raise
                self._circles = circles(self.design)
                known = self._known[id] = self._found(self.design.elements[id])
        return known

    def of_kind(self, element: Element, tag: str) -> Element | None:
        """The nearest element of a kind around this one."""
        return self.design.get(self.of(element.id).get(tag))

    def _found(self, element: Element) -> dict[str, ElementId]:
        if element.id in self._asked:
            raise _InACircle
        self._asked.add(element.id)
        try:
            return self._gathered(element)
        finally:
            self._asked.discard(element.id)

    def _beyond(self, element: Element, other: Element) -> dict[str, ElementId]:
        """What is around another element, unless the two stand in one circle."""
        circle = self._circles.get(element.id)
        return {} if circle is not None and self._circles.get(other.id) == circle else self.of(other.id)

    def _gathered(self, element: Element) -> dict[str, ElementId]:
        found: dict[str, ElementId] = {}
        elements = self.design.elements
        sure, vague = naming_fields(type(element))
        named = [other for name in sure if (other := elements.get(getattr(element, name)))]
        for other in named:
            found.setdefault(other.kind.tag, other.id)
        parent = elements.get(element.parent) if element.parent else None
        if parent is not None:
            found.setdefault(parent.kind.tag, parent.id)
            _fill(found, self._beyond(element, parent))
        for other in named:
            _fill(found, self._beyond(element, other))
        if not found:
            # What it is bound to, say, tells where it belongs only while nothing else does.
            for name in vague:
                other = elements.get(getattr(element, name))
                _fill(found, self._beyond(element, other) if other else {})
        return found


def _fill(found: dict[str, ElementId], more: dict[str, ElementId]) -> None:
    for tag, id in more.items():
        found.setdefault(tag, id)


def circles(design: Design) -> dict[ElementId, int]:
    """The elements that name themselves or each other in a circle, with the number of their circle."""
    from networkx import DiGraph, strongly_connected_components

    graph = DiGraph((one.id, other) for one in design for other in _named(one) if other in design)
    found = (
        one for one in strongly_connected_components(graph) if len(one) > 1 or graph.has_edge(*one, *one)
    )
    return {id: number for number, one in enumerate(found) for id in one}


def _named(element: Element) -> tuple[ElementId, ...]:
    sure, vague = naming_fields(type(element))
    named = (element.parent, *(getattr(element, name) for name in (*sure, *vague)))
    return tuple(id for id in named if id)


@cache
def naming_fields(type_: type[Element]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The fields of a kind that name one element of one kind, and those that name one of several kinds."""
    fields = [field for field in type_.kind.fields if field.refers and not field.many]
    return (
        tuple(field.name for field in fields if len(field.refers) == 1 and field.refers != ("",)),
        tuple(field.name for field in fields if len(field.refers) > 1),
    )
