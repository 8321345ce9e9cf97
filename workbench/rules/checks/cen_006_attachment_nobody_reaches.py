"""CEN-006."""

from __future__ import annotations

from collections.abc import Iterator

from workbench.edits.fields import set_fields
from workbench.model.elements.flow import Flow
from workbench.model.elements.transit_router_table import TransitRouterTable
from workbench.model.elements.vpc_attachment import VpcAttachment
from workbench.rules.attachments import (
    NETWORK_ATTACHMENTS,
    NetworkAttachment,
    leads_to,
    network_of,
    router_of,
)
from workbench.rules.finding import Cure, Finding, found
from workbench.rules.paths import Paths
from workbench.rules.reader import Reader
from workbench.rules.routing import LOOKUPS, cause, element_at, goal, is_refused, route_finding
from workbench.rules.rule import also_by_paths, rule
from workbench.rules.stops import Stop, stops
from workbench.texts import text


@rule(
    "CEN-006",
    about=NETWORK_ATTACHMENTS,
    severity="error",
    says={
        "": "No table learns the routes of {name} and no static route leads to it: nobody reaches {other}",
        "path": "{name} ({port}) does not get from {source} to {target}. It stops at {place}: {why}",
        "back": "Answers of {name} ({port}) do not get from {target} back to {source}. They stop at {place}: {why}",
    },
    source="Route learning",
    facts=("cen.routing.api_default_propagation", *LOOKUPS),
)
def attachment_nobody_reaches(attachment: NetworkAttachment, design: Reader) -> Iterator[Finding]:
    """Every attachment teaches its routes to a table, and every flow that is wanted has a route both ways.

    Association says what an attachment reaches, route learning who reaches it. The interface presets neither. Without
    an entry no packet comes in, answers included. Flows are followed from table to table, there and back. Where it hangs
    on which of several prefixes wins, which no document says, the finding is a hint.

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


@also_by_paths(attachment_nobody_reaches, about=Flow)
def flow_without_route(flow: Flow, design: Reader, paths: Paths) -> Iterator[Finding]:
    """Flows that the tables of transit routers do not lead on; who is learned nowhere is told of the attachment."""
    for stop in stops(flow.id, paths):
        if stop.is_routing and cause(stop, paths.design) == "tables" and not _is_told(stop, design, paths):
            yield route_finding(flow, stop, paths, design)


def _is_told(stop: Stop, design: Reader, paths: Paths) -> bool:
    """Whether the attachment itself is found to lack what stops the packet: its table, or somebody who learns it."""
    if stop.told.why == "not-associated" or is_refused(stop):
        return True
    if stop.told.why != "no-route" or not isinstance(element_at(stop, paths.design), TransitRouterTable):
        return False
    attached = (design.get(id, VpcAttachment) for id in paths.design.referrers(goal(stop, paths).vpc or ""))
    return any(True for one in attached if one for _ in attachment_nobody_reaches.check(one, design))
