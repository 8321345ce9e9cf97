"""What the view of the matrix shows, as whoever computes it hands it over."""

from __future__ import annotations

from typing import Final, Literal, NamedTuple

from workbench.reachability.matrix import Matrix
from workbench.texts import Sayable, Text, text

Grouping = Literal["domains", "applications"]
Mode = Literal["compare", "computed", "changes"]
Verdict = Literal["proved", "broken", "unknown"]

GROUPINGS: Final[dict[Grouping, Text]] = {
    "domains": text("Security domains"),
    "applications": text("Applications", key="matrix.applications"),
}
MODES: Final[dict[Mode, Text]] = {
    "compare": text("Compare", key="matrix.compare"),
    "computed": text("Computed", key="matrix.computed"),
    "changes": text("Changes", key="matrix.changes"),
}


class Invariant(NamedTuple):
    """Something that must always hold: whether it does, and for how much it is proved or what is the witness against."""

    verdict: Verdict
    id: str
    says: Sayable
    proof: Text


class Shown(NamedTuple):
    """The answers for all parties of a grouping.

    `compared` is what passes beside what is wanted. `computed` is what passes alone: allowed, blocked, partial or
    unknown. In `changes` a cell is `open` where something passes that did not before, `shut` where it no longer does,
    `partial` where other ports pass than before, and `allowed` or `blocked` where nothing changed; None where there is
    nothing to compare with.
    """

    grouping: Grouping
    compared: Matrix
    computed: Matrix
    changes: Matrix | None = None
    invariants: tuple[Invariant, ...] = ()

    def matrix(self, mode: Mode) -> Matrix | None:
        """The matrix of a mode."""
        return {"compare": self.compared, "computed": self.computed, "changes": self.changes}[mode]
