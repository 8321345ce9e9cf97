"""ASM-001."""

from __future__ import annotations

from collections.abc import Iterator

from workbench.edits.fields import set_fields
from workbench.model.element import Element
from workbench.rules.finding import Cure, Finding, found
from workbench.rules.reader import Reader
from workbench.rules.rule import rule
from workbench.texts import text


@rule(
    "ASM-001",
    about=Element,
    severity="hint",
    says="{name} was assumed by an import and waits to be confirmed",
    source="The design itself",
)
def assumed_element(element: Element, _: Reader) -> Iterator[Finding]:
    """What an import had to assume is confirmed by a person.

    The files did not name it, yet what they hold needs it: a CEN, a transit router of a region, an account.

    Wrong:
        cen cen assumed=true

    Right:
        cen cen
    """
    if element.assumed:
        confirm = Cure(text("Confirm {name}", name=element.title()), set_fields([element.id], assumed=False))
        yield found(element, field="assumed", cures=[confirm])
