"""SEC-010."""

from __future__ import annotations

from collections.abc import Iterator

from workbench.model.elements.load_balancer import LoadBalancer
from workbench.model.elements.network_acl import NetworkAcl
from workbench.model.elements.vswitch import VSwitch
from workbench.rules.finding import Finding, found
from workbench.rules.reader import Reader
from workbench.rules.rule import rule


@rule(
    "SEC-010",
    about=LoadBalancer,
    severity="warning",
    says="{acl} of {other} does not filter {name}, a CLB",
    source="Network ACLs",
    facts=("network_acl.does_not_cover",),
)
def acl_before_load_balancer(balancer: LoadBalancer, design: Reader) -> Iterator[Finding]:
    """A CLB is protected by its own access control, not by a network ACL.

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
    if balancer.type.upper() not in uncovered.value:
        return
    for id in dict.fromkeys(balancer.vswitches):
        vswitch = design.get(id, VSwitch)
        acl = design.get(vswitch.acl, NetworkAcl) if vswitch else None
        if vswitch and acl:
            yield found(balancer, vswitch, acl, rests_on=(uncovered,), acl=acl.title())
