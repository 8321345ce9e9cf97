"""The way of every net through the gutters of one container: a tree from its hub, or from where it leaves."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from heapq import heappop, heappush
from itertools import count, pairwise

from planners.layout.cuts import LEFT, TOP, Cuts
from planners.layout.nets import Terminal

BEND, CROWD, OTHER_SIDE, NARROW = 30.0, 2.0, 40.0, 200.0
LOOSE, BORDER = -1, -2
"""Instead of a child: the container's border at the height of the net's own pins, or at a given height."""
WIDE = 60.0
"""From this width on a strip is a place of its own, and where a line runs in it matters."""


@dataclass(slots=True)
class Place:
    """Somewhere a terminal may be left: the strip, the range along it, and what it costs."""

    strip: int
    lo: float
    hi: float
    cost: float
    side: int
    child: int = LOOSE
    inset: float = 0.0
    edge: float = 0.0


@dataclass(slots=True, eq=False)
class Pin:
    """Where a line leaves a box, or (child LOOSE or BORDER) the container; `at` runs along the side."""

    child: int
    side: int
    lo: float
    hi: float
    at: float
    inset: float
    seg: Seg

    @property
    def way(self) -> int:
        """-1 if the box is on the low side of the strip, 1 if on the high side."""
        outward = -1 if self.side in (LEFT, TOP) else 1
        return outward if self.child < 0 else -outward


@dataclass(slots=True, eq=False)
class Seg:
    """The run of one net in one strip, with all that joins it there."""

    net: int
    strip: int
    tracks: int
    at: float = 0.0
    pins: list[Pin] = field(default_factory=list)
    joins: list[Seg] = field(default_factory=list)
    lo: float = 0.0
    hi: float = 0.0
    track: int = 0


@dataclass(slots=True)
class Tree:
    """One net in one container: its runs, and for every run the next one towards the root."""

    segs: dict[int, Seg] = field(default_factory=dict)
    parent: dict[int, int] = field(default_factory=dict)
    pins: dict[Terminal, Pin] = field(default_factory=dict)
    roots: dict[int, Pin] = field(default_factory=dict)


@dataclass(slots=True)
class Gutters:
    """The strips as the search sees them: middles, neighbours, and how many nets run there."""

    cuts: Cuts
    rigid: bool
    middle: list[float] = field(default_factory=list)
    users: list[int] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.middle = [(strip.lo + strip.hi) / 2 for strip in self.cuts.strips]
        self.users = [0] * len(self.middle)

    def across(self, strip: int, near: float) -> float:
        """Where a line coming from `near` would run in the strip."""
        it = self.cuts.strips[strip]
        if it.hi - it.lo <= WIDE:
            return self.middle[strip]
        return min(max(near, it.lo + 8), it.hi - 8)

    def toll(self, strip: int) -> float:
        """What one more net in the strip costs; much where there is no room and none can be made."""
        it = self.cuts.strips[strip]
        crowd = CROWD * self.users[strip]
        if self.rigid and it.hi - it.lo < 12 + 7 * self.users[strip]:
            crowd += NARROW
        return crowd


def grow(
    gutters: Gutters, net: int, tracks: int, root: list[Place], others: Sequence[tuple[Terminal, list[Place]]]
) -> Tree:
    """The tree that joins all terminals to the root, nearest first."""
    tree = Tree()
    for terminal, places in others:
        _join(gutters, tree, net, tracks, terminal, places, root)
    for strip in tree.segs:
        gutters.users[strip] += tracks
    return tree


Label = tuple[float, int, int, float, float, int, Place | None]


def _join(
    gutters: Gutters,
    tree: Tree,
    net: int,
    tracks: int,
    terminal: Terminal,
    places: list[Place],
    root: list[Place],
) -> None:
    """Search from the terminal to the tree or the root, and add the way found."""
    goals: dict[int, list[Place]] = {}
    # A net leaves its container once; a hub may be left on every side.
    for place in root if not tree.roots or root[0].child >= 0 else ():
        goals.setdefault(place.strip, []).append(place)
    chain, start, goal = _search(gutters, tree, places, goals)
    for strip in chain:
        if strip not in tree.segs:
            tree.segs[strip] = Seg(net, strip, tracks, gutters.middle[strip])
    for near, far in pairwise(chain):
        tree.parent[near] = far
        tree.segs[near].joins.append(tree.segs[far])
        tree.segs[far].joins.append(tree.segs[near])
    tree.pins[terminal] = _pin(tree.segs[chain[0]], start)
    if goal is not None and chain[-1] not in tree.roots:
        tree.roots[chain[-1]] = _pin(tree.segs[chain[-1]], goal)


def _pin(seg: Seg, place: Place) -> Pin:
    pin = Pin(place.child, place.side, place.lo, place.hi, (place.lo + place.hi) / 2, place.inset, seg)
    seg.pins.append(pin)
    return pin


def _search(
    gutters: Gutters, tree: Tree, starts: list[Place], goals: dict[int, list[Place]]
) -> tuple[list[int], Place, Place | None]:
    """The cheapest chain of strips from a start to the tree or the root, the start, and the root's place."""
    strips, order = gutters.cuts.strips, count()
    heap: list[Label] = []
    for start in starts:
        across = gutters.across(start.strip, start.edge)
        middle = (start.lo + start.hi) / 2
        cost = start.cost + gutters.toll(start.strip) + abs(across - start.edge)
        heappush(heap, (cost, next(order), start.strip, middle, across, -1, start))
    seen: dict[int, tuple[int, Place | None]] = {}
    while heap:
        cost, _, strip, along, across, before, place = heappop(heap)
        if strip < 0:
            return _chain(seen, -strip - 1, place)
        if strip in seen:
            continue
        seen[strip] = (before, place if before < 0 else None)
        for ended, goal in _ends(gutters, tree, goals, strip, along, across):
            heappush(heap, (cost + ended, next(order), -strip - 1, 0.0, 0.0, 0, goal))
        if strip in tree.segs:
            continue
        for other in strips[strip].meets:
            if other in seen:
                continue
            there = gutters.across(other, along)
            step = abs(there - along) + BEND + (0 if other in tree.segs else gutters.toll(other))
            heappush(heap, (cost + step, next(order), other, across, there, strip, None))
    raise AssertionError("the strips along the border join all others, so there is always a way")


