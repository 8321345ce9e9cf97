"""CEN-019."""

from __future__ import annotations

from collections.abc import Iterator

from workbench.model.elements.vpc import Vpc
from workbench.model.elements.vpc_attachment import VpcAttachment
from workbench.rules.finding import Finding, found
from workbench.rules.reader import Reader
from workbench.rules.rule import rule


@rule(
    "CEN-019",
    about=Vpc,
    severity="hint",
    says="{name} is attached by {other} and {count} more; one attachment is the usual quota",
    source="unverified",
    facts=("cen.limits.vpc_attach_many_cen",),
)
def vpc_attached_twice(vpc: Vpc, design: Reader) -> Iterator[Finding]:
    """A VPC is attached to one transit router.

    More may be possible through a quota. Check before the design rests on it.

    Wrong:
        vpc-a vpc
        tr-1 transit-router
          att-1 vpc-attachment vpc=vpc-a
        tr-2 transit-router
          att-2 vpc-attachment vpc=vpc-a

    Right:
        vpc-a vpc
        tr-1 transit-router
          att-1 vpc-attachment vpc=vpc-a
    """
    attachments = [found_ for found_ in design.referrers(vpc, VpcAttachment) if found_.vpc == vpc.id]
    if len(attachments) > 1:
        many = design.fact("cen.limits.vpc_attach_many_cen")
        yield found(vpc, *attachments, rests_on=(many,), count=len(attachments) - 1)
