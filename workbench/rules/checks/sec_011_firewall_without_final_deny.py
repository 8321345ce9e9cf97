"""SEC-011."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from workbench.edits.fields import set_fields
from workbench.model.elements.cloud_firewall import CloudFirewall, FirewallPolicy
from workbench.rules.filters import everywhere
from workbench.rules.finding import Cure, Finding, found
from workbench.rules.reader import Reader
from workbench.rules.rule import rule
from workbench.texts import text


@rule(
    "SEC-011",
    about=CloudFirewall,
    severity="warning",
    says={
        "": "{name} accepts what none of its policies matches",
        "in": "{name} accepts inbound traffic that none of its policies matches",
        "out": "{name} accepts outbound traffic that none of its policies matches",
    },
    source="Cloud Firewall access control policy overview",
    facts=("cloud_firewall.policy.default_action",),
)
def firewall_without_final_deny(wall: CloudFirewall, design: Reader) -> Iterator[Finding]:
    """The last policy of a Cloud Firewall boundary drops everything.

    What no policy matches is let through: a firewall without a final drop filters only what somebody thought of.

    Wrong:
        wall cloud-firewall boundary=vpc
          - policies source=10.0.0.0/8 destination=10.0.0.0/8

    Right:
        wall cloud-firewall boundary=vpc
          - policies source=10.0.0.0/8 destination=10.0.0.0/8
          - policies action=drop source=0.0.0.0/0 destination=0.0.0.0/0 protocol=ANY
    """
    default = design.fact("cloud_firewall.policy.default_action")
    for direction in _DIRECTIONS[wall.boundary]:
        asked = [row for row in wall.policies if row.enabled and row.direction in ("", direction)]
        if default.value == "allow" and not (asked and _drops_everything(asked[-1])):
            last = FirewallPolicy(
                description="final drop",
                direction=direction,
                action="drop",
                source="0.0.0.0/0",
                destination="0.0.0.0/0",
                protocol="ANY",
            )
            add = Cure(text("Drop the rest"), set_fields([wall.id], policies=(*wall.policies, last)))
            yield found(wall, says=direction, field="policies", rests_on=(default,), cures=[add])


_DIRECTIONS: dict[str, tuple[Literal["", "in", "out"], ...]] = {
    "internet": ("in", "out"),
    "nat": ("out",),
    "vpc": ("",),
}


def _drops_everything(policy: FirewallPolicy) -> bool:
    whole = everywhere(policy.source) and everywhere(policy.destination)
    return policy.action == "drop" and whole and policy.protocol.upper() in ("ANY", "ALL")
