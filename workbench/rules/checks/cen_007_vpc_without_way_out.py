"""CEN-007."""

from __future__ import annotations

from collections.abc import Iterator

from workbench.edits.fields import set_fields
from workbench.model.elements.flow import Flow
from workbench.model.elements.route_table import RouteTable
from workbench.model.elements.vpc import Vpc
from workbench.model.elements.vpc_attachment import VpcAttachment
from workbench.model.elements.vswitch import VSwitch
from workbench.rules.finding import Cure, Finding, found
from workbench.rules.paths import Paths
from workbench.rules.reader import Reader
from workbench.rules.routing import LOOKUPS, attachments_of, cause, route_finding
from workbench.rules.rule import also_by_paths, rule
from workbench.rules.stops import stops
from workbench.texts import text


@rule(
    "CEN-007",
    about=VpcAttachment,
    severity="error",
    says={
        "": "{other} has no route to the transit router in {table}, and {name} does not synchronise any",
        "unsure": "{table} of {other} is a custom table without a route to the transit router; synchronised routes "
        "may not reach it",
        "path": "{name} ({port}) does not leave the VPC of {source} for {target}. It stops at {place}: {why}",
        "back": "Answers of {name} ({port}) do not leave the VPC of {target} for {source}. They stop at {place}: {why}",
    },
    severities={"unsure": "hint"},
    source="Advertise routes to a transit router",
    facts=("cen.routing.api_default_route_sync", *LOOKUPS),
)
def vpc_without_way_out(attachment: VpcAttachment, design: Reader) -> Iterator[Finding]:
    """The route tables of workloads lead to the transit router, for every flow that is wanted.

    The attachment alone moves no packet: either it synchronises routes into the VPC, which is off by default, or the
    tables in use hold a route to it. Whether a custom table gets synchronised routes was read in no document, so that
    part is a hint.

    Wrong:
        tr transit-router
          att vpc-attachment vpc=vpc-a
        vpc-a vpc
          vsw-a vswitch

    Right:
        tr transit-router
          att vpc-attachment vpc=vpc-a synchronised=true
        vpc-a vpc
          vsw-a vswitch
    """
    vpc = design.get(attachment.vpc, Vpc)
    if vpc is None or not attachment.parent:
        return
    preset = design.fact("cen.routing.api_default_route_sync")
    for table in _without_route(attachment, vpc, design):
        if attachment.synchronised and (table is None or table.type == "system"):
            continue
        cure = Cure(text("Synchronise routes into the VPC"), set_fields([attachment.id], synchronised=True))
        name = table.title() if table else text("the system table")
        yield found(
            attachment,
            vpc,
            *((table,) if table else ()),
            says="unsure" if attachment.synchronised else "",
            field="synchronised",
            rests_on=(preset,),
            cures=[] if attachment.synchronised or (table and table.type == "custom") else [cure],
            table=name,
        )


def _without_route(attachment: VpcAttachment, vpc: Vpc, design: Reader) -> list[RouteTable | None]:
    """The tables in use by workloads that hold no route to the attachment; None stands for an undrawn system table."""
    tables = {table.id: table for table in design.children(vpc, RouteTable)}
    system = next((table for table in tables.values() if table.type == "system"), None)
    ends = (attachment.id, attachment.parent)
    in_use: dict[str, RouteTable | None] = {}
    for vswitch in design.children(vpc, VSwitch):
        if vswitch.id not in attachment.vswitches or vswitch.purpose != "TR":
            table = tables.get(vswitch.route_table or "", system)
            in_use[table.id if table else ""] = table
    leading = {table.id for table in tables.values() if any(route.hop in ends for route in table.routes)}
    return [table for id, table in sorted(in_use.items()) if id not in leading]


@also_by_paths(vpc_without_way_out, about=Flow)
def flow_that_stays_in_its_vpc(flow: Flow, design: Reader, paths: Paths) -> Iterator[Finding]:
    """Flows for which a table of their VPC has no route, though it leads others to the transit router."""
    for stop in stops(flow.id, paths):
        if (
            stop.is_routing
            and cause(stop, paths.design) == "vpc"
            and not lacks_way_out(stop.place, design, paths)
        ):
            yield route_finding(flow, stop, paths, design)


def lacks_way_out(table: str, design: Reader, paths: Paths) -> bool:
    """Whether an attachment of the table's VPC is found to lead nothing out."""
    attached = attachments_of(table, paths.design)
    return any(True for one in attached for _ in vpc_without_way_out.check(one, design))
