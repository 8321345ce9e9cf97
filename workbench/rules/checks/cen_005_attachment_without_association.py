"""CEN-005."""

from __future__ import annotations

from collections.abc import Iterator

from workbench.edits.fields import set_fields
from workbench.model.element import Element
from workbench.model.elements.peer_attachment import PeerAttachment
from workbench.model.elements.transit_router import TransitRouter
from workbench.model.elements.transit_router_table import TransitRouterTable
from workbench.rules.attachments import ATTACHMENTS, router_of, tables_of
from workbench.rules.finding import Cure, Finding, found
from workbench.rules.reader import Reader
from workbench.rules.rule import rule
from workbench.texts import text


@rule(
    "CEN-005",
    about=ATTACHMENTS,
    severity="error",
    says={
        "": "{name} is associated with no table of {router}: nothing it sends is forwarded",
        "foreign": "{name} is associated with {other}, a table of another transit router than {router}",
    },
    source="Associated forwarding",
    facts=("cen.routing.associations_per_attachment", "cen.routing.api_default_association"),
)
def attachment_without_association(attachment: Element, design: Reader) -> Iterator[Finding]:
    """Every attachment is associated with exactly one route table of its transit router.

    The associated table decides what the attachment reaches. The console presets one, the interface does not: without
    it every packet is dropped.

    Wrong:
        tr transit-router
          tbl transit-router-table
          att vpc-attachment vpc=vpc-a
        vpc-a vpc

    Right:
        tr transit-router
          tbl transit-router-table
          att vpc-attachment vpc=vpc-a association=tbl
        vpc-a vpc
    """
    yield from _end(attachment, "association", router_of(attachment, design), design)
    if isinstance(attachment, PeerAttachment):
        yield from _end(attachment, "peer_association", design.get(attachment.peer, TransitRouter), design)


def _end(attachment: Element, field: str, router: TransitRouter | None, design: Reader) -> Iterator[Finding]:
    """What is wrong with the association at one transit router."""
    if router is None or router.edition == "basic":
        return
    facts = [
        design.fact(f"cen.routing.{id}") for id in ("associations_per_attachment", "api_default_association")
    ]
    table = design.get(getattr(attachment, field), TransitRouterTable)
    if table is None:
        cures = _cures(attachment, field, router, design)
        yield found(attachment, router, field=field, rests_on=facts, cures=cures, router=router.title())
    elif table.parent and table.parent != router.id:
        yield found(attachment, table, says="foreign", field=field, rests_on=facts, router=router.title())


def _cures(attachment: Element, field: str, router: TransitRouter, design: Reader) -> list[Cure]:
    """Associating with the system table, or with the only one."""
    tables = tables_of(router, design)
    fitting = [table for table in tables if table.type == "system"] or list(tables)
    if len(fitting) != 1:
        return []
    title = text("Associate with {table}", table=fitting[0].title())
    return [Cure(title, set_fields([attachment.id], **{field: fitting[0].id}))]
