"""On which page everything stands: the heights of what is written, laid out as a word processor does.

Every line of the document has an exact height, so that the pages can be counted while it is written. Contents and
references then carry true numbers in a file that no word processor has opened yet.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final

from workbench.exporters.metrics import POINTS_A_MILLIMETRE

A4_UPRIGHT: Final = 250.0
"""Millimetres of text on a page."""

_UNEVEN: Final = 14.0
"""About a row, by which the longest of columns that are made equal stands out."""
_STRONG_RULE: Final = 1.0
"""Points of the line above a table."""


@dataclass(slots=True)
class _Piece:
    """Something that waits for its place: heights that may be parted, and what keeps it to its neighbours."""

    heights: Sequence[float]
    before: float = 0
    after: float = 0
    mark: str = ""
    repeated: float = 0
    """The height of the head that a table repeats on every page."""
    least: int = 1
    """How many heights stay together at the start and at the end."""

    @property
    def whole(self) -> float:
        return self.repeated + sum(self.heights)

    @property
    def first(self) -> float:
        """What has to find room before the piece may begin on a page."""
        short = len(self.heights) < 2 * self.least
        return self.repeated + sum(self.heights if short else self.heights[: self.least])


@dataclass(slots=True)
class Flow:
    """The pages so far. `marks` are the pages of what was named."""

    page: int = 1
    marks: dict[str, int] = field(default_factory=dict)
    starts: dict[str, float] = field(default_factory=dict)
    """How far down its page what was named begins, in points."""
    filled: dict[int, float] = field(default_factory=dict)
    """How much of each page is filled, in points."""
    _height: float = A4_UPRIGHT * POINTS_A_MILLIMETRE
    _columns: int = 1
    _column: int = 0
    _top: float = 0
    _used: float = 0
    _below: float = 0
    """The space that the paragraph before asks for: of two neighbours the larger counts."""
    _repeated: float = 0
    """The head of the table placed last."""
    _waiting: list[_Piece] = field(default_factory=list)

    def turn(self, millimetres: float = A4_UPRIGHT) -> None:
        """Begins a page, of another height if need be; nothing happens at the top of one that is as wanted."""
        self.settle()
        if self._used or self._column:
            self.page += 1
        self._height, self._columns = millimetres * POINTS_A_MILLIMETRE, 1
        self._column, self._top, self._used, self._below = 0, 0, 0, 0

    def skip(self, pages: int) -> None:
        """Goes to the page after so many that are filled otherwise."""
        self.turn()
        self.page += pages
        self._used = 0

    def in_columns(self, columns: int) -> None:
        """Goes on in so many columns below what stands on the page; columns that end are made equally long."""
        self.settle()
        if self._columns > 1:
            filled = self._column * (self._height - self._top) + self._used - self._top
            heads = (self._columns - 1 - self._column) * self._repeated
            self._used = self._top + (filled + heads) / self._columns + _UNEVEN
        self._columns, self._column, self._below = columns, 0, 0
        self._top = self._used if columns > 1 else 0

    def text(
        self, heights: Sequence[float], before: float, after: float, *, keep: bool, mark: str = ""
    ) -> None:
        """A paragraph of lines; `keep` holds it to what comes next. Single lines are not left alone."""
        self._add(_Piece(heights, before, after, mark, least=2), keep=keep)

    def table(self, head: float, rows: Sequence[float], least: int = 1) -> None:
        """A table of rows that are not parted, whose head is repeated."""
        self._add(_Piece(rows, repeated=head + _STRONG_RULE, least=least), keep=False)

    def settle(self) -> None:
        """Places what still waits."""
        for piece in self._waiting:
            self._place(piece)
        self._waiting.clear()

    def move_to_next_page(self, mark: str) -> None:
        """Moves what begins at a mark, with all below it on its page, to the head of the page after it."""
        page, start = self.marks[mark], self.starts[mark]
        self.filled[page + 1] = self.filled.get(page + 1, 0) + self.filled[page] - start
        self.filled[page] = start
        self.marks[mark], self.starts[mark] = page + 1, 0

    def _add(self, piece: _Piece, *, keep: bool) -> None:
        if keep:
            self._waiting.append(piece)
            return
        if self._used > self._top and self._used + self._needed(piece) > self._height:
            self._next()
        self.settle()
        self._place(piece)

    def _needed(self, piece: _Piece) -> float:
        """The room for what waits and for the beginning of the piece after it."""
        below, needed = self._below, 0.0
        for waiting in self._waiting:
            needed += max(below, waiting.before) + waiting.whole
            below = waiting.after
        return needed + max(below, piece.before) + piece.first

    def _place(self, piece: _Piece) -> None:
        if piece.mark:
            self.marks[piece.mark], self.starts[piece.mark] = self.page, self._used
        self._fill(max(self._below, piece.before))
        self._fill(piece.repeated)
        self._repeated = piece.repeated
        for at, height in enumerate(piece.heights):
            # Enough has to be left for the next page.
            left = len(piece.heights) - at
            ahead = sum(piece.heights[at : at + piece.least]) if left == piece.least else height
            if self._used + ahead > self._height + 0.01 and at:
                self._next()
                self._fill(piece.repeated)
            self._fill(height)
        self._below = piece.after

    def _fill(self, height: float) -> None:
        self._used += height
        if height:
            self.filled[self.page] = max(self.filled.get(self.page, 0), min(self._used, self._height))

    def _next(self) -> None:
        self._column += 1
        if self._column < self._columns:
            self._used, self._below = self._top, 0
            return
        self.page += 1
        self._column, self._top, self._used, self._below = 0, 0, 0, 0
