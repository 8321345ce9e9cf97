"""`main.py rules`: the rules with what they ask for and where that is from."""

from __future__ import annotations

from argparse import Namespace
from typing import Any

from workbench.cli.check import WORDS
from workbench.cli.talk import Talk
from workbench.rules.engine import registered
from workbench.rules.rule import Rule


def rules(options: Namespace, talk: Talk) -> int:
    """Lists every rule in the order of ids."""
    found = [rule for _, rule in sorted(registered().items())]
    if options.json:
        talk.answer_json([_as_json(rule) for rule in found])
    else:
        for rule in found:
            word = WORDS[rule.severity].said(talk.language)
            talk.answer(f"{rule.id}  {word:<8} {rule.title.said(talk.language)}")
    return 0


def _as_json(rule: Rule) -> dict[str, Any]:
    return {
        "id": rule.id,
        "name": rule.name,
        "about": rule.about.kind.tag if rule.about else None,
        "severity": rule.severity,
        "title": {language: rule.title.said(language) for language in ("en", "zh")},
        "why": {language: rule.why.said(language) for language in ("en", "zh")},
        "wrong": rule.wrong,
        "right": rule.right,
        "source": rule.source,
        "figures": list(rule.facts),
    }
