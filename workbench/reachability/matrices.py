"""The matrices of a design: everybody by everybody, wanted beside computed, and what of them holds after an edit."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, NamedTuple

import numpy as np

from planners.reachability import Answers
from workbench.model.change import Change
from workbench.model.element import ElementId
from workbench.model.elements.application import Application
from workbench.model.elements.flow import Flow
from workbench.model.elements.security_domain import SecurityDomain
from workbench.reachability.known import Known, touched
from workbench.reachability.listing import listed_ids
from workbench.reachability.matrix import Matrix, Passing, renumbered
from workbench.reachability.modelled import Modelled
from workbench.reachability.parties import Party
from workbench.reachability.summing import Summed, Wishes, summed

WISHING: Final = (Application, Flow, SecurityDomain)
"""Kinds of which it depends who stands where in the matrices, and what is wanted of whom."""


class Matrices(NamedTuple):
    """Wanted beside computed, and computed alone, of the same parties."""

    compared: Matrix
    computed: Matrix

    @property
    def passing(self) -> Passing:
        """What passes in the cells of both."""
        passing = self.compared.passing
        assert isinstance(passing, Passing)
        return passing


class Answered(NamedTuple):
    """A design's network, all its verdicts, and its matrices."""

    found: Modelled
    answers: Answers
    matrices: Matrices
    wishes: Wishes


def matrices(found: Modelled, answers: Answers) -> Matrices:
    """Everybody who is listed, by each other."""
    return _whole(Known(found, answers), Wishes(found.design))


def answered_by_all(before: Answered | None, known: Known) -> Answered:
    """A network with its answers and matrices.

    After an edit of rules of groups only the cells of their members are added up anew, those of `before` taken for the rest.
    """
    wishes = _wishes(before, known.found)
    if before is None or wishes is not before.wishes:
        return Answered(*known, _whole(known, wishes), wishes)
    places = touched_parties(before.answers, known)
    if places is None:
        return Answered(*known, _whole(known, wishes), wishes)
    if not places:
        return Answered(*known, before.matrices, wishes)
    return Answered(*known, _patched(before.matrices, known, wishes, places), wishes)


def listed(found: Modelled) -> tuple[Party, ...]:
    """The parties of the matrix: applications domain by domain, databases, load balancers, bastion hosts, sites, the internet.

    Of a design without applications its vSwitches and groups stand there, where they are parties.
    """
    return tuple(found.parties[id] for id in listed_ids(found.design) if id in found.parties)


def _wishes(before: Answered | None, found: Modelled) -> Wishes:
    """What is wanted of a network: that of before where the parties are the same, of whom the same is wanted."""
    wishes = Wishes(found.design)
    if before is None:
        return wishes
    if found.parties is before.found.parties:
        change = Change.between(before.found.design, found.design)
        if not any(isinstance(one, WISHING) for pair in change.pairs() for one in pair):
            return before.wishes
    is_same = listed(before.found) == listed(found) and before.wishes.says_the_same(wishes)
    return before.wishes if is_same else wishes


def _whole(known: Known, wishes: Wishes) -> Matrices:
    parties = listed(known.found)
    return _matrices(tuple(one.id for one in parties), summed(known.answers, wishes, parties, parties))


def touched_parties(before: Answers, after: Known) -> list[int] | None:
    """The places of the parties to or from whom other verdicts may stand than before; None where that may be all.

    Who stands behind a listener is touched where the load balancer is.
    """
    found, answers = after
    if answers is before:
        return []
    ends = touched(before, answers)
    if ends is None:
        return None
    at = answers.parts.compiled.order.at

    def is_touched(party: Party) -> bool:
        return any(
            ends[at[end]] for place in party.places for end in (*place.sources, *place.targets)
        ) or any(is_touched(one.front) or is_touched(one.servers) for one in party.entrances)

    return [place for place, party in enumerate(listed(found)) if is_touched(party)]


def _patched(before: Matrices, known: Known, wishes: Wishes, places: Sequence[int]) -> Matrices:
    """The matrices before, the rows and columns of some parties added up anew."""
    parties = listed(known.found)
    some = [parties[place] for place in places]
    everyone = np.arange(len(parties))
    compared, computed = before.compared.codes.copy(), before.computed.codes.copy()
    numbers, words = before.passing.numbers.copy(), list(before.passing.words)
    for rows, columns, sources, targets in (
        (np.array(places, np.intp), everyone, some, parties),
        (everyone, np.array(places, np.intp), parties, some),
    ):
        own = summed(known.answers, wishes, sources, targets)
        cells = np.ix_(rows, columns)
        compared[cells], computed[cells] = own.compared, own.computed
        numbers[cells] = renumbered(Passing(own.numbers, own.words), words)
    return _matrices(before.compared.parties, Summed(compared, computed, numbers, words))


def _matrices(parties: tuple[ElementId, ...], cells: Summed) -> Matrices:
    passing = Passing(cells.numbers, cells.words)
    return Matrices(Matrix(parties, cells.compared, passing), Matrix(parties, cells.computed, passing))
