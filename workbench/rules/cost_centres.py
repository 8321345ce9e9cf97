"""The tree of cost centres."""

from __future__ import annotations

from collections.abc import Iterator

from workbench.model.elements.cost_centre import CostCentre
from workbench.rules.reader import Reader


def in_tree_order(design: Reader) -> Iterator[CostCentre]:
    """The cost centres as their rules are asked: each before those below it, neighbours by their order."""
    everyone = {centre.id: centre for centre in design.of_kind(CostCentre)}
    below: dict[str | None, list[CostCentre]] = {}
    for centre in everyone.values():
        below.setdefault(centre.parent if centre.parent in everyone else None, []).append(centre)
    waiting = _ordered(below.get(None, []))
    while waiting:
        centre = waiting.pop()
        yield centre
        waiting.extend(_ordered(below.get(centre.id, [])))


def _ordered(centres: list[CostCentre]) -> list[CostCentre]:
    """The last first, as a stack wants them."""
    return sorted(centres, key=lambda centre: (centre.order, centre.id), reverse=True)
