"""A network that joins transit routers."""

from __future__ import annotations

from workbench.model.element import Element, kind


@kind(
    "CEN",
    "CENs",
    domain="network",
    symbol="cen",
    inside=("account", ""),
    stands={"network": ("",)},
    shape="capsule",
    size=(104, 28),
    clause_item="net.interconnect",
    palette=7,
)
class Cen(Element, frozen=True, kw_only=True, tag="cen"):
    """A Cloud Enterprise Network instance: it holds at most one transit router a region."""
