"""How much of a box is painted at which zoom."""

from __future__ import annotations

from dataclasses import replace
from enum import IntEnum
from typing import Final

from workbench.drawing.drawing import Box, Part, Plate, Role


class Detail(IntEnum):
    """From far away to near: what a box shows."""

    MASS = 0
    PLAIN = 1
    SYMBOLS = 2
    NAMES = 3
    USUAL = 4
    ALL = 5


STEPS: Final = (
    (1.5, Detail.ALL),
    (0.8, Detail.USUAL),
    (0.7, Detail.NAMES),
    (0.45, Detail.SYMBOLS),
    (0.3, Detail.PLAIN),
)
_SQUARE: Final = 4.0
"""Corners rounder than this look round even from afar."""
CONTAINERS: Final = frozenset({"container"})
_LATER: Final[dict[Role, Detail]] = {
    "meta": Detail.NAMES,
    "gauge": Detail.USUAL,
    "caption": Detail.NAMES,
    "range": Detail.NAMES,
    "pill": Detail.NAMES,
    "title": Detail.NAMES,
    "chip": Detail.NAMES,
    "symbol": Detail.NAMES,
    "bar": Detail.SYMBOLS,
    "detail": Detail.NAMES,
    "image": Detail.MASS,
}


def detail_at(zoom: float) -> Detail:
    """The detail of a zoom, 1 being a pixel a point."""
    for least, detail in STEPS:
        if zoom >= least - 1e-9:
            return detail
    return Detail.MASS


def is_container(box: Box) -> bool:
    """Whether a box is there to hold others."""
    return box.shape in CONTAINERS


def parts_at(box: Box, detail: Detail) -> tuple[Part, ...]:
    """The parts of a box that are painted as they stand; held titles and symbols of small boxes come on top."""
    if box.shape == "legend":
        return box.parts if detail >= Detail.NAMES else ()
    shown = (part for part in box.parts if detail >= first_detail(part, is_container(box)))
    return tuple(_square(part) for part in shown) if detail <= Detail.PLAIN else tuple(shown)


def _square(part: Part) -> Part:
    """The same part with corners that cost less to paint, where no eye could tell."""
    return replace(part, radius=0.0) if isinstance(part, Plate) and part.radius <= _SQUARE else part


def first_detail(part: Part, container: bool) -> Detail:
    """The least detail at which a part is painted; frames always are, writing never before names."""
    if container and isinstance(part, Plate) and part.role in ("outline", "header"):
        return Detail.MASS
    if part.role in ("outline", "header", "legend"):
        return Detail.MASS if isinstance(part, Plate) else Detail.NAMES
    return _LATER[part.role]
