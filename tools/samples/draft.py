"""A design while it is being made: elements by readable ids, in both languages."""

from __future__ import annotations

from typing import Any, TypeVar

from workbench.model.design import Design
from workbench.model.element import Element, ElementId
from workbench.model.elements.region import Region
from workbench.model.elements.zone import Zone
from workbench.reference import regions
from workbench.words import Words

E_ = TypeVar("E_", bound=Element)


class Draft:
    """Collects elements; each `add` gives the element back, so that others can name its id."""

    def __init__(self) -> None:
        self._elements: list[Element] = []

    def add(self, element: E_) -> E_:
        """Puts an element in."""
        self._elements.append(element)
        return element

    def design(self) -> Design:
        """The design of everything added; an id that comes twice stops the script."""
        return Design.of(self._elements)

    def of_kind(self, type: type[E_]) -> list[E_]:
        """What was added of a kind, in that order."""
        return [element for element in self._elements if isinstance(element, type)]


def words(en: str, zh: str = "") -> Words:
    """A name or a note in both languages."""
    return Words(en=en, zh=zh)


def named(id: ElementId, en: str, zh: str = "", **fields: Any) -> dict[str, Any]:
    """The fields of an element with an id and a name, for `Kind(**named(...))`."""
    return {"id": id, "name": words(en, zh), **fields}


def region(draft: Draft, code: str, region_id: str, letters: str) -> Region:
    """A region of the platform with some of its zones; ids are region-<code> and zone-<code>-<letter>."""
    known = regions()[region_id]
    found = draft.add(Region(id=f"region-{code}", name=known.name, region_id=region_id, state="approved"))
    for letter in letters:
        zone_id = next(zone for zone in known.zone_ids if zone.endswith(letter))
        draft.add(
            Zone(
                id=f"zone-{code}-{letter}",
                name=words(f"Zone {letter.upper()}", f"可用区 {letter.upper()}"),
                parent=found.id,
                zone_id=zone_id,
            )
        )
    return found
