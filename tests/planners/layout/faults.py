"""What is wrong with a drawing, as sentences; an empty list is a drawing without faults."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations, pairwise

from planners.layout import Arrangement, Cell, Rect, Wire

NEAR = 0.01
Segment = tuple[float, float, float, float]


def faults(root: Cell, wires: Sequence[Wire], drawn: Arrangement) -> list[str]:
    """Every fault in boxes, lines and labels."""
    return [
        *box_faults(root, drawn),
        *line_faults(root, wires, drawn),
        *end_faults(root, wires, drawn),
        *label_faults(root, wires, drawn),
    ]


def box_faults(root: Cell, drawn: Arrangement) -> Iterator[str]:
    """Children outside their parent, boxes on each other, pinned ones elsewhere without need, missing ones."""
    for cell in root.walk():
        if cell.key not in drawn.boxes:
            yield f"{cell.key} has no place"
            continue
        outer = drawn.boxes[cell.key]
        if outer.w < cell.size[0] - NEAR or outer.h < cell.size[1] - NEAR:
            yield f"{cell.key} is smaller than it asks"
        crowded = _is_crowded(cell, drawn)
        for child in cell.children:
            yield from _child_faults(cell, outer, child, drawn.boxes[child.key], crowded)
        yield from _overlaps(cell, drawn)


def _is_crowded(cell: Cell, drawn: Arrangement) -> bool:
    """Whether two children would lie on each other at the places that were given to them."""
    sizes = ((c.pinned, drawn.boxes[c.key]) for c in cell.children)
    wanted = [Rect(*place, box.w, box.h) for place, box in sizes if place is not None]
    return any(one.overlaps(other, -NEAR) for one, other in combinations(wanted, 2))


def _child_faults(cell: Cell, outer: Rect, child: Cell, inner: Rect, crowded: bool) -> Iterator[str]:
    if not _holds(outer, inner):
        yield f"{child.key} lies outside {cell.key}"
    if child.pinned is not None:
        off = (inner.x - outer.x - child.pinned[0], inner.y - outer.y - child.pinned[1])
        if max(map(abs, off)) > NEAR and not (crowded and min(off) >= -NEAR):
            yield f"{child.key} is pinned but {off} away"
    elif inner.y < outer.y + cell.header - NEAR:
        yield f"{child.key} stands in the title of {cell.key}"


def _holds(outer: Rect, inner: Rect) -> bool:
    return (
        inner.x >= outer.x - NEAR
        and inner.y >= outer.y - NEAR
        and inner.right <= outer.right + NEAR
        and inner.bottom <= outer.bottom + NEAR
    )


def _overlaps(cell: Cell, drawn: Arrangement) -> Iterator[str]:
    boxes = sorted(((drawn.boxes[c.key], c.key) for c in cell.children), key=lambda b: (b[0].x, b[1]))
    for n, (box, key) in enumerate(boxes):
        for other, name in boxes[n + 1 :]:
            if other.x >= box.right - NEAR:
                break
            if box.overlaps(other, -NEAR):
                yield f"{key} lies on {name}"


def segments(points: Sequence[tuple[float, float]]) -> Iterator[Segment]:
    """The straight pieces of a line, low end first."""
    for (ax, ay), (bx, by) in pairwise(points):
        yield (min(ax, bx), min(ay, by), max(ax, bx), max(ay, by))


class Grid:
    """Boxes by the squares of 200 they touch."""

    def __init__(self, boxes: dict[str, Rect]) -> None:
        self.cells: dict[tuple[int, int], list[tuple[str, Rect]]] = {}
        for key, box in boxes.items():
            for spot in self._spots(box.x, box.y, box.right, box.bottom):
                self.cells.setdefault(spot, []).append((key, box))

    def _spots(self, x: float, y: float, right: float, bottom: float) -> Iterator[tuple[int, int]]:
        for i in range(int(x // 200), int(right // 200) + 1):
            for j in range(int(y // 200), int(bottom // 200) + 1):
                yield (i, j)

    def near(self, piece: Segment) -> dict[str, Rect]:
        found: dict[str, Rect] = {}
        for spot in self._spots(*piece):
            found.update(self.cells.get(spot, ()))
        return found


def _meets(piece: Segment, box: Rect) -> bool:
    return (
        piece[0] < box.right - NEAR
        and piece[2] > box.x + NEAR
        and piece[1] < box.bottom - NEAR
        and piece[3] > box.y + NEAR
    )


def _chain(parents: dict[str, str], key: str) -> set[str]:
    chain = {key}
    while key in parents:
        key = parents[key]
        chain.add(key)
    return chain


def line_faults(root: Cell, wires: Sequence[Wire], drawn: Arrangement) -> Iterator[str]:
    """Oblique pieces, points that say nothing, lines through boxes that hold neither end, lines through titles."""
    parents = {child.key: cell.key for cell in root.walk() for child in cell.children}
    cells = {cell.key: cell for cell in root.walk()}
    grid = Grid(drawn.boxes)
    for wire in wires:
        points = drawn.routes.get(wire.key, ())
        if not points:
            continue
        own = _chain(parents, wire.a) | _chain(parents, wire.b)
        ends = {wire.a, wire.b, parents.get(wire.a), parents.get(wire.b)}
        yield from _shape_faults(wire.key, points)
        for piece in segments(points):
            for key, box in grid.near(piece).items():
                if key not in own and _meets(piece, box):
                    yield f"{wire.key} runs through {key}"
                elif key in own and key not in ends and _in_title(piece, cells[key], box):
                    yield f"{wire.key} runs through the title of {key}"
                elif key in (wire.a, wire.b) and not cells[key].children and _meets(piece, box):
                    yield f"{wire.key} runs through its own end {key}"


def _in_title(piece: Segment, cell: Cell, box: Rect) -> bool:
    """Whether the piece runs in the title; straight down through the middle of a region's is allowed."""
    if not cell.header or not _meets(piece, Rect(box.x, box.y, box.w, cell.header)):
        return False
    middle = box.x + 0.2 * box.w < piece[0] < box.x + 0.8 * box.w
    return not (cell.role == "region" and piece[0] == piece[2] and middle)


