"""WVR-003."""

from __future__ import annotations

from collections.abc import Iterator

from workbench.model.elements.custom_rule import CustomRule
from workbench.model.elements.waiver import Waiver
from workbench.rules.custom import faults, findings_about
from workbench.rules.finding import Finding, found
from workbench.rules.profile import OWN_RULES
from workbench.rules.reader import Reader
from workbench.rules.rule import RULES, rule
from workbench.rules.waiving import covered_by, subject_of


@rule(
    "WVR-003",
    about=Waiver,
    severity="hint",
    says={
        "": "{name} covers nothing: {rule} finds nothing on exactly these elements",
        "more": "{name} was given for {waived} findings of {rule}, and there are {now}; it covers none of them",
    },
    source="The design itself",
)
def waiver_without_finding(waiver: Waiver, design: Reader) -> Iterator[Finding]:
    """A waiver covers a finding that is there, and no more findings than it was given for.

    One that covers nothing is left over from something mended and would silence it when it breaks again. One that would
    cover more than somebody accepted covers nothing, until it is given anew.

    Wrong:
        vpc-a vpc blocks=10.0.0.0/16
          vsw-a vswitch block=10.0.9.0/24
        ok waiver rule=NET-004 covers=vsw-a,vpc-a reason="Moved in June" owner="Li Na" expires=2026-06-30

    Right:
        vpc-a vpc blocks=10.0.0.0/16
          vsw-a vswitch block=10.9.0.0/24
        ok waiver rule=NET-004 covers=vsw-a,vpc-a reason="Moved in June" owner="Li Na" expires=2026-06-30
    """
    known = waiver.rule in RULES or any(c.code == waiver.rule for c in design.of_kind(CustomRule))
    if not known or waiver.rule.startswith(OWN_RULES):
        return
    now = sum(subject_of(finding) == covered_by(waiver) for finding in _found(waiver, design))
    if now == 0:
        yield found(waiver, field="covers", rule=waiver.rule)
    elif now > waiver.findings:
        yield found(waiver, says="more", field="findings", rule=waiver.rule, waived=waiver.findings, now=now)


def _found(waiver: Waiver, design: Reader) -> Iterator[Finding]:
    """What the waived rule finds about the covered elements, asked anew: so this rule reads what that one reads."""
    asked = RULES.get(waiver.rule)
    custom = next((c for c in design.of_kind(CustomRule) if c.code == waiver.rule), None)
    if asked and asked.about is None:
        yield from asked.findings(design)
        return
    for id in dict.fromkeys(waiver.covers):
        element = design.get(id)
        if element and asked and element.kind.tag in asked.tags:
            yield from asked.findings(element, design)
        elif element and custom and not any(faults(custom, design)):
            yield from findings_about(custom, element, design)
