"""What each kind of sheet shows: data, so that a new kind of sheet is a new row."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Final

from workbench.model.element import KINDS, SheetKind


@dataclass(frozen=True, slots=True)
class SheetPlan:
    """One kind of sheet.

    `levels`: tags of the containers from the outside in, where an element stands that tells no better place.
    `repeated`: tags of those that stand wherever something of theirs stands, and nowhere of their own accord.
    `tree`, `aside`: styles from a head to what is below it and to the cards beside it.
    `outside`: the style of the lines from places outside to what is open to them. `ends`: shapes that stand on the
    sheet only as ends of lines. `template`: how the sheet itself is arranged. `shelved`: shapes that stand in rows
    below everything.
    """

    levels: tuple[str, ...]
    repeated: frozenset[str] = frozenset()
    tree: str = ""
    aside: str = ""
    outside: str = ""
    ends: frozenset[str] = frozenset()
    template: str = "rows"
    shelved: frozenset[str] = frozenset()
    gap: float = 24.0


SHEETS: Final[Mapping[SheetKind, SheetPlan]] = {
    "network": SheetPlan(
        levels=("region", "account", "vpc", "zone"),
        repeated=frozenset({"account", "zone"}),
        outside="outside",
        template="sheet",
    ),
    "account": SheetPlan(
        levels=("folder",),
        tree="hierarchy",
        aside="membership",
        template="chart",
        shelved=frozenset({"node"}),
        gap=16.0,
    ),
    "security": SheetPlan(
        levels=("security-domain",),
        ends=frozenset({"site"}),
        template="rows",
        gap=56.0,
    ),
}


@cache
def holders(shows: SheetKind) -> frozenset[str]:
    """The tags of the kinds that others stand in on this kind of sheet."""
    return frozenset(tag for kind in KINDS.values() for tag in kind.stands.get(shows, ()) if tag)
