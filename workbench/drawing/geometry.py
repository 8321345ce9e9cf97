"""Where every box and label of a sheet stands: what the layout found, and what follows from it."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from planners.layout import Arrangement
from planners.pace import breathe
from workbench.drawing.cells import LABEL_HIGH, MARGIN, RIDER_GAP, Cells, pinned_at
from workbench.drawing.drawing import Key, Point, Rect
from workbench.drawing.facts import Facts

SHELF_GAP = 12.0
STEP = 6.0
MARK_ROOM = 6.0
"""Between the mark on a line and the line's label."""


def tidy(number: float) -> float:
    """A coordinate to a hundredth, so that every format writes the same."""
    return round(number, 2) + 0.0


def rects(arrangement: Arrangement, cells: Cells) -> dict[Key, Rect]:
    """The rectangle of every box."""
    found = {
        key: Rect(tidy(rect.x), tidy(rect.y), tidy(rect.w), tidy(rect.h))
        for key, rect in arrangement.boxes.items()
        if key
    }
    breathe()
    found.update(_widened(found, cells))
    found.update(_shelved(arrangement, cells))
    found.update(_loose(cells))
    found.update(_riding(arrangement, cells, found))
    return found


def labels(arrangement: Arrangement, cells: Cells) -> dict[str, Rect]:
    """The rectangle of every label by the key of its wire; below the capsule where one rides on the line."""
    found = {}
    for joint in cells.joints():
        rect = arrangement.labels.get(joint.wire.key)
        if rect is None or not joint.said:
            continue
        top = rect.y
        if joint.wire.key in cells.riders:
            top += cells.size(cells.riders[joint.wire.key])[1] + RIDER_GAP
        wide = cells.label_width(joint.said)
        left = rect.x + (rect.w - wide) / 2
        found[joint.wire.key] = Rect(tidy(left), tidy(top), tidy(wide), LABEL_HIGH)
    return found


def on_the_way(route: Sequence[Point], label: Rect | None) -> Point:
    """The place of the mark on a line: the middle of its longest piece, or beside its label."""
    longest = max(pairwise(route), key=lambda piece: math.dist(*piece))
    (x1, y1), (x2, y2) = longest
    places = [(x1 + (x2 - x1) * share, y1 + (y2 - y1) * share) for share in (0.5, 0.25, 0.75)]
    free = [at for at in places if label is None or not label.grown(MARK_ROOM).holds(at)]
    x, y = (free or places)[0]
    return tidy(x), tidy(y)


def _widened(found: Mapping[Key, Rect], cells: Cells) -> Iterator[tuple[Key, Rect]]:
    """Cards that stand in columns fill their container."""
    for holder, keys in cells.contents.inside.items():
        cards = [key for key in keys if cells.facts[key].shape == "card" and key in found]
        free = len(cards) == len(keys) and all(cells.contents.stands[key].placement is None for key in cards)
        if holder and cards and free:
            yield from _filled(found, found[holder], cards, cells.facts[holder])


def _filled(
    found: Mapping[Key, Rect], holder: Rect, cards: list[Key], facts: Facts
) -> Iterator[tuple[Key, Rect]]:
    columns = sorted({found[key].x for key in cards})
    inner = holder.w - 2 * facts.look.padding + facts.look.gap
    step = inner / len(columns)
    for key in cards:
        card = found[key]
        left = holder.x + facts.look.padding + columns.index(card.x) * step
        yield key, Rect(tidy(left), card.y, tidy(max(card.w, step - facts.look.gap)), card.h)


def _shelved(arrangement: Arrangement, cells: Cells) -> Iterator[tuple[Key, Rect]]:
    """What the layout does not arrange, in rows below everything."""
    right = max(arrangement.size[0], 900.0) - MARGIN
    x, y, highest = MARGIN, max(arrangement.size[1], MARGIN), 0.0
    for key in cells.shelf:
        w, h = cells.size(key)
        if x + w > right and x > MARGIN:
            x, y, highest = MARGIN, y + highest + SHELF_GAP, 0.0
        highest = max(highest, h)
        yield key, Rect(tidy(x), tidy(y), tidy(w), tidy(h))
        x += w + SHELF_GAP


def _loose(cells: Cells) -> Iterator[tuple[Key, Rect]]:
    """Notes and pictures where a person put them."""
    for key in cells.loose:
        x, y = pinned_at(cells.contents.stands[key]) or (MARGIN, MARGIN)
        w, h = cells.size(key)
        yield key, Rect(tidy(x), tidy(y), tidy(w), tidy(h))


def _riding(arrangement: Arrangement, cells: Cells, found: Mapping[Key, Rect]) -> Iterator[tuple[Key, Rect]]:
    """Capsules in the room their line keeps for them, else where the line has most room."""
    for wire, key in cells.riders.items():
        w, h = cells.size(key)
        rect, route = arrangement.labels.get(wire), arrangement.routes.get(wire)
        if rect is not None:
            x, y = rect.x + rect.w / 2, rect.y + h / 2
        elif route:
            x, y = _free_place(route, (w, h), cells, found)
        else:
            x, y = MARGIN + w / 2, arrangement.size[1] + h / 2
        yield key, Rect(tidy(x - w / 2), tidy(y - h / 2), tidy(w), tidy(h))


def _free_place(
    route: tuple[Point, ...], size: tuple[float, float], cells: Cells, found: Mapping[Key, Rect]
) -> Point:
    """The point of a line nearest to its middle where a box of a size is on no border, title or other box."""
    points = list(_points(route))
    middle = len(points) // 2
    order = sorted(range(len(points)), key=lambda at: (abs(at - middle), at))
    w, h = size
    for at in order:
        x, y = points[at]
        here = Rect(x - w / 2 - 2, y - h / 2 - 2, w + 4, h + 4)
        if not any(_meets(here, rect, cells.inner_top(key)) for key, rect in found.items()):
            return points[at]
    return points[middle]


def _points(route: tuple[Point, ...]) -> Iterator[Point]:
    """Points along a line, one every few points of its way."""
    for (x1, y1), (x2, y2) in pairwise(route):
        count = max(1, round(math.dist((x1, y1), (x2, y2)) / STEP))
        for at in range(count):
            yield x1 + (x2 - x1) * at / count, y1 + (y2 - y1) * at / count
    yield route[-1]


def _meets(here: Rect, other: Rect, top: float | None) -> bool:
    """Whether a box lies on another; inside a container, below its header, it does not."""
    if here.x >= other.right or other.x >= here.right or here.y >= other.bottom or other.y >= here.bottom:
        return False
    if top is None:
        return True
    inside = other.x <= here.x and here.right <= other.right and here.bottom <= other.bottom
    return not (inside and other.y + top <= here.y)
