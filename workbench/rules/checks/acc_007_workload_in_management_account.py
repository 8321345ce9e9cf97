"""ACC-007."""

from __future__ import annotations

from collections.abc import Iterator

from workbench.model.element import Element
from workbench.model.elements.account import Account
from workbench.rules.finding import Finding, found
from workbench.rules.reader import Reader
from workbench.rules.rule import rule


@rule(
    "ACC-007",
    about=Account,
    severity="warning",
    says="{other} stands in {name}, the management account, which guardrails do not bind",
    source="https://www.alibabacloud.com/help/doc-detail/111212.htm",
    facts=("directory.mgmt-clean", "directory.cp-mgmt"),
)
def workload_in_management_account(account: Account, design: Reader) -> Iterator[Finding]:
    """The management account holds no networks and no workloads.

    Control policies do not bind it, so nothing that could be misused belongs there.

    Wrong:
        root account role=management
          vpc-a vpc

    Right:
        root account role=management
        app account
          vpc-a vpc
    """
    if account.role != "management":
        return
    facts = (design.fact("directory.mgmt-clean"), design.fact("directory.cp-mgmt"))
    for child in design.children(account, Element):
        if child.kind.design_domain == "network":
            yield found(account, child, rests_on=facts)
