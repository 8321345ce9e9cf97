"""HYB-004."""

from __future__ import annotations

from collections.abc import Iterator

from workbench.model.element import Element
from workbench.model.elements.circuit import Circuit
from workbench.model.elements.data_centre import DataCentre
from workbench.model.elements.ipsec_connection import IpsecConnection
from workbench.model.elements.other_cloud import OtherCloud
from workbench.rules.finding import Finding, found
from workbench.rules.reader import Reader
from workbench.rules.rule import rule


@rule(
    "HYB-004",
    about=(DataCentre, OtherCloud),
    severity="hint",
    says={
        "": "{name} is connected by one line only",
        "place": "All circuits of {name} enter at {place}",
    },
    source="unverified",
    facts=("planning.circuits_per_site",),
)
def site_on_one_line(site: Element, design: Reader) -> Iterator[Finding]:
    """A site is connected by two circuits at two access points, or by a circuit and a VPN.

    A single line, or a single access point, takes the whole site with it. This is a custom of good designs.

    Wrong:
        dc data-centre
        vbr vbr
          line circuit site=dc

    Right:
        dc data-centre
        vbr vbr
          line circuit site=dc
        gw vpn-gateway
          ipsec ipsec-connection site=dc
    """
    least = design.fact("planning.circuits_per_site")
    circuits, tunnels = design.referrers(site, Circuit), design.referrers(site, IpsecConnection)
    if circuits and len(circuits) + len(tunnels) < least.value:
        yield found(site, *circuits, rests_on=(least,))
    places = {circuit.access_point for circuit in circuits}
    if len(circuits) >= least.value and not tunnels and len(places) == 1 and "" not in places:
        yield found(site, *circuits, says="place", rests_on=(least,), place=circuits[0].access_point)
