"""A finding that is accepted, by whom and until when."""

from __future__ import annotations

from typing import Annotated

from workbench.model.element import Element, ElementId, kind, shown
from workbench.words import Words


@kind("Waiver", "Waivers", domain="account", symbol="mark-waived", inside=("",))
class Waiver(Element, frozen=True, kw_only=True, tag="waiver"):
    """Accepts what one rule finds on exactly these elements, with a reason, an owner and an end."""

    rule: Annotated[str, shown("Rule", section="identity", hint="The rule's id, for example NET-004.")] = ""
    covers: Annotated[
        tuple[ElementId, ...],
        shown(
            "Covers",
            refers=("",),
            hint="Every element that the finding names; a finding on fewer or more of them is not covered.",
        ),
    ] = ()
    says: Annotated[str, shown("Sentence", hint="Which sentence of the rule; empty for its usual one.")] = ""
    findings: Annotated[
        int,
        shown("Findings", least=1, hint="How many findings were waived; if there are more, none of them is."),
    ] = 1
    reason: Annotated[Words, shown("Reason", section="identity", editor="words")] = Words()
    owner: Annotated[str, shown("Owner", section="identity")] = ""
    expires: Annotated[
        str,
        shown(
            "Expires",
            editor="date",
            section="identity",
            hint="Judged against the document date of the engagement; the clock is never read.",
        ),
    ] = ""

    def needs(self) -> tuple[ElementId, ...]:
        """What it covers: without one of them it would cover something else."""
        return self.covers

    def meta(self) -> str:
        """The rule."""
        return self.rule
