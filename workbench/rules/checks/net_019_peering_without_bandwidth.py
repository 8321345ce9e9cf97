"""NET-019."""

from __future__ import annotations

from collections.abc import Iterator

from workbench.model.elements.vpc import Vpc
from workbench.model.elements.vpc_peering import VpcPeering
from workbench.rules.finding import Finding, found
from workbench.rules.places import account_of, region_of
from workbench.rules.reader import Reader
from workbench.rules.rule import rule


@rule(
    "NET-019",
    about=VpcPeering,
    severity="error",
    says={
        "": "{name} joins {here} and {there} and has no bandwidth",
        "accepted": "{other} belongs to {owner}, which has not accepted {name} yet",
    },
    severities={"accepted": "hint"},
    source="terraform alicloud vpc_peer_connection",
    facts=("vpc_peering.cross_region",),
)
def peering_without_bandwidth(peering: VpcPeering, design: Reader) -> Iterator[Finding]:
    """A peering between two regions has a bandwidth, one between two accounts is accepted.

    Between regions the platform asks for the bandwidth that is paid for; inside one it does not. The account of the other
    VPC accepts the connection before it carries anything; that this is still open is a hint only.

    Wrong:
        hz region region_id=cn-hangzhou
        sh region region_id=cn-shanghai
        vpc-a vpc region=hz
          link vpc-peering peer=vpc-b
        vpc-b vpc region=sh

    Right:
        hz region region_id=cn-hangzhou
        sh region region_id=cn-shanghai
        vpc-a vpc region=hz
          link vpc-peering peer=vpc-b bandwidth=100
        vpc-b vpc region=sh
    """
    asked = design.fact("vpc_peering.cross_region")
    one, other = design.get(peering.parent, Vpc), design.get(peering.peer, Vpc)
    if one is None or other is None:
        return
    here, there = region_of(one, design), region_of(other, design)
    if here and there and here is not there and not peering.bandwidth and asked.value:
        yield found(
            peering,
            one,
            other,
            field="bandwidth",
            rests_on=(asked,),
            here=here.title(),
            there=there.title(),
        )
    owner, acceptor = account_of(one, design), account_of(other, design)
    if owner and acceptor and owner is not acceptor and not peering.accepted:
        yield found(peering, other, says="accepted", field="accepted", owner=acceptor.title())
