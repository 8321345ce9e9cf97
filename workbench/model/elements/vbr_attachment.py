"""A circuit's connection to a transit router."""

from __future__ import annotations

from typing import Annotated, Literal

from workbench.model.element import Element, ElementId, kind, shown


@kind(
    "VBR attachment",
    "VBR attachments",
    domain="network",
    symbol="attachment",
    inside=("transit-router",),
    joins=("vbr", "parent"),
    line="attachment",
    clause_item="net.connect.any",
)
class VbrAttachment(Element, frozen=True, kw_only=True, tag="vbr-attachment"):
    """Joins a virtual border router to a transit router."""

    vbr: Annotated[ElementId | None, shown("VBR", refers=("vbr",))] = None

    association: Annotated[
        ElementId | None,
        shown(
            "Association",
            refers=("transit-router-table",),
            section="routing",
            hint="The table it looks its packets up in.",
        ),
    ] = None
    learning: Annotated[
        tuple[ElementId, ...],
        shown(
            "Learned by",
            refers=("transit-router-table",),
            section="routing",
            hint="The tables it teaches its routes.",
        ),
    ] = ()
    granted: Annotated[
        bool,
        shown(
            "Grant given",
            section="routing",
            hint="Needed when router and network belong to different accounts.",
        ),
    ] = False
    payer: Annotated[
        Literal["", "owner", "router"],
        shown(
            "Paid by",
            section="routing",
            choices={"": "not stated", "owner": "the network's account", "router": "the router's account"},
        ),
    ] = ""
