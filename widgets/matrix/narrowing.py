"""Which rows and columns of a matrix are shown: those that are looked for, and those in which something differs."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from typing import Final, NamedTuple

import numpy as np

from widgets.matrix.model import Places
from widgets.matrix.words import DIFFERS
from workbench.reachability.headings import Heading
from workbench.reachability.matrix import STATES, Matrix
from workbench.searching import Called, Sought, called

Mask = np.ndarray[tuple[int, ...], np.dtype[np.bool_]]
_DIFFERS: Final = np.array([state in DIFFERS for state in STATES])


class Kept(NamedTuple):
    """The rows and columns that are shown, as places among the parties."""

    rows: Places
    columns: Places


NO_CELLS: Final = Kept(np.zeros(0, np.intp), np.zeros(0, np.intp))
"""What is shown of nothing."""


class Narrowing:
    """Answers for one matrix; what the parties are called is asked once."""

    def __init__(self, matrix: Matrix, parties: Sequence[Heading]) -> None:
        self._matrix, self._parties = matrix, parties
        self._called: tuple[Called, ...] | None = None
        self.counts = matrix.counts()

    def kept(self, turned: bool, sought: Sought, sides: tuple[bool, bool], only_what_differs: bool) -> Kept:
        """What is shown; `sides` says whether names are looked for in the rows, and in the columns."""
        masks = [np.ones(len(self._parties), bool) for _ in range(2)]
        if sought:
            found = self._found(sought)
            masks = [mask & found if asked else mask for mask, asked in zip(masks, sides, strict=True)]
        if only_what_differs:
            differs = self._differing[::-1] if turned else self._differing
            masks = [mask & one for mask, one in zip(masks, differs, strict=True)]
        rows, columns = (np.flatnonzero(mask) for mask in masks)
        return Kept(rows, columns)

    @cached_property
    def _differing(self) -> tuple[Mask, Mask]:
        """Which sources and which targets something differs for."""
        differs = _DIFFERS.take(self._matrix.codes)
        return np.any(differs, axis=1), np.any(differs, axis=0)

    def _found(self, sought: Sought) -> Mask:
        if self._called is None:
            self._called = tuple(
                called(party.name.en, party.name.zh, party.code, party.id) for party in self._parties
            )
        return np.array([sought.finds(one) for one in self._called], bool)
