"""Reader: how a rule sees the design. It notes what was read, so that the rule is asked again only when that changes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TypeVar, overload

from workbench.model.change import Change
from workbench.model.design import Design
from workbench.model.element import Element, ElementId
from workbench.model.elements.engagement import Engagement
from workbench.model.elements.fact_override import FactOverride
from workbench.model.references import references
from workbench.reference import Fact, fact

E_ = TypeVar("E_", bound=Element)
Key = tuple[str, str]
"""What was read: ("element", id), ("kind", tag), ("children", id), ("referrers", id) or ("fact", id)."""


class Reader:
    """A design that remembers which of its parts were looked at."""

    __slots__ = ("_design", "read")

    def __init__(self, design: Design) -> None:
        self._design = design
        self.read: set[Key] = set()

    @overload
    def get(self, id: ElementId | None) -> Element | None: ...
    @overload
    def get(self, id: ElementId | None, type: type[E_]) -> E_ | None: ...
    def get(self, id: ElementId | None, type: type[Element] = Element) -> Element | None:
        """The element of an id, or None where there is none or it is of another kind."""
        if not id:
            return None
        self.read.add(("element", id))
        return self._design.get(id, type)

    def of_kind(self, type: type[E_]) -> tuple[E_, ...]:
        """The elements of a kind in the order of ids; any change to one of them counts."""
        self.read.add(("kind", str(type.__struct_config__.tag)))
        return self._design.of_kind(type)

    def children(self, parent: Element | None, type: type[E_]) -> tuple[E_, ...]:
        """The children of a kind; any change to a child counts."""
        id = parent.id if parent else ""
        self.read.add(("children", id))
        found = (self._design.get(child, type) for child in self._design.children(id or None))
        return tuple(child for child in found if child)

    def referrers(self, element: Element, type: type[E_]) -> tuple[E_, ...]:
        """The elements of a kind that name this one in a field; any change to one of them counts."""
        self.read.add(("referrers", element.id))
        found = (self._design.get(id, type) for id in self._design.referrers(element.id))
        return tuple(other for other in found if other)

    def above(self, element: Element) -> Iterator[Element]:
        """The parents of an element, nearest first; a cycle of parents ends the walk."""
        seen = {element.id}
        here: Element | None = element
        while here and (here := self.get(here.parent)) and here.id not in seen:
            seen.add(here.id)
            yield here

    def fact(self, id: str) -> Fact:
        """The platform figure of an id, or what this design says in its place; KeyError where there is no such figure."""
        self.read.add(("fact", id))
        platform = fact(id)
        for override in self._design.of_kind(FactOverride):
            if override.fact == id:
                try:
                    return platform.overriding(override.value, override.source, override.dated)
                except ValueError:
                    return platform
        return platform

    @property
    def engagement(self) -> Engagement | None:
        """The engagement; the first where a design holds several."""
        return next(iter(self.of_kind(Engagement)), None)

    @property
    def design(self) -> Design:
        """The design itself, for reports that run once; a rule that looks here is not run again."""
        return self._design


def touched(change: Change) -> Iterable[Key]:
    """What a reader may have read that the change makes different."""
    keys: dict[Key, None] = {}
    for old, new in change.pairs():
        for element in (old, new):
            if element is None:
                continue
            keys["element", element.id] = None
            keys["kind", str(element.__struct_config__.tag)] = None
            keys["children", element.parent or ""] = None
            for named in references(element):
                keys["referrers", named] = None
            if isinstance(element, FactOverride):
                keys["fact", element.fact] = None
    return keys
