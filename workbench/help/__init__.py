"""Help: pages made of what the program knows anyway, kinds, rules, commands, and a few that are written. One file a chapter."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cache
from typing import Final

from workbench.texts import Language, Text


@dataclass(frozen=True, slots=True)
class Page:
    """One page: an id such as rule:NET-004, its title, a symbol, and its body as simple HTML in a language.

    `also` are words it is found by besides its title.
    """

    id: str
    chapter: Text
    title: Text
    symbol: str
    body: Callable[[Language], str]
    also: str = ""


Chapter = Callable[[], Iterable[Page]]
CHAPTERS: Final = ("first_steps", "keys", "kinds", "rules", "about")
"""The modules of this package in the order of the book."""


@cache
def pages() -> dict[str, Page]:
    """Every page by id, in the order of the book."""
    from importlib import import_module

    found: dict[str, Page] = {}
    for name in CHAPTERS:
        chapter: Chapter = import_module(f"{__name__}.{name}").pages
        for page in chapter():
            if page.id in found:
                raise ValueError(f"two pages are called {page.id}")
            found[page.id] = page
    return found
