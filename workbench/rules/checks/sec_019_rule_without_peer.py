"""SEC-019."""

from __future__ import annotations

from collections.abc import Iterator

from workbench.model.elements.security_group import SecurityGroup
from workbench.rules.finding import Finding, found
from workbench.rules.reader import Reader
from workbench.rules.rule import rule


@rule(
    "SEC-019",
    about=SecurityGroup,
    severity="error",
    says={
        "": "Rule {number} of {name} names neither a block nor a group nor a prefix list",
        "many": "Rule {number} of {name} names more than one of block, group and prefix list",
    },
    source="terraform alicloud security_group_rule",
)
def rule_without_peer(group: SecurityGroup, _: Reader) -> Iterator[Finding]:
    """A rule names the other side once: a block, a group or a prefix list.

    The platform refuses a rule that names none, and takes one of several at its own choice.

    Wrong:
        sg security-group
          - rules port=443/443

    Right:
        sg security-group
          - rules port=443/443 block=10.0.0.0/8
    """
    for number, row in enumerate(group.rules, 1):
        named = sum(bool(peer) for peer in (row.block, row.group, row.prefix_list))
        if named != 1:
            yield found(group, says="many" if named else "", field="rules", number=number)
