"""The lines of a box that is being dragged: its own level is cut and routed again, all other lines stay."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from planners.layout.cell import Arrangement, Cell, Point, Points, Rect, Wire
from planners.layout.cuts import BOTTOM, LEFT, RIGHT, TOP
from planners.layout.level import free_ends, gutters_of, places_at
from planners.layout.paths import line, tidy
from planners.layout.tracks import Weave
from planners.layout.trees import BORDER, Gutters, Place, Tree, grow

TOUCH = 0.01


@dataclass(slots=True)
class Drag:
    """A wire that leaves the moved box: the part inside it, and the part from the far pin on."""

    wire: Wire
    inner: Points
    outer: Points
    places: list[Place]
    goal: list[Place]
    flipped: bool


def always() -> bool:
    """Going on to the end."""
    return True


def moved(
    arrangement: Arrangement,
    root: Cell,
    wires: Sequence[Wire],
    key: str,
    dx: float,
    dy: float,
    go_on: Callable[[], bool] = always,
) -> dict[str, Points]:
    """Lines for the wires with one end in the box, as they would run if it stood that far away.

    Lines wholly inside the box are not listed: they move with it. Where the box has no gutter round it (it is
    over a sibling, or left of or above its parent) the lines are straight ghosts, and so are those that are left
    when `go_on`, asked before each net, says no.
    """
    way = _way(root, key)
    if not way:
        return {}
    inside = {cell.key for cell in way[-1].walk()}
    own = [
        wire for wire in wires if (wire.a in inside) != (wire.b in inside) and wire.key in arrangement.routes
    ]
    level = _Level(arrangement, way, dx, dy) if len(way) > 1 else None
    if level is None or not level.clean:
        return {wire.key: _ghost(arrangement, wire, wire.a in inside, dx, dy) for wire in own}
    return level.routes([level.drag(wire, wire.a in inside) for wire in own], go_on)


def _way(root: Cell, key: str) -> list[Cell]:
    """The cells from the root down to the one with this key; nothing if there is none."""
    parents: dict[str, Cell] = {}
    pending = [root]
    if root.key == key:
        return [root]
    while pending:
        cell = pending.pop()
        for child in cell.children:
            parents[child.key] = cell
            if child.key == key:
                way = [child]
                while way[-1].key in parents:
                    way.append(parents[way[-1].key])
                return way[::-1]
            if child.children:
                pending.append(child)
    return []


def _ghost(arrangement: Arrangement, wire: Wire, first_moves: bool, dx: float, dy: float) -> Points:
    points = arrangement.routes[wire.key]
    a, b = points[0], points[-1]
    return ((a[0] + dx, a[1] + dy), b) if first_moves else (a, (b[0] + dx, b[1] + dy))


class _Level:
    """The container of the moved box, with the box at its new place."""

    def __init__(self, arrangement: Arrangement, way: list[Cell], dx: float, dy: float) -> None:
        self.arrangement, self.parent, self.cell = arrangement, way[-2], way[-1]
        self.dx, self.dy = dx, dy
        self.frame = arrangement.boxes[self.parent.key]
        self.old = arrangement.boxes[self.cell.key]
        self.index = next(n for n, child in enumerate(self.parent.children) if child.key == self.cell.key)
        self.places = [
            arrangement.boxes[child.key].shifted(-self.frame.x, -self.frame.y)
            for child in self.parent.children
        ]
        self.places[self.index] = self.places[self.index].shifted(dx, dy)
        self.siblings = [
            (n, box.x - TOUCH, box.y - TOUCH, box.right + TOUCH, box.bottom + TOUCH)
            for n, child in enumerate(self.parent.children)
            if n != self.index and (box := arrangement.boxes[child.key])
        ]
        here, padding = self.places[self.index], self.parent.padding
        # A container grows to the right and downwards around what is moved there.
        size = (max(self.frame.w, here.right + padding), max(self.frame.h, here.bottom + padding))
        self.cuts = gutters_of(self.parent, self.places, size)
        fits = here.x >= 0 and here.y >= self.parent.header
        self.clean = fits and self.cuts.clean and not self.parent.is_table

    def drag(self, wire: Wire, first_moves: bool) -> Drag:
        """The wire taken apart: what moves along, what stays, and where the new part may begin and end."""
        points = self.arrangement.routes[wire.key]
        points = points if first_moves else points[::-1]
        end = wire.a if first_moves else wire.b
        split, pin = _leaves(points, self.old)
        inner = tuple((x + self.dx, y + self.dy) for x, y in (*points[: split + 1], pin))
        places = self._starts(wire, end, pin, first_moves)
        far, outer, goal = self._far(points)
        return Drag(wire, inner, (far, *outer), places, goal, not first_moves)

    def _starts(self, wire: Wire, end: str, pin: Point, first: bool) -> list[Place]:
        n, box = self.index, self.old
        if end == self.cell.key:
            side = ("bottom" if first else "top") if wire.tree else None
            ends = free_ends(self.cell, (box.w, box.h), side)
            return [place for s, lo, hi, cost in ends for place in places_at(self.cuts, n, s, lo, hi, cost)]
        if self.cell.is_table:
            row = self.arrangement.boxes[end]
            y, inset = row.centre[1] - box.y, (row.x - box.x, box.right - row.right)
            left = places_at(self.cuts, n, LEFT, y, y, 0.0, inset[0])
            return left + places_at(self.cuts, n, RIGHT, y, y, 0.0, inset[1])
        side_out = _side(pin, box)
        offset = pin[1] - box.y if side_out % 2 == 0 else pin[0] - box.x
        return places_at(self.cuts, n, side_out, offset, offset)

    def _far(self, points: Points) -> tuple[Point, Points, list[Place]]:
        """The far pin, the line from there on, and the pin as a goal."""
        back = points[::-1]
        n = self._holder(*back[0])
        if n is not None:
            box = self.arrangement.boxes[self.parent.children[n].key]
            split, pin = _leaves(back, box)
            side = _side(pin, box)
            offset = pin[1] - box.y if side % 2 == 0 else pin[0] - box.x
            return (pin, back[: split + 1][::-1], places_at(self.cuts, n, side, offset, offset))
        split, pin = _enters(back, self.frame)
        side = _side(pin, self.frame)
        at = pin[1] - self.frame.y if side % 2 == 0 else pin[0] - self.frame.x
        edge = (0.0, 0.0, self.frame.w, self.frame.h)[side]
        return (pin, back[: split + 1][::-1], [Place(side, at, at, 0.0, side, BORDER, 0.0, edge)])

    def _holder(self, x: float, y: float) -> int | None:
        """The sibling that holds the point."""
        for n, left, top, right, bottom in self.siblings:
            if left <= x <= right and top <= y <= bottom:
                return n
        return None

    def routes(self, drags: list[Drag], go_on: Callable[[], bool]) -> dict[str, Points]:
        """New lines for all of them; wires of one net that share their pin on the moved box share a trunk."""
        found: dict[str, Points] = {}
        groups: dict[tuple[object, ...], list[Drag]] = {}
        for drag in drags:
            start = tuple((place.strip, place.lo, place.hi) for place in drag.places)
            groups.setdefault((drag.wire.net or drag.wire.key, start), []).append(drag)
        gutters = Gutters(self.cuts, True)
        trees: list[tuple[Tree, list[Drag]]] = []
        for members in groups.values():
            if not go_on():
                found.update({drag.wire.key: self._ghost(drag) for drag in members})
                continue
            ends = {self._name(drag): drag.goal for drag in members}
            order = sorted(ends.items(), key=lambda item: (item[1][0].edge, item[1][0].lo))
            tree = grow(gutters, len(trees), members[0].wire.tracks, members[0].places, order)
            trees.append((tree, members))
        Weave(self.cuts, [tree for tree, _ in trees]).sweep(2)
        found.update({drag.wire.key: self._joined(tree, drag) for tree, members in trees for drag in members})
        return found

    def _ghost(self, drag: Drag) -> Points:
        return _ghost(self.arrangement, drag.wire, not drag.flipped, self.dx, self.dy)

    def _name(self, drag: Drag) -> tuple[str, str]:
        """The far pin's name: wires that end at the same point share it."""
        return ("far", repr(drag.outer[0]))

    def _joined(self, tree: Tree, drag: Drag) -> Points:
        middle = line(self.cuts, tree, ("near", ""), self._name(drag))
        shifted = [(x + self.frame.x, y + self.frame.y) for x, y in middle]
        inner = (
            ()
            if drag.wire.a == self.cell.key or drag.wire.b == self.cell.key or self.cell.is_table
            else drag.inner
        )
        points = tidy([*inner, *shifted, *drag.outer])
        return points[::-1] if drag.flipped else points


