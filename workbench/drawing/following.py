"""Lines that follow a box while it is dragged, from what the layout of a sheet was given and gave."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from planners.layout import Arrangement, Cell, Wire, moved
from workbench.drawing.drawing import Key, Point


@dataclass(frozen=True, slots=True)
class Layout:
    """The boxes and wires that a sheet was arranged from, and the arrangement."""

    root: Cell
    wires: tuple[Wire, ...]
    arrangement: Arrangement

    def following(
        self, key: Key, dx: float, dy: float, go_on: Callable[[], bool]
    ) -> Mapping[Key, tuple[Point, ...]]:
        """The lines of a box as they would run if it stood so far away; straight ones where no way is known.

        Nothing for a box that the layout did not place. `go_on` is asked before each line that has to be routed.
        """
        return moved(self.arrangement, self.root, self.wires, key, dx, dy, go_on)
