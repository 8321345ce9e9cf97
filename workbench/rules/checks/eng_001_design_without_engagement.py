"""ENG-001."""

from __future__ import annotations

from collections.abc import Iterator

from workbench.edits.engaging import engage
from workbench.model.elements.engagement import Engagement
from workbench.rules.finding import Cure, Finding, found
from workbench.rules.reader import Reader
from workbench.rules.rule import rule
from workbench.texts import text


@rule(
    "ENG-001",
    about=None,
    severity="hint",
    says={
        "": "The design has no engagement: nothing says what the contract covers",
        "many": "{name} is one engagement too many: {other} is the one that counts",
    },
    severities={"many": "warning"},
    source="The design itself",
)
def design_without_engagement(design: Reader) -> Iterator[Finding]:
    """A design has one engagement: customer, edition and what was ordered.

    Without it everything counts as covered by the contract, and documents have no title page.

    Wrong:
        a engagement
        b engagement

    Right:
        a engagement
    """
    engagements = design.of_kind(Engagement)
    for extra in engagements[1:]:
        yield found(extra, engagements[0], says="many")
    if not engagements:
        add = Cure(text("Add an engagement"), engage)
        yield Finding(about="", cures=(add,))
