"""WVR-001."""

from __future__ import annotations

from collections.abc import Iterator

from workbench.model.elements.custom_rule import CustomRule
from workbench.model.elements.waiver import Waiver
from workbench.rules.finding import Finding, found
from workbench.rules.profile import OWN_RULES
from workbench.rules.reader import Reader
from workbench.rules.rule import RULES, rule
from workbench.rules.waiving import lacks


@rule(
    "WVR-001",
    about=Waiver,
    severity="warning",
    says={
        "rule": "{name} waives {rule}, which is no rule that can be waived, so it covers nothing",
        "reason": "{name} gives no reason, so it covers nothing",
        "owner": "{name} names no owner, so it covers nothing",
        "expires": "{name} has no date on which it ends, so it covers nothing",
    },
    source="The design itself",
)
def waiver_incomplete(waiver: Waiver, design: Reader) -> Iterator[Finding]:
    """A waiver names a rule, a reason, an owner and the day on which it ends, such as 2026-12-31.

    An accepted risk that nobody answers for, or that never ends, is a forgotten one. Until the waiver says all of it,
    what it is about counts as a finding.

    Wrong:
        ok waiver rule=NET-004 owner="Li Na" expires=2026-12-31

    Right:
        ok waiver rule=NET-004 reason="Moved in June" owner="Li Na" expires=2026-12-31
    """
    missing = set(lacks(waiver))
    codes = {custom.code for custom in design.of_kind(CustomRule)}
    if not waiver.rule.startswith(OWN_RULES) and waiver.rule not in RULES and waiver.rule not in codes:
        missing.add("rule")
    for lack in sorted(missing):
        yield found(waiver, says=lack, field=lack, rule=waiver.rule or "—")
