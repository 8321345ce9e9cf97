"""ADR-008."""

from __future__ import annotations

from collections.abc import Iterator

from workbench.model.elements.address_request import AddressRequest
from workbench.model.elements.vpc import Vpc
from workbench.model.elements.vswitch import VSwitch
from workbench.planning.demand import takers
from workbench.reference import regions
from workbench.rules.finding import Finding, found
from workbench.rules.places import region_of
from workbench.rules.reader import Reader
from workbench.rules.rule import rule


@rule(
    "ADR-008",
    about=AddressRequest,
    severity="warning",
    says="{service} in {name} want vSwitches in {least} zones; those of the VPC stand in {count}",
    source="How transit routers work",
    facts=tuple(sorted({taker.zones for taker in takers().values() if taker.zones})),
)
def demand_in_one_zone(request: AddressRequest, design: Reader) -> Iterator[Finding]:
    """What stands in two zones finds vSwitches in two zones.

    A transit router attachment takes one address in each of two vSwitches at least, which stand in different zones; so do
    load balancers and VPN gateways. Regions of a single zone are excused.

    Wrong:
        hz region region_id=cn-hangzhou
          hz-h zone zone_id=cn-hangzhou-h
        vpc-a vpc region=hz
          vsw-a vswitch zone=hz-h
        req-a address-request subject=vsw-a
          - demand service=tr-attachment

    Right:
        hz region region_id=cn-hangzhou
          hz-h zone zone_id=cn-hangzhou-h
          hz-i zone zone_id=cn-hangzhou-i
        vpc-a vpc region=hz
          vsw-a vswitch zone=hz-h
          vsw-b vswitch zone=hz-i
        req-a address-request subject=vsw-a
          - demand service=tr-attachment
    """
    vpc = _vpc_of(request, design)
    zonal = {row.service: takers()[row.service].zones for row in request.demand if row.count > 0}
    if vpc is None or not any(zonal.values()):
        return
    zones = {vswitch.zone for vswitch in design.children(vpc, VSwitch) if vswitch.zone}
    services = request.kind.field("demand").columns[0].choices
    for service, least in ((service, design.fact(id)) for service, id in sorted(zonal.items()) if id):
        if len(zones) < least.value <= _zones_offered(vpc, design):
            yield found(
                request,
                vpc,
                field="demand",
                rests_on=(least,),
                service=services[service],
                name=vpc.title(),
                least=least.value,
                count=len(zones),
            )


def _vpc_of(request: AddressRequest, design: Reader) -> Vpc | None:
    """The VPC that a request is for, or that of its vSwitch."""
    subject = design.get(request.subject)
    return subject if isinstance(subject, Vpc) else design.get(subject.parent if subject else None, Vpc)


def _zones_offered(vpc: Vpc, design: Reader) -> int:
    """How many zones the region of a VPC has; more than are ever asked for where it is not known."""
    region = region_of(vpc, design)
    known = regions().get(region.region_id) if region else None
    return len(known.transit_router_zone_ids or known.zone_ids) if known else 99
