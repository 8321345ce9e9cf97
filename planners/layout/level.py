"""One container from its children to its lines: packed, cut, routed, moved apart, given coordinates."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from planners.layout.block import Exit
from planners.layout.cell import Cell, Point, Points, Rect
from planners.layout.cuts import BOTTOM, LEFT, RIGHT, TOP, Cuts, cut, spread
from planners.layout.nets import EXIT, Terminal
from planners.layout.paths import line
from planners.layout.tracks import Weave
from planners.layout.trees import LOOSE, Gutters, Place, Tree, grow

CORNER, BORDER = 5.0, 8.0
BEHIND = 60.0
LABEL_BESIDE = 48.0
"""Room beside a label in a gutter, also for lines that turn in it before the label."""

ROUNDS = 3
"""How often children may be moved apart: tracks that were enough before may not be enough after."""

UPRIGHT = ("region", "sheet", "row")
"""Templates whose widest gutters run from top to bottom."""
LONE = ("router", "cen", "head")
"""Roles of boxes that stand alone in much empty room, through which lines may run."""


@dataclass(frozen=True, slots=True)
class Demand:
    """What one net wants here; `hint` says where the rest of it lies, measured from the container's corner."""

    net: str
    terminals: tuple[Terminal, ...]
    hub: Terminal | None
    pairs: tuple[tuple[Terminal, Terminal], ...]
    leaves: bool
    hint: tuple[float | None, float | None]
    tracks: int
    label: tuple[float, float] | None
    tree: tuple[tuple[Terminal, str], ...]


@dataclass(frozen=True, slots=True)
class Child:
    """A child as its level sees it: its place and where the nets inside it come out."""

    cell: Cell
    place: Rect
    exits: Mapping[str, Exit]
    inset: float = 0.0


