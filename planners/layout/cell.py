"""The values a sheet is arranged from, and what comes back."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from planners.rect import Point as Point
from planners.rect import Rect as Rect

Points = tuple[Point, ...]


@dataclass(frozen=True, slots=True)
class Cell:
    """One box to place. `size` is a leaf's size and a container's least size.

    `pinned` is the place the user gave, relative to the corner of the parent; it is kept exactly as long as it
    lies inside the parent (a negative place counts as 0) and on no other pinned box: those push each other on.
    Leaves of the role "leaf" in a "column" fill its width; every other leaf keeps its size.
    """

    key: str
    size: tuple[float, float]
    children: tuple[Cell, ...] = ()
    template: str = "rows"
    role: str = ""
    header: float = 0
    padding: float = 10
    gap: float = 8
    pinned: tuple[float, float] | None = None

    @property
    def is_table(self) -> bool:
        """Whether lines end at the rows of this box, left and right, instead of running inside it."""
        return (
            bool(self.children)
            and self.template == "column"
            and self.gap == 0
            and not any(row.children for row in self.children)
        )

    def walk(self) -> Iterator[Cell]:
        """This cell and all inside it, parents first, in document order."""
        yield self
        for child in self.children:
            yield from child.walk()


@dataclass(frozen=True, slots=True)
class Wire:
    """A line between two cells. Wires of one `net` that meet at one cell share a trunk with taps."""

    key: str
    a: str
    b: str
    net: str | None = None
    label: tuple[float, float] | None = None
    tracks: int = 1
    tree: bool = False


@dataclass(frozen=True, slots=True)
class Arrangement:
    """Where every box, line and label stands; all absolute, in points."""

    size: tuple[float, float]
    boxes: dict[str, Rect]
    routes: dict[str, Points]
    labels: dict[str, Rect]
