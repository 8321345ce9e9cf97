"""CEN-020."""

from __future__ import annotations

from collections.abc import Iterator

from workbench.model.elements.ecr import Ecr
from workbench.model.elements.ecr_association import EcrAssociation
from workbench.model.elements.region import Region
from workbench.model.elements.transit_router import TransitRouter
from workbench.rules.finding import Finding, found
from workbench.rules.reader import Reader
from workbench.rules.rule import rule


@rule(
    "CEN-020",
    about=Ecr,
    severity="error",
    says="{name} joins {count} transit routers in {region}; possible is {most}",
    source="Connect ECRs (CEN)",
    facts=("cen.attachment.ecr_per_region",),
)
def ecr_twice_in_region(ecr: Ecr, design: Reader) -> Iterator[Finding]:
    """An ECR joins one transit router a region.

    The platform refuses a second one there.

    Wrong:
        bj region region_id=cn-beijing
        one transit-router region=bj
        two transit-router region=bj
        gate ecr
          first ecr-association network=one
          second ecr-association network=two

    Right:
        bj region region_id=cn-beijing
        one transit-router region=bj
        gate ecr
          first ecr-association network=one
    """
    most = design.fact("cen.attachment.ecr_per_region")
    joined: dict[str, dict[str, TransitRouter]] = {}
    for association in design.children(ecr, EcrAssociation):
        router = design.get(association.network, TransitRouter)
        if router and router.region:
            joined.setdefault(router.region, {})[router.id] = router
    for region_id, routers in sorted(joined.items()):
        region = design.get(region_id, Region)
        if region and len(routers) > most.value:
            count = len(routers)
            yield found(
                ecr, *routers.values(), rests_on=(most,), count=count, most=most.value, region=region.title()
            )
