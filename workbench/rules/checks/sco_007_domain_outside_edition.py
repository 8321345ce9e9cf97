"""SCO-007."""

from __future__ import annotations

from collections.abc import Iterator

from workbench.edits.fields import set_fields
from workbench.engagement.contract import domains, editions
from workbench.engagement.lens import domains_in_force
from workbench.model.elements.engagement import Engagement
from workbench.rules.finding import Cure, Finding, found
from workbench.rules.reader import Reader
from workbench.rules.rule import rule
from workbench.texts import text


@rule(
    "SCO-007",
    about=Engagement,
    severity="scope",
    says="{name} is to deliver {domain}, which {edition} leaves out as ordered",
    source="Statement of work, section 2",
)
def domain_outside_edition(engagement: Engagement, _: Reader) -> Iterator[Finding]:
    """The design domains delivered are those that the edition, and Basic's choice, hold.

    Basic designs account management and its choice, Standard and Advanced all six domains.

    Wrong:
        deal engagement edition=basic choice=network domains=account,network,compliance

    Right:
        deal engagement edition=advanced domains=account,network,compliance
    """
    edition, held = editions()[engagement.edition], domains_in_force(engagement)
    both = edition.either_of and set(edition.either_of) <= set(engagement.domains)
    # Finance, and both choices at once, have rules of their own.
    told = {"finance", *(edition.either_of if both else ())}
    for id in dict.fromkeys(engagement.domains):
        if id not in held and id not in told:
            kept = tuple(other for other in engagement.domains if other != id)
            title = domains()[id].title
            take = Cure(text("Take {domain} out", domain=title), set_fields([engagement.id], domains=kept))
            yield found(engagement, field="domains", cures=[take], domain=title, edition=edition.title)
