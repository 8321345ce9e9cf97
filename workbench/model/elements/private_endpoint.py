"""A service of another network, reached at an address of one's own."""

from __future__ import annotations

from typing import Annotated, Literal

from workbench.model.element import Element, ElementId, kind, shown


@kind(
    "Private endpoint",
    "Private endpoints",
    domain="network",
    symbol="private-endpoint",
    inside=("vpc",),
    stands={"network": ("vpc",)},
    shape="tile",
    size=(84, 58),
    clause_item="net.cloud",
)
class PrivateEndpoint(Element, frozen=True, kw_only=True, tag="private-endpoint"):
    """A PrivateLink endpoint: one service of another VPC or of the platform, without a route to it."""

    type: Annotated[
        Literal["interface", "gateway", "gwlb"],
        shown("Type", choices={"interface": "interface", "gateway": "gateway", "gwlb": "GWLB"}),
    ] = "interface"
    service: Annotated[
        str, shown("Endpoint service", hint="For example com.aliyuncs.privatelink.cn-shanghai.kms.")
    ] = ""
    provider: Annotated[
        ElementId | None,
        shown("Provided by", refers=("load-balancer",), hint="Where the service is one of this design."),
    ] = None
    vswitches: Annotated[tuple[ElementId, ...], shown("vSwitches", refers=("vswitch",))] = ()
    groups: Annotated[tuple[ElementId, ...], shown("Security groups", refers=("security-group",))] = ()
    accepted: Annotated[
        bool, shown("Accepted", hint="By the provider, where the service does not accept of itself.")
    ] = False

    def meta(self) -> str:
        """The last word of the service's name."""
        return self.service.rpartition(".")[2]
