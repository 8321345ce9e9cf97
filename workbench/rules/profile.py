"""What rules weigh in one project: its severity profile, the same for window, command line and documents."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import replace
from typing import Final, Literal

from workbench.model.design import Design
from workbench.model.elements.severity_profile import SeverityProfile
from workbench.rules.finding import Finding

Weighed = Literal["error", "warning", "hint", "off"]
OWN_RULES: Final = ("CUS-", "PRF-", "WVR-")
"""The rules about profiles, waivers and rules of the project: neither a profile nor a waiver can silence them."""


def profile_of(design: Design) -> SeverityProfile | None:
    """The profile in force: the first where a design holds several."""
    return next(iter(design.of_kind(SeverityProfile)), None)


def weights(profile: SeverityProfile | None) -> Mapping[str, Weighed]:
    """What the profile says by rule: rows with a reason, the first of a rule; never about the rules it is judged by."""
    found: dict[str, Weighed] = {}
    for row in profile.weights if profile else ():
        if row.rule and row.why() and not row.rule.startswith(OWN_RULES):
            found.setdefault(row.rule, row.severity)
    return found


def weighed(finding: Finding, said: Weighed) -> Finding | None:
    """A finding with the severity that the profile gives its rule; None where the rule is off.

    What rests on a figure that nobody read in a document stays at most a hint.
    """
    if said == "off":
        return None
    return replace(finding, severity="hint" if finding.is_unverified else said)


def print_of(profile: SeverityProfile) -> str:
    """A short mark of what the profile says, the same for the same rows."""
    said = sorted(weights(profile).items())
    return hashlib.sha256(repr(said).encode()).hexdigest()[:8]
