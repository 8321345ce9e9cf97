"""SEC-010."""

from __future__ import annotations

from collections.abc import Iterator

from workbench.addresses import span
from workbench.edits.fields import set_fields
from workbench.model.elements.database import ENGINES, Database
from workbench.model.elements.load_balancer import LoadBalancer
from workbench.model.elements.network_acl import AclEntry, NetworkAcl
from workbench.model.elements.vswitch import VSwitch
from workbench.rules.finding import Cure, Finding, found
from workbench.rules.reader import Reader
from workbench.rules.rule import rule
from workbench.texts import text


@rule(
    "SEC-010",
    about=(LoadBalancer, Database, NetworkAcl),
    severity="warning",
    says={
        "": "{acl} of {other} does not filter {name}: {type} keeps its own access control",
        "inside": "Entry {number} {side} of {name} is about {block} in {other}, where no ACL is asked between hosts",
    },
    source="Network ACLs",
    facts=("network_acl.does_not_cover", "evaluation_order.same_vswitch"),
)
def acl_before_load_balancer(
    service: LoadBalancer | Database | NetworkAcl, design: Reader
) -> Iterator[Finding]:
    """A network ACL is not asked to protect CLB and RDS, or to part the hosts of one vSwitch.

    Network ACLs filter at the edge of a vSwitch. CLB and RDS have no interface there and their own access control; between
    hosts of one vSwitch security groups decide alone.

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
    if isinstance(service, NetworkAcl):
        yield from _inside(service, design)
        return
    uncovered = design.fact("network_acl.does_not_cover")
    type_ = _type_of(service)
    if type_ not in uncovered.value:
        return
    for id in dict.fromkeys(service.vswitches):
        vswitch = design.get(id, VSwitch)
        acl = design.get(vswitch.acl, NetworkAcl) if vswitch else None
        if vswitch and acl:
            yield found(service, vswitch, acl, rests_on=(uncovered,), acl=acl.title(), type=type_)


def _inside(acl: NetworkAcl, design: Reader) -> Iterator[Finding]:
    """Entries about nobody but hosts of the only vSwitch that the ACL stands at."""
    skipped = design.fact("evaluation_order.same_vswitch")
    users = [one for one in design.referrers(acl, VSwitch) if one.acl == acl.id]
    place = span(users[0].block) if len(users) == 1 else None
    for side, said in (("inbound", text("inbound")), ("outbound", text("outbound"))):
        entries: tuple[AclEntry, ...] = getattr(acl, side)
        for number, entry in enumerate(entries, 1):
            about = span(entry.block)
            if place and about and place.holds(about):
                left = tuple(other for other in entries if other is not entry)
                yield found(
                    acl,
                    users[0],
                    says="inside",
                    field=side,
                    rests_on=(skipped,),
                    cures=[Cure(text("Take the entry out"), set_fields([acl.id], **{side: left}))],
                    number=number,
                    side=said,
                    block=entry.block,
                )


def _type_of(service: LoadBalancer | Database) -> str:
    """CLB, ALB or NLB; of databases RDS, or the product's name."""
    if isinstance(service, LoadBalancer):
        return service.type.upper()
    return ENGINES[service.engine].partition(" ")[0]
