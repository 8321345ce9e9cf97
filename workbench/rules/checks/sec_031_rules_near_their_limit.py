"""SEC-031."""

from __future__ import annotations

from collections.abc import Iterator

from workbench.model.elements.application import Application
from workbench.model.elements.security_group import SecurityGroup
from workbench.rules.charging import charge
from workbench.rules.finding import Finding, found
from workbench.rules.reader import Reader
from workbench.rules.rule import rule


@rule(
    "SEC-031",
    about=(SecurityGroup, Application),
    severity="hint",
    says={
        "": "{name} holds {count} rules of {most} advised; {free} % kept free lets it grow",
        "interface": "The groups of {name} hold {count} rules together of {most}; {free} % kept free lets them grow",
    },
    source="API AuthorizeSecurityGroup",
    facts=(
        "planning.free_percent",
        "security_group.limits.rules_per_group",
        "security_group.limits.rules_per_eni",
        "security_group.limits.prefix_list_charge",
    ),
)
def rules_near_their_limit(one: SecurityGroup | Application, design: Reader) -> Iterator[Finding]:
    """Groups keep room for rules to come, each and on every interface together.

    A group that is full when an incident wants one more rule is replaced in a hurry. How much to keep is a custom, not a
    figure of the platform.

    Wrong:
        pl prefix-list most=90
        sg security-group
          - rules prefix_list=pl port=1/1
          - rules prefix_list=pl port=2/2

    Right:
        pl prefix-list most=20
        sg security-group
          - rules prefix_list=pl port=1/1
          - rules prefix_list=pl port=2/2
    """
    is_group = isinstance(one, SecurityGroup)
    ids = (one.id,) if isinstance(one, SecurityGroup) else tuple(dict.fromkeys(one.groups))
    groups = [group for id in ids if (group := design.get(id, SecurityGroup))]
    if not is_group and len(groups) < 2:
        return
    free = design.fact("planning.free_percent")
    most = design.fact(f"security_group.limits.{'rules_per_group' if is_group else 'rules_per_eni'}")
    count = sum(charge(row, design) for group in groups for row in group.rules)
    if most.value * (100 - free.value) < count * 100 <= most.value * 100:
        counted = design.fact("security_group.limits.prefix_list_charge")
        yield found(
            one,
            says="" if is_group else "interface",
            field="rules" if is_group else "groups",
            rests_on=(free, most, counted),
            count=count,
            most=most.value,
            free=free.value,
        )
