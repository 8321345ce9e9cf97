"""What changed between two versions of a design: pairs that are newly open, or closed, by the ports concerned."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from functools import cached_property
from typing import Final, Literal, NamedTuple

import numpy as np

from workbench.model.design import Design
from workbench.model.element import ElementId
from workbench.progress import Progress, part, untold
from workbench.reachability.answer import Verdict
from workbench.reachability.asked import Asked
from workbench.reachability.comparing import Cells, Compared, compared
from workbench.reachability.known import Known, known, known_after
from workbench.reachability.matrix import Matrix
from workbench.reachability.portwords import Range
from workbench.reachability.summing import CODE
from workbench.reachability.verdicts import Flags
from workbench.texts import Text, text

Turn = Literal["opened", "closed", "doubtful", "settled"]
"""What became of some ports of a pair: more passes, less passes, nobody knows any more, or it is known now."""
TURNS: Final[tuple[Turn, ...]] = ("opened", "closed", "doubtful", "settled")
COUNTED: Final[Mapping[Turn, Text]] = {
    "opened": text("{count} newly open"),
    "closed": text("{count} newly closed"),
    "doubtful": text("{count} unknown now"),
    "settled": text("{count} known now"),
}
_MUCH: Final[Mapping[Verdict, int]] = {"deny": 0, "partial": 1, "allow": 2}
"""How much passes."""


class PairChange(NamedTuple):
    """Ports of a pair whose verdict is another one than before; `asked` is one of their packets."""

    source: ElementId
    target: ElementId
    before: Verdict
    after: Verdict
    ranges: tuple[Range, ...]
    ports: str
    asked: Asked

    @property
    def turn(self) -> Turn:
        """What became of them."""
        return turn_of(self.before, self.after)


def turn_of(before: Verdict, after: Verdict) -> Turn:
    """What became of a verdict that is another one now."""
    if after == "unknown":
        return "doubtful"
    if before == "unknown":
        return "settled"
    return "opened" if _MUCH[after] > _MUCH[before] else "closed"


class Changes:
    """All that differs between two versions of a design; there may be millions, so each is made when it is asked for.

    Who is in one version only counts as reached by nobody, and reaching nobody, in the other: `added` and `removed` are his
    like, and changes with them are told apart from those between parties of both.
    """

    def __init__(self, found: Compared) -> None:
        self.parties, self.added, self.removed = found.ids, found.added, found.removed
        self._wordings = found.wordings
        self._turns = np.array(
            [TURNS.index(turn_of(one.before, one.after)) for one in found.wordings], np.int32
        )
        source, target, wording = found.cells.T
        order = np.lexsort((target, source, self._turns[wording]))
        self._cells: Cells = found.cells[order]

    def __len__(self) -> int:
        return len(self._cells)

    def __getitem__(self, at: int) -> PairChange:
        """A change; they stand in the order of `TURNS`, then of source and target."""
        source, target, number = self._cells[at].tolist()
        wording, ends = self._wordings[number], (self.parties[source], self.parties[target])
        asked = Asked(*ends, wording.protocol, wording.port)
        return PairChange(*ends, wording.before, wording.after, wording.ranges, wording.ports, asked)

    @property
    def is_empty(self) -> bool:
        """Whether nothing differs."""
        return not (len(self) or self.added or self.removed)

    def places(
        self,
        turns: Collection[Turn] = TURNS,
        *,
        between_old: bool | None = None,
        among: Collection[ElementId] | None = None,
    ) -> list[int]:
        """The places of the changes of some turns: all, those between parties of both versions, or the others.

        With `among` only those of pairs with at least one of these parties.
        """
        kept = np.isin(self._turns[self._cells[:, 2]], [TURNS.index(one) for one in turns])
        if among is not None:
            sought = np.array([id in among for id in self.parties], np.bool_)
            ends: Flags = sought[self._cells[:, :2]]
            kept &= ends[:, 0] | ends[:, 1]
        if between_old is not None:
            kept &= self._between_old == between_old
        return np.flatnonzero(kept).tolist()

    def count(self, turn: Turn, *, between_old: bool = True) -> int:
        """How many pairs have ports of which that became."""
        places = self.places((turn,), between_old=between_old)
        return len(np.unique(self._cells[places, :2], axis=0))

    def matrix(self, computed: Matrix) -> Matrix:
        """How what is computed now differs from before, in the states of a matrix.

        `open` where something passes that did not before; `shut` where something no longer does; `partial` where both are so,
        of different ports; `unknown` where nobody knows any more; else `allowed` or `blocked`, as before or known only now,
        and `unknown` still where it was.
        """
        codes = np.where(computed.codes == CODE["partial"], CODE["allowed"], computed.codes).astype(np.uint8)
        at = {id: place for place, id in enumerate(computed.parties)}
        now = np.array([at.get(id, -1) for id in self.parties], np.intp)
        changed = {turn: np.zeros(codes.shape, np.bool_) for turn in TURNS}
        for place, turn in enumerate(TURNS):
            cells = now[self._cells[self._turns[self._cells[:, 2]] == place][:, :2]]
            cells = cells[(cells >= 0).all(axis=1)]
            changed[turn][cells[:, 0], cells[:, 1]] = True
        codes[changed["doubtful"]] = CODE["unknown"]
        codes[changed["closed"]] = CODE["shut"]
        codes[changed["opened"]] = CODE["open"]
        codes[changed["opened"] & changed["closed"]] = CODE["partial"]
        return Matrix(computed.parties, codes, computed.passing)

    @cached_property
    def _between_old(self) -> Flags:
        alone = np.array([id in self.added or id in self.removed for id in self.parties], np.bool_)
        ends: Flags = alone[self._cells[:, :2]]
        return ~(ends[:, 0] | ends[:, 1])


def changed(before: Known, after: Known, progress: Progress | None = None) -> Changes:
    """What differs between two versions of a design, pair by pair and port by port."""
    return Changes(compared(before, after, progress or untold))


def changes_of(before: Design, after: Design, progress: Progress | None = None) -> Changes:
    """The same from the designs alone."""
    tell = progress or untold
    old = known(before, part(tell, 0.0, 0.4))
    new = known_after(old, after, part(tell, 0.4, 0.8))
    return changed(old, new, part(tell, 0.8, 1.0))


def edit_said(changes: Changes) -> Text | None:
    """What an edit opened and closed, in a sentence; None where it did neither."""
    counts = {turn: changes.count(turn) for turn in TURNS}
    told = [COUNTED[turn]._replace(values=(("count", count),)) for turn, count in counts.items() if count]
    return text("This edit, by pairs: {told}", told=told) if told else None
