"""Questions answered from all verdicts at once: which pairs are otherwise than they shall be, and which nobody knows."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

import numpy as np

from planners.pace import breathe
from planners.reachability import Answers
from planners.reachability.bits import Packed
from workbench.model.element import ElementId
from workbench.reachability.invariants.balanced import Balanced
from workbench.reachability.invariants.choosing import Ids
from workbench.reachability.invariants.deciding import Deciding, concerned
from workbench.reachability.invariants.devices import Met
from workbench.reachability.invariants.questions import Question
from workbench.reachability.modelled import Modelled
from workbench.reachability.parties import Party
from workbench.reachability.verdicts import ALLOW, DENY, PARTIAL, UNKNOWN, Board, Codes, Flags

Squares = tuple[Packed, Packed, Packed]
Pair = tuple[ElementId, ElementId]


class Judged(NamedTuple):
    """The pairs of a question that break it, and those of which nobody knows: targets by sources.

    Where a pair breaks it, it does so for certain on some port.
    """

    question: Question
    broken: Flags
    open: Flags


def judged(found: Modelled, answers: Answers, questions: Sequence[Question]) -> tuple[Judged, ...]:
    """Every question answered, in their order."""
    made: dict[int, Judged] = {}
    by_devices: dict[frozenset[ElementId], list[int]] = {}
    for at, one in enumerate(questions):
        by_devices.setdefault(one.devices, []).append(at)
    for devices, places in by_devices.items():
        met = Met(answers, devices) if devices else None
        deciding = Deciding(found, answers, met, [questions[at].classes for at in places])
        decided = [deciding.of(questions[at]) for at in places]
        pairs = [(questions[at], one.undecided) for at, one in zip(places, decided, strict=True)]
        together = _Together(found, answers, pairs, met)
        for at, sure, of in zip(places, decided, together.judged(), strict=True):
            made[at] = of._replace(broken=of.broken | sure.broken)
    return tuple(made[at] for at in range(len(questions)))


class OnePair:
    """One pair of a question, looked at port by port."""

    def __init__(self, found: Modelled, answers: Answers, question: Question, pair: Pair) -> None:
        alone = question._replace(sources=pair[:1], targets=pair[1:], spared=np.zeros((1, 1), np.bool_))
        self._found, self._pair, self._shall_pass = found, pair, question.shall_pass
        met = Met(answers, question.devices) if question.devices else None
        self._together = _Together(found, answers, [(alone, np.ones((1, 1), np.bool_))], met)

    def failing(self) -> list[int]:
        """The classes of ports in which it breaks the question, or of which nobody knows where it does so in none."""
        codes = [(number, int(codes[0, 0])) for number, codes in self._together.codes()]
        forbidden = (DENY, PARTIAL) if self._shall_pass else (ALLOW, PARTIAL)
        certain = [number for number, code in codes if code in forbidden]
        return certain or [number for number, code in codes if code == UNKNOWN]

    def passing(self, number: int) -> tuple[Party, Party] | None:
        """The two parties, each in the one place between which a class of ports certainly passes; None where it does not."""
        whole, half, _ = self._together.squares(number)
        at, (one, other) = self._found.compiled.order.at, (self._found.party(id) for id in self._pair)
        for source in one.places:
            for target in other.places:
                from_, to = ([at[end] for end in ends] for ends in (source.sources, target.targets))
                bits = np.unpackbits((whole | half)[to], axis=1, bitorder="little")[:, from_]
                if bits.size and bits.all():
                    return one._replace(places=(source,)), other._replace(places=(target,))
        return None


class _Sums(NamedTuple):
    """What the classes of some ports add up to: targets by sources."""

    classes: int
    shall_pass: bool
    broken: Flags
    open: Flags


class _Together:
    """Pairs of questions about packets beside the same devices, looked at port by port."""

    def __init__(
        self, found: Modelled, answers: Answers, pairs: Sequence[tuple[Question, Flags]], met: Met | None
    ) -> None:
        self._found, self._answers, self._pairs, self._met = found, answers, pairs, met
        self._ports = found.compiled.ports
        sources, targets = concerned(pairs)
        self._sources = {id: place for place, id in enumerate(sources)}
        self._targets = {id: place for place, id in enumerate(targets)}
        self._board = Board(answers, self._parties(sources), self._parties(targets), directly=True)
        self._nowhere = self._standing_nowhere(sources, targets)
        self._balanced = Balanced(found, answers, met, sources, targets)

    def judged(self) -> Iterator[Judged]:
        """The answer to every question."""
        sums = self._sums()
        for one, pairs in self._pairs:
            of = sums[one.classes, one.shall_pass]
            broken = self._cut(one, of.broken) & pairs
            nowhere = self._standing_nowhere(one.sources, one.targets) & ~one.spared
            yield Judged(one, broken, (self._cut(one, of.open) & pairs & ~broken) | nowhere)

    def codes(self) -> Iterator[tuple[int, Codes]]:
        """The verdicts of every class of ports that is asked about: targets by sources."""
        asked = 0
        for one, pairs in self._pairs:
            asked |= one.classes if pairs.any() else 0
        shape = len(self._targets), len(self._sources)
        for number in range(len(self._ports.classes)) if all(shape) else ():
            if asked >> number & 1:
                breathe()
                codes = np.zeros(shape, np.uint8)
                rows = self._board.of_class(number, *self.squares(number))
                if rows is not None:
                    codes[rows.targets] = rows.codes
                self._balanced.add_to(codes, number)
                codes[self._nowhere] = UNKNOWN
                yield number, codes

    def _sums(self) -> dict[tuple[int, bool], _Sums]:
        shape = len(self._targets), len(self._sources)
        sums: dict[tuple[int, bool], _Sums] = {}
        for one, _ in self._pairs:
            key = one.classes, one.shall_pass
            if key not in sums:
                sums[key] = _Sums(*key, np.zeros(shape, np.bool_), np.zeros(shape, np.bool_))
        for number, codes in self.codes():
            passes, fails = (codes == ALLOW) | (codes == PARTIAL), (codes == DENY) | (codes == PARTIAL)
            unknown = codes == UNKNOWN
            for of in sums.values():
                if of.classes >> number & 1:
                    np.logical_or(of.broken, fails if of.shall_pass else passes, out=of.broken)
                    np.logical_or(of.open, unknown, out=of.open)
        return sums

    def squares(self, number: int) -> Squares:
        """Who passes beside all devices in a class of ports, in part, and perhaps."""
        squares = self._answers.squares(number)
        return self._met.beside(*squares) if self._met else squares

    def _parties(self, ids: Ids) -> list[Party]:
        return [self._found.party(id) for id in ids]

    def _standing_nowhere(self, sources: Ids, targets: Ids) -> Flags:
        from_, to = (
            np.array([not self._found.party(id).places for id in ids], np.bool_) for ids in (sources, targets)
        )
        nowhere: Flags = to[:, None] | from_[None, :]
        return nowhere

    def _cut(self, one: Question, square: Flags) -> Flags:
        """A question's own pairs of a square of all who are concerned."""
        found = np.zeros((len(one.targets), len(one.sources)), np.bool_)
        sources = [place for place, id in enumerate(one.sources) if id in self._sources]
        targets = [place for place, id in enumerate(one.targets) if id in self._targets]
        rows = [self._targets[one.targets[place]] for place in targets]
        columns = [self._sources[one.sources[place]] for place in sources]
        found[np.ix_(targets, sources)] = square[np.ix_(rows, columns)]
        return found
