"""Which findings about paths hold though groups have other rules: those of flows and groups that no changed group meets."""

from __future__ import annotations

from collections.abc import Callable, Set
from typing import Final

from workbench.model.change import Change
from workbench.model.design import Design
from workbench.model.element import ElementId
from workbench.model.elements.flow import Flow
from workbench.model.elements.security_group import SecurityGroup
from workbench.model.elements.transit_router_table import TransitRouterTable
from workbench.reachability.concerned import is_concerned
from workbench.reachability.known import touched
from workbench.reachability.parties import Party
from workbench.reachability.wanted import wanted
from workbench.rules.paths import Paths

Holds = Callable[[ElementId], bool]
"""Whether what rules about paths found of an element, "" for the design, is what they would find again."""
NOTHING: Final[Holds] = lambda id: False  # noqa: E731


def holding(before: Paths, after: Paths) -> Holds:
    """What an edit leaves of what was found by the paths before it."""
    groups = _only_groups(before.design, after.design)
    if groups is None or not before.is_answered or touched(before.answers, after.answers) is None:
        return NOTHING
    return _Holding(groups, after)


def _only_groups(before: Design, after: Design) -> frozenset[ElementId] | None:
    """The groups that are changed; None where anything else that networks are made of is too."""
    found: set[ElementId] = set()
    for old, new in Change.between(before, after).pairs():
        if isinstance(old, SecurityGroup) and isinstance(new, SecurityGroup):
            found.add(new.id)
        elif any(one is not None and is_concerned(one) for one in (old, new)):
            return None
    return frozenset(found)


class _Holding:
    """What hangs on some groups: flows from and to their members, and groups in which a member is too.

    Load balancers, which lead others' packets on, are members of no group. Tables lead whomever they lead without any.
    Of everything else it is not known.
    """

    def __init__(self, groups: frozenset[ElementId], paths: Paths) -> None:
        self._design = paths.design
        members = [end for end in paths.found.network.endpoints if not groups.isdisjoint(end.groups)]
        self._groups = groups.union(*(end.groups for end in members))
        ends = {end.id for end in members}
        parties = {id for id, party in paths.found.parties.items() if _stands_at(party, ends)}
        self._flows = {
            one.flow
            for one in wanted(paths.design)
            if not (parties.isdisjoint(one.sources) and parties.isdisjoint(one.targets))
        }

    def __call__(self, id: ElementId) -> bool:
        element = self._design.get(id)
        if isinstance(element, Flow):
            return id not in self._flows
        if isinstance(element, SecurityGroup):
            return id not in self._groups
        return isinstance(element, TransitRouterTable)


def _stands_at(party: Party, ends: Set[str]) -> bool:
    return not all(
        ends.isdisjoint(place.sources) and ends.isdisjoint(place.targets) for place in party.places
    )
