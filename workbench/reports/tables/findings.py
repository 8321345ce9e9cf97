"""The findings as tables."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from workbench.model.design import Design
from workbench.reports.report import Column, Table, TableRow
from workbench.reports.tables.names import named
from workbench.rules.finding import SEVERITIES, Finding, Severity
from workbench.rules.rule import RULES
from workbench.texts import Text, text

SEVERITY_WORDS: dict[Severity, Text] = {
    "error": text("error"),
    "warning": text("warning"),
    "scope": text("out of scope"),
    "hint": text("hint"),
}


def findings_table(design: Design, findings: Sequence[Finding]) -> Table:
    """Every finding, worst first, with its rule, place and source."""
    columns = (
        Column("severity", text("Severity"), "severity", 20),
        Column("rule", text("Rule"), width=17),
        Column("finding", text("Finding"), "passage", 66),
        Column("element", text("Element"), width=33),
        Column("source", text("Source"), width=29),
    )
    rows = [
        TableRow(
            (
                SEVERITY_WORDS[finding.severity],
                finding.rule,
                finding.message,
                named(design, finding.about),
                RULES[finding.rule].cited if finding.rule in RULES else None,
            ),
            element=finding.about,
        )
        for finding in findings
    ]
    return Table("findings", text("Findings"), columns, tuple(rows))


def counts(findings: Sequence[Finding]) -> dict[Severity, int]:
    """How many findings of each severity, worst first."""
    return {severity: sum(finding.severity == severity for finding in findings) for severity in SEVERITIES}


def counts_text(severities: Mapping[Severity, int]) -> Text:
    """The counts as a sentence."""
    return text(
        "{errors} errors, {warnings} warnings, {scope} things outside the contract and {hints} hints are open.",
        errors=severities["error"],
        warnings=severities["warning"],
        scope=severities["scope"],
        hints=severities["hint"],
    )
