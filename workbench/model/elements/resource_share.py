"""What one account lends to others."""

from __future__ import annotations

from typing import Annotated

from workbench.model.element import Element, ElementId, kind, shown


@kind(
    "Resource share",
    "Resource shares",
    domain="network",
    symbol="resource-share",
    inside=("account", ""),
    stands={"network": ("account", "region")},
    shape="node",
    size=(136, 44),
    clause_item="net.cloud",
)
class ResourceShare(Element, frozen=True, kw_only=True, tag="resource-share"):
    """Shares resources of an account with others: vSwitches of a shared VPC, or prefix lists."""

    region: Annotated[ElementId | None, shown("Region", refers=("region",))] = None
    resources: Annotated[
        tuple[ElementId, ...], shown("Shared resources", refers=("vswitch", "prefix-list", "key"))
    ] = ()
    principals: Annotated[
        tuple[ElementId, ...],
        shown("Shared with", refers=("account", "folder", "resource-directory")),
    ] = ()
    outsiders: Annotated[
        bool, shown("Any account", hint="Accounts outside the resource directory may be named too.")
    ] = False