class Level:
    """The lines of one container, from demands to coordinates."""

    def __init__(
        self, cell: Cell, children: Sequence[Child], demands: Sequence[Demand], least: tuple[float, float]
    ):
        self.cell, self.children, self.demands, self.least = cell, children, demands, least
        self.index = {child.cell.key: n for n, child in enumerate(children)}
        self.rigid = any(child.cell.pinned is not None for child in children)
        self.cuts = self._cut()
        self.trees: list[Tree] = []

    def _cut(self) -> Cuts:
        return gutters_of(self.cell, [child.place for child in self.children], self.least)

    def route(self) -> None:
        """Find the trees, make room for their tracks, and give them coordinates."""
        gutters = Gutters(self.cuts, self.rigid)
        order = sorted(range(len(self.demands)), key=lambda n: (len(self.demands[n].terminals), n))
        trees: dict[int, Tree] = {}
        for n in order:
            trees[n] = self._tree(gutters, n)
        self.trees = [trees[n] for n in range(len(self.demands))]
        weave = Weave(self.cuts, self.trees)
        weave.sweep(2)
        weave.ask_for_room()
        self._ask_for_labels()
        for _ in range(ROUNDS):
            self._spread()
            weave.centre()
            weave.sweep(4)
            if self.rigid or not weave.ask_for_room():
                break

    def _spread(self) -> None:
        """Move the children apart for the tracks; where there are pinned ones, nothing moves."""
        if not self.rigid:
            before = [(spot[0], spot[1]) for spot in self.cuts.spots]
            spread(self.cuts, self.cell.gap, self.cell.padding, self.least)
            self._carry_pins(before)

    def _ask_for_labels(self) -> None:
        """Widen the gutters that labelled lines cross, so that the label fits on the line."""
        for demand, tree in zip(self.demands, self.trees, strict=True):
            if demand.label is None or demand.leaves:
                continue
            w, h = demand.label
            for number in tree.segs:
                strip = self.cuts.strips[number]
                if number > BOTTOM and not strip.slack:
                    strip.need = max(strip.need, (w + LABEL_BESIDE if strip.vertical else h + 12))

    def _carry_pins(self, before: list[Point]) -> None:
        for tree in self.trees:
            for seg in tree.segs.values():
                for pin in seg.pins:
                    if pin.child != LOOSE:
                        axis = 1 if pin.side % 2 == 0 else 0
                        delta = self.cuts.spots[pin.child][axis] - before[pin.child][axis]
                        pin.lo, pin.hi, pin.at = pin.lo + delta, pin.hi + delta, pin.at + delta

    def _tree(self, gutters: Gutters, n: int) -> Tree:
        demand = self.demands[n]
        sides = dict(demand.tree)
        places = {
            terminal: self._places(demand, terminal, sides.get(terminal)) for terminal in demand.terminals
        }
        hub = demand.hub if demand.hub is not None else EXIT
        if demand.leaves:
            places[EXIT] = self._ways_out(demand)
        root = places.pop(hub)
        others = sorted(places.items(), key=lambda item: _distance(item[1], root))
        return grow(gutters, n, demand.tracks, root, others)

    def _places(self, demand: Demand, terminal: Terminal, side: str | None) -> list[Place]:
        """Where the line may leave this end."""
        n = self.index[terminal[0]]
        child = self.children[n]
        if terminal[1] == "":
            fixed_side, offset = child.exits[demand.net]
            if fixed_side % 2:
                offset += child.inset
            return self._at(n, fixed_side, offset, offset, 0.0)
        if terminal[1] != child.cell.key:
            return self._row_places(n, terminal[1])
        ends = free_ends(child.cell, (child.place.w, child.place.h), side)
        return [place for chosen, lo, hi, cost in ends for place in self._at(n, chosen, lo, hi, cost)]

    def _row_places(self, n: int, row: str) -> list[Place]:
        """Left and right of a table row, at its middle; rows may stand a little inside the table."""
        cell, rect = self.children[n].cell, self.children[n].place
        inner = table_rows(cell)[row]
        y = inner.y + inner.h / 2
        places = self._at(n, LEFT, y, y, 0.0, inner.x)
        return places + self._at(n, RIGHT, y, y, 0.0, rect.w - inner.right)

    def _at(self, n: int, side: int, lo: float, hi: float, cost: float, inset: float = 0.0) -> list[Place]:
        return places_at(self.cuts, n, side, lo, hi, cost, inset)

    def _ways_out(self, demand: Demand) -> list[Place]:
        """The sides where a net may leave this container, each at the way it adds towards the hint."""
        width, height = self.cuts.strips[RIGHT].hi, self.cuts.strips[BOTTOM].hi
        x, y = _where(demand.hint[0], width), _where(demand.hint[1], height)
        free = demand.hint == (None, None)
        offers = [(LEFT, x, x > 0), (RIGHT, width - x, x < width), (BOTTOM, height - y, y < height)]
        if self.cell.header == 0 or (self.cell.role == "region" and self._under_the_middle(demand, width)):
            offers.append((TOP, y + 60 * (self.cell.header > 0), y > 0))
        places = []
        for side, away, behind in offers:
            along, edge = (
                (y, (0.0, 0.0, width)[side]) if side % 2 == 0 else (x, 0.0 if side == TOP else height)
            )
            cost = 0.0 if free else abs(away) + BEHIND * behind
            places.append(Place(side, along, along, cost, side, LOOSE, 0.0, edge))
        return places

    def _under_the_middle(self, demand: Demand, width: float) -> bool:
        """Whether the net could leave upwards between the title and what stands at its right."""
        for child, _ in demand.terminals:
            place = self.children[self.index[child]].place
            if place.x + 16 < 0.25 * width or place.right - 16 > 0.75 * width:
                return False
        return demand.hint[1] is not None and demand.hint[1] < 0

    def exits(self) -> dict[str, Exit]:
        """Where every net that leaves comes out."""
        found: dict[str, Exit] = {}
        for demand, tree in zip(self.demands, self.trees, strict=True):
            if demand.leaves:
                pin = tree.pins.get(EXIT) or next(iter(tree.roots.values()))
                found[demand.net] = (pin.side, pin.at)
        return found

    def paths(self) -> dict[tuple[str, Terminal, Terminal], Points]:
        """The lines of every pair of terminals, from the first to the second."""
        return {
            (demand.net, first, last): line(self.cuts, tree, first, last)
            for demand, tree in zip(self.demands, self.trees, strict=True)
            for first, last in demand.pairs
        }


