"""PRF-001."""

from __future__ import annotations

from collections.abc import Iterator

from workbench.model.elements.custom_rule import CustomRule
from workbench.model.elements.severity_profile import SeverityProfile
from workbench.rules.finding import Finding, found
from workbench.rules.profile import OWN_RULES
from workbench.rules.reader import Reader
from workbench.rules.rule import RULES, rule


@rule(
    "PRF-001",
    about=SeverityProfile,
    severity="warning",
    says={
        "rule": "{name} weighs {rule}, which is no rule of the workbench or of this project",
        "own": "{name} weighs {rule}, which no profile can weigh",
        "reason": "{name} weighs {rule} and gives no reason, so it has no effect",
        "twice": "{name} weighs {rule} a second time; the first is the one that counts",
        "second": "{name} has no effect; {other} is the profile that counts",
    },
    source="The design itself",
)
def profile_without_effect(profile: SeverityProfile, design: Reader) -> Iterator[Finding]:
    """A severity profile names rules that exist, each once and with a reason, and a design has one profile.

    What the profile says is printed in the documents. A row without effect would promise the customer something else
    than what the checks do.

    Wrong:
        ours severity-profile
          - weights rule=NET-004 severity=off

    Right:
        ours severity-profile
          - weights rule=NET-004 severity=warning reason="Blocks are agreed in May"
    """
    first = next(iter(design.of_kind(SeverityProfile)))
    if first.id != profile.id:
        yield found(profile, first, says="second")
    known = {*RULES, *(custom.code for custom in design.of_kind(CustomRule))}
    seen: set[str] = set()
    for row in profile.weights:
        if row.rule not in known:
            yield found(profile, says="rule", field="weights", rule=row.rule or "—")
        elif row.rule.startswith(OWN_RULES):
            yield found(profile, says="own", field="weights", rule=row.rule)
        elif not row.why():
            yield found(profile, says="reason", field="weights", rule=row.rule)
        elif row.rule in seen:
            yield found(profile, says="twice", field="weights", rule=row.rule)
        else:
            seen.add(row.rule)
