"""The marks of findings: their colours, and the worst one of each element."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Final

from workbench.model.element import ElementId
from workbench.rules.finding import SEVERITIES, Finding, Severity

MARK_INKS: Final[Mapping[Severity, str]] = {
    "error": "error",
    "warning": "warning-fill",
    "hint": "hint",
    "scope": "scope",
}
Marks = Mapping[ElementId, tuple[Severity, int]]
"""The worst severity of each element that findings are about, and how many there are."""


def marks_of(findings: Iterable[Finding]) -> Marks:
    """The marks that findings give."""
    found: dict[ElementId, tuple[Severity, int]] = {}
    for finding in findings:
        worst, count = found.get(finding.about, (finding.severity, 0))
        found[finding.about] = (min(worst, finding.severity, key=SEVERITIES.index), count + 1)
    return found
