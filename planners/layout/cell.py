"""The values a sheet is arranged from, and what comes back."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

Point = tuple[float, float]
Points = tuple[Point, ...]


@dataclass(frozen=True, slots=True)
class Rect:
    """A box in points; x and y are its top left corner."""

    x: float
    y: float
    w: float
    h: float

    @property
    def right(self) -> float:
        """The x of the right border."""
        return self.x + self.w

    @property
    def bottom(self) -> float:
        """The y of the lower border."""
        return self.y + self.h

    @property
    def center(self) -> Point:
        """The middle of the box."""
        return (self.x + self.w / 2, self.y + self.h / 2)

    def shifted(self, dx: float, dy: float) -> Rect:
        """The same box elsewhere."""
        return Rect(self.x + dx, self.y + dy, self.w, self.h)

    def overlaps(self, other: Rect, gap: float = 0) -> bool:
        """Whether the two boxes come closer than the gap."""
        return (
            self.x < other.right + gap
            and other.x < self.right + gap
            and self.y < other.bottom + gap
            and other.y < self.bottom + gap
        )


@dataclass(frozen=True, slots=True)
class Cell:
    """One box to place. `size` is a leaf's size and a container's least size.

    `pinned` is the place the user gave, relative to the corner of the parent; it is kept exactly as long as it
    lies inside the parent (a negative place counts as 0). Leaves of the role "leaf" in a "column" fill its
    width; every other leaf keeps its size.
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
