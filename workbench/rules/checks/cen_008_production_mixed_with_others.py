"""CEN-008."""

from __future__ import annotations

from collections.abc import Iterator

from workbench.model.elements.transit_router_table import TransitRouterTable
from workbench.model.elements.vpc import Vpc
from workbench.model.elements.vpc_attachment import VpcAttachment
from workbench.rules.finding import Finding, found
from workbench.rules.places import environment_of
from workbench.rules.reader import Reader
from workbench.rules.rule import rule


@rule(
    "CEN-008",
    about=TransitRouterTable,
    severity="warning",
    says="{table} shows the routes of {name} ({stage}) to {other} ({other_stage})",
    source="Custom route tables (CEN)",
    facts=("cen.routing.tables_isolated",),
)
def production_mixed_with_others(table: TransitRouterTable, design: Reader) -> Iterator[Finding]:
    """Production and other stages are not taught to each other's tables.

    Segments live in the tables of the transit router: what a table learns is open to everything that is associated with
    it.

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
