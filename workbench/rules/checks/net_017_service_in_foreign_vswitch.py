"""NET-017."""

from __future__ import annotations

from collections.abc import Iterator

from workbench.model.element import Element
from workbench.model.elements.bastion_host import BastionHost
from workbench.model.elements.database import Database
from workbench.model.elements.load_balancer import LoadBalancer
from workbench.model.elements.nat_gateway import NatGateway
from workbench.model.elements.private_endpoint import PrivateEndpoint
from workbench.model.elements.vpc import Vpc
from workbench.model.elements.vpc_attachment import VpcAttachment
from workbench.model.elements.vpn_gateway import VpnGateway
from workbench.model.elements.vswitch import VSwitch
from workbench.rules.finding import Finding, found
from workbench.rules.reader import Reader
from workbench.rules.rule import rule


@rule(
    "NET-017",
    about=(NatGateway, LoadBalancer, BastionHost, VpnGateway, VpcAttachment, PrivateEndpoint, Database),
    severity="error",
    says="{name} stands in {other}, a vSwitch of another VPC",
    source="VPCs and vSwitches",
)
def service_in_foreign_vswitch(service: Element, design: Reader) -> Iterator[Finding]:
    """What belongs to a VPC stands in vSwitches of that VPC.

    A gateway, load balancer, bastion host, endpoint, database or attachment gets its addresses from vSwitches, and only
    those of its own VPC can give them.

    Wrong:
        vpc-a vpc
          nat nat-gateway vswitch=vsw-b
        vpc-b vpc
          vsw-b vswitch

    Right:
        vpc-a vpc
          nat nat-gateway vswitch=vsw-a
          vsw-a vswitch
    """
    vpc = design.get(getattr(service, "vpc", service.parent), Vpc)
    named = getattr(service, "vswitches", None) or (getattr(service, "vswitch", None),)
    for id in dict.fromkeys(named):
        vswitch = design.get(id, VSwitch)
        if vpc and vswitch and vswitch.parent and vswitch.parent != vpc.id:
            yield found(service, vswitch, vpc)
