"""NET-006."""

from __future__ import annotations

from collections.abc import Iterator

from workbench.addresses import span
from workbench.model.elements.address_request import AddressRequest
from workbench.model.elements.application import Application
from workbench.model.elements.bastion_host import BastionHost
from workbench.model.elements.database import Database
from workbench.model.elements.load_balancer import LoadBalancer
from workbench.model.elements.nat_gateway import NatGateway
from workbench.model.elements.private_endpoint import PrivateEndpoint
from workbench.model.elements.vpc_attachment import VpcAttachment
from workbench.model.elements.vpn_gateway import VpnGateway
from workbench.model.elements.vswitch import VSwitch
from workbench.rules.finding import Finding, found
from workbench.rules.reader import Reader
from workbench.rules.rule import rule


@rule(
    "NET-006",
    about=VSwitch,
    severity="error",
    says="{name} needs {needed} addresses, {block} has {usable} to give",
    source="API CreateVSwitch",
    facts=("vswitch.reserved_first", "vswitch.reserved_last", "vswitch.tr_eni_addresses_per_vswitch"),
)
def vswitch_too_small(vswitch: VSwitch, design: Reader) -> Iterator[Finding]:
    """A vSwitch holds every address that is asked of it.

    The platform keeps the first and the last three addresses. What is left has to do for the hosts planned and for
    one interface each of transit router attachments, NAT gateways, load balancers, bastion hosts, VPN gateways, private
    endpoints and databases.

    Wrong:
        vpc-a vpc blocks=10.0.0.0/16
          vsw-a vswitch block=10.0.1.0/28
        req-a address-request subject=vsw-a hosts=20

    Right:
        vpc-a vpc blocks=10.0.0.0/16
          vsw-a vswitch block=10.0.1.0/27
        req-a address-request subject=vsw-a hosts=20
    """
    block = span(vswitch.block)
    if block is None or block.width == 128:
        return
    first, last = design.fact("vswitch.reserved_first"), design.fact("vswitch.reserved_last")
    interface = design.fact("vswitch.tr_eni_addresses_per_vswitch")
    usable = max(0, block.size - first.value - last.value)
    needed = interface.value * _interfaces(vswitch, design) + _hosts(vswitch, design)
    if needed > usable:
        facts = (first, last, interface)
        yield found(vswitch, field="block", rests_on=facts, needed=needed, block=vswitch.block, usable=usable)


def _interfaces(vswitch: VSwitch, design: Reader) -> int:
    """How many interfaces of the platform's own services stand in a vSwitch."""
    services = (VpcAttachment, NatGateway, LoadBalancer, BastionHost, VpnGateway, PrivateEndpoint, Database)
    return sum(len(design.referrers(vswitch, type_)) for type_ in services)


def _hosts(vswitch: VSwitch, design: Reader) -> int:
    """How many hosts are planned: what requests ask for, and applications that run nowhere else."""
    requests = design.referrers(vswitch, AddressRequest)
    # A demand by service counts what is drawn as well; ADR-007 measures it.
    asked = (request.hosts or 0 for request in requests if not (request.demand or request.is_ipv6()))
    running = (
        application.hosts or 0
        for application in design.referrers(vswitch, Application)
        if application.vswitches == (vswitch.id,)
    )
    return max(sum(asked), sum(running))