def _shape_faults(key: str, points: Sequence[tuple[float, float]]) -> Iterator[str]:
    for (ax, ay), (bx, by) in pairwise(points):
        if ax != bx and ay != by:
            yield f"{key} has an oblique piece from {(ax, ay)} to {(bx, by)}"
        if ax == bx and ay == by:
            yield f"{key} repeats the point {(ax, ay)}"
    for a, b, c in zip(points, points[1:], points[2:], strict=False):
        if (a[0] == b[0] == c[0]) or (a[1] == b[1] == c[1]):
            yield f"{key} has a needless point {b}"


def end_faults(root: Cell, wires: Sequence[Wire], drawn: Arrangement) -> Iterator[str]:
    """Wires without a line, and ends that are not on the border of their box, or not at the row's middle."""
    parents = {child.key: cell for cell in root.walk() for child in cell.children}
    for wire in wires:
        if wire.a == wire.b or wire.a not in drawn.boxes or wire.b not in drawn.boxes:
            continue
        points = drawn.routes.get(wire.key)
        if not points or len(points) < 2:
            yield f"{wire.key} has no line"
            continue
        for key, (x, y) in ((wire.a, points[0]), (wire.b, points[-1])):
            box = drawn.boxes[key]
            if not _on_border(box, x, y):
                yield f"{wire.key} ends at {(x, y)}, not on the border of {key}"
            if key in parents and parents[key].is_table and abs(y - box.centre[1]) > NEAR:
                yield f"{wire.key} does not end at the middle of the row {key}"


def _on_border(box: Rect, x: float, y: float) -> bool:
    beside = min(abs(x - box.x), abs(x - box.right)) < NEAR and box.y - NEAR <= y <= box.bottom + NEAR
    above = min(abs(y - box.y), abs(y - box.bottom)) < NEAR and box.x - NEAR <= x <= box.right + NEAR
    return beside or above


