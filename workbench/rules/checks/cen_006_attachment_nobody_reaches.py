"""CEN-006."""

from __future__ import annotations

from collections.abc import Iterator

from workbench.edits.fields import set_fields
from workbench.model.elements.transit_router_table import TransitRouterTable
from workbench.rules.attachments import (
    NETWORK_ATTACHMENTS,
    NetworkAttachment,
    leads_to,
    network_of,
    router_of,
)
from workbench.rules.finding import Cure, Finding, found
from workbench.rules.reader import Reader
from workbench.rules.rule import rule
from workbench.texts import text


@rule(
    "CEN-006",
    about=NETWORK_ATTACHMENTS,
    severity="error",
    says="No table learns the routes of {name} and no static route leads to it: nobody reaches {other}",
    source="Route learning",
    facts=("cen.routing.api_default_propagation",),
)
def attachment_nobody_reaches(attachment: NetworkAttachment, design: Reader) -> Iterator[Finding]:
    """Every attachment teaches its routes to a table, or a static route leads to it.

    Association says what an attachment reaches, route learning who reaches it. The interface presets neither. Without
    an entry no packet comes in, answers included.

    Wrong:
        tr transit-router
          tbl transit-router-table
          att vpc-attachment vpc=vpc-a association=tbl
        vpc-a vpc

    Right:
        tr transit-router
          tbl transit-router-table
          att vpc-attachment vpc=vpc-a association=tbl learning=tbl
        vpc-a vpc
    """
    router, network = router_of(attachment, design), network_of(attachment, design)
    if router is None or network is None or router.edition == "basic":
        return
    if attachment.learning or leads_to(attachment, design):
        return
    preset = design.fact("cen.routing.api_default_propagation")
    table = design.get(attachment.association, TransitRouterTable)
    cures = []
    if table:
        learn = set_fields([attachment.id], learning=(table.id,))
        cures.append(Cure(text("Let {table} learn its routes", table=table.title()), learn))
    yield found(attachment, network, field="learning", rests_on=(preset,), cures=cures)
