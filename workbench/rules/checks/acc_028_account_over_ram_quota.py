"""ACC-028."""

from __future__ import annotations

from collections.abc import Iterator

from workbench.model.elements.account import Account
from workbench.model.elements.ram_role import RamRole
from workbench.model.elements.user_group import UserGroup
from workbench.rules.finding import Finding, found
from workbench.rules.reader import Reader
from workbench.rules.rule import rule


@rule(
    "ACC-028",
    about=Account,
    severity="error",
    says={
        "roles": "{name} has {count} RAM roles; the quota is {most}",
        "groups": "{name} has {count} user groups; the quota is {most}",
    },
    source="https://www.alibabacloud.com/help/en/ram/product-overview/limits (2025-12-16)",
    facts=("ram.roles", "ram.groups"),
)
def account_over_ram_quota(account: Account, design: Reader) -> Iterator[Finding]:
    """An account has no more RAM roles and user groups than it takes.

    A thousand roles, which can be raised, and three hundred groups, which cannot.

    Wrong:
        a account
          one ram-role services=ecs.aliyuncs.com
          two ram-role services=ecs.aliyuncs.com
        few fact-override fact=ram.roles value=1 source=ticket

    Right:
        a account
          one ram-role services=ecs.aliyuncs.com
    """
    counts = {
        "roles": len(design.children(account, RamRole)),
        "groups": len(design.children(account, UserGroup)),
    }
    for says, count in counts.items():
        most = design.fact(f"ram.{says}")
        if count > most.value:
            yield found(account, says=says, rests_on=(most,), count=count, most=most.value)
