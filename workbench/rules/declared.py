"""Which networks share addresses on purpose, as the design declares."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from workbench.model.design import Design
from workbench.model.element import ElementId
from workbench.model.elements.intended_overlap import IntendedOverlap
from workbench.rules.reader import Reader

NONE: Final[frozenset[ElementId]] = frozenset()


@dataclass(frozen=True, slots=True)
class Declared:
    """The declarations that give a reason, by the networks they name."""

    by_network: Mapping[ElementId, frozenset[ElementId]]
    networks: Mapping[ElementId, frozenset[ElementId]]

    def allows(self, one: ElementId, other: ElementId) -> bool:
        """Whether a declaration names both networks."""
        return not self.by_network.get(one, NONE).isdisjoint(self.by_network.get(other, NONE))

    def naming(self, one: ElementId, other: ElementId) -> tuple[ElementId, ...]:
        """The declarations that name both networks."""
        return tuple(sorted(self.by_network.get(one, NONE) & self.by_network.get(other, NONE)))

    def partners(self, network: ElementId) -> frozenset[ElementId]:
        """The networks with which one may share addresses, itself among them; none where nothing is declared of it."""
        found = [self.networks[id] for id in self.by_network.get(network, NONE)]
        # Thousands of networks of one declaration have one set together.
        return found[0] if len(found) == 1 else NONE.union(*found)

    def side(self, network: ElementId) -> ElementId:
        """What stands for a network where all that overlap are compared: its only declaration, or itself.

        Thousands of networks of one declaration are then one side, and need not be compared with each other.
        """
        found = self.by_network.get(network, NONE)
        return next(iter(found)) if len(found) == 1 else network


def declared(design: Reader | Design) -> Declared:
    """What the design declares; a declaration without a reason does not count."""
    found: dict[ElementId, set[ElementId]] = {}
    counting = [overlap for overlap in design.of_kind(IntendedOverlap) if gives_reason(overlap)]
    for overlap in counting:
        for network in overlap.networks:
            found.setdefault(network, set()).add(overlap.id)
    return Declared(
        {network: frozenset(ids) for network, ids in found.items()},
        {overlap.id: frozenset(overlap.networks) for overlap in counting},
    )


def gives_reason(overlap: IntendedOverlap) -> bool:
    """Whether a declaration says why, in more than spaces."""
    return bool(f"{overlap.reason.en}{overlap.reason.zh}".strip())