def gutters_of(cell: Cell, places: Sequence[Rect], size: tuple[float, float]) -> Cuts:
    """The cuts between the children at these places; from top to bottom first where a column is the theme."""
    lone = [n for n, child in enumerate(cell.children) if child.role in LONE]
    upright = cell.template in UPRIGHT or any(child.role == "router" for child in cell.children)
    return cut(places, size, cell.header, 0 if upright else 1, lone)


def places_at(
    cuts: Cuts, n: int, side: int, lo: float, hi: float, cost: float = 0.0, inset: float = 0.0
) -> list[Place]:
    """The ways to leave a box on one side, between two offsets along it: one for every strip a line comes to."""
    x, y, w, h = cuts.spots[n]
    origin = y if side % 2 == 0 else x
    edge = (x, y, x + w, y + h)[side]
    return [
        Place(strip, origin + lo, origin + hi, cost + 4 * far, side, n, inset, edge)
        for far, strip in enumerate(cuts.bound[n][side])
    ]


def free_ends(
    cell: Cell, size: tuple[float, float], side: str | None
) -> list[tuple[int, float, float, float]]:
    """Sides a line to this box may end on, the range of offsets clear of corners and titles, and the cost."""
    ends = []
    keep = BORDER if cell.children else CORNER
    for chosen, cost in _sides(cell, side):
        lo, hi = keep, (size[1] if chosen % 2 == 0 else size[0]) - keep
        if chosen % 2 == 0 and cell.children:
            head_only = cell.is_table and cell.header > 2 * keep
            lo, hi = (keep, cell.header - keep) if head_only else (cell.header + keep, hi)
        # A line of an organisation chart leaves and enters in the middle.
        if hi < lo or side is not None:
            lo = hi = (lo + hi) / 2
        ends.append((chosen, lo, hi, cost))
    return ends


def table_rows(cell: Cell) -> dict[str, Rect]:
    """The rows of a table, measured from its corner: below each other, as wide as the table inside its padding."""
    rows: dict[str, Rect] = {}
    y = cell.header + cell.padding
    width = max([cell.size[0] - 2 * cell.padding, *(row.size[0] for row in cell.children)])
    for row in cell.children:
        rows[row.key] = Rect(cell.padding, y, width, row.size[1])
        y += row.size[1]
    return rows


def _where(hint: float | None, length: float) -> float:
    """The hint as a coordinate: None is the middle, beyond the length means behind the far border."""
    if hint is None:
        return length / 2
    return length + 40 if hint > 1e6 else hint


def _sides(cell: Cell, forced: str | None) -> list[tuple[int, float]]:
    """The sides a line may end on, with what each costs."""
    if forced is not None:
        return [(BOTTOM if forced == "bottom" else TOP, 0.0)]
    if cell.children and not cell.is_table:
        return [(LEFT, 0.0), (RIGHT, 0.0), (BOTTOM, 10.0)] + ([(TOP, 10.0)] if cell.header == 0 else [])
    cost = 0.0 if cell.role in ("router", "cen") else 15.0
    return [(LEFT, 0.0), (RIGHT, 0.0), (TOP, cost), (BOTTOM, cost)]


def _distance(places: list[Place], root: list[Place]) -> float:
    """How far apart the two ends are, roughly: which terminal to join first."""
    ax, ay = _corner(places[0])
    return min(abs(ax - bx) + abs(ay - by) for bx, by in map(_corner, root))


def _corner(place: Place) -> Point:
    return (place.edge, place.lo) if place.side % 2 == 0 else (place.lo, place.edge)
