"""CEN-014."""

from __future__ import annotations

from collections.abc import Iterator

from workbench.model.elements.data_centre import DataCentre
from workbench.model.elements.flow import Flow
from workbench.model.elements.other_cloud import OtherCloud
from workbench.model.elements.routing_policy import RoutingPolicy
from workbench.rules.finding import Finding, found
from workbench.rules.reader import Reader
from workbench.rules.rule import rule


@rule(
    "CEN-014",
    about=Flow,
    severity="warning",
    says="{source} and {target} would meet through the cloud, which no routing policy permits",
    source="Attach an IPsec-VPN connection to a transit router",
    facts=("cen.routing_policy.vpn_auto_policy_priority",),
)
def sites_through_cloud_without_policy(flow: Flow, design: Reader) -> Iterator[Finding]:
    """Sites that meet through the cloud have a routing policy that permits it.

    Once a VPN is attached, a hidden policy in every table rejects routes between VPN, VBR and CCN. Only a policy of
    a better priority lets sites reach each other.

    Wrong:
        dc-a data-centre
        dc-b data-centre
        flow flow source=dc-a target=dc-b

    Right:
        dc-a data-centre
        dc-b data-centre
        flow flow source=dc-a target=dc-b
        tr transit-router
          permit routing-policy action=Permit priority=20 source_types=VPN destination_types=VBR
    """
    ends = [design.get(id) for id in (flow.source, flow.target)]
    sites = [end for end in ends if isinstance(end, (DataCentre, OtherCloud))]
    if flow.wanted == "deny" or len(sites) < len(ends) or flow.source == flow.target:
        return
    hidden = design.fact("cen.routing_policy.vpn_auto_policy_priority")
    lines = ("VPN", "VBR")
    for policy in design.of_kind(RoutingPolicy):
        between = any(line in policy.source_types for line in lines) and any(
            line in policy.destination_types for line in lines
        )
        if policy.parent and policy.action == "Permit" and policy.priority < hidden.value and between:
            return
    source, target = sites
    yield found(flow, source, target, rests_on=(hidden,), source=source.title(), target=target.title())
