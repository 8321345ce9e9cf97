"""Blocks under one name."""

from __future__ import annotations

from typing import Annotated

from workbench.model.element import Block, Element, ElementId, Row, kind, shown


class PrefixEntry(Row, frozen=True, kw_only=True):
    """One block of a prefix list."""

    block: Annotated[Block, shown("Block", editor="block")] = ""
    description: Annotated[str, shown("Description")] = ""


@kind(
    "Prefix list",
    "Prefix lists",
    domain="network",
    symbol="prefix-list",
    inside=("account", ""),
    clause_item="net.cloud",
)
class PrefixList(Element, frozen=True, kw_only=True, tag="prefix-list"):
    """Blocks that rules and routes name together."""

    region: Annotated[ElementId | None, shown("Region", refers=("region",))] = None
    most: Annotated[int, shown("Most entries", least=1, most=200)] = 10
    entries: Annotated[tuple[PrefixEntry, ...], shown("Entries", section="addresses")] = ()

    def meta(self) -> str:
        """Entries held and entries possible."""
        return f"{len(self.entries)}/{self.most}"
