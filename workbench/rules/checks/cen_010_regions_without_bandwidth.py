"""CEN-010."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from workbench.model.elements.flow import Flow
from workbench.model.elements.peer_attachment import PeerAttachment
from workbench.model.elements.transit_router import TransitRouter
from workbench.reachability.sayings import title_of
from workbench.reference import regions
from workbench.rules.attachments import router_of
from workbench.rules.crossings import crossings
from workbench.rules.finding import Finding, found
from workbench.rules.paths import Paths
from workbench.rules.places import region_of
from workbench.rules.reader import Reader
from workbench.rules.routing import LOOKUPS, cause, route_finding
from workbench.rules.rule import also_by_paths, rule
from workbench.rules.stops import stops


@rule(
    "CEN-010",
    about=PeerAttachment,
    severity="error",
    says={
        "": "{name} between {here} and {there} has no bandwidth: {least} kbit/s for tests is all it gets",
        "unsure": "{name} between {here} and {there} has no bandwidth; what this pair of areas needs is not confirmed",
        "path": "{name} ({port}) does not get from {source} to {target}: no connection joins their transit routers",
        "slow": "{name} from {source} to {target} goes over {peer}, which has no bandwidth but {least} kbit/s for tests",
    },
    severities={"unsure": "hint", "slow": "hint"},
    source="Manage inter-region connections",
    facts=(
        "cen.bandwidth.inter_region_needed",
        "cen.bandwidth.test_bandwidth",
        "cen.bandwidth.plan_areas",
        *LOOKUPS,
    ),
)
def regions_without_bandwidth(peer: PeerAttachment, design: Reader) -> Iterator[Finding]:
    """Regions that have to reach each other are connected, and the connection has bandwidth.

    Without it only a test connection of 1 kbit/s exists. Where the area of a region is not one the documents list, the
    finding is a hint. The flows that depend on such a connection are named one by one.

    Wrong:
        bj region region_id=cn-beijing
        sh region region_id=cn-shanghai
        tr-a transit-router region=bj
          peer peer-attachment peer=tr-b
        tr-b transit-router region=sh

    Right:
        bj region region_id=cn-beijing
        sh region region_id=cn-shanghai
        tr-a transit-router region=bj
          peer peer-attachment peer=tr-b bandwidth=100
        tr-b transit-router region=sh
    """
    ends = (router_of(peer, design), design.get(peer.peer, TransitRouter))
    if peer.bandwidth or ends[0] is None or ends[1] is None:
        return
    places = [region_of(router, design) for router in ends if router]
    here, there = places
    if here is None or there is None:
        return
    needed, test = (
        design.fact("cen.bandwidth.inter_region_needed"),
        design.fact("cen.bandwidth.test_bandwidth"),
    )
    listed = design.fact("cen.bandwidth.plan_areas")
    known = [regions().get(region.region_id) for region in (here, there)]
    sure = all(region and region.sourced and region.area in listed.value for region in known)
    yield found(
        peer,
        *(router for router in ends if router),
        says="" if sure else "unsure",
        field="bandwidth",
        rests_on=(needed, test, listed),
        here=here.title(),
        there=there.title(),
        least=test.value,
    )


@also_by_paths(regions_without_bandwidth, about=Flow)
def flow_between_regions_apart(flow: Flow, design: Reader, paths: Paths) -> Iterator[Finding]:
    """Flows between transit routers that no connection joins, or none that has bandwidth."""
    yield from _slow(flow, design, paths)
    for stop in stops(flow.id, paths):
        if stop.is_routing and cause(stop, paths.design) == "regions":
            needed = design.fact("cen.bandwidth.inter_region_needed")
            yield replace(route_finding(flow, stop, paths, design, needed), says="path", cures=())
            return


def _slow(flow: Flow, design: Reader, paths: Paths) -> Iterator[Finding]:
    """A flow that comes through, and on its way goes over connections without bandwidth only."""
    needed, test = (
        design.fact("cen.bandwidth.inter_region_needed"),
        design.fact("cen.bandwidth.test_bandwidth"),
    )
    for crossing in crossings(flow.id, paths):
        if all(peer.bandwidth is None for peer in crossing.peers):
            yield found(
                flow,
                *crossing.peers,
                says="slow",
                rests_on=(needed, test),
                source=title_of(crossing.source, paths.design),
                target=title_of(crossing.target, paths.design),
                peer=crossing.peers[0].title(),
                least=test.value,
            )
            return
