"""A page a rule: what holds, why, an example that is wrong and one that is right, and where it is from."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import Final

from workbench.help import Page
from workbench.help.kinds import HIDDEN
from workbench.help.markup import bullets, heading, link, paragraph, said, sketch
from workbench.model.element import KINDS
from workbench.reference import Fact, fact
from workbench.rules.engine import registered
from workbench.rules.finding import Severity
from workbench.rules.listing import source_date
from workbench.rules.rule import Rule
from workbench.texts import Language, Text, text

CHAPTER = text("Rules")
WEIGHTS: Final[dict[Severity, Text]] = {
    "error": text("error"),
    "warning": text("warning"),
    "scope": text("out of scope"),
    "hint": text("hint"),
}


def pages() -> Iterator[Page]:
    """Every rule in the order of ids."""
    for id, rule in sorted(registered().items()):
        title = text("{id}: {title}", id=id, title=rule.title)
        yield Page(
            f"rule:{id}", CHAPTER, title, "decision", partial(_body, rule), rule.name.replace("_", " ")
        )


def _body(rule: Rule, language: Language) -> str:
    parts = [
        paragraph(rule.why, language),
        paragraph(text("Weighs as: {severity}.", severity=WEIGHTS[rule.severity]), language),
        heading(text("Wrong"), language),
        sketch(rule.wrong),
        heading(text("Right"), language),
        sketch(rule.right),
        heading(text("Source"), language),
        paragraph(rule.cited, language),
    ]
    dated = source_date(rule.source, rule.facts)
    if dated:
        parts.append(paragraph(text("Read on {date}.", date=dated), language))
    if rule.facts:
        parts.append(heading(text("Platform figures it rests on"), language))
        parts.append(bullets(said(_figure(fact(id)), language) for id in rule.facts))
    told = [tag for tag in rule.tags if tag not in HIDDEN]
    if told and len(rule.tags) < len(KINDS):
        parts.append(heading(text("Kinds it looks at"), language))
        parts.append(bullets(link(f"kind:{tag}", said(KINDS[tag].label, language)) for tag in told))
    return "".join(parts)


def _figure(figure: Fact) -> Text:
    if figure.sourced:
        return text(
            "{figure} = {value}, {source}, {dated}",
            figure=figure.id,
            value=figure.value,
            source=figure.source,
            dated=figure.dated,
        )
    return text(
        "{figure} = {value}: from experience, read in no document", figure=figure.id, value=figure.value
    )
