"""The points of a line, read off the finished tree of its net."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from planners.layout.cell import Point, Points
from planners.layout.cuts import BOTTOM, RIGHT, Cuts
from planners.layout.nets import Terminal
from planners.layout.trees import Pin, Tree

SAME = 1e-6


def line(cuts: Cuts, tree: Tree, first: Terminal, last: Terminal) -> Points:
    """The line between two terminals of the net."""
    if first not in tree.pins:
        return line(cuts, tree, last, first)[::-1]
    pin = tree.pins[first]
    chain = [pin.seg.strip]
    while chain[-1] in tree.parent:
        chain.append(tree.parent[chain[-1]])
    end = tree.pins.get(last)
    if end is None:
        return _points(cuts, tree, pin, chain, tree.roots[chain[-1]])
    return _points(cuts, tree, pin, _between_pins(tree, chain, end), end)


def _between_pins(tree: Tree, chain: list[int], end: Pin) -> list[int]:
    """The chain of strips from its first to the one the other pin is on."""
    other = [end.seg.strip]
    while other[-1] not in chain:
        other.append(tree.parent[other[-1]])
    return [*chain[: chain.index(other[-1]) + 1], *other[-2::-1]]


def _points(cuts: Cuts, tree: Tree, start: Pin, chain: Sequence[int], end: Pin) -> Points:
    strips = cuts.strips
    points = [_tip(cuts, start), _foot(start, strips[chain[0]].vertical)]
    for near, far in pairwise(chain):
        a, b = tree.segs[near].at, tree.segs[far].at
        points.append((a, b) if strips[near].vertical else (b, a))
    points += [_foot(end, strips[chain[-1]].vertical), _tip(cuts, end)]
    return tidy(points)


def _tip(cuts: Cuts, pin: Pin) -> Point:
    """The point on the border where the line ends."""
    if pin.child < 0:
        edge = (0.0, 0.0, cuts.strips[RIGHT].hi, cuts.strips[BOTTOM].hi)[pin.side]
    else:
        x, y, w, h = cuts.spots[pin.child]
        edge = (x + pin.inset, y + pin.inset, x + w - pin.inset, y + h - pin.inset)[pin.side]
    return (edge, pin.at) if pin.side % 2 == 0 else (pin.at, edge)


def _foot(pin: Pin, vertical: bool) -> Point:
    """Where the line from the pin meets its run."""
    return (pin.seg.at, pin.at) if vertical else (pin.at, pin.seg.at)


def tidy(points: Sequence[Point]) -> Points:
    """The same line without points that repeat or lie on the way; what is all but straight becomes straight."""
    kept: list[Point] = []
    for point in points:
        at = _in_line(kept[-1], point) if kept else point
        if kept and at == kept[-1]:
            continue
        while len(kept) > 1 and _on_one_line(kept[-2], kept[-1], at):
            kept.pop()
        kept.append(at)
    return tuple(kept)


def _in_line(before: Point, point: Point) -> Point:
    """The point, with a coordinate that is the same but for rounding made the same."""
    x = before[0] if abs(point[0] - before[0]) < SAME else point[0]
    y = before[1] if abs(point[1] - before[1]) < SAME else point[1]
    return (x, y)


def _on_one_line(a: Point, b: Point, c: Point) -> bool:
    return (a[0] == b[0] == c[0]) or (a[1] == b[1] == c[1])
