"""One address before many servers."""

from __future__ import annotations

from typing import Annotated, Literal

from workbench.model.element import Element, ElementId, kind, shown


@kind(
    "Load balancer",
    "Load balancers",
    domain="network",
    symbol="load-balancer",
    inside=("vpc",),
    stands={"network": ("vpc",)},
    shape="tile",
    size=(72, 58),
    clause_item="net.cloud",
)
class LoadBalancer(Element, frozen=True, kw_only=True, tag="load-balancer"):
    """Spreads requests over servers of a VPC."""

    type: Annotated[
        Literal["alb", "nlb", "clb"], shown("Type", choices={"alb": "ALB", "nlb": "NLB", "clb": "CLB"})
    ] = "alb"
    faces: Annotated[
        Literal["internet", "intranet"],
        shown("Faces", choices={"internet": "the internet", "intranet": "private networks"}),
    ] = "intranet"
    vswitches: Annotated[tuple[ElementId, ...], shown("vSwitches", refers=("vswitch",))] = ()

    def meta(self) -> str:
        """The type."""
        return self.type.upper()

    def opens_to(self) -> str:
        """The internet, where it faces it."""
        return "internet" if self.faces == "internet" else ""
