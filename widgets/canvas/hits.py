"""What lies under a point of a sheet."""

from __future__ import annotations

from collections.abc import Iterator

from workbench.drawing.drawing import Box, Drawing, Key, Line, Point, Rect


def box_at(drawing: Drawing, point: Point, without: frozenset[Key] = frozenset()) -> Box | None:
    """The innermost box under a point, the topmost where several overlap; None on the bare sheet."""
    found: Box | None = None
    key = ""
    while (inner := _inside_at(drawing, key, point, without)) is not None:
        found, key = inner, inner.key
    return found


def _inside_at(drawing: Drawing, key: Key, point: Point, without: frozenset[Key]) -> Box | None:
    for inner in reversed(drawing.inside.get(key, ())):
        box = drawing.by_key[inner]
        if inner not in without and box.element and box.rect.holds(point):
            return box
    return None


def line_at(drawing: Drawing, point: Point, reach: float) -> Line | None:
    """The nearest line within reach of a point."""
    near = [(distance, index) for index, distance in _distances(drawing, point, reach)]
    return drawing.lines[min(near)[1]] if near else None


def _distances(drawing: Drawing, point: Point, reach: float) -> Iterator[tuple[int, float]]:
    x, y = point
    for index, line in enumerate(drawing.lines):
        if line.label and line.label.rect.holds(point):
            yield index, 0.0
        for (ax, ay), (bx, by) in zip(line.points, line.points[1:], strict=False):
            if (
                min(ax, bx) - reach <= x <= max(ax, bx) + reach
                and min(ay, by) - reach <= y <= max(ay, by) + reach
            ):
                distance = _distance(point, (ax, ay), (bx, by))
                if distance <= reach:
                    yield index, distance


def _distance(point: Point, a: Point, b: Point) -> float:
    """How far a point is from a straight piece."""
    dx, dy = b[0] - a[0], b[1] - a[1]
    length = dx * dx + dy * dy
    along = 0.0 if not length else ((point[0] - a[0]) * dx + (point[1] - a[1]) * dy) / length
    along = min(max(along, 0.0), 1.0)
    x, y = a[0] + along * dx - point[0], a[1] + along * dy - point[1]
    return float((x * x + y * y) ** 0.5)


def boxes_within(drawing: Drawing, area: Rect) -> list[Box]:
    """The boxes that lie wholly in an area, without those inside another that does."""
    found: list[Box] = []
    taken: set[Key] = set()
    for box in drawing.boxes:
        if box.within in taken:
            taken.add(box.key)
        elif box.element and _holds(area, box.rect):
            found.append(box)
            taken.add(box.key)
    return found


def _holds(outer: Rect, inner: Rect) -> bool:
    return (
        outer.x <= inner.x
        and outer.y <= inner.y
        and inner.right <= outer.right
        and inner.bottom <= outer.bottom
    )
