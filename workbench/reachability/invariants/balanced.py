"""Whom the internet reaches through a load balancer: two ways one after the other, which no square of endpoints holds."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from planners.reachability import Answers
from planners.reachability.bits import Packed
from workbench.model.element import ElementId
from workbench.reachability.invariants.choosing import Ids
from workbench.reachability.invariants.devices import Met
from workbench.reachability.modelled import Modelled
from workbench.reachability.verdicts import Board, Codes, Flags, Places


class _Beside(Answers):
    """The answers to packets that meet none of some devices."""

    def __init__(self, answers: Answers, met: Met) -> None:
        super().__init__(answers.parts, answers.passing)
        self._met = met

    def squares(self, number: int) -> tuple[Packed, Packed, Packed]:
        """In one class of ports, who passes beside the devices."""
        return self._met.beside(*super().squares(number))


class Balanced:
    """The verdicts of the internet and whoever stands behind listeners, among some sources and targets."""

    def __init__(
        self, found: Modelled, answers: Answers, met: Met | None, sources: Ids, targets: Ids
    ) -> None:
        self._columns = _places(sources, lambda id: found.party(id).is_outside)
        self._rows = _places(targets, lambda id: bool(found.party(id).entrances))
        self._board: Board | None = None
        if len(self._columns) and len(self._rows):
            parties = [
                found.party(sources[self._columns[0]]),
                *(found.party(targets[at]) for at in self._rows),
            ]
            self._board = Board(_Beside(answers, met) if met else answers, parties)

    def add_to(self, codes: Codes, number: int) -> None:
        """Puts the verdicts of those pairs in a class of ports into a square of targets by sources."""
        if self._board is None:
            return
        own = np.zeros(len(self._rows) + 1, np.uint8)
        rows = self._board.rows_of(number)
        if rows is not None:
            own[rows.targets] = rows.codes[:, 0]
        codes[np.ix_(self._rows, self._columns)] = own[1:, None]


def behind_listeners(found: Modelled, sources: Ids, targets: Ids) -> Flags:
    """The pairs of the internet and whoever stands behind a listener: targets by sources."""
    pairs = np.zeros((len(targets), len(sources)), np.bool_)
    columns = _places(sources, lambda id: found.party(id).is_outside)
    rows = _places(targets, lambda id: bool(found.party(id).entrances))
    pairs[np.ix_(rows, columns)] = True
    return pairs


def _places(ids: Ids, is_so: Callable[[ElementId], bool]) -> Places:
    return np.array([at for at, id in enumerate(ids) if is_so(id)], np.intp)
