"""What an invariant asks of pairs and ports: who must not reach whom, or who must."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

import numpy as np

from planners.reachability.ports import PortClasses
from workbench.model.element import ElementId
from workbench.model.elements.invariant import Invariant
from workbench.reachability.invariants.choosing import Choosing, Ids
from workbench.reachability.invariants.packets import uses_of
from workbench.reachability.verdicts import Flags


class Question(NamedTuple):
    """Pairs of sources and targets, some spared, that shall pass in some classes of ports, or shall not.

    What has met one of `devices` is as good as not passing. `at` is the place of what asks it among others. Where it
    `proves` nothing, that nothing passes says nothing of the claim: there is nobody to go through.
    """

    at: int
    sources: Ids
    targets: Ids
    spared: Flags
    classes: int
    shall_pass: bool = False
    devices: frozenset[ElementId] = frozenset()
    proves: bool = True


class Asking:
    """Puts the questions of invariants about one network."""

    def __init__(self, choosing: Choosing, ports: PortClasses) -> None:
        self._choosing, self._ports = choosing, ports

    def of(self, at: int, one: Invariant) -> Iterator[Question]:
        """The questions of the invariant at a place, none where it means nobody, or ports that are none, such as 443/80."""
        sources, targets = self._choosing.sources(one), self._choosing.targets(one)
        if not sources or not targets or not self._classes(one):
            return
        if one.claim == "only-through":
            yield from self._only_through(at, one)
            return
        if one.claim != "one-way":
            yield self._question(at, sources, targets, one)
        if one.claim in ("one-way", "apart"):
            back = self._question(at, targets, sources, one)
            both = np.isin(sources, targets)[:, None] & np.isin(targets, sources)[None, :]
            # Pairs that the way there has asked already are not asked again.
            yield back._replace(spared=back.spared | both) if one.claim == "apart" else back

    def _question(self, at: int, sources: Ids, targets: Ids, one: Invariant) -> Question:
        spared = spared_pairs(sources, targets, one.spares, self._choosing)
        return Question(at, sources, targets, spared, self._classes(one), one.claim == "always")

    def _only_through(self, at: int, one: Invariant) -> Iterator[Question]:
        through = self._choosing.through(one)
        if through or one.through or one.through_are:
            others = tuple(id for id in self._choosing.sources(one) if id not in set(through))
            found = self._question(at, others, self._choosing.targets(one), one)
            devices = frozenset(through) & frozenset(self._choosing.devices)
            yield found._replace(devices=devices, proves=bool(through))

    def _classes(self, one: Invariant) -> int:
        """The set of classes of ports an invariant is about."""
        found = 0
        for use in uses_of(one):
            found |= self._ports.mask(*use)
        return found


def spared_pairs(sources: Ids, targets: Ids, shared: str, choosing: Choosing) -> Flags:
    """Pairs that are not asked about, targets by sources: of one and the same, and of who share something."""
    found = np.zeros((len(targets), len(sources)), np.bool_)
    keys = _places(sources, shared, choosing)
    for key, places in _places(targets, shared, choosing).items():
        if key in keys:
            found[np.ix_(places, keys[key])] = True
    return found


def _places(ids: Ids, shared: str, choosing: Choosing) -> dict[str, list[int]]:
    """Where everybody stands by what he is and by what he shares."""
    found: dict[str, list[int]] = {}
    for place, id in enumerate(ids):
        of: Sequence[str] = choosing.traits(id).of(shared)
        for key in dict.fromkeys((f"={id}", *of)):
            found.setdefault(key, []).append(place)
    return found
