"""Questions answered from all verdicts at once: which pairs are otherwise than they shall be, and which nobody knows."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

import numpy as np

from planners.pace import breathe
from planners.reachability import Answers
from planners.reachability.bits import Packed, packed_sets
from workbench.model.element import ElementId
from workbench.reachability.invariants.choosing import Ids
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
        together = _Together(found, answers, [questions[at] for at in places], devices)
        made.update(zip(places, together.judged(), strict=True))
    return tuple(made[at] for at in range(len(questions)))


class OnePair:
    """One pair of a question, looked at port by port."""

    def __init__(self, found: Modelled, answers: Answers, question: Question, pair: Pair) -> None:
        alone = question._replace(sources=pair[:1], targets=pair[1:], spared=np.zeros((1, 1), np.bool_))
        self._found, self._pair, self._shall_pass = found, pair, question.shall_pass
        self._together = _Together(found, answers, [alone], question.devices, all_=True)

    def failing(self) -> list[int]:
        """The classes of ports in which it breaks the question, or of which nobody knows where it does so in none."""
        codes = [(number, int(codes[0, 0])) for number, codes in self._together.codes()]
        forbidden = (DENY, PARTIAL) if self._shall_pass else (ALLOW, PARTIAL)
        certain = [number for number, code in codes if code in forbidden]
        return certain or [number for number, code in codes if code == UNKNOWN]

    def passing(self, number: int) -> tuple[Party, Party] | None:
        """The two parties, each in the one place between which a class of ports certainly passes; None where it does not."""
        whole, half, _ = self._together.squares(number)
        at, (one, other) = self._found.compiled.order.at, (self._found.parties[id] for id in self._pair)
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
    """Questions about packets beside the same devices. Whoever is concerned in none of them is left out."""

    def __init__(
        self,
        found: Modelled,
        answers: Answers,
        questions: Sequence[Question],
        devices: frozenset[ElementId],
        *,
        all_: bool = False,
    ) -> None:
        self._found, self._answers, self._questions = found, answers, questions
        self._ports, self._order = found.compiled.ports, found.compiled.order
        self._met = Met(answers, devices) if devices else None
        self._reached: dict[int, Packed] = {}
        sources, targets = self._concerned(all_)
        self._sources = {id: place for place, id in enumerate(sources)}
        self._targets = {id: place for place, id in enumerate(targets)}
        self._board = Board(answers, self._parties(sources), self._parties(targets))
        self._nowhere = self._standing_nowhere(sources, targets)

    def judged(self) -> Iterator[Judged]:
        """The answer to every question."""
        sums = self._sums()
        for one in self._questions:
            of = sums[one.classes, one.shall_pass]
            broken, open_ = self._cut(one, of.broken), self._cut(one, of.open)
            open_ |= self._nowhere_in(one)
            broken &= ~one.spared
            yield Judged(one, broken, open_ & ~broken & ~one.spared)

    def codes(self) -> Iterator[tuple[int, Codes]]:
        """The verdicts of every class of ports that is asked about: targets by sources."""
        asked = 0
        for one in self._questions:
            asked |= one.classes
        shape = len(self._targets), len(self._sources)
        for number in range(len(self._ports.classes)) if all(shape) else ():
            if asked >> number & 1:
                breathe()
                codes = np.zeros(shape, np.uint8)
                rows = self._board.of_class(number, *self.squares(number))
                if rows is not None:
                    codes[rows.targets] = rows.codes
                codes[self._nowhere] = UNKNOWN
                yield number, codes

    def _sums(self) -> dict[tuple[int, bool], _Sums]:
        shape = len(self._targets), len(self._sources)
        sums: dict[tuple[int, bool], _Sums] = {}
        for one in self._questions:
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

    def _concerned(self, all_: bool) -> tuple[Ids, Ids]:
        """Whoever may break a question: of what shall not pass only those between whom anything does."""
        sources, targets = dict[ElementId, None](), dict[ElementId, None]()
        for one in self._questions:
            if one.shall_pass or all_:
                sources.update(dict.fromkeys(one.sources))
                targets.update(dict.fromkeys(one.targets))
                continue
            reached, reaching = self._passing_between(one)
            sources.update(dict.fromkeys(id for id in one.sources if id in reaching))
            targets.update(dict.fromkeys(id for id in one.targets if id in reached))
        return tuple(sources), tuple(targets)

    def _passing_between(self, one: Question) -> tuple[set[ElementId], set[ElementId]]:
        """The targets that anything of a source passes to on any port asked, and the sources it comes from."""
        rows = self._any_of(one.classes)
        at = self._order.at
        from_, to = self._ends(one.sources, into=False), self._ends(one.targets, into=True)
        mask = packed_sets([sum(1 << place for place in {at[end] for end, _ in from_})], self._order.width)
        passing: Packed = rows[[at[end] for end, _ in to]] & mask
        reached = {to[place][1] for place in np.flatnonzero(passing.any(axis=1)).tolist()}
        any_ = np.bitwise_or.reduce(passing, axis=0)
        hits = np.unpackbits(any_, count=self._order.count, bitorder="little")
        return reached, {id for end, id in from_ if hits[at[end]]}

    def _ends(self, ids: Ids, *, into: bool) -> list[tuple[str, ElementId]]:
        """The engine's endpoints of some parties, each with its party."""
        return [
            (end, id)
            for id in ids
            for place in self._found.parties[id].places
            for end in (place.targets if into else place.sources)
        ]

    def _any_of(self, classes: int) -> Packed:
        """Whatever passes in any of some classes of ports, or may pass."""
        if classes not in self._reached:
            rows = np.zeros((self._order.count, self._order.width), np.uint8)
            for number, passing in self._answers.passing.items():
                if classes >> number & 1:
                    rows[passing.targets] |= passing.rows
            self._reached[classes] = rows & ~self._met.certainly if self._met else rows
        return self._reached[classes]

    def _parties(self, ids: Ids) -> list[Party]:
        return [self._found.parties[id] for id in ids]

    def _standing_nowhere(self, sources: Ids, targets: Ids) -> Flags:
        from_, to = (
            np.array([not self._found.parties[id].places for id in ids], np.bool_)
            for ids in (sources, targets)
        )
        nowhere: Flags = to[:, None] | from_[None, :]
        return nowhere

    def _nowhere_in(self, one: Question) -> Flags:
        return self._standing_nowhere(one.sources, one.targets)

    def _cut(self, one: Question, square: Flags) -> Flags:
        """A question's own pairs of a square of all who are concerned."""
        found = np.zeros((len(one.targets), len(one.sources)), np.bool_)
        sources = [place for place, id in enumerate(one.sources) if id in self._sources]
        targets = [place for place, id in enumerate(one.targets) if id in self._targets]
        rows = [self._targets[one.targets[place]] for place in targets]
        columns = [self._sources[one.sources[place]] for place in sources]
        found[np.ix_(targets, sources)] = square[np.ix_(rows, columns)]
        return found
