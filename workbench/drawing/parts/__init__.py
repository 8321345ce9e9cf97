"""The parts of a box, by its shape: how large it must be, how high its header is, and what is painted in it."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Final

from workbench.drawing.drawing import Part
from workbench.drawing.facts import Facts
from workbench.drawing.parts import card, container, head, leaf, node, note, picture, pill, row, site, tile
from workbench.model.element import Shape
from workbench.texts import Language

Size = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Archetype:
    """One shape: its least size in any language, the height of its header, and its parts at a size in a language."""

    size: Callable[[Facts], Size]
    header: Callable[[Facts], float]
    parts: Callable[[Facts, Size, Language], tuple[Part, ...]]

    def room(self, facts: Facts) -> Size:
        """The least size in whole points, so that rounding a place never cuts a text."""
        wide, high = self.size(facts)
        return math.ceil(wide), math.ceil(high)


def _height(height: float) -> Callable[[Facts], float]:
    """A header of one height whatever the box says."""
    return lambda _: height


ARCHETYPES: Final[Mapping[Shape, Archetype]] = {
    "container": Archetype(container.size, container.header, container.parts),
    "leaf": Archetype(leaf.size, _height(0.0), leaf.parts),
    "tile": Archetype(tile.size, _height(0.0), tile.parts),
    "node": Archetype(node.size, _height(0.0), node.parts),
    "pill": Archetype(pill.size, _height(0.0), pill.parts),
    "capsule": Archetype(pill.size, _height(0.0), pill.parts),
    "row": Archetype(row.size, _height(0.0), row.parts),
    "card": Archetype(card.size, _height(0.0), card.parts),
    "site": Archetype(site.size, _height(0.0), site.parts),
    "router": Archetype(node.size, _height(node.HIGH), node.parts),
    "head": Archetype(head.size, _height(0.0), head.parts),
    "note": Archetype(note.size, _height(0.0), note.parts),
    "picture": Archetype(picture.size, _height(0.0), picture.parts),
    "none": Archetype(node.size, _height(0.0), node.parts),
}
"""Shapes are declared by kinds; a kind that declares none and stands on a sheet is drawn as a node."""
