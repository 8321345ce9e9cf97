"""SCO-005."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from workbench.edits.fields import set_fields
from workbench.engagement.contract import domains, editions
from workbench.model.elements.account import Account
from workbench.model.elements.engagement import Engagement
from workbench.rules.finding import Cure, Finding, found
from workbench.rules.reader import Reader
from workbench.rules.rule import rule
from workbench.texts import text


@rule(
    "SCO-005",
    about=Engagement,
    severity="scope",
    says={
        "": "{name} is to deliver {domain}, which {edition} leaves out",
        "drawn": "{other} belongs to {domain}, which {edition} of {name} leaves out",
    },
    source="Statement of work, clauses 2.1 and 2.2/4",
)
def finance_outside_edition(engagement: Engagement, design: Reader) -> Iterator[Finding]:
    """A financial design is part of the Standard and Advanced editions only.

    Cost centres, bill analysis and allocation are not designed in the Basic edition.

    Wrong:
        deal engagement edition=basic choice=network domains=account,network,finance

    Right:
        deal engagement edition=standard domains=account,network,finance
    """
    edition = editions()[engagement.edition]
    if "finance" in edition.designs:
        return
    said: dict[str, Any] = {"edition": edition.title, "domain": domains()["finance"].title}
    if "finance" in engagement.domains:
        kept = tuple(id for id in engagement.domains if id != "finance")
        take = Cure(
            text("Take {domain} out", domain=said["domain"]), set_fields([engagement.id], domains=kept)
        )
        yield found(engagement, field="domains", cures=[take], **said)
    for account in design.of_kind(Account):
        if account.cost_centre:
            clear = Cure(text("Clear the cost centre"), set_fields([account.id], cost_centre=None))
            yield found(engagement, account, says="drawn", cures=[clear], **said)
