"""The router behind the circuits of many regions."""

from __future__ import annotations

from typing import Annotated

from workbench.model.element import Element, kind, shown


@kind(
    "ECR",
    "ECRs",
    domain="network",
    symbol="ecr",
    inside=("account", ""),
    stands={"network": ("",)},
    shape="node",
    size=(136, 44),
    clause_item="net.connect.any",
)
class Ecr(Element, frozen=True, kw_only=True, tag="ecr"):
    """An Express Connect Router: joins circuits to VPCs and transit routers, of several regions too."""

    asn: Annotated[
        int | None,
        shown(
            "ASN", section="routing", least=1, most=4294967295, hint="The local ASN of its VBRs is the same."
        ),
    ] = None

    def meta(self) -> str:
        """The ASN."""
        return f"AS {self.asn}" if self.asn else ""
