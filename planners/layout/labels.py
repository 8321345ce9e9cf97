"""Room for labels on their own lines, clear of everything else."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from planners.layout.cell import Cell, Point, Points, Rect, Wire

CLEAR, BEND = 3.0, 4.0
TRIES = (0.5, 0.4, 0.6, 0.3, 0.7, 0.2, 0.8)


def place_labels(
    cells: Mapping[str, Cell], wires: Sequence[Wire], boxes: Mapping[str, Rect], routes: Mapping[str, Points]
) -> dict[str, Rect]:
    """A patch for every label that finds room; the others are left out rather than drawn over something."""
    labels: dict[str, Rect] = {}
    nets = {wire.key: wire.net for wire in wires if wire.net is not None}
    for wire in wires:
        if wire.label is None or wire.key not in routes:
            continue
        area = _reach(routes[wire.key], wire.label)
        near = {key: box for key, box in boxes.items() if box.overlaps(area, CLEAR)}
        fixed = [*_obstacles(cells, near), *_lines(wire.key, nets, routes, area), *labels.values()]
        frames = [box for key, box in near.items() if cells[key].children]
        patches = _patches(routes[wire.key], wire.label, frames)
        found = next((patch for patch in patches if _free(patch, fixed, frames)), None)
        if found is not None:
            labels[wire.key] = found
    return labels


def _reach(points: Points, size: tuple[float, float]) -> Rect:
    """The area in which a patch on this line can lie."""
    left, right = min(x for x, _ in points), max(x for x, _ in points)
    top, bottom = min(y for _, y in points), max(y for _, y in points)
    return Rect(left - size[0], top - size[1], right - left + 2 * size[0], bottom - top + 2 * size[1])


def _patches(points: Points, size: tuple[float, float], frames: list[Rect]) -> Iterator[Rect]:
    """Places on the line: outside containers first, horizontal pieces before vertical, longer before shorter."""
    pieces = []
    for a, b in pairwise(points):
        upright = a[0] == b[0]
        for low, high in _between_borders(a, b, upright, frames):
            if high - low >= size[1 if upright else 0] + 2 * BEND:
                at = a[0] if upright else a[1]
                middle = (at, (low + high) / 2) if upright else ((low + high) / 2, at)
                depth = sum(_holds(frame, middle) for frame in frames)
                pieces.append((depth, upright, low - high, at, low, high))
    for _, upright, _, at, low, high in sorted(pieces):
        yield from _on_piece(at, low, high, upright, size)


def _between_borders(a: Point, b: Point, upright: bool, frames: list[Rect]) -> list[tuple[float, float]]:
    """The piece cut where it crosses borders of containers."""
    axis = 1 if upright else 0
    low, high = min(a[axis], b[axis]), max(a[axis], b[axis])
    borders = {
        edge for frame in frames for edge in ((frame.y, frame.bottom) if upright else (frame.x, frame.right))
    }
    return list(pairwise([low, *sorted(edge for edge in borders if low < edge < high), high]))


def _holds(frame: Rect, point: Point) -> bool:
    return frame.x < point[0] < frame.right and frame.y < point[1] < frame.bottom


def _on_piece(at: float, low: float, high: float, upright: bool, size: tuple[float, float]) -> Iterator[Rect]:
    """Patches along one piece, the middle first."""
    w, h = size
    room = (h if upright else w) / 2 + BEND
    for share in TRIES:
        along = low + room + (high - low - 2 * room) * (share - 0.2) / 0.6
        x, y = (at, along) if upright else (along, at)
        yield Rect(x - w / 2, y - h / 2, w, h)


def _obstacles(cells: Mapping[str, Cell], boxes: Mapping[str, Rect]) -> list[Rect]:
    """Leaves and titles."""
    found = []
    for key, box in boxes.items():
        cell = cells[key]
        if not cell.children:
            found.append(box)
        elif cell.header:
            found.append(Rect(box.x, box.y, box.w, cell.header))
    return found


def _lines(own: str, nets: Mapping[str, str], routes: Mapping[str, Points], area: Rect) -> list[Rect]:
    """The pieces of lines of other nets in the area."""
    found = []
    left, top, right, bottom = area.x - CLEAR, area.y - CLEAR, area.right + CLEAR, area.bottom + CLEAR
    for key, points in routes.items():
        if key == own or (key in nets and nets[key] == nets.get(own)):
            continue
        for (ax, ay), (bx, by) in pairwise(points):
            beside = (ax >= right and bx >= right) or (ax <= left and bx <= left)
            if not (beside or (ay >= bottom and by >= bottom) or (ay <= top and by <= top)):
                found.append(Rect(min(ax, bx), min(ay, by), abs(ax - bx), abs(ay - by)))
    return found


def _free(patch: Rect, fixed: list[Rect], frames: list[Rect]) -> bool:
    """Whether the patch is clear of all fixed things and on no border."""
    if any(patch.overlaps(other, CLEAR) for other in fixed):
        return False
    return not any(patch.overlaps(box, CLEAR) and not _inside(patch, box) for box in frames)


def _inside(patch: Rect, box: Rect) -> bool:
    return (
        patch.x >= box.x + CLEAR
        and patch.y >= box.y + CLEAR
        and patch.right <= box.right - CLEAR
        and patch.bottom <= box.bottom - CLEAR
    )
