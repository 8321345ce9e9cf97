"""What passes between the ends of a curve, in the classes of ports that its flows tell apart, as the engine counts it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final, NamedTuple

import numpy as np

from planners.domains.intent import Intent
from planners.domains.ports import PORTED
from planners.pace import breathe
from planners.reachability import Answers, Compiled, reach
from planners.reachability.network import ALL
from planners.reachability.ports import PortClasses
from workbench.model.element import ElementId
from workbench.progress import Progress, untold
from workbench.reachability.modelled import READINGS, Modelled, uses
from workbench.reachability.verdicts import ALLOW, PARTIAL, UNKNOWN, Board, Flags

BESIDE: Final = -1
"""Stands for all ports that no flow is about."""


class Square(NamedTuple):
    """One class of ports: sources by targets, in the order of the intent's apps.

    `wholly` is allowed on every port of the class, `at_all` on some, in part too, `unknown` hangs on what is not said.
    """

    port_class: int
    wholly: Flags
    at_all: Flags
    unknown: Flags


def squares(found: Modelled, answers: Answers, intent: Intent) -> Iterator[Square]:
    """What passes, class by class of the flows, and last on all other ports."""
    parties = [found.parties[app.id] for app in intent.apps]
    board = Board(answers, parties)
    for port_class, numbers in _by_class(answers.parts.compiled.ports, intent).items():
        breathe()
        shape = (len(parties), len(parties))
        wholly, at_all, unknown = (
            np.ones(shape, np.bool_),
            np.zeros(shape, np.bool_),
            np.zeros(shape, np.bool_),
        )
        for number in numbers:
            codes, rows = np.zeros(shape, np.uint8), board.rows_of(number)
            if rows is not None:
                codes[rows.targets] = rows.codes
            wholly &= codes == ALLOW
            at_all |= (codes == ALLOW) | (codes == PARTIAL)
            unknown |= codes == UNKNOWN
        yield Square(port_class, wholly.T, at_all.T, unknown.T)


def standing(found: Modelled, intent: Intent) -> frozenset[ElementId]:
    """The ends of which the design says where they stand."""
    return frozenset(app.id for app in intent.apps if found.parties[app.id].places)


def computed(found: Modelled, intent: Intent, progress: Progress = untold) -> Answers:
    """All verdicts, with the ports of flows told apart, so that no class of the engine lies across two of the flows."""
    cuts = [(one.protocol, (one.low, one.high)) for one in intent.ports.classes if one.protocol in PORTED]
    return reach(Compiled(found.network, READINGS, (*uses(found.design), *cuts)), progress)


def _by_class(ports: PortClasses, intent: Intent) -> dict[int, list[int]]:
    """The engine's classes by those of the flows."""
    found: dict[int, list[int]] = {}
    for number, one in enumerate(ports.classes):
        found.setdefault(_class_of(one.protocol, one.ranges[0][0], intent), []).append(number)
    return dict(sorted(found.items(), key=lambda pair: (pair[0] == BESIDE, pair[0])))


def _class_of(protocol: str, port: int, intent: Intent) -> int:
    """The class of the flows that holds a port; what no other holds is of the last one where flows name everything."""
    classes = intent.ports.classes
    for number, one in enumerate(classes):
        if one.protocol == protocol and one.low <= port <= one.high:
            return number
    return len(classes) - 1 if classes and classes[-1].protocol == ALL else BESIDE
