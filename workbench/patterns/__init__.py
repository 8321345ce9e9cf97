"""Patterns: what a new design starts from. One file a pattern; importing this package registers them all."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from pkgutil import iter_modules
from typing import Final

import msgspec

from workbench.model.design import Design
from workbench.model.elements.engagement import Engagement
from workbench.model.elements.fact_override import FactOverride
from workbench.model.ids import id_from
from workbench.preferences import preferences
from workbench.texts import Text, text

Making = Callable[[], Design]


@dataclass(frozen=True, slots=True)
class Pattern:
    """What a design starts from: its name on the command line, its title, what it holds, and how it is made."""

    name: str
    title: Text
    says: Text
    design: Making


PATTERNS: Final[dict[str, Pattern]] = {}


class UnknownPattern(ValueError):
    """A name that is no pattern; `text` lists those there are."""

    def __init__(self, text: Text) -> None:
        super().__init__(text.said("en"))
        self.text = text


def pattern(name: str, *, title: str, says: str) -> Callable[[Making], Making]:
    """Registers a function as the pattern of a name; a second one of the same name stops the program."""

    def register(making: Making) -> Making:
        if name in PATTERNS:
            raise ValueError(f"two patterns are called {name!r}")
        named = text(title, key=f"pattern.{name}")
        PATTERNS[name] = Pattern(name, named, text(says, key=f"pattern.{name}.says"), making)
        return making

    return register


def started(name: str, edition: str, choice: str = "") -> Design:
    """A new design from a pattern, for an edition; UnknownPattern lists the names there are."""
    made = patterns().get(name)
    if made is None:
        raise UnknownPattern(
            text(
                "There is no pattern “{name}”. The patterns are: {patterns}.",
                name=name,
                patterns=tuple(patterns()),
            )
        )
    return _ordered(made.design(), edition, choice)


def begun(name: str, edition: str, choice: str = "") -> Design:
    """The same, with the user's name and platform figures in it, for a design that somebody begins."""
    design, liked = started(name, edition, choice), preferences()
    engagement = design.of_kind(Engagement)[0]
    figures = [
        FactOverride(
            id=id_from("fact-override", figure.fact),
            fact=figure.fact,
            value=figure.value,
            source=figure.source,
            dated=figure.dated,
        )
        for figure in liked.figures
    ]
    own = {"author": liked.author} if liked.author and not engagement.author else {}
    return design.replacing(engagement.id, **own).adding(*figures)


@cache
def patterns() -> dict[str, Pattern]:
    """Every pattern by name; loads them when first asked."""
    for found in sorted(module.name for module in iter_modules(__path__)):
        import_module(f"{__name__}.{found}")
    return dict(sorted(PATTERNS.items()))


def _ordered(design: Design, edition: str, choice: str) -> Design:
    """The design with what was ordered in its engagement."""
    found = design.of_kind(Engagement)
    engagement = found[0] if found else Engagement(id="engagement")
    ordered = msgspec.structs.replace(engagement, edition=edition, choice=choice)
    return design.adding(ordered)
