"""One of the tables of a transit router."""

from __future__ import annotations

from typing import Annotated, Literal

from workbench.model.element import Block, Element, ElementId, Row, kind, shown


class StaticRoute(Row, frozen=True, kw_only=True):
    """A static entry: packets to the destination leave by an attachment, or are dropped where none is named."""

    destination: Annotated[Block, shown("Destination", editor="block")] = ""
    attachment: Annotated[
        ElementId | None,
        shown(
            "Attachment",
            refers=("vpc-attachment", "vbr-attachment", "vpn-attachment", "peer-attachment"),
            hint="Empty drops the packets (black hole).",
        ),
    ] = None
    name: Annotated[str, shown("Name")] = ""
    description: Annotated[str, shown("Description")] = ""


@kind(
    "Transit router route table",
    "Transit router route tables",
    domain="network",
    symbol="route-table",
    inside=("transit-router",),
    stands={"network": ("transit-router",)},
    shape="row",
    size=(128, 34),
    clause_item="net.interconnect",
    counted="parent",
    palette=9,
)
class TransitRouterTable(Element, frozen=True, kw_only=True, tag="transit-router-table"):
    """A route table of a transit router; attachments are associated with it and teach it their routes."""

    type: Annotated[
        Literal["system", "custom"], shown("Type", choices={"system": "system", "custom": "custom"})
    ] = "custom"
    routes: Annotated[tuple[StaticRoute, ...], shown("Static routes", section="routing")] = ()
