"""A page a kind of element: what it is, where it stands, its fields, and the rules that look at it."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from workbench.help import Page
from workbench.help.markup import bullets, heading, link, paragraph, said, table
from workbench.model.element import KINDS, Field, Kind
from workbench.rules.engine import registered
from workbench.rules.rule import Rule
from workbench.texts import Language, Text, text

CHAPTER = text("Kinds of elements")
HIDDEN = ("opaque", "placement")


def pages() -> Iterator[Page]:
    """The kinds that a user meets, in the order of their English names."""
    kinds = [kind for kind in KINDS.values() if kind.tag not in HIDDEN]
    for kind in sorted(kinds, key=lambda kind: kind.label.said("en")):
        yield Page(f"kind:{kind.tag}", CHAPTER, kind.label, kind.symbol, partial(_body, kind), kind.tag)


def _body(kind: Kind, language: Language) -> str:
    parts = [paragraph(kind.summary, language), paragraph(_place(kind), language)]
    own = [field for field in kind.fields if field.section != "identity" or field.hint]
    if own:
        head = [said(words, language) for words in (text("Field"), text("What goes there"))]
        rows = [(said(field.label, language), _about(field, language)) for field in own]
        parts += [heading(text("Fields"), language), table(head, rows)]
    asked = [rule for rule in registered().values() if kind.tag in rule.tags and len(rule.tags) < len(KINDS)]
    if asked:
        parts.append(heading(text("Rules that look at it"), language))
        parts.append(bullets(_rule(rule, language) for rule in sorted(asked, key=lambda rule: rule.id)))
    return "".join(parts)


def _place(kind: Kind) -> Text:
    names = tuple(KINDS[tag].label for tag in kind.inside if tag in KINDS)
    if kind.joins:
        return text("A link: it is drawn with the connect tool, from one box to another.")
    return text("Stands in: {kinds}.", kinds=names) if names else text("Stands by itself in the design.")


def _about(field: Field, language: Language) -> str:
    told: list[Text] = [field.hint] if field.hint else []
    if field.choices:
        told.append(text("One of: {choices}.", choices=tuple(field.choices.values())))
    if field.refers:
        told.append(
            text("Names: {kinds}.", kinds=tuple(KINDS[tag].label for tag in field.refers if tag in KINDS))
        )
    if field.columns:
        told.append(text("A table of: {columns}.", columns=tuple(column.label for column in field.columns)))
    if field.least is not None or field.most is not None:
        least, most = ("–" if bound is None else bound for bound in (field.least, field.most))
        told.append(text("From {least} to {most}.", least=least, most=most))
    if field.unit:
        told.append(text("In {unit}.", unit=field.unit))
    return "<br>".join(said(one, language) for one in told) or "–"


def _rule(rule: Rule, language: Language) -> str:
    return f"{link(f'rule:{rule.id}', rule.id)} {said(rule.title, language)}"
