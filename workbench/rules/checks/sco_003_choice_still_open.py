"""SCO-003."""

from __future__ import annotations

from collections.abc import Iterator

from workbench.edits.fields import set_fields
from workbench.engagement.contract import domains, editions
from workbench.engagement.lens import titles
from workbench.model.elements.engagement import Engagement
from workbench.rules.finding import Cure, Finding, found
from workbench.rules.reader import Reader
from workbench.rules.rule import rule
from workbench.texts import text


@rule(
    "SCO-003",
    about=Engagement,
    severity="scope",
    says="{name} has {edition} and has not chosen between {choices}",
    source="Statement of work, clause 1.1/1/1",
)
def choice_still_open(engagement: Engagement, _: Reader) -> Iterator[Finding]:
    """With the Basic edition somebody has chosen network planning or security protection.

    The contract leaves open when and by whom. Ask when the project begins: everything else depends on it.

    Wrong:
        deal engagement edition=basic

    Right:
        deal engagement edition=basic choice=network
    """
    edition = editions()[engagement.edition]
    if edition.either_of and engagement.choice not in edition.either_of:
        cures = [
            Cure(text("Choose {domain}", domain=domains()[id].title), set_fields([engagement.id], choice=id))
            for id in edition.either_of
        ]
        choices = titles(edition.either_of)
        yield found(engagement, field="choice", cures=cures, edition=edition.title, choices=choices)
