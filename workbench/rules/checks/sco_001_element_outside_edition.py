"""SCO-001."""

from __future__ import annotations

from collections.abc import Iterator

from workbench.engagement.lens import coverage
from workbench.model.element import Element
from workbench.rules.finding import Finding, found
from workbench.rules.kinds import COVERED
from workbench.rules.reader import Reader
from workbench.rules.rule import rule


@rule(
    "SCO-001",
    about=COVERED,
    severity="scope",
    says="{name} is outside the contract. {sentence}",
    source="Statement of work, sections 2.1 to 2.3",
)
def element_outside_edition(element: Element, design: Reader) -> Iterator[Finding]:
    """Every element is covered by the edition that was ordered.

    The contract names what each edition designs. What it does not name is not delivered, unless it is ordered as well.

    Wrong:
        deal engagement edition=basic choice=network
        core security-domain

    Right:
        deal engagement edition=standard
        core security-domain
    """
    covering = coverage(element, design.engagement)
    if not covering.covered and not covering.limit:
        yield found(element, sentence=covering.sentence)
