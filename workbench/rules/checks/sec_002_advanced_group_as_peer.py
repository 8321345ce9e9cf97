"""SEC-002."""

from __future__ import annotations

from collections.abc import Iterator

from workbench.model.elements.security_group import SecurityGroup
from workbench.rules.finding import Finding, found
from workbench.rules.reader import Reader
from workbench.rules.rule import rule


@rule(
    "SEC-002",
    about=SecurityGroup,
    severity="error",
    says={
        "": "{name} is an advanced group and names {other} in a rule",
        "towards": "{name} names the advanced group {other} in a rule",
        "many": "{count} rules of {name} name a group; {most} may",
    },
    source="Basic and advanced security groups",
    facts=("security_group.advanced.group_as_source", "security_group.basic.group_rules_max"),
)
def advanced_group_as_peer(group: SecurityGroup, design: Reader) -> Iterator[Finding]:
    """Rules name groups only among basic groups, and no more than twenty times in a group.

    An advanced group can neither name a group nor be named: give it blocks or prefix lists.

    Wrong:
        sg-a security-group type=enterprise
          - rules port=443/443 group=sg-b
        sg-b security-group

    Right:
        sg-a security-group
          - rules port=443/443 group=sg-b
        sg-b security-group
    """
    advanced = design.fact("security_group.advanced.group_as_source")
    named = [row.group for row in group.rules if row.group]
    for id in dict.fromkeys(named):
        peer = design.get(id, SecurityGroup)
        if peer is None or advanced.value:
            continue
        if group.type == "enterprise":
            yield found(group, peer, field="rules", rests_on=(advanced,))
        elif peer.type == "enterprise":
            yield found(group, peer, says="towards", field="rules", rests_on=(advanced,))
    most = design.fact("security_group.basic.group_rules_max")
    if len(named) > most.value:
        yield found(group, says="many", field="rules", rests_on=(most,), count=len(named), most=most.value)
