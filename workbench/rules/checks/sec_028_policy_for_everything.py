"""SEC-028."""

from __future__ import annotations

from collections.abc import Iterator

from workbench.model.elements.cloud_firewall import CloudFirewall, FirewallPolicy
from workbench.rules.checks.sec_011_firewall_without_final_deny import firewall_without_final_deny
from workbench.rules.filters import everywhere
from workbench.rules.finding import Finding, found
from workbench.rules.reader import Reader
from workbench.rules.rule import rule

ANY_PORTS = ("", "0/0", "-1/-1", "1/65535", "0/65535")


@rule(
    "SEC-028",
    about=CloudFirewall,
    severity="warning",
    says={
        "": "Policy {number} of {name} lets everything pass from everywhere to everywhere",
        "before": "Policy {number} of {name} lets everything pass, so that the {count} after it never decide",
    },
    source="Cloud Firewall access control policy overview",
    facts=("cloud_firewall.policy.default_action",),
)
def policy_for_everything(boundary: CloudFirewall, design: Reader) -> Iterator[Finding]:
    """No policy of a boundary lets everything pass.

    Policies are asked in their order and the first that matches decides: one for any source, destination, protocol and port
    switches the boundary off, with the final deny after it too.

    Wrong:
        wall cloud-firewall boundary=vpc
          - policies action=accept source=0.0.0.0/0 destination=0.0.0.0/0 protocol=ANY port=0/0
          - policies action=drop source=0.0.0.0/0 destination=0.0.0.0/0 protocol=ANY port=0/0

    Right:
        wall cloud-firewall boundary=vpc
          - policies action=accept source=10.1.0.0/16 destination=10.2.0.0/16 protocol=TCP port=443/443
          - policies action=drop source=0.0.0.0/0 destination=0.0.0.0/0 protocol=ANY port=0/0
    """
    default = design.fact("cloud_firewall.policy.default_action")
    if any(firewall_without_final_deny.check(boundary, design)):
        return
    for place, row in enumerate(boundary.policies):
        if _is_for_everything(row):
            after = [one for one in boundary.policies[place + 1 :] if one.direction in ("", row.direction)]
            yield found(
                boundary,
                says="before" if after else "",
                field="policies",
                rests_on=(default,),
                number=place + 1,
                count=len(after),
            )


def _is_for_everything(row: FirewallPolicy) -> bool:
    sides = ((row.source_type, row.source), (row.destination_type, row.destination))
    return (
        row.enabled
        and row.action != "drop"
        and not (row.repeats or row.starts or row.ends or row.applications)
        and row.protocol.upper() in ("ANY", "ALL", "")
        and row.port in ANY_PORTS
        and all(type_ == "net" and everywhere(written) for type_, written in sides)
    )
