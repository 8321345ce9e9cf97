"""RES-001."""

from __future__ import annotations

from collections.abc import Iterator

from workbench.model.elements.account import Account
from workbench.model.elements.resource_group import ResourceGroup
from workbench.rules.finding import Finding, found
from workbench.rules.reader import Reader
from workbench.rules.rule import rule


@rule(
    "RES-001",
    about=Account,
    severity="error",
    says="{name} has {count} resource groups; the quota is {most}",
    source="https://www.alibabacloud.com/help/en/resource-management/product-overview/limits",
    facts=("group.count",),
)
def too_many_resource_groups(account: Account, design: Reader) -> Iterator[Finding]:
    """An account has no more resource groups than it takes.

    Thirty are the default. Note a raised quota as an override of the figure.

    Wrong:
        a account
          one resource-group
          two resource-group
        few fact-override fact=group.count value=1 source=ticket

    Right:
        a account
          one resource-group
    """
    most = design.fact("group.count")
    count = len(design.children(account, ResourceGroup))
    if count > most.value:
        yield found(account, rests_on=(most,), count=count, most=most.value)
