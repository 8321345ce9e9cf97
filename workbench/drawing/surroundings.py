"""Where an element says it belongs: the region, account, VPC and so on that it and its parents name."""

from __future__ import annotations

from functools import cache

from workbench.model.design import Design
from workbench.model.element import Element, ElementId


class Surroundings:
    """Answers for one design: the nearest element of each kind around an element, by kind.

    Where elements name each other in a circle, it ends at the one that was asked about first.
    """

    def __init__(self, design: Design) -> None:
        self.design = design
        self._known: dict[ElementId, dict[str, ElementId]] = {}

    def of(self, id: ElementId) -> dict[str, ElementId]:
        """The ids around an element by tag: those it names, then its parents', then those of what it names."""
        known = self._known.get(id)
        if known is None:
            self._known[id] = {}  # a circle of parents ends here
            known = self._known[id] = self._found(self.design.elements[id])
        return known

    def of_kind(self, element: Element, tag: str) -> Element | None:
        """The nearest element of a kind around this one."""
        return self.design.get(self.of(element.id).get(tag))

    def _found(self, element: Element) -> dict[str, ElementId]:
        found: dict[str, ElementId] = {}
        elements = self.design.elements
        sure, vague = naming_fields(type(element))
        named = [other for name in sure if (other := elements.get(getattr(element, name)))]
        for other in named:
            found.setdefault(other.kind.tag, other.id)
        parent = elements.get(element.parent) if element.parent else None
        if parent is not None:
            found.setdefault(parent.kind.tag, parent.id)
            _fill(found, self.of(parent.id))
        for other in named:
            _fill(found, self.of(other.id))
        if not found:
            # What it is bound to, say, tells where it belongs only while nothing else does.
            for name in vague:
                other = elements.get(getattr(element, name))
                _fill(found, self.of(other.id) if other else {})
        return found


def _fill(found: dict[str, ElementId], more: dict[str, ElementId]) -> None:
    for tag, id in more.items():
        found.setdefault(tag, id)


@cache
def naming_fields(type_: type[Element]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The fields of a kind that name one element of one kind, and those that name one of several kinds."""
    fields = [field for field in type_.kind.fields if field.refers and not field.many]
    return (
        tuple(field.name for field in fields if len(field.refers) == 1 and field.refers != ("",)),
        tuple(field.name for field in fields if len(field.refers) > 1),
    )
