"""SEC-007."""

from __future__ import annotations

from collections.abc import Iterator

from workbench.edits.fields import set_fields
from workbench.model.elements.security_group import SecurityGroup, SecurityRule
from workbench.rules.finding import Cure, Finding, found
from workbench.rules.reader import Reader
from workbench.rules.rule import rule
from workbench.texts import text


@rule(
    "SEC-007",
    about=SecurityGroup,
    severity="warning",
    says="{name} is an advanced group without a rule that lets anything out",
    source="Security group rules",
    facts=("security_group.advanced.egress_default",),
)
def advanced_group_without_egress(group: SecurityGroup, design: Reader) -> Iterator[Finding]:
    """An advanced group has a rule for what goes out.

    Other than a basic group it lets nothing out by itself. The console's templates add such a rule, the interface adds
    none.

    Wrong:
        sg security-group type=enterprise

    Right:
        sg security-group type=enterprise
          - rules direction=egress protocol=all block=0.0.0.0/0
    """
    default = design.fact("security_group.advanced.egress_default")
    lets_out = any(row.direction == "egress" and row.action == "accept" for row in group.rules)
    if group.type == "enterprise" and not lets_out:
        row = SecurityRule(direction="egress", protocol="all", block="0.0.0.0/0")
        add = Cure(text("Let everything out"), set_fields([group.id], rules=(*group.rules, row)))
        yield found(group, field="rules", rests_on=(default,), cures=[add])
