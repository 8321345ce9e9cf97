"""Which networks share addresses on purpose, as the design declares."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from workbench.model.element import ElementId
from workbench.model.elements.intended_overlap import IntendedOverlap
from workbench.rules.reader import Reader


@dataclass(frozen=True, slots=True)
class Declared:
    """The declarations that give a reason, by the networks they name."""

    by_network: Mapping[ElementId, frozenset[ElementId]]

    def allows(self, one: ElementId, other: ElementId) -> bool:
        """Whether a declaration names both networks."""
        return not self.by_network.get(one, frozenset()).isdisjoint(self.by_network.get(other, frozenset()))

    def side(self, network: ElementId) -> ElementId:
        """What stands for a network where all that overlap are compared: its only declaration, or itself.

        Thousands of networks of one declaration are then one side, and need not be compared with each other.
        """
        found = self.by_network.get(network, frozenset())
        return next(iter(found)) if len(found) == 1 else network


def declared(design: Reader) -> Declared:
    """What the design declares; a declaration without a reason does not count."""
    found: dict[ElementId, set[ElementId]] = {}
    for overlap in design.of_kind(IntendedOverlap):
        for network in overlap.networks if gives_reason(overlap) else ():
            found.setdefault(network, set()).add(overlap.id)
    return Declared({network: frozenset(ids) for network, ids in found.items()})


def gives_reason(overlap: IntendedOverlap) -> bool:
    """Whether a declaration says why, in more than spaces."""
    return bool(f"{overlap.reason.en}{overlap.reason.zh}".strip())
