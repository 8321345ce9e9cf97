"""Whom an invariant means: by name, by what they belong to, and by conditions."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from fnmatch import fnmatchcase
from functools import cached_property, lru_cache

from planners.reachability.network import INTERNET
from workbench.model.design import Design
from workbench.model.element import ElementId
from workbench.model.elements.application import Application
from workbench.model.elements.bastion_host import BastionHost
from workbench.model.elements.cloud_firewall import CloudFirewall
from workbench.model.elements.database import Database
from workbench.model.elements.internet import Internet
from workbench.model.elements.invariant import Condition, Invariant
from workbench.model.elements.load_balancer import LoadBalancer
from workbench.model.elements.nat_gateway import NatGateway
from workbench.model.elements.security_group import SecurityGroup
from workbench.model.elements.vswitch import VSwitch
from workbench.reachability.invariants.traits import Traits
from workbench.reachability.lines import sites_of
from workbench.reachability.plain import folded

COMMAS = re.compile("[,，、;；]")
Ids = tuple[ElementId, ...]


class Choosing:
    """Everybody in a design that an invariant may mean, in the order in which pairs are looked at."""

    def __init__(self, design: Design) -> None:
        self._design = design
        self._traits: dict[ElementId, Traits] = {}
        self._by_kind: dict[str, dict[ElementId, list[ElementId]]] = {}
        self._answering: dict[tuple[str, str], frozenset[ElementId]] = {}

    @cached_property
    def everybody(self) -> Ids:
        """Applications domain by domain, databases, entries, sites and the internet; vSwitches where there are no applications."""
        design = self._design
        applications = sorted(design.of_kind(Application), key=lambda one: (one.parent or "~", one.id))
        inside = applications or design.of_kind(VSwitch)
        entries = (*design.of_kind(Database), *design.of_kind(LoadBalancer), *design.of_kind(BastionHost))
        outside = (*sites_of(design), *design.of_kind(Internet))
        found = tuple(one.id for one in (*inside, *entries, *outside))
        return found if design.of_kind(Internet) else (*found, INTERNET)

    @cached_property
    def devices(self) -> Ids:
        """What stands on the way and neither sends nor receives."""
        return tuple(
            one.id for one in (*self._design.of_kind(CloudFirewall), *self._design.of_kind(NatGateway))
        )

    def traits(self, id: ElementId) -> Traits:
        """What is known of somebody."""
        if id not in self._traits:
            self._traits[id] = Traits(id, self._design)
        return self._traits[id]

    def meant(
        self, named: Sequence[ElementId], conditions: tuple[Condition, ...], *, devices: bool = False
    ) -> Ids:
        """Who is among the named, or in something named, and fulfils every condition; nobody where nothing is said."""
        wanted = frozenset(named)
        if not wanted and not conditions:
            return ()
        some: Iterable[ElementId] = self.everybody + (self.devices if devices else ())
        places = [id for id in named if isinstance(self._design.get(id), (VSwitch, SecurityGroup))]
        if wanted:
            meant = wanted.union(*map(self._inside, named))
            some = [id for id in dict.fromkeys((*some, *places)) if id in meant]
        for one in conditions:
            answering, is_so = self._answering_to(one, places), one.compared == "is"
            some = [id for id in some if (id in answering) == is_so]
        return tuple(some)

    def sources(self, one: Invariant) -> Ids:
        """Who sends."""
        return self.meant(one.sources, one.sources_are)

    def targets(self, one: Invariant) -> Ids:
        """Who is sent to."""
        return self.meant(one.targets, one.targets_are)

    def through(self, one: Invariant) -> Ids:
        """Who may send, or what may be passed."""
        return self.meant(one.through, one.through_are, devices=True)

    def _inside(self, id: ElementId) -> Sequence[ElementId]:
        """Who belongs to an element; looked up once for all elements of its kind."""
        element = self._design.get(id)
        if element is None:
            return ()
        kind = element.kind.tag
        if kind not in self._by_kind:
            inside = self._by_kind[kind] = {}
            for one in (*self.everybody, *self.devices):
                for other in self.traits(one).of(kind):
                    inside.setdefault(other, []).append(one)
        return self._by_kind[kind].get(id, ())

    def _answering_to(self, one: Condition, places: Sequence[ElementId]) -> frozenset[ElementId]:
        """Of everybody, and of some places beside, those whose words a condition's value answers."""
        key = one.what, one.value
        if key not in self._answering:
            some = (*self.everybody, *self.devices)
            self._answering[key] = self._of_words(some, one)
        return self._answering[key] | self._of_words(places, one)

    def _of_words(self, ids: Iterable[ElementId], one: Condition) -> frozenset[ElementId]:
        return frozenset(id for id in ids if answers(self.traits(id).words(one.what), one.value))


@lru_cache(maxsize=65_536)
def answers(words: tuple[str, ...], value: str) -> bool:
    """Whether one of some words is one of those of a value; no word answers where the value is empty."""
    patterns = _patterns(value)
    if not patterns:
        return not words
    return any(fnmatchcase(word, pattern) for word in words for pattern in patterns)


@lru_cache(maxsize=1024)
def _patterns(value: str) -> tuple[str, ...]:
    return tuple(plain for part in COMMAS.split(value) if (plain := folded(part)))
