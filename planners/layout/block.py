"""A finished container, and how it is pulled wider without routing it again."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from planners.layout.cell import Points, Rect
from planners.layout.nets import Terminal

Exit = tuple[int, float]
"""Side of the container and the offset along it where a net leaves."""


@dataclass(frozen=True, slots=True)
class Block:
    """A finished container in its own coordinates; `redone` holds children that were pulled wider to fit it."""

    size: tuple[float, float]
    places: tuple[Rect, ...]
    insets: tuple[float, ...]
    exits: dict[str, Exit]
    paths: dict[tuple[str, Terminal, Terminal], Points]
    axis: float | None
    redone: dict[str, Block] = field(default_factory=dict)


def pulled(block: Block, start: float, delta: float) -> Block | None:
    """The block with everything from x = start on moved right; nothing if a child stands across that line."""
    if any(place.x < start < place.right for place in block.places):
        return None

    def there(x: float) -> float:
        return x + delta if x >= start else x

    return replace(
        block,
        size=(block.size[0] + delta, block.size[1]),
        places=tuple(replace(place, x=there(place.x)) for place in block.places),
        exits={net: (side, there(at) if side % 2 else at) for net, (side, at) in block.exits.items()},
        paths={key: tuple((there(x), y) for x, y in points) for key, points in block.paths.items()},
        axis=None if block.axis is None else there(block.axis),
    )
