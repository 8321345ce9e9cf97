"""The findings as tables."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from workbench.model.design import Design
from workbench.model.element import Field
from workbench.model.elements.severity_profile import SeverityProfile
from workbench.reports.report import Column, Table, TableRow
from workbench.reports.tables.names import named
from workbench.rules.finding import Finding, Severity
from workbench.rules.profile import print_of, profile_of
from workbench.rules.told import cited
from workbench.texts import Text, text

SEVERITY_WORDS: dict[Severity, Text] = {
    "error": text("error"),
    "warning": text("warning"),
    "scope": text("out of scope"),
    "hint": text("hint"),
}


WAIVED = text("waived")


def findings_table(design: Design, findings: Sequence[Finding]) -> Table:
    """Findings in their order, with rule, place and source."""
    columns = (
        Column("severity", text("Severity"), "severity", 18),
        Column("rule", text("Rule"), width=16),
        Column("finding", text("Finding"), "passage", 63),
        Column("element", text("Element"), width=30),
        Column("source", text("Source"), "source", 38),
    )
    rows = [
        TableRow(
            (
                SEVERITY_WORDS[finding.severity],
                finding.rule,
                finding.message,
                named(design, finding.about),
                cited(finding),
            ),
            element=finding.about,
        )
        for finding in findings
    ]
    return Table("findings", text("Findings"), columns, tuple(rows))


def waived_table(design: Design, findings: Sequence[Finding]) -> Table:
    """Waived findings with why, by whom and until when they are accepted; the others are left out."""
    columns = (
        Column("severity", text("Mark"), "severity", 20),
        Column("rule", text("Rule"), width=17),
        Column("finding", text("Finding"), "passage", 62),
        Column("element", text("Element"), width=33),
        Column("reason", text("Reason"), "passage", 66),
        Column("owner", text("Owner"), width=26),
        Column("expires", text("Until"), "date", 22),
    )
    rows = [
        TableRow(
            (
                WAIVED,
                finding.rule,
                finding.message,
                named(design, finding.about),
                waiver.reason,
                waiver.owner,
                waiver.expires,
            ),
            element=finding.about,
        )
        for finding in findings
        if (waiver := finding.waiver)
    ]
    return Table("waived", text("Waived findings"), columns, tuple(rows))


def profile_table(design: Design) -> Table:
    """What the severity profile in force says, row by row; no rows where there is none."""
    profile = profile_of(design)
    columns = (
        Column("rule", text("Rule"), width=25),
        Column("severity", text("Severity"), "severity", 22),
        Column("reason", text("Reason"), "passage", 118),
    )
    choices = {choice.name: choice for choice in _weight_columns()}["severity"].choices
    rows = (
        tuple(
            TableRow((row.rule, choices[row.severity], row.why()), element=profile.id)
            for row in profile.weights
            if row.rule and row.why()
        )
        if profile
        else ()
    )
    return Table("profile", text("Severity profile"), columns, rows, note=profile_said(design))


def profile_said(design: Design) -> Text | None:
    """Which profile the findings were weighed by, with its print; None where there is none."""
    profile = profile_of(design)
    if profile is None:
        return None
    return text(
        "The severities follow the profile “{name}” of this project (print {mark}).",
        name=profile.title(),
        mark=print_of(profile),
    )


def _weight_columns() -> tuple[Field, ...]:
    return SeverityProfile.kind.field("weights").columns


def counts_text(severities: Mapping[Severity, int]) -> Text:
    """The counts as a sentence."""
    return text(
        "{errors} errors, {warnings} warnings, {scope} things outside the contract and {hints} hints are open.",
        errors=severities["error"],
        warnings=severities["warning"],
        scope=severities["scope"],
        hints=severities["hint"],
    )
