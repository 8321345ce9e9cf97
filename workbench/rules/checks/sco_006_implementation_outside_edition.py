"""SCO-006."""

from __future__ import annotations

from collections.abc import Iterator

from workbench.edits.fields import set_fields
from workbench.engagement.contract import editions
from workbench.model.elements.engagement import Engagement
from workbench.rules.finding import Cure, Finding, found
from workbench.rules.reader import Reader
from workbench.rules.rule import rule
from workbench.texts import text


@rule(
    "SCO-006",
    about=Engagement,
    severity="scope",
    says="{name} has the service provider implement the design, which {edition} leaves to the customer",
    source="Statement of work, clauses 2.3/9 and 5",
)
def implementation_outside_edition(engagement: Engagement, _: Reader) -> Iterator[Finding]:
    """The service provider implements in the Advanced edition only.

    In Basic and Standard the customer implements what was designed.

    Wrong:
        deal engagement edition=standard implementer=provider

    Right:
        deal engagement edition=advanced implementer=provider
    """
    edition = editions()[engagement.edition]
    if engagement.implementer == "provider" and not edition.implements:
        leave = Cure(text("The customer implements"), set_fields([engagement.id], implementer="customer"))
        yield found(engagement, field="implementer", cures=[leave], edition=edition.title)
