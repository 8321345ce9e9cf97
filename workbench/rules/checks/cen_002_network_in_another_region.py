"""CEN-002."""

from __future__ import annotations

from collections.abc import Iterator

from workbench.model.elements.vbr_attachment import VbrAttachment
from workbench.model.elements.vpc_attachment import VpcAttachment
from workbench.rules.attachments import NetworkAttachment, network_of, router_of
from workbench.rules.finding import Finding, found
from workbench.rules.places import region_of
from workbench.rules.reader import Reader
from workbench.rules.rule import rule


@rule(
    "CEN-002",
    about=(VpcAttachment, VbrAttachment),
    severity="error",
    says="{other} lies in {region}, its transit router {router} in {there}",
    source="Connect VBRs (CEN)",
    facts=("cen.attachment.same_region_required",),
)
def network_in_another_region(attachment: NetworkAttachment, design: Reader) -> Iterator[Finding]:
    """A VPC or VBR is attached to the transit router of its own region.

    A transit router serves one region. Networks of other regions reach it through the transit router there and an
    inter-region connection.

    Wrong:
        bj region
        sh region
        tr transit-router region=bj
          att vpc-attachment vpc=vpc-a
        vpc-a vpc region=sh

    Right:
        bj region
        tr transit-router region=bj
          att vpc-attachment vpc=vpc-a
        vpc-a vpc region=bj
    """
    router, network = router_of(attachment, design), network_of(attachment, design)
    if router is None or network is None:
        return
    here, there = region_of(network, design), region_of(router, design)
    if here and there and here.id != there.id:
        same = design.fact("cen.attachment.same_region_required")
        yield found(
            attachment,
            network,
            router,
            rests_on=(same,),
            region=here.title(),
            router=router.title(),
            there=there.title(),
        )
