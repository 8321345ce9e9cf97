"""The rules as plain data: for `main.py rules`, for documents and for whoever asks where a rule comes from."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from workbench.model.element import KINDS
from workbench.reference import Fact, fact, table
from workbench.rules.engine import registered
from workbench.rules.rule import Rule
from workbench.texts import both


def listing() -> list[dict[str, Any]]:
    """Every rule in the order of ids, with its wording in both languages, its source and the figures it rests on."""
    return [rule_data(rule) for _, rule in sorted(registered().items())]


def rule_data(rule: Rule) -> dict[str, Any]:
    """One rule; `about` holds the tags of its kinds, none where it is about the whole design or "*" for every kind."""
    return {
        "id": rule.id,
        "name": rule.name,
        "about": ["*"] if len(rule.tags) == len(KINDS) else list(rule.tags),
        "severity": rule.severity,
        "title": both(rule.title),
        "why": both(rule.why),
        "says": {
            name: {"severity": rule.severities.get(name, rule.severity), **both(sentence)}
            for name, sentence in rule.says.items()
        },
        "wrong": rule.wrong,
        "right": rule.right,
        "source": rule.source,
        "dated": source_date(rule.source, rule.facts),
        "figures": [_fact_data(fact(id)) for id in rule.facts],
    }


def source_date(source: str, facts: Iterable[str] = ()) -> str:
    """The date of a source as it was read; that of the first figure that has one where the source has none."""
    known = table("network")["sources"].get(source)
    if known:
        return str(known["dated"])
    return next((found.dated for found in map(fact, facts) if found.sourced and found.dated), "")


def _fact_data(figure: Fact) -> dict[str, Any]:
    return {
        "id": figure.id,
        "value": figure.value,
        "unit": figure.unit,
        "source": figure.source,
        "dated": figure.dated,
        "sourced": figure.sourced,
        "adjustable": figure.adjustable,
    }