def _within(point: Point, box: Rect) -> bool:
    return box.x - TOUCH <= point[0] <= box.right + TOUCH and box.y - TOUCH <= point[1] <= box.bottom + TOUCH


def _leaves(points: Points, box: Rect) -> tuple[int, Point]:
    """The last point still in the box, and where the line crosses its border."""
    for n, (a, b) in enumerate(pairwise(points)):
        if not _within(b, box):
            return n, _crossing(a, b, box)
    return len(points) - 1, points[-1]


def _enters(points: Points, box: Rect) -> tuple[int, Point]:
    """The last point before the line comes into the box, and where it crosses the border."""
    if _within(points[0], box):
        return 0, points[0]
    for n, (a, b) in enumerate(pairwise(points)):
        if _within(b, box):
            return n, _crossing(b, a, box)
    return 0, points[0]


def _crossing(a: Point, b: Point, box: Rect) -> Point:
    """Where the piece from inside to outside meets the border."""
    return (min(max(b[0], box.x), box.right), min(max(b[1], box.y), box.bottom)) if a != b else a


def _side(pin: Point, box: Rect) -> int:
    """The border the point is on."""
    away = (abs(pin[0] - box.x), abs(pin[1] - box.y), abs(pin[0] - box.right), abs(pin[1] - box.bottom))
    return min((LEFT, RIGHT, TOP, BOTTOM), key=lambda side: away[side])
