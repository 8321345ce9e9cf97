"""REG-003."""

from __future__ import annotations

from collections.abc import Iterator

from workbench.edits.fields import set_fields
from workbench.model.elements.region import Region
from workbench.model.elements.transit_router import TransitRouter
from workbench.model.elements.vbr import Vbr
from workbench.model.elements.vpc import Vpc
from workbench.rules.finding import Cure, Finding, found
from workbench.rules.reader import Reader
from workbench.rules.rule import rule
from workbench.texts import text


@rule(
    "REG-003",
    about=(Vpc, TransitRouter, Vbr),
    severity="warning",
    says="{name} lies in no region yet",
    source="VPCs and vSwitches",
    facts=("vpc.limits.scope",),
)
def network_without_region(network: Vpc | TransitRouter | Vbr, design: Reader) -> Iterator[Finding]:
    """Every VPC, VBR and transit router lies in a region.

    Without one it is drawn nowhere, and neither zones nor attachments can be checked.

    Wrong:
        vpc-a vpc

    Right:
        bj region
        vpc-a vpc region=bj
    """
    if network.region:
        return
    choices = design.of_kind(Region)
    cures = []
    if len(choices) == 1:
        move = set_fields([network.id], region=choices[0].id)
        cures.append(Cure(text("Put it into {place}", place=choices[0].title()), move))
    yield found(network, field="region", rests_on=(design.fact("vpc.limits.scope"),), cures=cures)
