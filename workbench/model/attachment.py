"""What every attachment to a transit router says."""

from __future__ import annotations

from typing import Annotated, Literal

from workbench.model.element import Element, ElementId, shown


class Attachment(Element, frozen=True, kw_only=True):
    """A connection to a transit router: the table it asks, and the tables that learn from it."""

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


class GrantedAttachment(Attachment, frozen=True, kw_only=True):
    """An attachment whose network may belong to another account than the router."""

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
