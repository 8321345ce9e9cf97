"""What a newer version of the workbench knows."""

from __future__ import annotations

from typing import Annotated

from workbench.model.element import Element, kind, shown


@kind("Unknown element", "Unknown elements", domain="account", symbol="mark-unknown", inside=("",))
class Opaque(Element, frozen=True, kw_only=True, tag="opaque"):
    """An element of a kind this version does not know; it is kept as it came."""

    kind_name: Annotated[str, shown("Kind", section="identity")] = ""
    content: str = ""

    def meta(self) -> str:
        """The kind it names."""
        return self.kind_name
