"""ImportPlan: what would become of everything that was read, and the one edit that does it."""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import dataclass
from typing import Final, Literal

from workbench.edits import Edit
from workbench.model.element import ElementId
from workbench.texts import Text, text

Fate = Literal["new", "changed", "same", "unheld", "refused", "doubtful"]
FATES: Final[tuple[Fate, ...]] = ("refused", "doubtful", "new", "changed", "same", "unheld")
FATE_WORDS: Final[dict[Fate, Text]] = {
    "refused": text("refused", key="import.refused"),
    "doubtful": text("to look at", key="import.doubtful"),
    "new": text("new", key="import.new"),
    "changed": text("changed", key="import.changed"),
    "same": text("same", key="import.same"),
    "unheld": text("not held yet", key="import.unheld"),
}


@dataclass(frozen=True, slots=True)
class ImportItem:
    """One thing in a file: where it stands, and what becomes of it.

    `field` is the field of the element that it changes, "" where it is about the element as a whole.
    """

    file: str
    path: str
    state: Fate
    becomes: Text
    line: int = 0
    element: ElementId = ""
    field: str = ""

    def place(self) -> str:
        """File, line and path in one word."""
        return ":".join(part for part in (self.file, str(self.line or ""), self.path) if part)


Picking = Callable[[Collection[ImportItem]], Edit]
"""Makes the edit of some items."""


@dataclass(frozen=True, slots=True)
class ImportPlan:
    """Every item of an import and the edit that brings them in; no edit where anything was refused.

    `picked` makes the edit of some of the items, with what they need beside; None where it is all or nothing.
    """

    items: tuple[ImportItem, ...]
    edit: Edit | None
    picked: Picking | None = None

    @property
    def refusals(self) -> tuple[ImportItem, ...]:
        """What was refused, which keeps everything else out too."""
        return tuple(item for item in self.items if item.state == "refused")

    @property
    def proposals(self) -> tuple[ImportItem, ...]:
        """What would be added or changed."""
        return tuple(item for item in self.items if item.state in ("new", "changed"))

    def counts(self) -> dict[Fate, int]:
        """How many items there are of each fate."""
        return {fate: sum(item.state == fate for item in self.items) for fate in FATES}


class Refused(Exception):
    """Something that cannot be read in; `text` says why and what to do, the rest where it stands."""

    def __init__(self, text: Text, path: str = "", line: int = 0) -> None:
        super().__init__(text.said("en"))
        self.text = text
        self.path = path
        self.line = line
