"""A business system."""

from __future__ import annotations

from typing import Annotated

from workbench.model.element import Element, ElementId, kind, shown


@kind(
    "Application",
    "Applications",
    domain="security",
    symbol="application",
    inside=("security-domain", ""),
    stands={"security": ("security-domain", "")},
    shape="node",
    size=(136, 44),
    clause_item="sec.network",
    palette=2,
)
class Application(Element, frozen=True, kw_only=True, tag="application"):
    """A business system with the places it runs in."""

    account: Annotated[ElementId | None, shown("Account", refers=("account",))] = None
    environment: Annotated[ElementId | None, shown("Environment", refers=("environment",))] = None
    vswitches: Annotated[tuple[ElementId, ...], shown("vSwitches", refers=("vswitch",))] = ()
    groups: Annotated[tuple[ElementId, ...], shown("Security groups", refers=("security-group",))] = ()
    hosts: Annotated[int | None, shown("Hosts", least=0)] = None
    owner: Annotated[str, shown("Owner")] = ""
    data_class: Annotated[str, shown("Data class")] = ""
