"""SEC-004."""

from __future__ import annotations

from collections.abc import Iterator

from workbench.model.elements.application import Application
from workbench.model.elements.security_group import SecurityGroup
from workbench.rules.finding import Finding, found
from workbench.rules.reader import Reader
from workbench.rules.rule import rule


@rule(
    "SEC-004",
    about=SecurityGroup,
    severity="warning",
    says="{name} is to hold {count} hosts; {most} fit",
    source="Basic and advanced security groups",
    facts=("security_group.basic.private_ips", "security_group.advanced.private_ips"),
)
def group_too_full(group: SecurityGroup, design: Reader) -> Iterator[Finding]:
    """A group holds no more hosts than it takes.

    A basic group takes 6,000 addresses, an advanced one 65,536 interfaces. Split the group or change its type.

    Wrong:
        sg security-group
        app application groups=sg hosts=7000

    Right:
        sg security-group
        app application groups=sg hosts=700
    """
    kind = "basic" if group.type == "normal" else "advanced"
    most = design.fact(f"security_group.{kind}.private_ips")
    members = [app for app in design.referrers(group, Application) if group.id in app.groups]
    count = sum(app.hosts or 0 for app in members)
    if count > most.value:
        yield found(group, *members, rests_on=(most,), count=count, most=most.value)
