"""The way in for administrators."""

from __future__ import annotations

from typing import Annotated

from workbench.model.element import Block, Element, ElementId, Row, kind, shown


class Visitor(Row, frozen=True, kw_only=True):
    """A block of addresses from which people log in, and the port they come to."""

    block: Annotated[Block, shown("Block", editor="block")] = ""
    port: Annotated[int | None, shown("Port", least=1, most=65535, hint="Empty: every port of TCP.")] = None
    description: Annotated[str, shown("Description")] = ""


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
    visitors: Annotated[
        tuple[Visitor, ...],
        shown("Lets in", section="addresses", hint="None: from where people log in is not designed yet."),
    ] = ()
