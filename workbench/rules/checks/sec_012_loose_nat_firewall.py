"""SEC-012."""

from __future__ import annotations

from collections.abc import Iterator

from workbench.edits.fields import set_fields
from workbench.model.elements.cloud_firewall import CloudFirewall
from workbench.rules.finding import Cure, Finding, found
from workbench.rules.reader import Reader
from workbench.rules.rule import rule
from workbench.texts import text


@rule(
    "SEC-012",
    about=CloudFirewall,
    severity="warning",
    says="{name} has policies about domains or applications and is in loose mode: unknown traffic passes",
    source="Cloud Firewall NAT firewall policies",
    facts=("cloud_firewall.policy.loose_mode_default",),
)
def loose_nat_firewall(wall: CloudFirewall, design: Reader) -> Iterator[Finding]:
    """A NAT boundary that filters domains or applications is in strict mode.

    In loose mode traffic whose application or domain is not recognised is let through, whatever the policies say.

    Wrong:
        wall cloud-firewall boundary=nat
          - policies destination_type=domain destination=*.example.com

    Right:
        wall cloud-firewall boundary=nat strict=true
          - policies destination_type=domain destination=*.example.com
    """
    loose = design.fact("cloud_firewall.policy.loose_mode_default")
    if wall.boundary != "nat" or wall.strict or not loose.value:
        return
    if any(
        row.destination_type == "domain" or any(name.upper() != "ANY" for name in row.applications)
        for row in wall.policies
    ):
        strict = Cure(text("Make it strict"), set_fields([wall.id], strict=True))
        yield found(wall, field="strict", rests_on=(loose,), cures=[strict])
