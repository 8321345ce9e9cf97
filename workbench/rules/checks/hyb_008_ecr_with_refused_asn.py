"""HYB-008."""

from __future__ import annotations

from collections.abc import Iterator

from workbench.model.elements.ecr import Ecr
from workbench.rules.finding import Finding, found
from workbench.rules.reader import Reader
from workbench.rules.rule import rule
from workbench.rules.wording import among


@rule(
    "HYB-008",
    about=Ecr,
    severity="hint",
    says="{name} cannot have the ASN {asn}; possible are {choices}",
    source="unverified",
    facts=("express_connect_router.asn_range",),
)
def ecr_with_refused_asn(ecr: Ecr, design: Reader) -> Iterator[Finding]:
    """The ASN of an ECR is 45104 or a private number.

    To the sites it stands for the cloud. No document was read for the range: confirm another number before you rely on it.

    Wrong:
        gate ecr asn=100

    Right:
        gate ecr asn=45104
    """
    choices = design.fact("express_connect_router.asn_range")
    if ecr.asn is not None and not among(ecr.asn, choices):
        yield found(ecr, field="asn", rests_on=(choices,), asn=str(ecr.asn), choices=list(choices.value))