def _ends(
    gutters: Gutters, tree: Tree, goals: dict[int, list[Place]], strip: int, along: float, across: float
) -> list[tuple[float, Place | None]]:
    """The ways to finish in this strip, each with its cost."""
    ends: list[tuple[float, Place | None]] = []
    seg = tree.segs.get(strip)
    if seg is not None:
        lo, hi = _reach(gutters, seg)
        ends.append((max(lo - along, along - hi, 0.0), None))
        return ends
    for goal in goals.get(strip, ()):
        extra = OTHER_SIDE if tree.roots else 0.0
        away = max(goal.lo - along, along - goal.hi, 0.0)
        ends.append((goal.cost + extra + away + abs(across - goal.edge), goal))
    return ends


def _reach(gutters: Gutters, seg: Seg) -> tuple[float, float]:
    """The part of the strip the net already runs in."""
    along = [pin.at for pin in seg.pins if pin.child != LOOSE]
    along += [gutters.middle[other.strip] for other in seg.joins]
    return (min(along), max(along)) if along else (-1e9, 1e9)


def _chain(
    seen: dict[int, tuple[int, Place | None]], strip: int, goal: Place | None
) -> tuple[list[int], Place, Place | None]:
    chain = [strip]
    while seen[chain[-1]][0] >= 0:
        chain.append(seen[chain[-1]][0])
    start = seen[chain[-1]][1]
    assert start is not None
    return (chain[::-1], start, goal)
