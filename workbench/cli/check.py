"""`main.py check`: the findings of a design."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from workbench.cli.designs import design_in
from workbench.cli.talk import Talk
from workbench.model.design import Design
from workbench.rules.engine import Checking
from workbench.rules.finding import SEVERITIES, Finding
from workbench.texts import Text, text

WORDS = {
    "error": text("error", key="finding.error"),
    "warning": text("warning", key="finding.warning"),
    "scope": text("scope", key="finding.scope"),
    "hint": text("hint", key="finding.hint"),
}


def check(options: Namespace, talk: Talk) -> int:
    """Lists the findings, worst first; 1 where one of them is an error."""
    opened = design_in(options.file)
    if opened.read_only:
        talk.say(opened.read_only)
    findings = _found(opened.design, talk)
    if options.json:
        talk.answer_json(_as_json(options.file, findings))
    else:
        _print(findings, opened.design, talk)
    return 1 if any(finding.severity == "error" for finding in findings) else 0


def _found(design: Design, talk: Talk) -> tuple[Finding, ...]:
    checking = Checking(design)
    total = checking.waiting or 1

    def told() -> bool:
        talk.progress(1 - checking.waiting / total)
        return False

    checking.work(told)
    return checking.findings


def counts(findings: Sequence[Finding]) -> dict[str, int]:
    """How many findings there are of each severity, worst first."""
    return {severity: sum(f.severity == severity for f in findings) for severity in SEVERITIES}


def _print(findings: Sequence[Finding], design: Design, talk: Talk) -> None:
    for finding in findings:
        element = design.get(finding.about)
        place = f"{element.kind.label.said(talk.language)} {element.id}" if element else ""
        word = WORDS[finding.severity].said(talk.language)
        talk.answer(f"{word:<8} {finding.rule}  {finding.message.said(talk.language)}  [{place}]")
    talk.say(_summary(counts(findings)))


def _summary(number: dict[str, int]) -> Text:
    if not any(number.values()):
        return text("Nothing found.")
    return text(
        "Errors: {error}. Warnings: {warning}. Outside the contract: {scope}. Hints: {hint}.",
        error=number["error"],
        warning=number["warning"],
        scope=number["scope"],
        hint=number["hint"],
    )


def _as_json(file: Path, findings: Sequence[Finding]) -> dict[str, Any]:
    return {"file": str(file), "counts": counts(findings), "findings": [finding_json(f) for f in findings]}


def finding_json(finding: Finding) -> dict[str, Any]:
    """A finding as it is documented for other programs."""
    return {
        "rule": finding.rule,
        "severity": finding.severity,
        "about": finding.about or None,
        "others": list(finding.others),
        "field": finding.field or None,
        "message": {language: finding.message.said(language) for language in ("en", "zh")},
        "figures": [{"id": fact.id, "value": fact.value, "source": fact.source} for fact in finding.rests_on],
    }
