"""NAT-004."""

from __future__ import annotations

from collections.abc import Iterator

from workbench.model.elements.eip import Eip
from workbench.model.elements.nat_gateway import NatGateway
from workbench.model.elements.vpc import Vpc
from workbench.rules.finding import Finding, found
from workbench.rules.reader import Reader
from workbench.rules.rule import rule


@rule(
    "NAT-004",
    about=NatGateway,
    severity="error",
    says={
        "snat": "{name} has {count} SNAT entries; the quota is {most}",
        "dnat": "{name} has {count} DNAT entries; the quota is {most}",
        "eips": "{name} has {count} EIPs; the quota is {most}",
        "ips": "{name} has {count} NAT IPs; the quota is {most}",
        "gateways": "{other} holds {count} NAT gateways; the quota is {most}",
    },
    source="NAT Gateway quotas",
    facts=(
        "nat.internet.snat_entries",
        "nat.internet.dnat_entries",
        "nat.internet.eips_per_gateway",
        "nat.internet.gateways_per_vpc",
        "nat.vpc.nat_ips_per_gateway",
    ),
)
def nat_gateway_over_quota(nat: NatGateway, design: Reader) -> Iterator[Finding]:
    """A NAT gateway, and the NAT gateways of a VPC, stay within their quotas.

    The defaults are 40 SNAT and 100 DNAT entries, 20 EIPs or 15 NAT IPs, and five gateways in a VPC. Note a raised quota
    as an override of the figure.

    Wrong:
        vpc-a vpc
          nat nat-gateway
            - snat source=10.0.0.0/16
            - snat source=10.1.0.0/16
        few fact-override fact=nat.internet.snat_entries value=1 source=ticket

    Right:
        vpc-a vpc
          nat nat-gateway
            - snat source=10.0.0.0/16
    """
    vpc = design.get(nat.parent, Vpc)
    bound = [eip for eip in design.referrers(nat, Eip) if eip.bound_to == nat.id]
    gateways = design.children(vpc, NatGateway) if vpc else ()
    ips = ({entry.nat_ip for entry in nat.snat} | {entry.nat_ip for entry in nat.dnat}) - {""}
    counts = [
        ("snat", "nat.internet.snat_entries", len(nat.snat)),
        ("dnat", "nat.internet.dnat_entries", len(nat.dnat)),
        ("eips", "nat.internet.eips_per_gateway", len(bound)),
        ("ips", "nat.vpc.nat_ips_per_gateway", len(ips)),
    ]
    if gateways and gateways[0].id == nat.id:
        counts.append(("gateways", "nat.internet.gateways_per_vpc", len(gateways)))
    for says, id, count in counts:
        most = design.fact(id)
        if count > most.value:
            others = (vpc,) if vpc and says == "gateways" else ()
            yield found(nat, *others, says=says, rests_on=(most,), count=count, most=most.value)
