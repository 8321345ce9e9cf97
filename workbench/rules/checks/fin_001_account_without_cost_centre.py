"""FIN-001."""

from __future__ import annotations

from collections.abc import Iterator

from workbench.model.elements.account import Account
from workbench.model.elements.cost_centre import CostCentre
from workbench.rules.finding import Finding, found
from workbench.rules.reader import Reader
from workbench.rules.rule import rule


@rule(
    "FIN-001",
    about=Account,
    severity="warning",
    says="{name} belongs to no cost centre",
    source="https://www.alibabacloud.com/help/en/user-center/user-guide/cost-center-1 (2025-11-07)",
)
def account_without_cost_centre(account: Account, design: Reader) -> Iterator[Finding]:
    """Every account belongs to a cost centre.

    What an account spends has to fall to somebody. As long as a design holds no cost centre at all, nothing is said.

    Wrong:
        retail cost-centre
        a account

    Right:
        retail cost-centre
        a account cost_centre=retail
    """
    if not account.cost_centre and design.of_kind(CostCentre):
        yield found(account, field="cost_centre")
