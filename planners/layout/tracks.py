"""Where exactly lines run: pins along the sides of boxes, order and tracks in every gutter."""

from __future__ import annotations

from collections.abc import Sequence
from statistics import median_low

from planners.layout.cuts import Cuts, Strip
from planners.layout.trees import LOOSE, WIDE, Pin, Seg, Tree

MARGIN, PITCH = 8.0, 8.0
PIN_GAP, CLEAR = 9.0, 5.5
COLLISION, SOFT = 60, 20
ROUNDS = 6

Side = tuple[int, int]


def space_out(wanted: Sequence[float], lo: float, hi: float, gap: float) -> list[float]:
    """Values in the wanted order, at least the gap apart and within lo and hi; closer if there is no room."""
    count = len(wanted)
    if count > 1 and (count - 1) * gap > hi - lo:
        gap = max(hi - lo, 0.0) / (count - 1)
    places: list[float] = []
    for value in wanted:
        least = places[-1] + gap if places else lo
        places.append(max(min(value, hi), least))
    limit = hi
    for i in range(count - 1, -1, -1):
        places[i] = max(min(places[i], limit), lo)
        limit = places[i] - gap
    return places


class Weave:
    """The runs of all nets in one container, ready to be given coordinates."""

    def __init__(self, cuts: Cuts, trees: Sequence[Tree]) -> None:
        self.cuts = cuts
        self.runs: list[list[Seg]] = [[] for _ in cuts.strips]
        sides: dict[Side, list[Pin]] = {}
        self.exits: list[Pin] = []
        for tree in trees:
            for strip, seg in tree.segs.items():
                self.runs[strip].append(seg)
                for pin in seg.pins:
                    if pin.child == LOOSE:
                        self.exits.append(pin)
                    else:
                        sides.setdefault((pin.child, pin.side), []).append(pin)
        # Where all pins are fixed there is nothing to set.
        free = {side: pins for side, pins in sides.items() if any(pin.hi > pin.lo for pin in pins)}
        self.level_sides = [pins for (_, side), pins in free.items() if side % 2 == 0]
        self.upright_sides = [pins for (_, side), pins in free.items() if side % 2]

    def centre(self) -> None:
        """Put every run in the middle of its strip: where sweeps start from."""
        for strip, runs in zip(self.cuts.strips, self.runs, strict=True):
            for seg in runs:
                seg.at = (strip.lo + strip.hi) / 2

    def sweep(self, rounds: int) -> None:
        """Set pins, order and tracks: vertical strips, then horizontal ones, each from the last coordinates."""
        for _ in range(rounds):
            for vertical in (True, False):
                self._set_pins(vertical)
                for strip, runs in zip(self.cuts.strips, self.runs, strict=True):
                    if runs and strip.vertical == vertical:
                        _assign(strip, runs)
        self._set_pins(True)
        self._set_pins(False)

    def ask_for_room(self) -> bool:
        """Tell every strip how wide it has to be for its tracks; whether one is too narrow now."""
        short = False
        for strip, runs in zip(self.cuts.strips, self.runs, strict=True):
            tracks = max((seg.track + seg.tracks for seg in runs if seg.hi - seg.lo > 0.01), default=0)
            if tracks:
                strip.need = max(strip.need, 2 * MARGIN + (tracks - 1) * 7.0)
                short = short or (not strip.slack and strip.need > strip.hi - strip.lo + 0.01)
        return short

    def _set_pins(self, vertical: bool) -> None:
        for pins in self.level_sides if vertical else self.upright_sides:
            _set_side(pins)
        for pin in self.exits:
            if (pin.side % 2 == 0) == vertical:
                pin.at = _mate(pin)


def _mate(pin: Pin) -> float:
    """The coordinate of the own pin or run nearest to where the line wants to leave the container."""
    seg = pin.seg
    coordinates = [other.at for other in seg.pins if other.child != LOOSE] + [join.at for join in seg.joins]
    return min(coordinates, key=lambda at: (abs(at - pin.lo), at)) if coordinates else pin.lo


