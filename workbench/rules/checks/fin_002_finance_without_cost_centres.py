"""FIN-002."""

from __future__ import annotations

from collections.abc import Iterator

from workbench.engagement.contract import domains
from workbench.model.elements.account import Account
from workbench.model.elements.cost_centre import CostCentre
from workbench.model.elements.engagement import Engagement
from workbench.rules.finding import Finding, found
from workbench.rules.ordered import is_ordered
from workbench.rules.reader import Reader
from workbench.rules.rule import rule


@rule(
    "FIN-002",
    about=Engagement,
    severity="hint",
    says="{name} is to deliver {domain}, and the design holds no cost centre yet",
    source="Statement of work, clauses 2.1 and 2.2/4",
)
def finance_without_cost_centres(engagement: Engagement, design: Reader) -> Iterator[Finding]:
    """A financial design names the cost centres.

    Cost accounting begins with who bears what.

    Wrong:
        deal engagement edition=standard domains=account,finance
        a account

    Right:
        deal engagement edition=standard domains=account,finance
        retail cost-centre
        a account cost_centre=retail
    """
    wanted = is_ordered("finance", design) and design.of_kind(Account)
    if wanted and not design.of_kind(CostCentre):
        yield found(engagement, domain=domains()["finance"].title)
