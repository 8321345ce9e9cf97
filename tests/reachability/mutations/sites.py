"""Faults at data centres and on the lines to them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from tests.reachability.mutations.operators import (
    Operator,
    Place,
    beside,
    elements,
    lower_half,
    put_row,
    removed,
    rows,
    wider,
    with_row,
    without_row,
)
from workbench.model.design import Design
from workbench.model.elements.circuit import Circuit
from workbench.model.elements.data_centre import DataCentre, SiteRange
from workbench.model.elements.ipsec_connection import IpsecConnection
from workbench.model.elements.transit_router_table import TransitRouterTable
from workbench.model.elements.vbr_attachment import VbrAttachment
from workbench.model.elements.vpn_attachment import VpnAttachment
from workbench.model.elements.vpn_gateway import VpnGateway
from workbench.model.elements.vswitch import VSwitch
from workbench.words import Words

RANGES: Final = rows(DataCentre, "ranges")
SITES: Final = elements(DataCentre)


def _blocks(design: Design, _place: Place) -> Iterator[str]:
    return (one.block for one in design.of_kind(VSwitch) if one.purpose != "TR")


def _lines_off(design: Design, place: Place) -> Design:
    """Takes every circuit and tunnel of a site off."""
    lines: tuple[Circuit | IpsecConnection, ...] = (
        *design.of_kind(Circuit),
        *design.of_kind(IpsecConnection),
    )
    return design.removing([one.id for one in lines if one.site == place.id])


def _tables(design: Design, _place: Place) -> list[str]:
    routers = {one.parent for one in design.of_kind(VbrAttachment)}
    return [one.id for one in design.of_kind(TransitRouterTable) if one.parent in routers]


def _vpn_beside(design: Design, place: Place) -> Design:
    """Joins a site by a VPN as well, which asks one table and is learned by it."""
    router = design[place.to].parent
    known = Words(en="New VPN", zh="新 VPN")
    return design.adding(
        VpnGateway(id="vpn-new", name=known),
        IpsecConnection(id="ipsec-new", name=known, parent="vpn-new", site=place.id),
        VpnAttachment(
            id="vpn-attachment-new",
            name=known,
            parent=router,
            vpn="vpn-new",
            association=place.to,
            learning=(place.to,),
        ),
    )


OPERATORS: Final = (
    Operator(
        "range of a site removed", "A site no longer has one of its ranges", RANGES, without_row("ranges")
    ),
    Operator(
        "range of a site widened",
        "A range of a site is 16 times as large",
        RANGES,
        with_row("ranges", lambda _design, _place, row: {"block": wider(row.block, 4)}),
    ),
    Operator(
        "range of a site narrowed",
        "A range of a site is the lower half of what it was",
        RANGES,
        with_row("ranges", lambda _design, _place, row: {"block": lower_half(row.block)}),
    ),
    Operator(
        "range of a site in the cloud",
        "A site has the block of a vSwitch in use, too",
        beside(SITES, _blocks),
        put_row("ranges", lambda _design, place: SiteRange(block=place.to)),
    ),
    Operator("circuit taken off", "A circuit of a site is taken out", elements(Circuit), removed),
    Operator("tunnel taken off", "The tunnels of a site are taken out", elements(IpsecConnection), removed),
    Operator("all lines taken off", "No circuit and no tunnel leads to a site", SITES, _lines_off),
    Operator(
        "VPN put beside a circuit",
        "A site is joined by a VPN to one more table",
        beside(SITES, _tables),
        _vpn_beside,
    ),
)
