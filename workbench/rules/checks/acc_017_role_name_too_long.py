"""ACC-017."""

from __future__ import annotations

from collections.abc import Iterator

from workbench.model.elements.ram_role import RamRole
from workbench.rules.finding import Finding, found
from workbench.rules.reader import Reader
from workbench.rules.rule import rule
from workbench.rules.wording import spoken_name


@rule(
    "ACC-017",
    about=RamRole,
    severity="warning",
    says="The name of {name} has {count} characters; a role takes {most}",
    source="https://www.alibabacloud.com/help/en/ram/product-overview/limits (2025-12-16)",
    facts=("ram.role-name",),
)
def role_name_too_long(role: RamRole, design: Reader) -> Iterator[Finding]:
    """The name of a RAM role is short enough.

    A role's name has up to 64 characters. The English name counts, or the Chinese one where there is no other.

    Wrong:
        a account
          reader ram-role services=ecs.aliyuncs.com name=Reader
        short fact-override fact=ram.role-name value=5 source=ticket

    Right:
        a account
          reader ram-role services=ecs.aliyuncs.com name=Reader
    """
    most = design.fact("ram.role-name")
    count = len(spoken_name(role))
    if count > most.value:
        yield found(role, field="name", rests_on=(most,), count=count, most=most.value)
