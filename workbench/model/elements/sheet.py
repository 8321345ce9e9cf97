"""A drawing of part of the design."""

from __future__ import annotations

from typing import Annotated, Literal

from workbench.model.element import Element, ElementId, kind, shown


@kind("Sheet", "Sheets", domain="account", symbol="resource-group", inside=("",))
class Sheet(Element, frozen=True, kw_only=True, tag="sheet"):
    """A drawing: everything of its subject, arranged by itself where nobody placed it."""

    shows: Annotated[
        Literal["account", "network", "security"],
        shown(
            "Shows",
            choices={
                "account": "account hierarchy",
                "network": "network topology",
                "security": "security domains",
            },
        ),
    ] = "network"
    only: Annotated[
        tuple[ElementId, ...],
        shown(
            "Only",
            refers=("region", "account", "vpc", "folder", "security-domain"),
            hint="Empty shows everything.",
        ),
    ] = ()
    order: Annotated[int, shown("Order", least=0)] = 0
