"""Figures: what of a space can be seen in the rows of a frame, from the ground up; what is too small to see is joined."""

from __future__ import annotations

from collections.abc import Iterator
from math import ceil, log2
from typing import Final, NamedTuple

from PySide6.QtCore import QRectF

from widgets.addresses.rows import Rows
from workbench.planning.address_map import AddressMap, Claim, Space, Tile, Use

Cell = Claim | Tile
SEEN: Final = 2.0
"""Pixels that a figure has to be wide to stand for itself."""
HEADED: Final = 46
"""How high a network has to be to have its name above what stands in it."""
HEAD: Final = 19
INSETS: Final[dict[Use, float]] = {"pool": 0, "vpc": 1, "vswitch": 4, "router": 2}
OVER_ALL: Final = ("overlap", "declared")
A_SLICE: Final = 64
"""How many figures are found or painted between two looks at what the user does."""


class Figure(NamedTuple):
    """A rectangle and what it shows; `joined` ones stand for several that are too small to be seen."""

    rect: QRectF
    cell: Cell
    joined: bool = False


def find_figures(found: list[Figure], made: AddressMap, space: Space, rows: Rows) -> Iterator[None]:
    """Collects the claims and the overlaps in sight in the order in which they are painted, a few at a time."""
    for at, claim in enumerate(_told_apart(space, rows)):
        rect = rows.rect(claim.block)
        if rect is not None:
            _put(found, made, Figure(_inset(rect, claim, rows, made), claim))
        if not at % A_SLICE:
            yield
    found.extend(_overlaps(space, rows))
    yield


def _told_apart(space: Space, rows: Rows) -> Iterator[Claim]:
    """The claims in sight; of those smaller than a pixel one for each pixel and use."""
    frame, pixel = rows.frame, bits_of(1.0, rows)
    last: dict[Use, int] = {}
    for claim in space.claims_in(frame.first, frame.end):
        if claim.block.bits < pixel:
            at = claim.block.base >> pixel
            if last.get(claim.use) == at:
                continue
            last[claim.use] = at
        yield claim


def bits_of(pixels: float, rows: Rows) -> int:
    """The bits of the smallest block that is some pixels wide."""
    return max(rows.frame.row_bits + ceil(log2(pixels / max(rows.wide, 1.0))), 0)


def free_figures(space: Space, rows: Rows) -> Iterator[Figure]:
    """The free blocks in sight that can be told apart."""
    frame, least = rows.frame, bits_of(SEEN, rows)
    for tile in space.tiles_in(frame.first, frame.end):
        seen = tile.fill in ("free", "spare") and tile.block.bits >= least
        rect = rows.rect(tile.block) if seen else None
        if rect is not None:
            yield Figure(rect, tile)


def _overlaps(space: Space, rows: Rows) -> Iterator[Figure]:
    frame = rows.frame
    for tile in space.tiles_in(frame.first, frame.end):
        rect = rows.rect(tile.block) if tile.fill in OVER_ALL else None
        if rect is not None:
            rect.setWidth(max(rect.width(), SEEN))
            yield Figure(rect, tile)


def _put(found: list[Figure], made: AddressMap, figure: Figure) -> None:
    """Adds a figure; one that is too small to be seen goes into the one before, where that is its like and beside it."""
    if figure.rect.width() >= SEEN:
        found.append(figure)
        return
    last = found[-1] if found else None
    if last and last.joined and _alike(last, figure, made):
        last.rect.setRight(max(last.rect.right(), figure.rect.right()))
        return
    figure.rect.setWidth(max(figure.rect.width(), 1.0))
    found.append(Figure(figure.rect, figure.cell, True))


def _alike(last: Figure, figure: Figure, made: AddressMap) -> bool:
    assert isinstance(last.cell, Claim)
    assert isinstance(figure.cell, Claim)
    return (
        last.cell.use == figure.cell.use
        and last.rect.top() == figure.rect.top()
        and figure.rect.left() - last.rect.right() < 1.0
        and made.tints.get(last.cell.element) == made.tints.get(figure.cell.element)
    )


def _inset(rect: QRectF, claim: Claim, rows: Rows, made: AddressMap) -> QRectF:
    """What stands in a network leaves its border free, and its name where there is room for one."""
    by = min(INSETS.get(claim.use, 1.0), rect.height() / 4)
    head = HEAD if claim.use == "vswitch" and _is_headed(rows, claim, made) else 0.0
    return rect.adjusted(0, by + head, 0, -by)


def _is_headed(rows: Rows, claim: Claim, made: AddressMap) -> bool:
    """Whether the first row of the network around a vSwitch names it above."""
    place = rows.frame.place(claim.block)
    if place is None or rows.tops[place.top + 1] - rows.tops[place.top] < HEADED:
        return False
    around = [
        outer
        for outer in made.claims_of(claim.owner)
        if outer.use == "vpc" and outer.block.holds(claim.block)
    ]
    outer_place = rows.frame.place(around[0].block) if around else None
    return outer_place is not None and outer_place.top == place.top
