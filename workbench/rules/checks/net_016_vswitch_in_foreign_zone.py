"""NET-016."""

from __future__ import annotations

from collections.abc import Iterator

from workbench.model.elements.vpc import Vpc
from workbench.model.elements.vswitch import VSwitch
from workbench.model.elements.zone import Zone
from workbench.rules.finding import Finding, found
from workbench.rules.reader import Reader
from workbench.rules.rule import rule


@rule(
    "NET-016",
    about=VSwitch,
    severity="error",
    says="{name} stands in {other} of another region than its VPC {vpc}",
    source="VPCs and vSwitches",
    facts=("vpc.limits.scope",),
)
def vswitch_in_foreign_zone(vswitch: VSwitch, design: Reader) -> Iterator[Finding]:
    """A vSwitch stands in a zone of its VPC's region.

    A VPC spans the zones of one region and never reaches into another.

    Wrong:
        bj region
          bj-a zone
        sh region
          sh-a zone
        vpc-a vpc region=bj
          vsw-a vswitch zone=sh-a

    Right:
        bj region
          bj-a zone
        vpc-a vpc region=bj
          vsw-a vswitch zone=bj-a
    """
    zone, vpc = design.get(vswitch.zone, Zone), design.get(vswitch.parent, Vpc)
    scope = design.fact("vpc.limits.scope")
    if zone and vpc and zone.parent and vpc.region and zone.parent != vpc.region:
        yield found(vswitch, zone, vpc, field="zone", rests_on=(scope,), vpc=vpc.title())
