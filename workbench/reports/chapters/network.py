"""Chapter 5: the network, its addresses and its edges."""

from __future__ import annotations

from collections.abc import Iterator

from workbench.model.design import Design
from workbench.model.elements.region import Region
from workbench.model.elements.vpc import Vpc
from workbench.model.elements.vswitch import VSwitch
from workbench.reports.chapters.pieces import any_led, found_here, led, mentions, sheets_showing
from workbench.reports.report import Block, Heading, Paragraph, Table, mention
from workbench.reports.standing import Standing
from workbench.reports.tables.address_plan import address_plan, used_and_free
from workbench.reports.tables.elements import list_of
from workbench.reports.tables.vswitches import ANNEX, fits_a_document, summed_up
from workbench.texts import text


def chapter(design: Design, standing: Standing) -> Iterator[Block]:
    """VPCs, pictures, addresses, interconnection, connections to sites, firewalls and jump servers."""
    yield Heading(text("Network planning"))
    regions, vpcs, vswitches = (len(design.of_kind(kind)) for kind in (Region, Vpc, VSwitch))
    yield Paragraph(
        text(
            "VPCs: {vpcs}, vSwitches: {vswitches}, regions: {regions}. A line to a transit router ends at the route "
            "table it is associated with, so the separation can be read off the pictures.",
            vpcs=vpcs,
            vswitches=vswitches,
            regions=regions,
        )
    )
    network = frozenset(element.id for element in design if element.kind.design_domain == "network")
    yield from found_here(standing, network)
    yield Heading(text("VPCs"), 2)
    yield from led(
        text("{table} lists the VPCs with their accounts and blocks."),
        _of(design, "vpc", ("name", "inside", "region", "environment", "blocks"), (40, 35, 35, 25, 30)),
    )
    figures = sheets_showing(design, "network")
    if figures:
        yield Paragraph(
            text("How they stand and how they are joined is drawn in {figures}.", figures=mentions(figures))
        )
    yield from figures
    yield Heading(text("Addresses"), 2)
    yield from _addresses(design)
    yield from _joined(design)
    yield from _edges(design)


def _addresses(design: Design) -> Iterator[Block]:
    chart = used_and_free(design)
    plan = address_plan(design)
    if chart.bars:
        yield Paragraph(text("{figure} compares what vSwitches take of each VPC.", figure=mention(chart.id)))
        yield chart
    whole = text("{table} shows the blocks with what is used and free of each.")
    if fits_a_document(design):
        plan = summed_up(design, plan)
        whole = text("{table} sums up the blocks; {annex} names every vSwitch.", annex=mention(ANNEX))
    keys = ("name", "account", "region", "block", "addresses", "used", "share", "state")
    yield from led(whole, plan.only(*keys).widths(38, 25, 26, 25, 19, 15, 15, 17))
    yield from any_led(
        text("{table} lists networks that share addresses on purpose, and what keeps them apart."),
        _of(design, "intended-overlap", ("name", "networks", "reason", "kept_apart"), (38, 45, 57, 25)),
    )


def _joined(design: Design) -> Iterator[Block]:
    yield Heading(text("Interconnection"), 2)
    yield from led(
        text(
            "{table} lists how VPCs meet transit routers: whose table decides for them, and who learns of them."
        ),
        _of(
            design,
            "vpc-attachment",
            ("name", "vpc", "inside", "association", "learning"),
            (38, 32, 28, 29, 38),
        ),
    )
    yield from led(
        text("{table} lists the connections between regions, in Mbit/s."),
        _of(design, "peer-attachment", ("name", "inside", "peer", "bandwidth"), (60, 40, 40, 25)),
    )
    yield from led(
        text("{table} lists the VPCs that are joined directly, in Mbit/s."),
        _of(design, "vpc-peering", ("name", "inside", "peer", "bandwidth"), (60, 40, 40, 25)),
    )
    yield from any_led(
        text("{table} lists the services that are reached by private addresses."),
        _of(design, "private-endpoint", ("name", "inside", "service", "vswitches"), (40, 35, 55, 35)),
    )
    yield from any_led(
        text("{table} lists what accounts share with others."),
        _of(design, "resource-share", ("name", "inside", "resources", "principals"), (40, 35, 45, 45)),
    )


def _edges(design: Design) -> Iterator[Block]:
    yield Heading(text("Data centres and other clouds"), 2)
    yield from led(
        text("{table} lists the circuits, in Mbit/s."),
        _of(design, "circuit", ("name", "site", "inside", "access_point", "bandwidth"), (40, 35, 30, 35, 25)),
    )
    yield from led(
        text("{table} lists the encrypted connections over the internet."),
        _of(design, "ipsec-connection", ("name", "site", "inside", "tunnels"), (50, 50, 45, 20)),
    )
    yield from any_led(
        text("{table} lists what Express Connect Routers are joined with."),
        _of(design, "ecr-association", ("name", "inside", "network", "allowed"), (50, 40, 40, 35)),
    )
    yield Heading(text("Firewalls and jump servers"), 2)
    yield from led(
        text("{table} lists the boundaries that a firewall guards."),
        _of(
            design,
            "cloud-firewall",
            ("name", "boundary", "inside", "strict", "policies"),
            (50, 32, 40, 23, 20),
        ),
    )
    yield from any_led(
        text("{table} lists the web application firewalls."),
        _of(design, "waf", ("name", "inside", "access", "guards", "rules"), (40, 35, 30, 40, 20)),
    )
    yield from led(
        text("{table} lists the jump servers."),
        _of(design, "bastion-host", ("name", "inside", "vswitches", "assets"), (45, 40, 60, 20)),
    )


def _of(design: Design, tag: str, keys: tuple[str, ...], widths: tuple[float, ...]) -> Table:
    return list_of(design, tag).only(*keys).widths(*widths)
