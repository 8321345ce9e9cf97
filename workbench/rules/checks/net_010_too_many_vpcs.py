"""NET-010."""

from __future__ import annotations

from collections.abc import Iterator

from workbench.model.elements.account import Account
from workbench.model.elements.cloud_firewall import CloudFirewall
from workbench.model.elements.region import Region
from workbench.model.elements.vpc import Vpc
from workbench.rules.finding import Finding, found
from workbench.rules.reader import Reader
from workbench.rules.rule import rule


@rule(
    "NET-010",
    about=None,
    severity="warning",
    says="{other} holds {count} VPCs in {region}, those of firewalls included; the quota is {most}",
    source="VPC quotas",
    facts=("vpc.limits.vpcs_per_region",),
)
def too_many_vpcs(design: Reader) -> Iterator[Finding]:
    """An account stays within its quota of VPCs in a region.

    Ten is the default. The VPC that a managed VPC firewall makes for itself counts too. The quota can be raised: note a
    raised one as an override of the figure.

    Wrong:
        bj region region_id=cn-beijing
        acc-a account
          vpc-1 vpc region=bj
          vpc-2 vpc region=bj
        few fact-override fact=vpc.limits.vpcs_per_region value=1 source=ticket

    Right:
        bj region region_id=cn-beijing
        acc-a account
          vpc-1 vpc region=bj
          vpc-2 vpc region=bj
    """
    most = design.fact("vpc.limits.vpcs_per_region")
    held: dict[tuple[str, str], list[Vpc | CloudFirewall]] = {}
    firewalls = (
        wall for wall in design.of_kind(CloudFirewall) if wall.boundary == "vpc" and wall.steering != "manual"
    )
    counted: tuple[Vpc | CloudFirewall, ...] = (*design.of_kind(Vpc), *firewalls)
    for element in counted:
        region = element.region
        if element.parent and region:
            held.setdefault((element.parent, region), []).append(element)
    for (account_id, region_id), elements in sorted(held.items()):
        account, region_ = design.get(account_id, Account), design.get(region_id, Region)
        if account and region_ and len(elements) > most.value:
            count = len(elements)
            yield found(
                elements[0], account, rests_on=(most,), count=count, most=most.value, region=region_.title()
            )
