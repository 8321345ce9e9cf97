"""WVR-002."""

from __future__ import annotations

from collections.abc import Iterator

from workbench.model.elements.waiver import Waiver
from workbench.rules.finding import Finding, found
from workbench.rules.reader import Reader
from workbench.rules.rule import rule
from workbench.rules.waiving import day, has_ended


@rule(
    "WVR-002",
    about=Waiver,
    severity="hint",
    says={
        "": "{name} ended on {expires}, before the document date {issued}; what it covered counts again",
        "undated": "{name} ends on {expires}, but the engagement has no document date to judge that by",
    },
    source="The design itself",
)
def waiver_expired(waiver: Waiver, design: Reader) -> Iterator[Finding]:
    """A waiver holds until its last day, judged by the document date of the engagement.

    The clock is never read, so that the same design always gives the same documents. Without a document date no waiver
    ever ends.

    Wrong:
        eng engagement issued=2026-05-15
        ok waiver rule=NET-004 reason="Moved in April" owner="Li Na" expires=2026-04-30

    Right:
        eng engagement issued=2026-05-15
        ok waiver rule=NET-004 reason="Moved in June" owner="Li Na" expires=2026-06-30
    """
    engagement = design.engagement
    issued = engagement.issued if engagement else ""
    if day(waiver.expires) is None:
        return
    if has_ended(waiver.expires, issued):
        yield found(waiver, field="expires", expires=waiver.expires, issued=issued)
    elif day(issued) is None:
        yield found(waiver, says="undated", field="expires", expires=waiver.expires)
