"""Flows as siblings of invariants: each is as wanted, or is not, with a packet that shows it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np

from planners.reachability import Answers
from planners.reachability.ports import PortClasses
from workbench.reachability.invariants.choosing import Choosing, Ids
from workbench.reachability.invariants.questions import Question, spared_pairs
from workbench.reachability.invariants.results import Result, results_of
from workbench.reachability.modelled import Modelled
from workbench.reachability.wanted import Wanted, wanted
from workbench.texts import Text, text


def flow_results(found: Modelled, answers: Answers) -> tuple[Result, ...]:
    """The result of every flow with both ends; where one forbids what another wants, the no counts."""
    flows = list(wanted(found.design))
    asking = _Asking(found, flows)
    asked = [question for at in range(len(flows)) for question in asking.of(at)]
    return results_of(found, answers, [one.flow for one in flows], asked)


def as_wanted(found: Sequence[Result]) -> Text:
    """How many flows are as wanted, as a sentence."""
    kept = sum(one.outcome == "proved" for one in found)
    return text("As wanted: {kept} of {all} flows.", kept=kept, all=len(found))


class _Asking:
    """Puts the questions of flows about one network."""

    def __init__(self, found: Modelled, flows: Sequence[Wanted]) -> None:
        self._found, self._flows = found, flows
        self._choosing = Choosing(found.design)
        self._classes = [_classes(one, found.compiled.ports) for one in flows]
        self._denied = [at for at, one in enumerate(flows) if not one.allows]

    def of(self, at: int) -> Iterator[Question]:
        """The questions of the flow at a place; one that wants traffic has several where others forbid some of it."""
        one = self._flows[at]
        sources, targets = self._known(one.sources), self._known(one.targets)
        # Ports that are none, such as 443/80, prove nothing.
        if not sources or not targets or not self._classes[at]:
            return
        spared = spared_pairs(sources, targets, "", self._choosing)
        question = Question(at, sources, targets, spared, self._classes[at], one.allows)
        yield from self._less_denied(question) if one.allows else (question,)

    def _known(self, ids: Ids) -> Ids:
        return tuple(id for id in dict.fromkeys(ids) if id in self._found.parties)

    def _less_denied(self, question: Question) -> Iterator[Question]:
        """A question by classes of ports in which the same of its pairs are forbidden, without those."""
        by_denials: dict[tuple[int, ...], int] = {}
        concerned = [at for at in self._denied if self._classes[at] & question.classes]
        for number in range(len(self._found.compiled.ports.classes)) if concerned else ():
            if question.classes >> number & 1:
                key = tuple(at for at in concerned if self._classes[at] >> number & 1)
                by_denials[key] = by_denials.get(key, 0) | 1 << number
        if not concerned:
            yield question
        for denials, classes in by_denials.items():
            spared = question.spared.copy()
            for at in denials:
                targets = np.isin(question.targets, self._flows[at].targets)
                spared |= targets[:, None] & np.isin(question.sources, self._flows[at].sources)[None, :]
            yield question._replace(spared=spared, classes=classes)


def _classes(one: Wanted, ports: PortClasses) -> int:
    return ports.mask(one.protocol, one.ports)
