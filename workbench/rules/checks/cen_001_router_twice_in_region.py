"""CEN-001."""

from __future__ import annotations

from collections.abc import Iterator

from workbench.model.element import Element
from workbench.model.elements.account import Account
from workbench.model.elements.cen import Cen
from workbench.model.elements.region import Region
from workbench.model.elements.transit_router import TransitRouter
from workbench.model.elements.vpc_attachment import VpcAttachment
from workbench.rules.attachments import tables_of
from workbench.rules.finding import Finding, found
from workbench.rules.reader import Reader
from workbench.rules.rule import rule


@rule(
    "CEN-001",
    about=Cen,
    severity="error",
    says={
        "": "{name} and {other} are two transit routers of one CEN in {region}",
        "instances": "{other} holds {count} CENs; {most} are the usual quota",
        "attachments": "{other} has {count} VPC attachments; {most} are the usual quota",
        "tables": "{other} has {count} custom route tables; {most} are the usual quota",
        "routes": "{other} has {count} static routes; {most} are the usual quota",
    },
    source="CEN FAQ",
    facts=(
        "cen.limits.transit_routers_per_region",
        "cen.limits.cen_instances_per_account",
        "cen.limits.vpc_attachments_per_tr",
        "cen.limits.custom_route_tables_per_tr",
        "cen.limits.routes_per_tr_route_table",
    ),
)
def router_twice_in_region(cen: Cen, design: Reader) -> Iterator[Finding]:
    """A CEN has one transit router in a region.

    The platform creates no second one. How many CENs, attachments, tables and routes there may be was read in no
    document: those findings are hints.

    Wrong:
        bj region
        cen cen
          tr-1 transit-router region=bj
          tr-2 transit-router region=bj

    Right:
        bj region
        sh region
        cen cen
          tr-1 transit-router region=bj
          tr-2 transit-router region=sh
    """
    one = design.fact("cen.limits.transit_routers_per_region")
    held: dict[str, list[TransitRouter]] = {}
    for router in design.children(cen, TransitRouter):
        held.setdefault(router.region or "", []).append(router)
        yield from _counts(cen, router, design)
    for region_id, routers in sorted(held.items()):
        region = design.get(region_id, Region)
        for router in routers[one.value :] if region else ():
            assert region
            yield found(router, routers[0], field="region", rests_on=(one,), region=region.title())
    yield from _instances(cen, design)


def _counts(cen: Cen, router: TransitRouter, design: Reader) -> Iterator[Finding]:
    tables = tables_of(router, design)
    counts: list[tuple[str, str, Element, int]] = [
        ("attachments", "vpc_attachments_per_tr", router, len(design.children(router, VpcAttachment))),
        ("tables", "custom_route_tables_per_tr", router, sum(table.type == "custom" for table in tables)),
        *(("routes", "routes_per_tr_route_table", table, len(table.routes)) for table in tables),
    ]
    for says, id, place, count in counts:
        most = design.fact(f"cen.limits.{id}")
        if count > most.value:
            yield found(cen, place, says=says, rests_on=(most,), count=count, most=most.value)


def _instances(cen: Cen, design: Reader) -> Iterator[Finding]:
    account = design.get(cen.parent, Account)
    most = design.fact("cen.limits.cen_instances_per_account")
    instances = design.children(account, Cen) if account else ()
    if account and len(instances) > most.value and instances[0].id == cen.id:
        yield found(cen, account, says="instances", rests_on=(most,), count=len(instances), most=most.value)
