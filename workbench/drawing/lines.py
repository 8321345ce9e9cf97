"""How each kind of line looks, by the name its kind gives."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, Literal

Mark = Literal["none", "disc", "square", "arrow", "triangle", "open-triangle", "ring", "bar"]


@dataclass(frozen=True, slots=True)
class LineStyle:
    """A stroke: `gap` above 0 draws two strokes that far apart, `core` a light line inside a thick one.

    `start`, `middle` and `end` are the marks on it; `lasting` keeps its label where the sheet is seen from afar.
    """

    stroke: str = "wire"
    width: float = 1.5
    dash: tuple[float, ...] = ()
    gap: float = 0.0
    core: float = 0.0
    start: Mark = "none"
    middle: Literal["none", "ring"] = "none"
    end: Mark = "none"
    radius: float = 6.0
    lasting: bool = False


LINES: Final[dict[str, LineStyle]] = {
    "attachment": LineStyle(start="disc", end="square"),
    "inter-region": LineStyle(gap=2.0, start="square", end="square", lasting=True),
    "vpn": LineStyle(dash=(6.0, 3.5), gap=2.0, start="disc", end="disc", lasting=True),
    "vpn-single": LineStyle(dash=(6.0, 3.5), start="disc", end="disc", lasting=True),
    "circuit": LineStyle(width=5.5, core=1.2, start="disc", end="disc", lasting=True),
    "peering": LineStyle(width=1.2, start="ring", middle="ring", end="ring"),
    "flow": LineStyle(stroke="ok", width=2.0, end="arrow"),
    "flow-denied": LineStyle(stroke="text3", dash=(3.0, 3.0), end="bar"),
    "hierarchy": LineStyle(width=1.5, radius=6.0),
    "outside": LineStyle(start="arrow", end="disc"),
    "membership": LineStyle(width=1.2, dash=(2.0, 3.0)),
}
HALO: Final = 3.0
"""The width of the ground's colour on both sides of a line where it passes over another."""
