"""Change: what one step did to a design."""

from __future__ import annotations

from dataclasses import dataclass

from workbench.model.design import Design
from workbench.model.element import Element, ElementId


@dataclass(frozen=True, slots=True)
class Change:
    """The difference of two designs: elements added, removed, and replaced as (old, new) pairs, by id."""

    added: tuple[Element, ...] = ()
    removed: tuple[Element, ...] = ()
    replaced: tuple[tuple[Element, Element], ...] = ()

    @classmethod
    def between(cls, old: Design, new: Design) -> Change:
        """What leads from one design to the other; elements are compared by identity first, then by value."""
        before, after = old.elements, new.elements
        if before is after:
            return cls()
        added: list[Element] = []
        replaced: list[tuple[Element, Element]] = []
        for id, element in after.items():
            earlier = before.get(id)
            if earlier is None:
                added.append(element)
            elif earlier is not element and earlier != element:
                replaced.append((earlier, element))
        kept = len(after) - len(added)
        removed = [element for id, element in before.items() if id not in after] if kept < len(before) else []
        return cls(
            tuple(sorted(added, key=_id)),
            tuple(sorted(removed, key=_id)),
            tuple(sorted(replaced, key=lambda pair: pair[1].id)),
        )

    def __bool__(self) -> bool:
        return bool(self.added or self.removed or self.replaced)

    def pairs(self) -> list[tuple[Element | None, Element | None]]:
        """Every change as (old, new), None where there is none."""
        return [
            *((None, element) for element in self.added),
            *((element, None) for element in self.removed),
            *self.replaced,
        ]

    @property
    def ids(self) -> frozenset[ElementId]:
        """The ids of everything the change names."""
        return frozenset((new or old).id for old, new in self.pairs())  # type: ignore[union-attr]


def _id(element: Element) -> ElementId:
    return element.id
