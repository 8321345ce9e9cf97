"""A remark on a sheet."""

from __future__ import annotations

from typing import Annotated

from workbench.model.element import Element, kind, shown


@kind(
    "Sheet note",
    "Sheet notes",
    domain="account",
    symbol="note",
    inside=("sheet",),
    stands={"account": ("",), "network": ("",), "security": ("",)},
    shape="note",
    size=(120, 44),
    tint="note",
)
class SheetNote(Element, frozen=True, kw_only=True, tag="sheet-note"):
    """A remark on one sheet for those who work on it: its name is what it says. The customer sees it where it says so."""

    printed: Annotated[bool, shown("Printed", hint="In what is exported for the customer.")] = False

    def is_printed(self) -> bool:
        """As it says."""
        return self.printed
