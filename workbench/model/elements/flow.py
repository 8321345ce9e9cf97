"""Traffic that is wanted, or wanted not."""

from __future__ import annotations

from typing import Annotated, Final, Literal

from workbench.model.element import Element, ElementId, kind, shown

ENDS: Final = (
    "application",
    "security-domain",
    "internet",
    "data-centre",
    "other-cloud",
    "load-balancer",
    "bastion-host",
    "database",
)
"""Between whom something flows."""


@kind(
    "Flow",
    "Flows",
    domain="security",
    symbol="flow",
    inside=("",),
    joins=("source", "target"),
    line="flow",
    clause_item="sec.network",
)
class Flow(Element, frozen=True, kw_only=True, tag="flow"):
    """Traffic between two applications, domains, entries, databases or outside places, and whether it is wanted."""

    source: Annotated[ElementId | None, shown("Source", refers=ENDS)] = None
    target: Annotated[ElementId | None, shown("Target", refers=ENDS)] = None
    protocol: Annotated[
        Literal["tcp", "udp", "icmp", "all"],
        shown("Protocol", choices={"tcp": "TCP", "udp": "UDP", "icmp": "ICMP", "all": "all"}),
    ] = "tcp"
    port: Annotated[str, shown("Port", hint="From/to, for example 443/443.")] = ""
    wanted: Annotated[
        Literal["allow", "deny"], shown("Wanted", choices={"allow": "allow", "deny": "deny"})
    ] = "allow"

    def meta(self) -> str:
        """Protocol and port."""
        low, _, high = self.port.partition("/")
        return f"{self.protocol.upper()} {low if low == high else self.port}".strip()

    def line_variant(self) -> str:
        """Traffic that is wanted not looks stopped."""
        return "denied" if self.wanted == "deny" else ""
