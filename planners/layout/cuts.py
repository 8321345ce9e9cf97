"""The gutters of a container: cuts that part its children, read off the geometry.

Gutters are empty by construction. A line that only runs in them, and from a box straight across the box's own
part into the gutter beside it, cannot hit another box; this is why lines need no collision test.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from planners.layout.cell import Rect

LEFT, TOP, RIGHT, BOTTOM = range(4)
"""Sides of a box, and the numbers of the four strips along the border of a container."""

SLACK = 40
"""Empty room beside a lone box from which on lines may run through it."""

Spot = list[float]
"""x, y, width, height of a child while it may still move."""


@dataclass(slots=True)
class Strip:
    """A gutter, or the padding along one border: `lo` to `hi` across."""

    vertical: bool
    lo: float
    hi: float
    meets: list[int] = field(default_factory=list)
    need: float = 0.0
    slack: bool = False


@dataclass(slots=True)
class Group:
    """Boxes that are parted by parallel cuts (axis 0: side by side), or cannot be parted (no gutters)."""

    axis: int
    parts: list[Group | int]
    gutters: list[int]
    lo: tuple[float, float]
    hi: tuple[float, float]


@dataclass(slots=True)
class Cuts:
    """All strips of a container and, for every child and side, the strips a line from there comes to."""

    spots: list[Spot]
    strips: list[Strip]
    bound: list[list[list[int]]]
    group: Group | None
    width: float
    height: float
    clean: bool = True
    slacks: list[tuple[int, int, int, int]] = field(default_factory=list)


def cut(
    places: Sequence[Rect], size: tuple[float, float], header: float, first: int = 1, lone: Iterable[int] = ()
) -> Cuts:
    """The gutters between the places; `first` is the axis tried first, `lone` the boxes with slack beside them."""
    spots = [[r.x, r.y, r.w, r.h] for r in places]
    indices = list(range(len(spots)))
    lo, hi = _extent(spots, indices) if spots else ((0.0, header), (0.0, header))
    strips = [
        Strip(True, 0.0, lo[0], [TOP, BOTTOM]),
        Strip(False, header, max(lo[1], header), [LEFT, RIGHT]),
        Strip(True, hi[0], max(size[0], hi[0]), [TOP, BOTTOM]),
        Strip(False, hi[1], max(size[1], hi[1]), [LEFT, RIGHT]),
    ]
    bound: list[list[list[int]]] = [[] for _ in spots]
    cuts = Cuts(spots, strips, bound, None, *size)
    if spots:
        part = _part(cuts, indices, (LEFT, TOP, RIGHT, BOTTOM), first, frozenset(lone), 1 - first)
        for i in indices if cuts.clean else ():
            if i not in lone and part is not i:
                _add_slack(cuts, i, tuple(near[0] for near in cuts.bound[i]), first, 1.5 * SLACK)
        cuts.group = part if isinstance(part, Group) else Group(0, [part], [], lo, hi)
    return cuts


def _extent(spots: list[Spot], indices: Iterable[int]) -> tuple[tuple[float, float], tuple[float, float]]:
    chosen = [spots[i] for i in indices]
    return (
        (min(s[0] for s in chosen), min(s[1] for s in chosen)),
        (max(s[0] + s[2] for s in chosen), max(s[1] + s[3] for s in chosen)),
    )


def _part(
    cuts: Cuts, indices: list[int], bounds: tuple[int, ...], axis: int, lone: frozenset[int], above: int
) -> Group | int:
    """The group of these boxes with all cuts inside it; a single box is its number."""
    if len(indices) == 1:
        cuts.bound[indices[0]] = [[strip] for strip in bounds]
        if indices[0] in lone:
            _add_slack(cuts, indices[0], bounds, above)
        return indices[0]
    for direction in (axis, 1 - axis):
        runs = _runs(cuts.spots, indices, direction)
        if len(runs) > 1:
            return _cut_apart(cuts, indices, runs, bounds, direction, lone)
    cuts.clean = False
    for i in indices:
        cuts.bound[i] = [[strip] for strip in bounds]
    return Group(0, list(indices), [], *_extent(cuts.spots, indices))


def _runs(spots: list[Spot], indices: list[int], axis: int) -> list[list[int]]:
    """The boxes in runs that a straight cut can part, first to last along the axis."""
    order = sorted(indices, key=lambda i: (spots[i][axis], i))
    runs: list[list[int]] = []
    reach = 0.0
    for i in order:
        start = spots[i][axis]
        if not runs or start >= reach - 0.001:
            runs.append([i])
            reach = start + spots[i][axis + 2]
        else:
            runs[-1].append(i)
            reach = max(reach, start + spots[i][axis + 2])
    return runs


def _cut_apart(
    cuts: Cuts,
    indices: list[int],
    runs: list[list[int]],
    bounds: tuple[int, ...],
    axis: int,
    lone: frozenset[int],
) -> Group:
    gutters: list[int] = []
    extents = [_extent(cuts.spots, run) for run in runs]
    ends = (bounds[1 - axis], bounds[3 - axis])
    for before, after in pairwise(extents):
        gutters.append(_add_strip(cuts, axis == 0, before[1][axis], after[0][axis], ends))
    parts: list[Group | int] = []
    for n, run in enumerate(runs):
        inner = list(bounds)
        if n > 0:
            inner[axis] = gutters[n - 1]
        if n < len(gutters):
            inner[axis + 2] = gutters[n]
        parts.append(_part(cuts, run, tuple(inner), 1 - axis, lone, axis))
    return Group(axis, parts, gutters, *_extent(cuts.spots, indices))


def _add_strip(
    cuts: Cuts, vertical: bool, lo: float, hi: float, meets: Sequence[int], slack: bool = False
) -> int:
    number = len(cuts.strips)
    cuts.strips.append(Strip(vertical, lo, hi, list(meets), slack=slack))
    for other in meets:
        cuts.strips[other].meets.append(number)
    return number


def _add_slack(cuts: Cuts, index: int, bounds: tuple[int, ...], above: int, least: float = SLACK) -> None:
    """Two more strips in the empty room before and behind a box, across the cut that made its place."""
    axis = 1 - above
    spot, strips = cuts.spots[index], cuts.strips
    meets = (bounds[above], bounds[above + 2])
    for side in (axis, axis + 2):
        before = side == axis
        lo = strips[bounds[side]].hi if before else spot[axis] + spot[axis + 2]
        hi = spot[axis] if before else strips[bounds[side]].lo
        if hi - lo >= least:
            number = _add_strip(cuts, axis == 0, lo, hi, meets, True)
            cuts.bound[index][side].insert(0, number)
            cuts.slacks.append((number, index, side, bounds[side]))


def spread(cuts: Cuts, gap: float, padding: float, least: tuple[float, float]) -> None:
    """Move the boxes apart until every strip is as wide as it needs; room that is left over is used up first."""
    group = cuts.group
    if group is None:
        return
    ends = [0.0, 0.0]
    for axis in (0, 1):
        lead = cuts.strips[axis]
        delta = max(0.0, lead.lo + max(lead.need, 0.0) - group.lo[axis])
        lead.hi, ends[axis] = _move(cuts, group, axis, delta, gap)
    for axis in (0, 1):
        tail = cuts.strips[axis + 2]
        tail.lo = max(ends[axis], _slack_end(cuts, axis))
        tail.hi = max(tail.lo + max(padding, tail.need), least[axis])
    cuts.width, cuts.height = cuts.strips[RIGHT].hi, cuts.strips[BOTTOM].hi
    for number, index, side, border in cuts.slacks:
        axis, spot, strip = side % 2, cuts.spots[index], cuts.strips[number]
        if side < 2:
            strip.lo, strip.hi = cuts.strips[border].hi, spot[axis]
        else:
            strip.lo, strip.hi = spot[axis] + spot[axis + 2], cuts.strips[border].lo


def _slack_end(cuts: Cuts, axis: int) -> float:
    """Where the last padding has to start so that the slack before it holds its tracks."""
    needed = [
        cuts.spots[index][axis] + cuts.spots[index][axis + 2] + cuts.strips[number].need
        for number, index, side, border in cuts.slacks
        if side == border == axis + 2
    ]
    return max(needed, default=0.0)


def _move(cuts: Cuts, part: Group | int, axis: int, delta: float, gap: float) -> tuple[float, float]:
    """Shift the part along the axis, its later pieces further; where it now starts and ends."""
    if isinstance(part, int):
        spot = cuts.spots[part]
        spot[axis] += delta
        return (spot[axis], spot[axis] + spot[axis + 2])
    if part.axis != axis or not part.gutters:
        spans = [_move(cuts, inner, axis, delta, gap) for inner in part.parts]
        return (min(lo for lo, _ in spans), max(hi for _, hi in spans))
    start, end = _move(cuts, part.parts[0], axis, delta, gap)
    for number, inner in zip(part.gutters, part.parts[1:], strict=True):
        strip = cuts.strips[number]
        room = max(min(strip.hi - strip.lo, gap), strip.need)
        shift = max(delta, end + room - strip.hi)
        strip.lo = end
        strip.hi, end = _move(cuts, inner, axis, shift, gap)
    return (start, end)
