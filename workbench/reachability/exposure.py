"""Everything that the internet reaches and everything that reaches the internet, the worst first."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final, Literal, NamedTuple

import numpy as np

from planners.pace import breathe
from planners.reachability import Answers
from planners.reachability.network import INTERNET
from workbench.model.design import Design
from workbench.model.element import Element, ElementId
from workbench.model.elements.load_balancer import LoadBalancer
from workbench.progress import Progress, part, untold
from workbench.reachability.answer import Verdict
from workbench.reachability.asked import Asked
from workbench.reachability.asking import ask
from workbench.reachability.doors import Door, Doors, Guard
from workbench.reachability.intended import Intended
from workbench.reachability.keeper import KEEPER
from workbench.reachability.known import Known
from workbench.reachability.lines import account_of
from workbench.reachability.modelled import Modelled
from workbench.reachability.outside import Outside
from workbench.reachability.parties import Party
from workbench.reachability.portwords import Range, one_of, ranges_of, said
from workbench.reachability.verdicts import WORDS
from workbench.texts import Text

Direction = Literal["in", "out"]
"""Whether the internet begins, or is begun with."""
BOARD_SHARE: Final = 0.5
"""The part of the work that is done once it is known who reaches whom."""


class Exposed(NamedTuple):
    """Ports on which the internet reaches somebody, or is reached by him, in one way and with one verdict.

    `ranges` are the ports exactly, `ports` in few words. `through` are the EIPs, gateways or load balancers at the edge,
    `boundaries` the boundaries of Cloud Firewall on the way; `guard` says whether one stands in every such way. `flow` is
    the flow that wants it, or forbids it; without one nobody wants it. `asked` is one of its packets, `path` what that
    meets, and `facts` what the design would have to state where the verdict is unknown.
    """

    party: ElementId
    direction: Direction
    verdict: Verdict
    ranges: tuple[Range, ...]
    ports: str
    asked: Asked
    through: tuple[ElementId, ...]
    boundaries: tuple[ElementId, ...]
    guard: Guard
    wanted: bool
    flow: ElementId | None
    owner: str
    environment: ElementId | None
    account: ElementId | None
    data_class: str
    path: tuple[ElementId, ...] = ()
    facts: tuple[Text, ...] = ()

    @property
    def forbidden(self) -> bool:
        """Whether a flow says that it shall not be."""
        return self.flow is not None and not self.wanted

    @property
    def rank(self) -> tuple[int, ...]:
        """How bad it is, the worst first: what comes in unwanted and unguarded, then what nobody knows, then the rest."""
        passes = self.verdict != "unknown"
        open_ = passes and self.guard == "none"
        level = (4 - open_) if self.wanted else (2 - passes)
        return (
            level,
            self.direction == "out",
            not self.forbidden,
            ("none", "perhaps", "guarded").index(self.guard),
        )


class _Kind(NamedTuple):
    """What ports must have in common to stand in one row."""

    party: int
    direction: Direction
    code: int
    wanted: bool
    flow: ElementId | None
    door: Door


def exposed(one: Known, progress: Progress | None = None) -> tuple[Exposed, ...]:
    """Every way in and out of a design, the worst first."""
    tell = progress or (lambda share: None)
    rows = _Gathering(one.found, one.answers).rows()
    told = []
    for done, row in enumerate(rows):
        breathe()
        tell(done / len(rows))
        told.append(_proved(row, one.found))
    return tuple(sorted(told, key=lambda row: (row.rank, row.party, row.ports)))


def exposure_of(design: Design, progress: Progress | None = None) -> tuple[Exposed, ...]:
    """The same from the design alone; of one without applications its vSwitches and groups are who is reached."""
    tell = progress or untold
    one = KEEPER.known(design, part(tell, 0.0, BOARD_SHARE))
    return exposed(one, part(tell, BOARD_SHARE, 1.0))


def _proved(row: Exposed, found: Modelled) -> Exposed:
    """A row with its path, and what is missing for a verdict."""
    answer = ask(found, *row.asked)
    return row._replace(path=answer.lit, facts=answer.facts)


class _Gathering:
    """Adds up the classes of ports."""

    def __init__(self, found: Modelled, answers: Answers) -> None:
        self._found, self._answers = found, answers
        self._parties = tuple(party for party in found.parties.values() if not party.is_outside)
        self._outside = Outside(answers, found.parties[INTERNET], self._parties)
        # A load balancer begins no connection but those to its servers.
        self._only_answers = [isinstance(found.design.get(party.id), LoadBalancer) for party in self._parties]
        self._doors = Doors(found, answers)
        self._intended = Intended(found)
        self._kinds: dict[_Kind, list[int]] = {}

    def rows(self) -> tuple[Exposed, ...]:
        """Every row, without its path."""
        for number in range(len(self._answers.parts.compiled.ports.classes)):
            breathe()
            inwards, outwards = self._outside.inwards(number), self._outside.outwards(number)
            for place in np.flatnonzero(inwards).tolist():
                self._add(number, place, "in", int(inwards[place]))
            for place in np.flatnonzero(outwards).tolist():
                if not self._only_answers[place]:
                    self._add(number, place, "out", int(outwards[place]))
        return tuple(self._row(kind, classes) for kind, classes in self._kinds.items())

    def _add(self, number: int, place: int, direction: Direction, code: int) -> None:
        party = self._parties[place]
        entrances = self._outside.entrances(number, party) if direction == "in" else ()
        door = self._doors.door(party, direction == "in", number, entrances)
        flow, wanted = self._intended.of(party.id, direction == "in", number)
        self._kinds.setdefault(_Kind(place, direction, code, wanted, flow, door), []).append(number)

    def _row(self, kind: _Kind, classes: list[int]) -> Exposed:
        design, ports = self._found.design, self._found.compiled.ports
        party: Party = self._parties[kind.party]
        element = design.get(party.id)
        ranges = ranges_of(classes, ports)
        protocol = ranges[0][0]
        port = one_of([some for used, some in ranges if used == protocol])
        ends = (INTERNET, party.id) if kind.direction == "in" else (party.id, INTERNET)
        account = account_of(element, design)
        return Exposed(
            party.id,
            kind.direction,
            WORDS[kind.code],
            ranges,
            said(classes, ports),
            Asked(*ends, protocol, port),
            tuple(id for id in kind.door.through if id != party.id) or kind.door.through,
            kind.door.boundaries,
            kind.door.guard,
            kind.wanted,
            kind.flow,
            getattr(element, "owner", "") or getattr(account, "owner", ""),
            _environment(element, design) or getattr(account, "environment", None),
            account.id if account else None,
            getattr(element, "data_class", ""),
        )


def _environment(element: Element | None, design: Design) -> ElementId | None:
    """The environment that something, or what it stands in, is of."""
    around: Iterator[Element] = design.above(element.id) if element else iter(())
    for one in (element, *around):
        found: ElementId | None = getattr(one, "environment", None)
        if found:
            return found
    return None