def label_faults(root: Cell, wires: Sequence[Wire], drawn: Arrangement) -> Iterator[str]:
    """Labels on leaves, on borders, on each other, or on another line."""
    cells = {cell.key: cell for cell in root.walk()}
    grid = Grid(drawn.boxes)
    keys = sorted(drawn.labels)
    for n, key in enumerate(keys):
        patch = drawn.labels[key]
        area = (patch.x, patch.y, patch.right, patch.bottom)
        for name, box in grid.near(area).items():
            crossed = _meets(area, box) and not _holds(box, patch)
            if crossed or (not cells[name].children and _meets(area, box)):
                yield f"the label of {key} lies on {name}"
        for other, points in drawn.routes.items():
            if other != key and any(_meets(piece, patch) for piece in segments(points)):
                yield f"the label of {key} lies on the line {other}"
        for other in keys[n + 1 :]:
            if patch.overlaps(drawn.labels[other]):
                yield f"the label of {key} lies on the label of {other}"


def hugging(wires: Sequence[Wire], drawn: Arrangement, closer: float = 5.99) -> list[str]:
    """Pieces that run along a border they do not end on, closer than that."""
    grid = Grid(drawn.boxes)
    found = []
    for wire in wires:
        for x, y, right, bottom in segments(drawn.routes.get(wire.key, ())):
            for key, box in grid.near((x - 8, y - 8, right + 8, bottom + 8)).items():
                if key in (wire.a, wire.b):
                    continue
                beside = min(bottom, box.bottom) - max(y, box.y) > 1 and x == right
                along = min(right, box.right) - max(x, box.x) > 1 and y == bottom
                if beside and min(abs(x - box.x), abs(x - box.right)) < closer:
                    found.append(f"{wire.key} runs along the side of {key}")
                if along and min(abs(y - box.y), abs(y - box.bottom)) < closer:
                    found.append(f"{wire.key} runs along the top or bottom of {key}")
    return found


def near_parallels(
    wires: Sequence[Wire], drawn: Arrangement, closer: float = 5.5
) -> list[tuple[str, str, float]]:
    """Pieces of different nets that run side by side closer than that for more than 2, with their distance."""
    net = {wire.key: wire.net or (f"tree {wire.a}" if wire.tree else f"wire {wire.key}") for wire in wires}
    runs: dict[tuple[bool, int], list[tuple[float, float, float, str]]] = {}
    for key, points in drawn.routes.items():
        for x, y, right, bottom in segments(points):
            vertical = x == right
            at, lo, hi = (x, y, bottom) if vertical else (y, x, right)
            runs.setdefault((vertical, int(at // 50)), []).append((at, lo, hi, key))
    found: dict[tuple[str, str], tuple[str, str, float]] = {}
    for group in runs.values():
        group.sort()
        for n, (at, lo, hi, key) in enumerate(group):
            for other_at, other_lo, other_hi, other in group[n + 1 :]:
                if other_at - at >= closer:
                    break
                if net[key] != net[other] and min(hi, other_hi) - max(lo, other_lo) > 2:
                    found.setdefault((key, other), (key, other, other_at - at))
    return list(found.values())


def crossings_seen(wires: Sequence[Wire], drawn: Arrangement) -> int:
    """Points where lines of different nets cross, each point once."""
    net = {wire.key: wire.net or wire.key for wire in wires}
    flat: list[tuple[Segment, str]] = []
    tall: list[tuple[Segment, str]] = []
    for key, points in drawn.routes.items():
        for piece in segments(points):
            (tall if piece[0] == piece[2] else flat).append((piece, net[key]))
    flat.sort(key=lambda item: item[0][1])
    seen = set()
    for (x, top, _, bottom), name in tall:
        for (left, y, right, _), other in flat:
            if top < y < bottom and left < x < right and name != other:
                seen.add((round(x, 1), round(y, 1)))
    return len(seen)
