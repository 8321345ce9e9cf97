"""SEC-003."""

from __future__ import annotations

from collections.abc import Iterator

from workbench.model.elements.application import Application
from workbench.model.elements.security_group import SecurityGroup
from workbench.rules.charging import charge
from workbench.rules.finding import Finding, found
from workbench.rules.reader import Reader
from workbench.rules.rule import rule


@rule(
    "SEC-003",
    about=Application,
    severity="error",
    says={
        "": "The groups of {name} hold {count} rules together; {most} fit on an interface",
        "groups": "{name} is in {count} groups; {most} are possible",
        "group": "{other} of {name} holds {count} rules; up to {most} are advised",
    },
    severities={"group": "warning"},
    source="API AuthorizeSecurityGroup",
    facts=(
        "security_group.limits.rules_per_eni",
        "security_group.limits.groups_per_eni",
        "security_group.limits.rules_per_group",
        "security_group.limits.prefix_list_charge",
    ),
)
def too_many_rules(application: Application, design: Reader) -> Iterator[Finding]:
    """The groups of an interface hold no more rules together than it takes.

    A thousand rules fit, in ten groups. A rule that names a prefix list counts as many times as the list may have
    entries, full or not.

    Wrong:
        pl prefix-list most=200
        sg security-group
          - rules prefix_list=pl port=1/1
          - rules prefix_list=pl port=2/2
          - rules prefix_list=pl port=3/3
          - rules prefix_list=pl port=4/4
          - rules prefix_list=pl port=5/5
          - rules prefix_list=pl port=6/6
        app application groups=sg

    Right:
        pl prefix-list most=20
        sg security-group
          - rules prefix_list=pl port=1/1
          - rules prefix_list=pl port=2/2
        app application groups=sg
    """
    groups = [group for id in dict.fromkeys(application.groups) if (group := design.get(id, SecurityGroup))]
    charged = design.fact("security_group.limits.prefix_list_charge")
    counts = [sum(charge(row, design) for row in group.rules) for group in groups]
    most = design.fact("security_group.limits.rules_per_eni")
    if sum(counts) > most.value:
        facts = (most, charged)
        yield found(application, *groups, field="groups", rests_on=facts, count=sum(counts), most=most.value)
    many = design.fact("security_group.limits.groups_per_eni")
    if len(groups) > many.value:
        yield found(
            application, says="groups", field="groups", rests_on=(many,), count=len(groups), most=many.value
        )
    advised = design.fact("security_group.limits.rules_per_group")
    for group, count in zip(groups, counts, strict=True):
        if count > advised.value:
            yield found(
                application, group, says="group", rests_on=(advised,), count=count, most=advised.value
            )
