"""SEC-010."""

from __future__ import annotations

from collections.abc import Iterator

from workbench.model.elements.database import ENGINES, Database
from workbench.model.elements.load_balancer import LoadBalancer
from workbench.model.elements.network_acl import NetworkAcl
from workbench.model.elements.vswitch import VSwitch
from workbench.rules.finding import Finding, found
from workbench.rules.reader import Reader
from workbench.rules.rule import rule


@rule(
    "SEC-010",
    about=(LoadBalancer, Database),
    severity="warning",
    says="{acl} of {other} does not filter {name}: {type} keeps its own access control",
    source="Network ACLs",
    facts=("network_acl.does_not_cover",),
)
def acl_before_load_balancer(service: LoadBalancer | Database, design: Reader) -> Iterator[Finding]:
    """CLB and RDS are protected by their own access control, not by a network ACL.

    Network ACLs filter interfaces of a vSwitch. CLB and RDS have none there, so the entries have no effect on them.

    Wrong:
        vpc-a vpc
          acl network-acl
          vsw-a vswitch acl=acl
          lb load-balancer type=clb vswitches=vsw-a

    Right:
        vpc-a vpc
          acl network-acl
          vsw-a vswitch acl=acl
          lb load-balancer type=alb vswitches=vsw-a
    """
    uncovered = design.fact("network_acl.does_not_cover")
    type_ = _type_of(service)
    if type_ not in uncovered.value:
        return
    for id in dict.fromkeys(service.vswitches):
        vswitch = design.get(id, VSwitch)
        acl = design.get(vswitch.acl, NetworkAcl) if vswitch else None
        if vswitch and acl:
            yield found(service, vswitch, acl, rests_on=(uncovered,), acl=acl.title(), type=type_)


def _type_of(service: LoadBalancer | Database) -> str:
    """CLB, ALB or NLB; of databases RDS, or the product's name."""
    if isinstance(service, LoadBalancer):
        return service.type.upper()
    return ENGINES[service.engine].partition(" ")[0]
