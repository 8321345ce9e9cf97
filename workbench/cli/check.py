"""`main.py check`: the findings of a design."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from workbench.cli.designs import design_in
from workbench.cli.talk import Talk
from workbench.model.design import Design
from workbench.model.elements.waiver import Waiver
from workbench.rules.engine import Checking
from workbench.rules.finding import Finding, Severity, counts
from workbench.rules.profile import print_of, profile_of, weights
from workbench.rules.told import waiver_said
from workbench.texts import Text, both, text

WORDS = {
    "error": text("error", key="finding.error"),
    "warning": text("warning", key="finding.warning"),
    "scope": text("scope", key="finding.scope"),
    "hint": text("hint", key="finding.hint"),
    "waived": text("waived", key="finding.waived"),
}


def check(options: Namespace, talk: Talk) -> int:
    """Lists the findings, worst first and waived ones last; 1 where an open one is an error."""
    opened = design_in(options.file)
    if opened.read_only:
        talk.say(opened.read_only)
    findings = _found(opened.design, talk)
    if options.json:
        talk.answer_json(_as_json(options.file, findings, opened.design))
    else:
        _print(findings, opened.design, talk)
    return 1 if counts(findings)["error"] else 0


def _found(design: Design, talk: Talk) -> tuple[Finding, ...]:
    checking = Checking(design)
    total = checking.waiting + checking.waiting_for_paths or 1

    def told() -> bool:
        talk.progress(1 - (checking.waiting + checking.waiting_for_paths) / total)
        return False

    checking.work(told)
    return checking.findings


def _print(findings: Sequence[Finding], design: Design, talk: Talk) -> None:
    for finding in findings:
        element = design.get(finding.about)
        place = f"{element.kind.label.said(talk.language)} {element.id}" if element else ""
        word = WORDS[finding.mark].said(talk.language)
        talk.answer(f"{word:<8} {finding.rule}  {finding.message.said(talk.language)}  [{place}]")
        if finding.waiver:
            talk.answer(f"{'':<8} {waiver_said(finding.waiver).said(talk.language)}")
    talk.say(_summary(counts(findings), sum(finding.waiver is not None for finding in findings)))
    off = sum(severity == "off" for severity in weights(profile_of(design)).values())
    if off:
        talk.say(text("Rules switched off by the severity profile: {count}.", count=off))


def _summary(number: Mapping[Severity, int], waived: int) -> Text:
    if not any(number.values()):
        return text("Nothing is open. Waived: {count}.", count=waived) if waived else text("Nothing found.")
    said = text(
        "Errors: {error}. Warnings: {warning}. Outside the contract: {scope}. Hints: {hint}.",
        error=number["error"],
        warning=number["warning"],
        scope=number["scope"],
        hint=number["hint"],
    )
    return text("{counts} Waived: {count}.", counts=said, count=waived) if waived else said


def _as_json(file: Path, findings: Sequence[Finding], design: Design) -> dict[str, Any]:
    profile = profile_of(design)
    return {
        "file": str(file),
        "counts": counts(findings),
        "waived": sum(finding.waiver is not None for finding in findings),
        "profile": {"id": profile.id, "print": print_of(profile), "weights": dict(weights(profile))}
        if profile
        else None,
        "findings": [finding_json(f) for f in findings],
    }


def finding_json(finding: Finding) -> dict[str, Any]:
    """A finding as it is documented for other programs."""
    return {
        "rule": finding.rule,
        "severity": finding.severity,
        "about": finding.about or None,
        "others": list(finding.others),
        "field": finding.field or None,
        "waived": _waiver_json(finding.waiver),
        "message": {language: finding.message.said(language) for language in ("en", "zh")},
        "figures": [{"id": fact.id, "value": fact.value, "source": fact.source} for fact in finding.rests_on],
    }


def _waiver_json(waiver: Waiver | None) -> dict[str, Any] | None:
    if waiver is None:
        return None
    return {"id": waiver.id, "reason": both(waiver.reason), "owner": waiver.owner, "expires": waiver.expires}