def _others(pin: Pin) -> list[float]:
    seg = pin.seg
    return [other.at for other in seg.pins if other is not pin and other.child != LOOSE] + [
        join.at for join in seg.joins
    ]


def _set_side(pins: list[Pin]) -> None:
    """Give the free pins of one side their places: straight on where they can be, else spread."""
    free = [pin for pin in pins if pin.hi > pin.lo]
    if len(pins) == 1:
        pins[0].at = _wish(pins[0], _others(pins[0]))
        return
    wishes = []
    for n, pin in enumerate(free):
        goals = _others(pin)
        mean = sum(goals) / len(goals) if goals else pin.at
        wishes.append((mean, n, _wish(pin, goals)))
    wishes.sort()
    lo, hi = free[0].lo, free[0].hi
    taken = sorted(pin.lo for pin in pins if pin.hi <= pin.lo)
    spots = space_out([wish for _, _, wish in wishes], lo, hi, PIN_GAP)
    if taken:
        spots = _around(spots, taken, lo, hi)
    for (_, n, _), at in zip(wishes, spots, strict=True):
        free[n].at = at


def _wish(pin: Pin, goals: list[float]) -> float:
    """Where the line needs no jog: a partner within the side, else a quarter in from the nearer corner."""
    middle = (pin.lo + pin.hi) / 2
    if pin.hi <= pin.lo or not goals:
        return middle
    straight = [at for at in goals if pin.lo <= at <= pin.hi]
    if straight:
        return min(straight, key=lambda at: (abs(at - middle), at))
    quarter = (pin.hi - pin.lo) / 4
    if min(goals) > pin.hi:
        return pin.hi - quarter
    return pin.lo + quarter if max(goals) < pin.lo else middle


def _around(spots: list[float], taken: list[float], lo: float, hi: float) -> list[float]:
    """The spots moved off the fixed pins of the same side, each to the nearest free place."""
    used = list(taken)
    result = []
    for spot in spots:
        steps = [spot] + [spot + sign * n for n in range(1, int(hi - lo) + 1) for sign in (1, -1)]
        inside = [at for at in steps if lo <= at <= hi]
        free = next((at for at in inside if all(abs(at - other) >= MARGIN for other in used)), None)
        if free is None:
            free = max(inside, key=lambda at: min(abs(at - other) for other in used))
        used.append(free)
        result.append(free)
    return result


def _ends(join: Seg, seg: Seg) -> list[float]:
    """Where the joining run goes other than to this one."""
    ends = [pin.at for pin in join.pins if pin.child != LOOSE]
    ends += [other.at for other in join.joins if other is not seg]
    return ends


def _links(seg: Seg) -> tuple[list[float], list[float]]:
    """Coordinates where the run is left towards the low side, and towards the high side."""
    low: list[float] = []
    high: list[float] = []
    for pin in seg.pins:
        (low if pin.way < 0 else high).append(pin.at)
    for join in seg.joins:
        ends = _ends(join, seg)
        if any(at < seg.at - 0.1 for at in ends):
            low.append(join.at)
        if any(at > seg.at + 0.1 for at in ends):
            high.append(join.at)
    return low, high


class _Run:
    """A run with its links, as the ordering sees it."""

    __slots__ = ("hi", "high", "lo", "low", "pins", "seg")

    def __init__(self, seg: Seg) -> None:
        self.seg = seg
        self.low, self.high = _links(seg)
        self.pins = [pin.at for pin in seg.pins]
        along = [pin.at for pin in seg.pins] + [join.at for join in seg.joins]
        self.lo, self.hi = min(along), max(along)
        seg.lo, seg.hi = self.lo, self.hi


def _assign(strip: Strip, segs: list[Seg]) -> None:
    """Order the runs of one strip, give them tracks, and the tracks their coordinates."""
    runs = [run for run in map(_Run, segs) if run.hi - run.lo > 0.01]
    for seg in segs:
        seg.track = 0
        seg.at = (strip.lo + strip.hi) / 2
    if not runs:
        return
    ordered = _ordered(runs) if len(runs) > 1 else runs
    _left_edge(ordered)
    _place_tracks(strip, ordered)


