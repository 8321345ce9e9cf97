"""SEC-001."""

from __future__ import annotations

from collections.abc import Iterator

from workbench.model.elements.application import Application
from workbench.model.elements.security_group import SecurityGroup
from workbench.rules.finding import Finding, found
from workbench.rules.reader import Reader
from workbench.rules.rule import rule


@rule(
    "SEC-001",
    about=Application,
    severity="error",
    says="{name} is in the basic group {other} and in the advanced group {advanced}",
    source="Basic and advanced security groups",
    facts=("security_group.limits.mix_types_on_eni",),
)
def groups_of_both_types(application: Application, design: Reader) -> Iterator[Finding]:
    """The hosts of an application are in basic groups or in advanced ones, never in both.

    An interface takes groups of one type only.

    Wrong:
        sg-a security-group
        sg-b security-group type=enterprise
        app application groups=sg-a,sg-b

    Right:
        sg-a security-group
        sg-b security-group
        app application groups=sg-a,sg-b
    """
    mixed = design.fact("security_group.limits.mix_types_on_eni")
    groups = [group for id in application.groups if (group := design.get(id, SecurityGroup))]
    basic = [group for group in groups if group.type == "normal"]
    advanced = [group for group in groups if group.type == "enterprise"]
    if basic and advanced and not mixed.value:
        yield found(
            application,
            basic[0],
            advanced[0],
            field="groups",
            rests_on=(mixed,),
            advanced=advanced[0].title(),
        )
