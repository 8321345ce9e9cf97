"""Outlines of moves, lines and curves: written SVG path text comes in, arcs become cubic curves."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Sequence
from typing import Final

Step = tuple[str, tuple[float, ...]]
"""M x y, L x y, C x1 y1 x2 y2 x y, or Z: absolute coordinates only."""
Path = tuple[Step, ...]
Point = tuple[float, float]

CIRCLE: Final = 0.5522847498
"""How far the handles of a quarter of a circle reach, in radii."""
_SIGN: Final = re.compile(r"([MLHVCSQAZmlhvcsqaz])|([-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?)")
_COUNT: Final = {"M": 2, "L": 2, "H": 1, "V": 1, "C": 6, "S": 4, "Q": 4, "A": 7, "Z": 0}


def outline(written: str) -> Path:
    """The steps of SVG path text; ValueError where numbers are missing."""
    pen = _Pen()
    for letter, numbers in _commands(written):
        pen.draw(letter, numbers)
    return tuple(pen.steps)


def polygon(points: Sequence[Point], closed: bool = True) -> Path:
    """Straight lines from point to point."""
    first, *rest = points
    steps: list[Step] = [("M", first), *(("L", point) for point in rest)]
    return tuple([*steps, ("Z", ())] if closed else steps)


def ellipse(cx: float, cy: float, rx: float, ry: float) -> Path:
    """An ellipse as four curves."""
    return rectangle(cx - rx, cy - ry, 2 * rx, 2 * ry, rx, ry)


def rectangle(x: float, y: float, w: float, h: float, rx: float = 0.0, ry: float | None = None) -> Path:
    """A rectangle, its corners rounded where radii are given."""
    ry = rx if ry is None else ry
    rx, ry = min(rx, w / 2), min(ry, h / 2)
    if rx <= 0 or ry <= 0:
        return polygon([(x, y), (x + w, y), (x + w, y + h), (x, y + h)])
    kx, ky = rx * (1 - CIRCLE), ry * (1 - CIRCLE)
    r, b = x + w, y + h
    return (
        ("M", (x + rx, y)),
        ("L", (r - rx, y)),
        ("C", (r - kx, y, r, y + ky, r, y + ry)),
        ("L", (r, b - ry)),
        ("C", (r, b - ky, r - kx, b, r - rx, b)),
        ("L", (x + rx, b)),
        ("C", (x + kx, b, x, b - ky, x, b - ry)),
        ("L", (x, y + ry)),
        ("C", (x, y + ky, x + kx, y, x + rx, y)),
        ("Z", ()),
    )


class _Pen:
    """Follows path commands and notes absolute steps."""

    def __init__(self) -> None:
        self.steps: list[Step] = []
        self.at: Point = (0.0, 0.0)
        self.start: Point = (0.0, 0.0)
        self.handle: Point | None = None

    def draw(self, letter: str, numbers: tuple[float, ...]) -> None:
        """Do one command; a small letter counts from the point where the pen is."""
        upper = letter.upper()
        if letter != upper:
            numbers = self._absolute(upper, numbers)
        handle, self.handle = self.handle, None
        if upper == "Z":
            self.steps.append(("Z", ()))
            self.at = self.start
        elif upper in "CSQ":
            self._curve(upper, numbers, handle)
        elif upper == "A":
            self._arc(numbers)
        else:
            self._straight(upper, numbers)

    def _absolute(self, upper: str, numbers: tuple[float, ...]) -> tuple[float, ...]:
        x, y = self.at
        if upper in "HV":
            return (numbers[0] + (x if upper == "H" else y),)
        if upper == "A":
            return (*numbers[:5], numbers[5] + x, numbers[6] + y)
        return tuple(number + (y if index % 2 else x) for index, number in enumerate(numbers))

    def _straight(self, upper: str, numbers: tuple[float, ...]) -> None:
        x, y = self.at
        self.at = {"H": (numbers[0], y), "V": (x, numbers[0])}.get(upper, (numbers[0], numbers[-1]))
        if upper == "M":
            self.start = self.at
        self.steps.append(("M" if upper == "M" else "L", self.at))

    def _curve(self, upper: str, numbers: tuple[float, ...], handle: Point | None) -> None:
        x, y = self.at
        if upper == "S":
            hx, hy = handle or self.at
            numbers = (2 * x - hx, 2 * y - hy, *numbers)
        elif upper == "Q":
            qx, qy, ex, ey = numbers
            third = 2 / 3
            numbers = (
                x + (qx - x) * third,
                y + (qy - y) * third,
                ex + (qx - ex) * third,
                ey + (qy - ey) * third,
                ex,
                ey,
            )
        self.handle = (numbers[2], numbers[3])
        self.at = (numbers[4], numbers[5])
        self.steps.append(("C", numbers))

    def _arc(self, numbers: tuple[float, ...]) -> None:
        rx, ry, turn, large, sweep, x, y = numbers
        for curve in _arc_curves(
            self.at, (x, y), (abs(rx), abs(ry)), math.radians(turn), bool(large), bool(sweep)
        ):
            self.steps.append(("C", curve))
        self.at = (x, y)


def _commands(written: str) -> Iterator[tuple[str, tuple[float, ...]]]:
    letter, numbers = "", list[float]()
    for found in _SIGN.finditer(written):
        if found.group(1):
            yield from _split(letter, numbers)
            letter, numbers = found.group(1), []
        else:
            numbers.append(float(found.group(2)))
    yield from _split(letter, numbers)


def _split(letter: str, numbers: list[float]) -> Iterator[tuple[str, tuple[float, ...]]]:
    """A letter may be followed by several sets of numbers; after the first move the rest are lines."""
    if not letter:
        return
    count = _COUNT[letter.upper()]
    if count and (not numbers or len(numbers) % count):
        raise ValueError(f"{letter} takes {count} numbers, not {len(numbers)}")
    yield letter, tuple(numbers[:count])
    rest = {"M": "L", "m": "l"}.get(letter, letter)
    for at in range(count, len(numbers), count or 1):
        yield rest, tuple(numbers[at : at + count])


def _arc_curves(
    start: Point, end: Point, radii: Point, turn: float, large: bool, sweep: bool
) -> Iterator[tuple[float, ...]]:
    """Cubic curves of at most a quarter turn each; the rules are those of the SVG recommendation."""
    if start == end:
        return
    if not radii[0] or not radii[1]:
        yield (*start, *end, *end)
        return
    centre, radii, first, extent = _centred(start, end, radii, turn, large, sweep)
    count = max(1, math.ceil(abs(extent) / (math.pi / 2) - 1e-9))
    step = extent / count
    reach = 4 / 3 * math.tan(step / 4)

    def place(x: float, y: float) -> Point:
        x, y = x * radii[0], y * radii[1]
        return (
            centre[0] + x * math.cos(turn) - y * math.sin(turn),
            centre[1] + x * math.sin(turn) + y * math.cos(turn),
        )

    for index in range(count):
        a, b = first + index * step, first + (index + 1) * step
        one = place(math.cos(a) - reach * math.sin(a), math.sin(a) + reach * math.cos(a))
        two = place(math.cos(b) + reach * math.sin(b), math.sin(b) - reach * math.cos(b))
        last = end if index == count - 1 else place(math.cos(b), math.sin(b))
        yield (*one, *two, *last)


def _centred(
    start: Point, end: Point, radii: Point, turn: float, large: bool, sweep: bool
) -> tuple[Point, Point, float, float]:
    """Centre, radii (grown where they are too short), first angle and extent of an arc."""
    cos, sin = math.cos(turn), math.sin(turn)
    half_x, half_y = (start[0] - end[0]) / 2, (start[1] - end[1]) / 2
    x, y = cos * half_x + sin * half_y, cos * half_y - sin * half_x
    rx, ry = radii
    grow = math.sqrt(max(1.0, (x / rx) ** 2 + (y / ry) ** 2))
    rx, ry = rx * grow, ry * grow
    under = (rx * ry) ** 2 - (rx * y) ** 2 - (ry * x) ** 2
    factor = math.sqrt(max(0.0, under) / ((rx * y) ** 2 + (ry * x) ** 2)) * (-1 if large == sweep else 1)
    mid_x, mid_y = factor * rx * y / ry, -factor * ry * x / rx
    centre = (
        cos * mid_x - sin * mid_y + (start[0] + end[0]) / 2,
        sin * mid_x + cos * mid_y + (start[1] + end[1]) / 2,
    )
    first = math.atan2((y - mid_y) / ry, (x - mid_x) / rx)
    extent = math.atan2((-y - mid_y) / ry, (-x - mid_x) / rx) - first
    if sweep and extent < 0:
        extent += 2 * math.pi
    elif not sweep and extent > 0:
        extent -= 2 * math.pi
    return centre, (rx, ry), first, extent
