"""Room for labels on their own lines, clear of everything else."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
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
        patches = _patches(routes[wire.key], wire.label)
        area = _around(patches)
        if area is None:
            continue
        near = {key: box for key, box in boxes.items() if box.overlaps(area, CLEAR)}
        fixed = [*_obstacles(cells, near), *_lines(wire.key, nets, routes, area), *labels.values()]
        frames = [box for key, box in near.items() if cells[key].children]
        found = next((patch for patch in patches if _free(patch, fixed, frames)), None)
        if found is not None:
            labels[wire.key] = found
    return labels


def _patches(points: Points, size: tuple[float, float]) -> list[Rect]:
    """Places on the line: horizontal pieces before vertical ones, longer before shorter, the middle first."""
    w, h = size
    pieces = []
    for a, b in pairwise(points):
        flat = a[1] == b[1]
        length = abs(a[0] - b[0]) + abs(a[1] - b[1])
        if length >= (w if flat else h) + 2 * BEND:
            pieces.append((not flat, -length, a, b))
    return [patch for upright, _, a, b in sorted(pieces) for patch in _on_piece(a, b, upright, size)]


def _on_piece(a: Point, b: Point, upright: bool, size: tuple[float, float]) -> list[Rect]:
    w, h = size
    room = (h if upright else w) / 2 + BEND
    low, high = (min(a[1], b[1]), max(a[1], b[1])) if upright else (min(a[0], b[0]), max(a[0], b[0]))
    found = []
    for share in TRIES:
        at = low + room + (high - low - 2 * room) * (share - 0.2) / 0.6
        x, y = (a[0], at) if upright else (at, a[1])
        found.append(Rect(x - w / 2, y - h / 2, w, h))
    return found


def _around(patches: Sequence[Rect]) -> Rect | None:
    if not patches:
        return None
    x, y = min(p.x for p in patches), min(p.y for p in patches)
    return Rect(x, y, max(p.right for p in patches) - x, max(p.bottom for p in patches) - y)


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
