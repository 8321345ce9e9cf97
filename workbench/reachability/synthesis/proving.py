"""The recount: what of a design that was generated passes, beside what is meant and what its rules permit."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Final, NamedTuple

import numpy as np

from planners.domains import Grouping
from planners.domains.grouping import first_port
from planners.domains.intent import Intent
from planners.domains.ports import bits_of
from planners.reachability import Answers
from planners.reachability.network import ALL
from workbench.model.design import Design
from workbench.model.element import ElementId
from workbench.progress import Progress, part, stoppable, untold
from workbench.reachability.modelled import Modelled, modelled
from workbench.reachability.synthesis.ends import Ends
from workbench.reachability.synthesis.passing import BESIDE, Square, computed, squares
from workbench.reachability.synthesis.ranges import Span
from workbench.reachability.verdicts import Flags

LISTED: Final = 20_000
"""Pairs of a kind that are listed one by one; of more the number is told."""


class Told(NamedTuple):
    """A pair with a class of ports, by its lowest and its highest; no protocol where no flow is about the ports."""

    source: ElementId
    target: ElementId
    protocol: str
    port: int | None
    last: int | None = None

    @property
    def span(self) -> Span:
        """The protocol with its ports."""
        if self.port is None:
            return self.protocol, None
        return self.protocol, (self.port, self.port if self.last is None else self.last)


class Missing(NamedTuple):
    """A flow that is meant and does not pass wholly: denied, in part, or hanging on what the design does not say."""

    told: Told
    verdict: str


@dataclass
class Proof:
    """What the engine counts of a design.

    `extra` are pairs and classes of ports that pass and are not meant: those the rules permit (`by_rule`) and those that pass
    beside them. `unreached` are permitted and not meant, and pass nowhere all the same. `weighted` is `extra` by data class.
    """

    meant: int = 0
    missing: list[Missing] = field(default_factory=list)
    extra: int = 0
    weighted: int = 0
    by_rule: int = 0
    unreached: int = 0
    unknown: int = 0
    extras: list[Told] = field(default_factory=list)
    beside: list[Told] = field(default_factory=list)
    network: Modelled | None = None
    answers: Answers | None = None

    @property
    def beside_rules(self) -> int:
        """How many pairs and classes of ports pass that no rule permits."""
        return self.extra - self.by_rule

    @property
    def share(self) -> float:
        """The over-permission as a part of the flows that are meant."""
        return self.extra / self.meant if self.meant else 0.0


def proved(
    design: Design, ends: Ends, intent: Intent, grouping: Grouping, progress: Progress = untold
) -> Proof:
    """The recount of a design; `ends`, `intent` and `grouping` say what is meant and what is permitted."""
    found = modelled(design)
    answers = computed(found, intent, part(progress, 0, 0.7))
    proof = Proof(network=found, answers=answers)
    counting = _Counting(ends, intent, grouping, proof)
    with stoppable(progress, 0.7):
        for square in squares(found, answers, intent):
            counting.add(square)
    counting.add_unseen()
    progress(1.0)
    return proof


class _Counting:
    def __init__(self, ends: Ends, intent: Intent, grouping: Grouping, proof: Proof) -> None:
        self._intent, self._proof = intent, proof
        roles = [ends.by_id[app.id].role for app in intent.apps]
        inside = np.array([role == "application" for role in roles], np.bool_)
        into = np.array([role != "entry" for role in roles], np.bool_)
        # What sites send each other, and what an entry takes in, no group of an application filters.
        self._judged: Flags = (inside[:, None] | inside[None, :]) & into[None, :]
        np.fill_diagonal(self._judged, val=False)
        self._meant = self._squares_of(intent)
        self._homes, self._opened = _opened(intent, grouping)
        self._weights = np.array(intent.weights)
        self._seen: set[int] = set()
        self._wholly = self._at_all = np.ones_like(self._judged)

    def _squares_of(self, intent: Intent) -> dict[int, tuple[list[int], list[int]]]:
        found: dict[int, tuple[list[int], list[int]]] = {}
        for source, target, mask in intent.pairs():
            for port in bits_of(mask):
                sources, targets = found.setdefault(port, ([], []))
                sources.append(source)
                targets.append(target)
        return found

    def add(self, square: Square) -> None:
        """Counts a class of ports."""
        number, proof = square.port_class, self._proof
        self._seen.add(number)
        self._wholly, self._at_all = self._wholly & square.wholly, self._at_all & square.at_all
        meant, permitted = self._meant_at(number), self._permitted_at(number)
        missing = meant & ~square.wholly
        extra = square.at_all & ~meant & self._judged
        proof.meant += int(meant.sum())
        proof.missing += [
            Missing(told, _verdict(square, place)) for told, place in self._told(missing, number)
        ]
        proof.extra += int(extra.sum())
        proof.weighted += int((extra * self._weights[None, :]).sum())
        proof.by_rule += int((extra & permitted).sum())
        proof.unreached += int((permitted & ~meant & self._judged & ~square.at_all).sum())
        proof.unknown += int((square.unknown & ~meant & self._judged).sum())
        self._list(proof.extras, extra & permitted, number)
        self._list(proof.beside, extra & ~permitted, number)

    def add_unseen(self) -> None:
        """Counts classes of protocols that no packet asked about is of.

        What names every protocol passes there where all that was asked passes and the rules permit it; what is meant of a
        protocol by name cannot be shown to pass.
        """
        for number in self._meant.keys() - self._seen:
            shown = self._permitted_at(number) & (self._intent.ports.classes[number].protocol == ALL)
            wholly, at_all = self._wholly & shown, self._at_all & shown
            self.add(Square(number, wholly, at_all, np.zeros_like(shown)))

    def _list(self, into: list[Told], flags: Flags, number: int) -> None:
        room = LISTED - len(into)
        for told, _ in self._told(flags, number):
            if room <= 0:
                return
            into.append(told)
            room -= 1

    def _meant_at(self, number: int) -> Flags:
        found = np.zeros_like(self._judged)
        sources, targets = self._meant.get(number, ([], []))
        found[sources, targets] = True
        return found & self._judged

    def _permitted_at(self, number: int) -> Flags:
        if number == BESIDE:
            return np.zeros_like(self._judged)
        found: Flags = self._opened(number)[np.ix_(self._homes, self._homes)]
        return found

    def _told(self, flags: Flags, number: int) -> Iterator[tuple[Told, tuple[int, int]]]:
        apps = self._intent.apps
        one = None if number == BESIDE else self._intent.ports.classes[number]
        protocol, port = (one.protocol, first_port(one)) if one else ("", None)
        last = one.high if one and port is not None else None
        for source, target in zip(*(places.tolist() for places in np.nonzero(flags)), strict=True):
            yield Told(apps[source].id, apps[target].id, protocol, port, last), (source, target)


def _verdict(square: Square, place: tuple[int, int]) -> str:
    if square.unknown[place]:
        return "unknown"
    return "partial" if square.at_all[place] else "deny"


def _opened(intent: Intent, grouping: Grouping) -> tuple[Sequence[int], _Opened]:
    number = {one.name: place for place, one in enumerate(grouping.domains)}
    homes = grouping.domain_of()
    masks: dict[tuple[int, int], int] = {}
    for rule in grouping.rules:
        pair = number[rule.source], number[rule.target]
        masks[pair] = masks.get(pair, 0) | intent.ports.mask(rule.protocol, rule.ports)
    return [number[homes[app.id]] for app in intent.apps], _Opened(len(number), masks)


class _Opened:
    """What rules open from domain to domain, class by class."""

    def __init__(self, count: int, masks: dict[tuple[int, int], int]) -> None:
        self._count, self._masks = count, masks

    def __call__(self, number: int) -> Flags:
        found = np.zeros((self._count, self._count), np.bool_)
        for pair, mask in self._masks.items():
            found[pair] = bool(mask >> number & 1)
        return found
