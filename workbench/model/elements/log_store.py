"""Where logs are kept."""

from __future__ import annotations

from typing import Annotated

from workbench.model.element import Element, ElementId, kind, shown


@kind(
    "Logstore",
    "Logstores",
    domain="compliance",
    symbol="log-store",
    inside=("account",),
    stands={"account": ("",)},
    shape="node",
    size=(168, 44),
    clause_item="cmp.audit",
)
class LogStore(Element, frozen=True, kw_only=True, tag="log-store"):
    """A Logstore of Simple Log Service with the time it keeps what it is sent."""

    project: Annotated[str, shown("Project")] = ""
    region: Annotated[ElementId | None, shown("Region", refers=("region",))] = None
    retention: Annotated[int, shown("Kept for", unit="d", least=1, most=3650)] = 30
    hot: Annotated[
        int | None, shown("Hot for", unit="d", least=1, hint="Then it moves to cheaper storage.")
    ] = None

    def meta(self) -> str:
        """How many days it keeps logs."""
        return f"{self.retention} d"
