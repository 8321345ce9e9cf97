"""CEN-012."""

from __future__ import annotations

from collections.abc import Iterator

from workbench.edits.fields import set_fields
from workbench.model.elements.ecr import Ecr
from workbench.model.elements.ecr_association import EcrAssociation
from workbench.model.elements.vpc import Vpc
from workbench.model.elements.vpc_attachment import VpcAttachment
from workbench.rules.finding import Cure, Finding, found
from workbench.rules.reader import Reader
from workbench.rules.rule import rule
from workbench.texts import text


@rule(
    "CEN-012",
    about=VpcAttachment,
    severity="error",
    says="{name} writes routes into {other}, which takes them from {ecr} already",
    source="Connect ECRs (CEN)",
    facts=("cen.attachment.ecr_blocks_route_sync", "vpc.routing.dynamic_route_sources"),
)
def dynamic_routes_twice(attachment: VpcAttachment, design: Reader) -> Iterator[Finding]:
    """A VPC with an ECR gets no routes from a transit router.

    A VPC takes dynamic routes from one source at a time. On a VPC that an ECR serves, the platform refuses to switch on
    that the transit router writes its routes into the VPC: add routes to the transit router by hand.

    Wrong:
        tr transit-router
          att vpc-attachment vpc=vpc-a synchronised=true
        vpc-a vpc
        gate ecr
          link ecr-association network=vpc-a

    Right:
        tr transit-router
          att vpc-attachment vpc=vpc-a
        vpc-a vpc
        gate ecr
          link ecr-association network=vpc-a
    """
    vpc = design.get(attachment.vpc, Vpc)
    if vpc is None or not attachment.synchronised:
        return
    blocks = design.fact("cen.attachment.ecr_blocks_route_sync")
    sources = design.fact("vpc.routing.dynamic_route_sources")
    if not blocks.value or sources.value > 1:
        return
    for association in design.referrers(vpc, EcrAssociation):
        ecr = design.get(association.parent, Ecr)
        stop = Cure(text("Write no routes into the VPC"), set_fields([attachment.id], synchronised=False))
        yield found(
            attachment,
            vpc,
            association,
            field="synchronised",
            cures=[stop],
            rests_on=(blocks, sources),
            ecr=(ecr or association).title(),
        )
