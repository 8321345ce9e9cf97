"""ACC-022."""

from __future__ import annotations

from collections.abc import Iterator

from workbench.model.elements.user_group import UserGroup
from workbench.rules.finding import Finding, found
from workbench.rules.reader import Reader
from workbench.rules.rule import rule


@rule(
    "ACC-022",
    about=UserGroup,
    severity="error",
    says={
        "": "{name} holds {count} system policies; the quota is {most}",
        "own": "{name} holds {count} custom policies; the quota is {most}",
    },
    source="https://www.alibabacloud.com/help/en/ram/product-overview/limits (2025-12-16)",
    facts=("ram.sys-group", "ram.cus-group"),
)
def group_with_too_many_policies(group: UserGroup, design: Reader) -> Iterator[Finding]:
    """A user group of an account holds no more policies than it takes.

    Twenty of the system's and ten of one's own are the default.

    Wrong:
        a account
          ops user-group policies=AliyunECSFullAccess,AliyunVPCFullAccess
        few fact-override fact=ram.sys-group value=1 source=ticket

    Right:
        a account
          ops user-group policies=AliyunECSFullAccess,AliyunVPCFullAccess
    """
    for says, field, figure in (("", "policies", "ram.sys-group"), ("own", "own_policies", "ram.cus-group")):
        most = design.fact(figure)
        count = len(getattr(group, field))
        if count > most.value:
            yield found(group, says=says, field=field, rests_on=(most,), count=count, most=most.value)
