"""Which lines a container has to draw: wires gathered into nets and cut at every border they cross."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from planners.layout.cell import Cell, Wire

Terminal = tuple[str, str]
"""A child of the container and the end it stands for: "" when the end lies deeper inside the child."""

EXIT: Terminal = ("", "")
"""The terminal that is the border of the container itself."""


@dataclass(slots=True)
class Family:
    """Who holds whom: every cell by its key, its parent, and the way down to it."""

    root: Cell
    cells: dict[str, Cell] = field(default_factory=dict)
    parent: dict[str, str] = field(default_factory=dict)
    rows: dict[str, str] = field(default_factory=dict)
    _ways: dict[str, tuple[str, ...]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        pending = [self.root]
        self.cells[self.root.key] = self.root
        while pending:
            cell = pending.pop()
            table = cell.is_table
            for child in cell.children:
                self.cells[child.key] = child
                self.parent[child.key] = cell.key
                if table:
                    self.rows[child.key] = cell.key
            pending.extend(child for child in cell.children if child.children)

    def seat(self, key: str) -> str:
        """The box a line to this cell is drawn to: the table for a row, else the cell."""
        return self.rows.get(key, key)

    def way(self, key: str) -> tuple[str, ...]:
        """The cells from the root down to this one, both included."""
        known = self._ways.get(key)
        if known is None:
            above = self.parent.get(key)
            known = (*self.way(above), key) if above is not None else (key,)
            self._ways[key] = known
        return known


@dataclass(slots=True)
class Net:
    """Wires that meet at one cell, the hub, and are drawn as one tree."""

    key: str
    hub: str
    wires: list[Wire]


@dataclass(slots=True)
class Crossing:
    """What one net wants inside one container."""

    net: Net
    terminals: dict[Terminal, None] = field(default_factory=dict)
    pairs: dict[tuple[Terminal, Terminal], None] = field(default_factory=dict)
    outside: dict[str, None] = field(default_factory=dict)
    leaves: bool = False
    tracks: int = 1
    label: tuple[float, float] | None = None
    tree: dict[Terminal, str] = field(default_factory=dict)


def gather(wires: Iterable[Wire], family: Family) -> list[Net]:
    """The nets in document order; wires to unknown cells and from a cell to itself are left out."""
    groups: dict[tuple[str, str], list[Wire]] = {}
    for wire in wires:
        if wire.a == wire.b or wire.a not in family.cells or wire.b not in family.cells:
            continue
        name = wire.net if wire.net is not None else (wire.a if wire.tree else wire.key)
        groups.setdefault(
            ("tree" if wire.tree else "net" if wire.net is not None else "wire", name), []
        ).append(wire)
    nets: list[Net] = []
    for (kind, name), members in groups.items():
        nets.extend(_by_hub(f"{kind}:{name}", members))
    return nets


def _by_hub(key: str, wires: list[Wire]) -> list[Net]:
    """One net a hub: the cell most wires meet at takes them, then the next."""
    nets: list[Net] = []
    while wires:
        count: dict[str, int] = {}
        for wire in wires:
            for end in (wire.a, wire.b):
                count[end] = count.get(end, 0) + 1
        hub = max(count, key=lambda end: count[end])
        nets.append(Net(f"{key}:{hub}", hub, [wire for wire in wires if hub in (wire.a, wire.b)]))
        wires = [wire for wire in wires if hub not in (wire.a, wire.b)]
    return nets


@dataclass(frozen=True, slots=True)
class Legs:
    """The pieces a wire is drawn from: (container, from, to), first end to last, and where it turns round."""

    up: tuple[tuple[str, Terminal], ...]
    meeting: tuple[str, Terminal, Terminal] | None
    down: tuple[tuple[str, Terminal], ...]


def legs_of(wire: Wire, family: Family) -> Legs | None:
    """How the wire passes through the containers; nothing if both ends are rows of a root that is a table."""
    seat_a, seat_b = family.seat(wire.a), family.seat(wire.b)
    way_a, way_b = family.way(seat_a), family.way(seat_b)
    if seat_a == seat_b:
        if len(way_a) < 2:
            return None
        return Legs((), (way_a[-2], (seat_a, wire.a), (seat_b, wire.b)), ())
    depth = 0
    while depth < min(len(way_a), len(way_b)) and way_a[depth] == way_b[depth]:
        depth += 1
    # An ancestor's own border is where the line ends: no meeting level, the descendant leaves it all the way up.
    if depth == len(way_a) or depth == len(way_b):
        up = _climb(way_a, wire.a, depth - 1)
        down = _climb(way_b, wire.b, depth - 1)
        return Legs(up, None, down)
    meeting = (way_a[depth - 1], _terminal(way_a, wire.a, depth), _terminal(way_b, wire.b, depth))
    return Legs(_climb(way_a, wire.a, depth), meeting, _climb(way_b, wire.b, depth))


def _terminal(way: tuple[str, ...], end: str, depth: int) -> Terminal:
    return (way[depth], end if depth == len(way) - 1 else "")


def _climb(way: tuple[str, ...], end: str, least: int) -> tuple[tuple[str, Terminal], ...]:
    """The containers the line leaves on its way up, deepest first."""
    return tuple((way[i], _terminal(way, end, i + 1)) for i in range(len(way) - 2, least - 1, -1))


def crossings(nets: Iterable[Net], legs: dict[str, Legs]) -> dict[str, dict[str, Crossing]]:
    """For every container that lines touch, what each net wants there."""
    levels: dict[str, dict[str, Crossing]] = {}
    for net in nets:
        for wire in net.wires:
            leg = legs.get(wire.key)
            if leg is not None:
                _enter(levels, net, wire, leg)
    return levels


def _enter(levels: dict[str, dict[str, Crossing]], net: Net, wire: Wire, leg: Legs) -> None:
    for chain, other, side in ((leg.up, wire.b, "bottom"), (leg.down, wire.a, "top")):
        for container, terminal in chain:
            crossing = _crossing(levels, container, net, wire)
            crossing.terminals[terminal] = None
            crossing.pairs[(terminal, EXIT)] = None
            crossing.outside[other] = None
            crossing.leaves = True
            if wire.tree:
                crossing.tree[terminal] = side
                crossing.tree[EXIT] = side
    if leg.meeting is not None:
        container, first, last = leg.meeting
        crossing = _crossing(levels, container, net, wire)
        crossing.terminals[first] = None
        crossing.terminals[last] = None
        crossing.pairs[(first, last)] = None
        if wire.tree:
            crossing.tree[first], crossing.tree[last] = "bottom", "top"


def _crossing(levels: dict[str, dict[str, Crossing]], container: str, net: Net, wire: Wire) -> Crossing:
    here = levels.setdefault(container, {})
    crossing = here.get(net.key)
    if crossing is None:
        crossing = here[net.key] = Crossing(net)
    crossing.tracks = max(crossing.tracks, wire.tracks)
    if wire.label is not None:
        old = crossing.label or (0, 0)
        crossing.label = (max(old[0], wire.label[0]), max(old[1], wire.label[1]))
    return crossing
