"""How each tint looks: colours, radii, header heights, and how what stands inside is arranged."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from workbench.model.element import Kind, Shape


@dataclass(frozen=True, slots=True)
class Look:
    """The look of one tint; `stem` is the first part of its colours' names.

    `template`, `role`, `padding` and `gap` say how the layout treats it. `title` is the size of its title.
    """

    stem: str = "node"
    radius: float = 6.0
    line: float = 1.0
    dash: tuple[float, ...] = ()
    header: float = 0.0
    strip: bool = False
    title: float = 13.0
    weight: int = 600
    template: str = "rows"
    role: str = ""
    padding: float = 10.0
    gap: float = 8.0


LOOKS: Final[Mapping[str, Look]] = {
    "node": Look(),
    "leaf": Look(stem="leaf", radius=4.0),
    "folder": Look("folder", 8.0, 1.2, header=28.0, strip=True, template="folder"),
    "account": Look("account", 7.0, 1.2, header=24.0, strip=True, template="account", role="account"),
    "region": Look(
        "region",
        10.0,
        1.2,
        header=28.0,
        title=14.0,
        weight=700,
        template="region",
        role="region",
        padding=12.0,
        gap=16.0,
    ),
    "vpc": Look("vpc", 7.0, 1.2, header=26.0, strip=True, template="vpc"),
    "zone": Look(
        "zone", 4.0, 1.0, (4.0, 3.0), header=20.0, title=11.5, template="column", role="zone", padding=6.0
    ),
    "site": Look("site", 2.0, 1.4, header=26.0, strip=True, role="site"),
    "other-cloud": Look("site", 2.0, 1.4, (5.0, 3.0), header=26.0, strip=True, role="site"),
    "note": Look(stem="note", radius=2.0),
    "picture": Look(radius=2.0, dash=(4.0, 3.0)),
    "security-domain": Look(
        "domain", 14.0, 2.0, (8.0, 3.0, 2.0, 3.0), header=26.0, strip=True, padding=14.0, gap=24.0
    ),
}
ROLES: Final[Mapping[Shape, str]] = {
    "site": "site",
    "capsule": "cen",
    "router": "router",
    "tile": "tile",
    "leaf": "leaf",
    "node": "node",
    "head": "head",
}
"""The role in the layout of the shapes that have one of their own."""


def look_of(kind: Kind, shape: Shape) -> Look:
    """The look of a kind; a container whose tint says nothing about the inside looks like an account."""
    look = LOOKS.get(kind.tint, LOOKS["node"])
    return look if shape != "container" or look.header else LOOKS["account"]
