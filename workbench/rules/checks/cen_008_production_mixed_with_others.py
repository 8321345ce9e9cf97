"""CEN-008."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from planners.pace import breathe
from workbench.model.element import ElementId
from workbench.model.elements.environment import Environment
from workbench.model.elements.transit_router_table import TransitRouterTable
from workbench.model.elements.vpc import Vpc
from workbench.model.elements.vpc_attachment import VpcAttachment
from workbench.reachability.sayings import owner_of
from workbench.rules.finding import Finding, found
from workbench.rules.paths import Paths
from workbench.rules.places import environment_of
from workbench.rules.reader import Reader
from workbench.rules.rule import also_by_paths, rule
from workbench.rules.tables import Reached, leads_back, reached
from workbench.texts import text


@rule(
    "CEN-008",
    about=TransitRouterTable,
    severity="warning",
    says={
        "": "{table} shows the routes of {name} ({stage}) to {other} ({other_stage})",
        "path": "{table} leads {name} ({stage}) on to {other} ({other_stage}) through {way}, and back",
    },
    source="Custom route tables (CEN)",
    facts=("cen.routing.tables_isolated", "cen.routing.peer_learning", "cen.routing.lookup"),
)
def production_mixed_with_others(table: TransitRouterTable, design: Reader) -> Iterator[Finding]:
    """Production and other stages are not taught to each other's tables.

    Segments live in the tables of the transit router: what a table learns is open to everything that is associated with
    it. What is not taught directly is followed over static routes and from region to region, there and back; what passes a
    firewall or another VPC on its way is not counted.

    Wrong:
        prod environment production=true
        test environment
        tr transit-router
          tbl transit-router-table
          att-a vpc-attachment vpc=vpc-a association=tbl learning=tbl
          att-b vpc-attachment vpc=vpc-b association=tbl learning=tbl
        vpc-a vpc environment=prod
        vpc-b vpc environment=test

    Right:
        prod environment production=true
        test environment
        tr transit-router
          tbl-a transit-router-table
          tbl-b transit-router-table
          att-a vpc-attachment vpc=vpc-a association=tbl-a learning=tbl-a
          att-b vpc-attachment vpc=vpc-b association=tbl-b learning=tbl-b
        vpc-a vpc environment=prod
        vpc-b vpc environment=test
    """
    isolated = design.fact("cen.routing.tables_isolated")
    staged = [
        (attachment, vpc, stage)
        for attachment in design.referrers(table, VpcAttachment)
        if (vpc := design.get(attachment.vpc, Vpc)) and (stage := environment_of(vpc, design))
    ]
    for taught, vpc, stage in staged:
        if table.id not in taught.learning:
            continue
        for attachment, other, other_stage in staged:
            if attachment.association == table.id and stage.production != other_stage.production:
                yield found(
                    vpc,
                    other,
                    table,
                    rests_on=(isolated,),
                    table=table.title(),
                    stage=stage.title(),
                    other_stage=other_stage.title(),
                )
                break


@also_by_paths(production_mixed_with_others, about=TransitRouterTable)
def production_reached_from_others(
    table: TransitRouterTable, design: Reader, paths: Paths
) -> Iterator[Finding]:
    """VPCs of another sort of stage that a table leads to, and that lead back, though it does not learn them directly."""
    isolated = design.fact("cen.routing.tables_isolated")
    mine = list(_associated(table, design))
    for is_production in (False, True):
        own = [one for one in mine if one.stage.production == is_production]
        others = _others(is_production, table, design) if own else {}
        for mate, other, way in _led_to(own, others, paths):
            yield found(
                mate.vpc,
                other.vpc,
                table,
                says="path",
                rests_on=(isolated, *(design.fact(figure) for figure in way.rests_on)),
                table=table.title(),
                stage=mate.stage.title(),
                other_stage=other.stage.title(),
                way=_way(way, table, paths),
            )


class _Staged(NamedTuple):
    """A VPC, its stage, and what joins it with the router, where that is asked."""

    vpc: Vpc
    stage: Environment
    attachment: VpcAttachment | None = None


def _associated(table: TransitRouterTable, design: Reader) -> Iterator[_Staged]:
    for attachment in design.referrers(table, VpcAttachment):
        vpc = design.get(attachment.vpc, Vpc) if attachment.association == table.id else None
        stage = environment_of(vpc, design) if vpc else None
        if vpc and stage:
            yield _Staged(vpc, stage, attachment)


def _others(is_production: bool, table: TransitRouterTable, design: Reader) -> dict[ElementId, _Staged]:
    """The VPCs of the other sort of stage that the table does not learn directly."""
    return {
        vpc.id: _Staged(vpc, stage)
        for vpc in design.of_kind(Vpc)
        if (stage := environment_of(vpc, design))
        and stage.production != is_production
        and not _is_taught(vpc, table, design)
    }


def _led_to(
    own: list[_Staged], others: dict[ElementId, _Staged], paths: Paths
) -> Iterator[tuple[_Staged, _Staged, Reached]]:
    """For each of the others that is reached the first that it leads back to, and the way."""
    lines = paths.found.network.attachments
    starts: dict[str | None, list[_Staged]] = {}
    for one in own:
        # What is associated with one table is led alike, but for what is steered to a firewall first.
        line = lines.get(one.attachment.id) if one.attachment else None
        starts.setdefault(line.table if line else None, []).append(one)
    told: set[ElementId] = set()
    for start, mates in starts.items():
        asked = others.keys() - told if start else set()
        for id, way in reached(start or "", asked, paths).items():
            mate = next((one for one in mates if leads_back(way, one.vpc.id, paths)), None)
            if mate is not None:
                told.add(id)
                yield mate, others[id], way


def _is_taught(vpc: Vpc, table: TransitRouterTable, design: Reader) -> bool:
    breathe()
    return any(table.id in one.learning for one in design.referrers(vpc, VpcAttachment) if one.vpc == vpc.id)


def _way(one: Reached, table: TransitRouterTable, paths: Paths) -> tuple[object, ...] | object:
    """The tables on the way but the first one; where it is the only one its own static route does it."""
    known = dict.fromkeys(owner_of(name) for name in one.tables)
    drawn = [paths.design[id].title() for id in known if id in paths.design and id != table.id]
    return tuple(drawn) or text("a static route")
