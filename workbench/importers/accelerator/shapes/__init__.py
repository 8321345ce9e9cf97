"""Shapes: one file a kind of object, known by its keys. Importing this package registers them all."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from pkgutil import iter_modules
from typing import Any, Final

from workbench.importers.accelerator.gathering import Gathering, Source
from workbench.texts import Text, text

Knows = Callable[[Mapping[str, Any], Sequence[str]], bool]
Gather = Callable[[Sequence[Source], Gathering], None]


@dataclass(frozen=True, slots=True)
class Shape:
    """A kind of object: what it is called, how it is known, and what becomes of all of them; None where none is held yet.

    Shapes of a later turn see what the earlier ones proposed.
    """

    name: str
    label: Text
    knows: Knows
    gather: Gather | None
    turn: int


SHAPES: Final[dict[str, Shape]] = {}


def shape(name: str, label: str, *, knows: Knows, turn: int = 1) -> Callable[[Gather], Gather]:
    """Registers a function as what becomes of the objects of a shape."""

    def register(gather: Gather) -> Gather:
        _register(Shape(name, text(label, key=f"import.shape.{name}"), knows, gather, turn))
        return gather

    return register


def not_held_yet(name: str, label: str, *, knows: Knows) -> None:
    """Registers a shape that is known and listed, and becomes nothing yet."""
    _register(Shape(name, text(label, key=f"import.shape.{name}"), knows, None, 9))


@cache
def shapes() -> tuple[Shape, ...]:
    """Every shape; loads them when first asked."""
    for found in sorted(module.name for module in iter_modules(__path__)):
        import_module(f"{__name__}.{found}")
    return tuple(SHAPES[name] for name in sorted(SHAPES))


def shape_of(value: Mapping[str, Any], words: Sequence[str]) -> Shape | None:
    """The shape of an object, None where nothing known has its keys."""
    return next((one for one in shapes() if one.knows(value, words)), None)


def _register(one: Shape) -> None:
    if one.name in SHAPES:
        raise ValueError(f"two shapes are called {one.name!r}")
    SHAPES[one.name] = one
