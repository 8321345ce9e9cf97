"""CEN-014."""

from __future__ import annotations

from collections.abc import Iterator

from workbench.edits.permitting import permit_sites
from workbench.model.elements.flow import Flow
from workbench.model.elements.routing_policy import RoutingPolicy
from workbench.model.elements.transit_router import TransitRouter
from workbench.model.elements.vbr_attachment import VbrAttachment
from workbench.model.elements.vpn_attachment import VpnAttachment
from workbench.reachability.lines import sites_at
from workbench.reachability.sayings import title_of
from workbench.rules.finding import Cure, Finding, found
from workbench.rules.paths import Paths
from workbench.rules.reader import Reader
from workbench.rules.routing import LOOKUPS, cause, readings
from workbench.rules.rule import rule
from workbench.rules.stops import Stop, stops
from workbench.texts import text


@rule(
    "CEN-014",
    about=Flow,
    severity="warning",
    says={
        "": "{source} and {target} would meet through the cloud, which no routing policy of {other} permits",
        "apart": "{source} and {target} would meet through the cloud, where nothing leads from one to the other",
    },
    source="Attach an IPsec-VPN connection to a transit router",
    facts=("cen.routing_policy.vpn_auto_policy_priority", *LOOKUPS),
    by_paths=True,
)
def sites_through_cloud_without_policy(flow: Flow, design: Reader, paths: Paths) -> Iterator[Finding]:
    """Sites that meet through the cloud have routes both ways, and a routing policy that permits them.

    Once a VPN is attached, a hidden policy in every table rejects routes between VPN, VBR and CCN. Only a policy of
    a better priority lets sites reach each other.

    Wrong:
        tr transit-router
          rt transit-router-table
          line vbr-attachment vbr=vbr association=rt learning=rt
          tunnel vpn-attachment vpn=gw association=rt learning=rt
        vbr vbr
          circuit circuit site=dc-a
        gw vpn-gateway
          connection ipsec-connection site=dc-b
        dc-a data-centre
          - ranges block=172.16.0.0/16
        dc-b data-centre
          - ranges block=172.17.0.0/16
        flow flow source=dc-a target=dc-b port=443/443

    Right:
        tr transit-router
          rt transit-router-table
          line vbr-attachment vbr=vbr association=rt learning=rt
          tunnel vpn-attachment vpn=gw association=rt learning=rt
          permit routing-policy direction=RegionOut action=Permit priority=20 source_types=VPN,VBR destination_types=VPN,VBR
        vbr vbr
          circuit circuit site=dc-a
        gw vpn-gateway
          connection ipsec-connection site=dc-b
        dc-a data-centre
          - ranges block=172.16.0.0/16
        dc-b data-centre
          - ranges block=172.17.0.0/16
        flow flow source=dc-a target=dc-b port=443/443
    """
    for stop in stops(flow.id, paths):
        if not stop.is_routing or cause(stop, paths.design) != "sites":
            continue
        router = _rejecting(stop, paths)
        hidden = design.fact("cen.routing_policy.vpn_auto_policy_priority")
        yield found(
            flow,
            *((router,) if router else ()),
            says="" if router else "apart",
            rests_on=(hidden, *readings(stop, paths, design)) if router else (hidden,),
            cures=list(_permit(router, paths)) if router else [],
            source=title_of(stop.source, paths.design),
            target=title_of(stop.target, paths.design),
        )
        return


def _rejecting(stop: Stop, paths: Paths) -> TransitRouter | None:
    """The transit router whose hidden policy keeps the two apart: both are attached, one of them at least by VPN."""
    design = paths.design
    for router in design.of_kind(TransitRouter):
        known: set[str] = set()
        has_vpn = False
        for id in design.children(router.id):
            line = design.get(id)
            if isinstance(line, (VbrAttachment, VpnAttachment)):
                has_vpn = has_vpn or isinstance(line, VpnAttachment)
                door = line.vbr if isinstance(line, VbrAttachment) else line.vpn
                known.update(site.id for site in sites_at(door, design))
        if has_vpn and {stop.source, stop.target} <= known:
            return router
    return None


def _permit(router: TransitRouter, paths: Paths) -> Iterator[Cure]:
    """A policy that permits it, unless the router has policies already, whose order only a person knows."""
    if any(paths.design.get(id, RoutingPolicy) for id in paths.design.children(router.id)):
        return
    yield Cure(text("Permit sites to meet at {router}", router=router.title()), permit_sites(router.id))
