"""Makes the faults: each operator at three random places of each clean sample, and what the matrix says of it."""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Final, NamedTuple

from tests.planners.reachability.plainly import Plain
from tests.reachability.mutations.operators import Operator, Place
from tests.reachability.mutations.plain_text import plain
from tests.reachability.mutations.samples import SAMPLES
from tests.reachability.mutations.table import OPERATORS
from tests.reachability.mutations.truth import Asked, Port, Truth, representatives, truth
from workbench.model.design import Design
from workbench.reachability.asking import ask
from workbench.reachability.changes import changes_of
from workbench.reachability.known import answered
from workbench.reachability.matrices import matrices
from workbench.reachability.modelled import Modelled, modelled

PLACES: Final = 3
SEED: Final = 20260041
ALARMS: Final = frozenset({"open", "shut", "partial", "unknown"})
Cell = tuple[str, str]


class Mutant(NamedTuple):
    """A sample with one fault."""

    sample: str
    operator: Operator
    place: Place

    def __str__(self) -> str:
        """The words by which a failing test names it."""
        return f"{self.operator.name} at {tuple(self.place)} of {self.sample}"

    def design(self) -> Design:
        """The design with the fault."""
        return self.operator.apply(SAMPLES[self.sample](), self.place)


@dataclass
class Looked:
    """What a design says of itself: the network, its plain file, and the compared matrix cell by cell."""

    found: Modelled
    network: Plain
    states: dict[Cell, str]
    _truths: dict[tuple[Port, ...], Truth] = field(default_factory=dict)

    @classmethod
    def at(cls, design: Design) -> Looked:
        """What there is to see in a design."""
        found = modelled(design)
        compared = matrices(found, answered(found)).compared
        states: dict[Cell, str] = {
            (source, target): compared.state(row, column)
            for row, source in enumerate(compared.parties)
            for column, target in enumerate(compared.parties)
            if row != column
        }
        return cls(found, plain(found.network), states)

    def alarms(self) -> dict[Cell, str]:
        """The cells that are not as wanted."""
        return {cell: state for cell, state in self.states.items() if state in ALARMS}

    def truth(self, ports: list[Port]) -> Truth:
        """All verdicts, followed by hand."""
        key = tuple(ports)
        if key not in self._truths:
            self._truths[key] = truth(self.found, ports, self.network)
        return self._truths[key]


class Outcome(NamedTuple):
    """What came of a fault: what it changed, by hand, and what the matrix says of it."""

    mutant: Mutant
    changed: frozenset[Cell]
    """The pairs of parties in the matrix of which some verdict, or what is wanted of it, is another."""
    beyond: frozenset[Cell]
    """The pairs with a changed verdict that are not in the matrix."""
    harmed: frozenset[Cell]
    """The pairs of the matrix with a packet that is not as wanted, and was or was wanted otherwise before."""
    found: frozenset[Cell]
    """The cells in which the matrix raises an alarm that the clean sample does not have."""
    missed: frozenset[Cell]
    """The pairs harmed of which the matrix raises no alarm at all."""
    differing: tuple[tuple[Cell, str, str], ...]
    """The cells that show something else than what follows from the packets followed by hand."""
    untold: frozenset[Cell]
    """The pairs of the matrix that stand in one only of two lists: what changed, and what changed by hand."""
    unproved: tuple[Cell, ...]
    """The pairs found, or beyond, of which no question gives a witness that a walk by hand confirms."""

    @property
    def effect(self) -> str:
        """What the fault did, in a word."""
        if self.missed:
            return "missed"
        if self.found:
            return "found"
        if self.changed:
            return "as wanted"
        return "beyond" if self.beyond else "nothing"


@lru_cache(maxsize=8)
def clean(sample: str) -> Looked:
    """A clean sample as it stands."""
    return Looked.at(SAMPLES[sample]())


def mutants(seed: int = SEED, operators: tuple[Operator, ...] = OPERATORS) -> Iterator[Mutant]:
    """Every operator at three random places of each sample; at all of them where there are fewer."""
    for operator in operators:
        for sample in SAMPLES:
            places = operator.places(clean(sample).found.design)
            chosen = random.Random(f"{seed} {sample} {operator.name}")
            for place in chosen.sample(places, min(PLACES, len(places))):
                yield Mutant(sample, operator, place)


def outcome(mutant: Mutant) -> Outcome:
    """What came of one fault."""
    before = clean(mutant.sample)
    after = Looked.at(mutant.operator.apply(before.found.design, mutant.place))
    return compared(mutant, before, after)


def compared(mutant: Mutant, before: Looked, after: Looked) -> Outcome:
    """A sample before and after a fault: what changed by hand, and what the matrix says of it."""
    ports = representatives_of(before, after)
    was, now = before.truth(ports), after.truth(ports)
    inside = set(after.states) | set(before.states)
    differing = {asked for asked in {*was.verdicts, *now.verdicts} if _differs(asked, was, now)}
    changed = {asked[:2] for asked in differing}
    wrong, old = dict(now.wrong()), dict(was.wrong())
    harmed = {asked[:2] for asked, word in wrong.items() if old.get(asked) != word}
    known = before.alarms()
    found = {cell: state for cell, state in after.alarms().items() if known.get(cell) != state}
    should = {cell: now.state(*cell) for cell in after.states}
    return Outcome(
        mutant,
        changed=frozenset(changed & inside),
        beyond=frozenset(changed - inside),
        harmed=frozenset(harmed & set(after.states)),
        found=frozenset(found),
        missed=frozenset(harmed & set(after.states)) - set(after.alarms()),
        differing=tuple(
            (cell, state, should[cell]) for cell, state in after.states.items() if state != should[cell]
        ),
        untold=frozenset(_told_to_change(before, after) ^ (_other_verdicts(was, now) & inside)),
        unproved=(
            *(cell for cell in found if not _has_witness(after.found, cell, set(wrong), now)),
            *(
                cell
                for cell in sorted(changed - inside)
                if not _has_witness(after.found, cell, differing, now)
            ),
        ),
    )


def _told_to_change(before: Looked, after: Looked) -> set[Cell]:
    """The pairs that the list of what changed between two versions names."""
    told = changes_of(before.found.design, after.found.design)
    return {(one.source, one.target) for one in (told[at] for at in range(len(told)))}


def _other_verdicts(was: Truth, now: Truth) -> set[Cell]:
    """The pairs with another verdict, followed by hand."""
    return {asked[:2] for asked, verdict in now.verdicts.items() if was.verdicts.get(asked) != verdict}


def representatives_of(*looked: Looked) -> list[Port]:
    """A port of each class that one of several designs tells apart."""
    return representatives([one.found.design for one in looked], [one.network for one in looked])


def _differs(asked: Asked, was: Truth, now: Truth) -> bool:
    return was.verdicts.get(asked) != now.verdicts.get(asked) or was.wanted.get(asked) != now.wanted.get(
        asked
    )


def _has_witness(found: Modelled, cell: Cell, packets: set[Asked], now: Truth) -> bool:
    """Whether one of some packets is of a pair, and a single question says of it what a walk by hand says."""
    for asked in sorted(packets):
        if asked[:2] == cell and asked in now.verdicts:
            return ask(found, *asked).verdict == now.verdicts[asked]
    return False
