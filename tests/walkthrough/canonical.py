"""Designs without ids: what two designs hold in common, however their elements came about."""

from __future__ import annotations

from typing import Any

import msgspec

from workbench.model.design import Design
from workbench.model.element import Element, ElementId
from workbench.model.elements.placement import Placement
from workbench.words import Words

_PLACES = ("parent", "region", "vpc")
_OWN = ("id", "imported")


def canonical(design: Design) -> dict[str, dict[str, Any]]:
    """Every element but the placements by its path of kinds and names, references as paths."""
    elements = [element for element in design if not isinstance(element, Placement)]
    paths = {element.id: path(design, element.id) for element in elements}
    assert len(set(paths.values())) == len(paths), "two elements have the same path"
    return {paths[element.id]: _fields(element, paths) for element in elements}


def path(design: Design, id: ElementId) -> str:
    """Kind and English name of an element, then those of what it stands in."""
    element = design[id]
    around = (getattr(element, name, None) for name in _PLACES)
    named = f"{element.kind.tag} {element.title().said('en')}"
    return named + "".join(f" [{path(design, outer)}]" for outer in around if outer)


def _fields(element: Element, paths: dict[ElementId, str]) -> dict[str, Any]:
    found = {name: getattr(element, name) for name in element.__struct_fields__ if name not in _OWN}
    return {name: _told(value, paths) for name, value in found.items()}


def _told(value: Any, paths: dict[ElementId, str]) -> Any:
    if isinstance(value, Words):
        # A wording that only one language has is said in both.
        return value.said("en"), value.said("zh")
    if isinstance(value, str):
        return paths.get(value, value)
    if isinstance(value, tuple):
        return tuple(_told(part, paths) for part in value)
    if isinstance(value, msgspec.Struct):
        return {name: _told(getattr(value, name), paths) for name in value.__struct_fields__}
    return value