def _price(first: _Run, then: _Run) -> int:
    """Crossings, and lines on top of each other, if the first runs on the lower track."""
    price = 0
    lo, hi = then.lo, then.hi
    for at in first.high:
        if lo < at < hi:
            price += 1
        for other in then.low:
            if abs(at - other) < CLEAR:
                # Two pins stay where they are; a run that joins may still get another track of its own strip.
                price += COLLISION if at in first.pins and other in then.pins else SOFT
    lo, hi = first.lo, first.hi
    for at in then.low:
        if lo < at < hi:
            price += 1
    return price


def _ordered(runs: list[_Run]) -> list[_Run]:
    """The runs from low to high track with few crossings: by their mean direction, then by swaps."""

    def lean(run: _Run) -> float:
        return (len(run.high) - len(run.low)) / max(len(run.high) + len(run.low), 1)

    order = sorted(runs, key=lean)
    for _ in range(ROUNDS + len(order) // 4):
        swapped = False
        for i in range(len(order) - 1):
            if _price(order[i + 1], order[i]) < _price(order[i], order[i + 1]):
                order[i], order[i + 1] = order[i + 1], order[i]
                swapped = True
        if not swapped:
            break
    return _repaired(order)


def _repaired(order: list[_Run]) -> list[_Run]:
    """The order with fewer collisions: one of a colliding pair goes past the other where that helps."""
    for i in range(len(order)):
        for j in range(i + 1, len(order)):
            if _price(order[i], order[j]) < SOFT:
                continue
            moved = [*order[:i], *order[i + 1 : j + 1], order[i], *order[j + 1 :]]
            if _total(moved, i, j) < _total(order, i, j):
                order = moved
    return order


def _total(order: list[_Run], i: int, j: int) -> int:
    part = order[i : j + 1]
    return sum(_price(a, b) for n, a in enumerate(part) for b in part[n + 1 :])


def _left_edge(order: list[_Run]) -> None:
    """Every run on the lowest track above all earlier ones it overlaps."""
    for i, run in enumerate(order):
        track = 0
        for other in order[:i]:
            if run.lo < other.hi + MARGIN and other.lo < run.hi + MARGIN:
                track = max(track, other.seg.track + other.seg.tracks)
        run.seg.track = track


def _place_tracks(strip: Strip, order: list[_Run]) -> None:
    count = max(run.seg.track + run.seg.tracks for run in order)
    width = strip.hi - strip.lo
    if width > WIDE:
        _place_freely(strip, order)
        return
    pitch = (
        PITCH
        if count < 2
        else max(min(PITCH, (width - 2 * 6.0) / (count - 1)), min(3.0, width / (count + 1)))
    )
    start = (strip.lo + strip.hi) / 2 - (count - 1) * pitch / 2
    for run in order:
        run.seg.at = start + (run.seg.track + (run.seg.tracks - 1) / 2) * pitch


def _place_freely(strip: Strip, order: list[_Run]) -> None:
    """In a wide strip every track goes near where its lines want to be."""
    wishes: dict[int, list[float]] = {}
    for run in order:
        wishes.setdefault(run.seg.track, []).append(_longing(strip, run.seg))
    tracks = sorted(wishes)
    wanted = [median_low(wishes[track]) for track in tracks]
    spots = dict(zip(tracks, space_out(wanted, strip.lo + MARGIN, strip.hi - MARGIN, 2 * PITCH), strict=True))
    for run in order:
        run.seg.at = spots[run.seg.track] + (run.seg.tracks - 1) / 2 * PITCH


def _longing(strip: Strip, seg: Seg) -> float:
    """Where this run would need the fewest bends: on from the next run, else near its box."""
    goals: list[float] = []
    for join in seg.joins:
        ends = _ends(join, seg)
        if ends:
            goals.append(min(ends, key=lambda at: (abs(at - seg.at), at)))
    for pin in seg.pins:
        goals.append(strip.lo + 2 * MARGIN if pin.way < 0 else strip.hi - 2 * MARGIN)
    return median_low(goals)
