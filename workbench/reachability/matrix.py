"""Everybody by everybody as one value: what the window paints, the command line prints and documents show."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final, Literal

import numpy as np

from workbench.model.element import ElementId

State = Literal["own", "allowed", "blocked", "open", "shut", "partial", "unknown"]
STATES: Final[tuple[State, ...]] = ("own", "allowed", "blocked", "open", "shut", "partial", "unknown")
"""The states of a cell by their code.

`own` is the diagonal. `allowed` and `blocked` are as wanted. `open` passes and is not wanted, `shut` is wanted and does
not pass, `partial` passes in part where it is wanted, `unknown` hangs on what the design does not say.
"""
Codes = np.ndarray[tuple[int, ...], np.dtype[np.uint8]]


@dataclass(frozen=True, eq=False)
class Matrix:
    """A square of cells: rows send, columns receive, both in the order of `parties`."""

    parties: tuple[ElementId, ...]
    codes: Codes
    """For each source and target a place in `STATES`, of shape (n, n)."""
    passing: Mapping[tuple[int, int], str]
    """What passes, as short as it can be said (`443`, `80, 443`, `all`), of the cells where anything does."""

    def state(self, row: int, column: int) -> State:
        """The state of a cell."""
        return STATES[int(self.codes[row, column])]

    def ports(self, row: int, column: int) -> str:
        """What passes in a cell; empty where nothing does."""
        return self.passing.get((row, column), "")

    def counts(self) -> dict[State, int]:
        """How many cells are in each state."""
        found = np.bincount(self.codes.ravel(), minlength=len(STATES))
        return {state: int(count) for state, count in zip(STATES, found, strict=True)}
