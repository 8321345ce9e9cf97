"""What a point permits, from domain to domain and to and from what stands outside."""

from __future__ import annotations

from collections.abc import Sequence

from planners.domains import Grouping
from planners.reachability.network import ALL
from workbench.model.element import ElementId
from workbench.reachability.synthesis.domains import Home
from workbench.reachability.synthesis.ranges import Span, without

Side = ElementId
"""A domain's id, or the id of an end that stands alone."""


class Permits:
    """The rules of a point by the ids of domains and ends."""

    def __init__(self, grouping: Grouping, homes: Sequence[Home]) -> None:
        by_name = {home.name: home.id for home in homes}
        sides = {one.name: by_name.get(one.name, one.members[0]) for one in grouping.domains}
        self._by_pair: dict[tuple[Side, Side], list[Span]] = {}
        for rule in grouping.rules:
            pair = sides[rule.source], sides[rule.target]
            self._by_pair.setdefault(pair, []).append((rule.protocol, rule.ports))
        self._into: dict[Side, dict[Side, tuple[Span, ...]]] = {}
        self._out_of: dict[Side, dict[Side, tuple[Span, ...]]] = {}
        for (source, target), spans in sorted(self._by_pair.items()):
            self._into.setdefault(target, {})[source] = tuple(spans)
            self._out_of.setdefault(source, {})[target] = tuple(spans)

    def spans(self, source: Side, target: Side) -> tuple[Span, ...]:
        """What one side may open of another."""
        return tuple(self._by_pair.get((source, target), ()))

    def into(self, target: Side) -> dict[Side, tuple[Span, ...]]:
        """Everything that is opened of a side, by source."""
        return self._into.get(target, {})

    def out_of(self, source: Side) -> dict[Side, tuple[Span, ...]]:
        """Everything that a side may open, by target."""
        return self._out_of.get(source, {})


def is_everything(spans: Sequence[Span]) -> bool:
    """Whether nothing is left that some spans do not permit."""
    return any(span == (ALL, None) for span in spans) or not without([(ALL, None)], spans)
