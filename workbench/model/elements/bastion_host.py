"""The way in for administrators."""

from __future__ import annotations

from typing import Annotated

from workbench.model.element import Element, ElementId, kind, shown


@kind(
    "Bastion host",
    "Bastion hosts",
    domain="network",
    symbol="bastion",
    inside=("vpc",),
    stands={"network": ("vpc",)},
    shape="tile",
    size=(72, 58),
    clause_item="net.connect",
)
class BastionHost(Element, frozen=True, kw_only=True, tag="bastion-host"):
    """A jump server: sessions of administrators pass it and are recorded."""

    vswitches: Annotated[tuple[ElementId, ...], shown("vSwitches", refers=("vswitch",))] = ()
    assets: Annotated[int | None, shown("Assets", least=1)] = None
