"""Everybody by everybody as one value: what the window paints, the command line prints and documents show."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
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


class Passing(Mapping[tuple[int, int], str]):
    """What passes in each cell in which anything does, by row and column.

    Most cells say the same as many others, so each only holds the number of its words; number 0 says nothing.
    """

    __slots__ = ("numbers", "words")

    def __init__(self, numbers: np.ndarray[tuple[int, ...], np.dtype[np.int32]], words: list[str]) -> None:
        self.numbers, self.words = numbers, words

    def __getitem__(self, cell: tuple[int, int]) -> str:
        row, column = cell
        number = int(self.numbers[row, column]) if 0 <= row < len(self.numbers) else 0
        if not number:
            raise KeyError(cell)
        return self.words[number]

    def __iter__(self) -> Iterator[tuple[int, int]]:
        rows, columns = np.nonzero(self.numbers)
        yield from zip(rows.tolist(), columns.tolist(), strict=True)

    def __len__(self) -> int:
        return int(np.count_nonzero(self.numbers))


def renumbered(passing: Passing, words: list[str]) -> np.ndarray[tuple[int, ...], np.dtype[np.int32]]:
    """The numbers of what passes among words that are known already; new words are added to those."""
    known = {word: number for number, word in enumerate(words)}
    places = np.zeros(len(passing.words), np.int32)
    for number in np.unique(passing.numbers).tolist():
        word = passing.words[number]
        if word not in known:
            known[word] = len(words)
            words.append(word)
        places[number] = known[word]
    return places[passing.numbers]


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
