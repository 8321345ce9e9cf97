"""Chapter 5: the network, its addresses and its edges."""

from __future__ import annotations

from collections.abc import Iterator

from workbench.model.design import Design
from workbench.model.elements.region import Region
from workbench.model.elements.vpc import Vpc
from workbench.model.elements.vswitch import VSwitch
from workbench.reports.chapters.pieces import any_listed, found_here, listed, sheets_showing, some_rows
from workbench.reports.report import Block, Heading, Paragraph
from workbench.reports.standing import Standing
from workbench.reports.tables.address_plan import address_plan, used_and_free
from workbench.texts import text


def chapter(design: Design, standing: Standing) -> Iterator[Block]:
    """Pictures, VPCs, interconnection, addresses, connections to sites, firewalls and jump servers."""
    yield Heading(text("Network planning"))
    regions, vpcs, vswitches = (len(design.of_kind(kind)) for kind in (Region, Vpc, VSwitch))
    yield Paragraph(
        text(
            "{vpcs} VPCs with {vswitches} vSwitches stand in {regions} regions. A line to a transit router ends at the route "
            "table it is associated with, so the separation can be read off the pictures.",
            vpcs=vpcs,
            vswitches=vswitches,
            regions=regions,
        )
    )
    yield from sheets_showing(design, "network")
    yield Heading(text("VPCs"), 2)
    yield from listed(
        design, "vpc", ("name", "inside", "region", "environment", "blocks"), (40, 35, 35, 25, 30)
    )
    yield Heading(text("Addresses"), 2)
    yield from _addresses(design)
    yield Heading(text("Interconnection"), 2)
    yield from listed(
        design, "vpc-attachment", ("name", "vpc", "inside", "association", "learning"), (35, 32, 30, 30, 38)
    )
    yield from listed(design, "peer-attachment", ("name", "inside", "peer", "bandwidth"), (45, 45, 45, 30))
    yield from listed(design, "vpc-peering", ("name", "inside", "peer", "bandwidth"), (45, 45, 45, 30))
    yield from any_listed(
        design, "private-endpoint", ("name", "inside", "service", "vswitches"), (40, 35, 55, 35)
    )
    yield from any_listed(
        design, "resource-share", ("name", "inside", "resources", "principals"), (40, 35, 45, 45)
    )
    yield Heading(text("Data centres and other clouds"), 2)
    yield from listed(
        design, "circuit", ("name", "site", "inside", "bandwidth", "access_point"), (40, 35, 35, 25, 30)
    )
    yield from listed(design, "ipsec-connection", ("name", "site", "inside", "tunnels"), (45, 45, 45, 30))
    yield from any_listed(
        design, "ecr-association", ("name", "inside", "network", "allowed"), (50, 40, 40, 35)
    )
    yield Heading(text("Firewalls and jump servers"), 2)
    yield from listed(
        design, "cloud-firewall", ("name", "boundary", "inside", "strict", "policies"), (50, 30, 40, 20, 25)
    )
    yield from any_listed(
        design, "waf", ("name", "inside", "access", "guards", "rules"), (40, 35, 30, 40, 20)
    )
    yield from listed(design, "bastion-host", ("name", "inside", "vswitches", "assets"), (45, 40, 60, 20))
    network = frozenset(element.id for element in design if element.kind.design_domain == "network")
    yield from found_here(standing, network)


def _addresses(design: Design) -> Iterator[Block]:
    plan = address_plan(design)
    yield Paragraph(
        text(
            "The plan holds {rows} blocks. Free rows show the largest whole block left; addresses that the platform keeps are "
            "not counted as usable.",
            rows=len(plan.rows),
        )
    )
    chart = used_and_free(design)
    if chart.bars:
        yield chart
    short = plan.only("name", "account", "zone", "block", "addresses", "used", "state").widths(
        43, 28, 20, 29, 17, 13, 15
    )
    yield from some_rows(short)
