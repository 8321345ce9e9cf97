"""What becomes of every invariant of a design: proved, refuted by a packet, not settled, or about nobody."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Final, Literal, NamedTuple

import numpy as np

from planners.reachability import Answers
from workbench.model.design import Design
from workbench.model.element import ElementId
from workbench.model.elements.invariant import Invariant
from workbench.model.elements.security_group import SecurityGroup
from workbench.model.elements.vswitch import VSwitch
from workbench.reachability.answer import PathAnswer
from workbench.reachability.asking import ask_between
from workbench.reachability.invariants.choosing import Choosing, Ids
from workbench.reachability.invariants.judging import Judged, OnePair, Pair, judged
from workbench.reachability.invariants.questions import Asking, Question
from workbench.reachability.known import stands_for_itself
from workbench.reachability.modelled import Modelled
from workbench.reachability.parties import Places
from workbench.reachability.portwords import said
from workbench.reachability.verdicts import Flags
from workbench.texts import Text

Outcome = Literal["proved", "refuted", "unknown", "empty"]
MOST_PAIRS: Final = 20
"""Pairs that a result names; all are counted."""
MOST_ASKED: Final = 8
"""Pairs that are asked for the facts that are missing."""
USUAL_PORT: Final = 443


class Result(NamedTuple):
    """What becomes of an invariant or flow. All pairs are counted; of those concerned the first ones are named.

    `witness` is a packet of the first pair: one that breaks it, else one that is not settled, else one that keeps it. `ports`
    are all on which that pair breaks it or is not settled. `facts` say what the design would have to state.
    """

    about: ElementId
    outcome: Outcome
    asked: int = 0
    broken: int = 0
    open: int = 0
    witness: PathAnswer | None = None
    ports: str = ""
    pairs: tuple[Pair, ...] = ()
    facts: tuple[Text, ...] = ()


def results(found: Modelled, answers: Answers) -> tuple[Result, ...]:
    """The result of every invariant of a design, in the order of their names."""
    ones = in_order(found.design)
    asking = Asking(Choosing(found.design), found.compiled.ports)
    asked = [question for at, one in enumerate(ones) for question in asking.of(at, one)]
    return results_of(found, answers, [one.id for one in ones], asked)


def results_of(
    found: Modelled, answers: Answers, about: Sequence[ElementId], asked: Sequence[Question]
) -> tuple[Result, ...]:
    """The results of whatever asks some questions, in its order."""
    sorted_: list[list[Judged]] = [[] for _ in about]
    for one in judged(found, answers, asked):
        sorted_[one.question.at].append(one)
    return tuple(_Resulting(found, answers, id, of).result() for id, of in zip(about, sorted_, strict=True))


def in_order(design: Design) -> tuple[Invariant, ...]:
    """The invariants of a design as every list of them has them: by English name, then id."""
    return tuple(sorted(design.of_kind(Invariant), key=lambda one: (one.title().said("en"), one.id)))


def places_of(design: Design) -> Places:
    """Which vSwitches and groups have to be parties for the invariants of a design to be answered."""
    if stands_for_itself(design):
        return True
    named = (id for one in design.of_kind(Invariant) for id in (*one.sources, *one.targets, *one.through))
    return frozenset(id for id in named if isinstance(design.get(id), (VSwitch, SecurityGroup))) or False


class _Resulting:
    """One invariant or flow while its result is put together."""

    def __init__(self, found: Modelled, answers: Answers, about: ElementId, of: Sequence[Judged]) -> None:
        self._found, self._answers, self._about, self._of = found, answers, about, of

    def result(self) -> Result:
        """The result."""
        asked, broken, open_ = self._counts()
        counted = Result(self._about, "empty", asked, broken, open_)
        if broken:
            return self._of_pairs(
                counted._replace(outcome="refuted"), [(one, one.broken) for one in self._of]
            )
        if open_:
            return self._of_pairs(counted._replace(outcome="unknown"), [(one, one.open) for one in self._of])
        if asked and any(one.question.proves for one in self._of):
            return counted._replace(outcome="proved", witness=self._example())
        return counted

    def _counts(self) -> tuple[int, int, int]:
        """Pairs asked, broken and not settled; a pair that several questions are about counts once."""
        alike: dict[tuple[Ids, Ids], list[Judged]] = {}
        for one in self._of:
            alike.setdefault((one.question.sources, one.question.targets), []).append(one)
        asked = broken = open_ = 0
        for ones in alike.values():
            breaking: Flags = np.logical_or.reduce([one.broken for one in ones])
            asked += int(np.logical_or.reduce([~one.question.spared for one in ones]).sum())
            broken += int(breaking.sum())
            open_ += int((np.logical_or.reduce([one.open for one in ones]) & ~breaking).sum())
        return asked, broken, open_

    def _of_pairs(self, counted: Result, flagged: Sequence[tuple[Judged, Flags]]) -> Result:
        """The result with the first pairs that are flagged, and a packet of the very first."""
        pairs: dict[Pair, Question] = {}
        for one, square in flagged:
            for pair in _first(one.question, square, MOST_PAIRS):
                pairs.setdefault(pair, one.question)
        first, question = next(iter(pairs.items()))
        one_pair = OnePair(self._found, self._answers, question, first)
        classes = one_pair.failing()
        is_passing = counted.outcome == "refuted" and not question.shall_pass
        witness = self._witness(one_pair, first, classes[0], passes=is_passing)
        return counted._replace(
            witness=witness,
            ports=said(classes, self._found.compiled.ports),
            pairs=tuple(pairs)[:MOST_PAIRS],
            facts=self._facts(witness, pairs) if counted.outcome == "unknown" else (),
        )

    def _witness(self, one: OnePair, pair: Pair, number: int, *, passes: bool) -> PathAnswer:
        """The path of a pair in a class of ports; where something passes that shall not, it is what does."""
        packet = _packet(self._found, number)
        between = one.passing(number) if passes else None
        return ask_between(self._found, *between, *packet) if between else self._ask(pair, packet)

    def _ask(self, pair: Pair, packet: tuple[str, int]) -> PathAnswer:
        source, target = (self._found.party(id) for id in pair)
        return ask_between(self._found, source, target, *packet)

    def _facts(self, witness: PathAnswer, pairs: Mapping[Pair, Question]) -> tuple[Text, ...]:
        """What the first pairs hang on, each fact once."""
        facts = dict.fromkeys(witness.facts)
        for pair, question in [*pairs.items()][1:MOST_ASKED]:
            number = OnePair(self._found, self._answers, question, pair).failing()[0]
            facts.update(dict.fromkeys(self._ask(pair, _packet(self._found, number)).facts))
        return tuple(facts)

    def _example(self) -> PathAnswer:
        """The first pair that is asked, on a usual port where that is asked."""
        question = next(one.question for one in self._of if not one.question.spared.all())
        (pair,) = _first(question, ~question.spared, 1)
        asked, usual = question.classes, self._found.compiled.ports.of("tcp", USUAL_PORT)
        if asked >> usual & 1:
            return self._ask(pair, ("tcp", USUAL_PORT))
        return self._ask(pair, _packet(self._found, (asked & -asked).bit_length() - 1))


def _first(question: Question, square: Flags, most: int) -> list[Pair]:
    """The first flagged pairs in the order of sources, then of targets."""
    found: list[Pair] = []
    for column in np.flatnonzero(square.any(axis=0)).tolist():
        rows = np.flatnonzero(square[:, column])[: most - len(found)].tolist()
        found += [(question.sources[column], question.targets[row]) for row in rows]
        if len(found) >= most:
            break
    return found


def _packet(found: Modelled, number: int) -> tuple[str, int]:
    """The packet of the lowest port of a class; port 0 only where there is no other."""
    one = found.compiled.ports.classes[number]
    low, high = one.ranges[0]
    if low == 0 and one.protocol != "icmp":
        low = 1 if high else one.ranges[1][0] if len(one.ranges) > 1 else 0
    return one.protocol, low


def outcomes(found: Sequence[Result]) -> Iterator[tuple[Outcome, int]]:
    """How many invariants came out each way, in the order of a summary; what none did is left out."""
    for outcome in ORDER:
        count = sum(one.outcome == outcome for one in found)
        if count:
            yield outcome, count


def worst_first(found: Sequence[Result]) -> tuple[Result, ...]:
    """Results as they are listed: those that are refuted first, then those that are not settled."""
    return tuple(sorted(found, key=lambda one: ORDER.index(one.outcome)))


ORDER: Final[tuple[Outcome, ...]] = ("refuted", "unknown", "proved", "empty")
