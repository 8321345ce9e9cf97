"""SCO-002."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from workbench.edits import Edit
from workbench.edits.fields import set_fields
from workbench.engagement.contract import Edition, domains, editions, items_under
from workbench.engagement.lens import titles
from workbench.model.element import Element
from workbench.model.elements.engagement import Engagement
from workbench.rules.finding import Cure, Finding, found
from workbench.rules.kinds import COVERED
from workbench.rules.reader import Reader
from workbench.rules.rule import rule
from workbench.texts import text


@rule(
    "SCO-002",
    about=Engagement,
    severity="scope",
    says={
        "": "{edition} holds one of {choices}, and {name} is to deliver them all",
        "drawn": "{edition} holds one of {choices}, and the design of {name} has elements of them all, such as {drawn}",
    },
    source="Statement of work, clause 1.1/1/1",
)
def basic_with_both_choices(engagement: Engagement, design: Reader) -> Iterator[Finding]:
    """The Basic edition designs network planning or security protection, never both.

    Whoever wants both orders the Standard edition.

    Wrong:
        deal engagement edition=basic choice=network domains=account,network,security

    Right:
        deal engagement edition=standard domains=account,network,security
    """
    edition = editions()[engagement.edition]
    if not edition.either_of:
        return
    said: dict[str, Any] = {"edition": edition.title, "choices": titles(edition.either_of)}
    if set(edition.either_of) <= set(engagement.domains):
        cures = [
            Cure(
                text("Deliver {domain} only", domain=domains()[kept].title), _only(engagement, edition, kept)
            )
            for kept in edition.either_of
        ]
        yield found(engagement, field="domains", cures=cures, **said)
    elif engagement.choice not in edition.either_of:
        drawn = [_first_of(domain, design) for domain in edition.either_of]
        named = [element for element in drawn if element]
        if len(named) == len(drawn):
            titles_ = [element.title() for element in named]
            yield found(engagement, *named, says="drawn", field="choice", drawn=titles_, **said)


def _only(engagement: Engagement, edition: Edition, kept: str) -> Edit:
    domains_ = tuple(id for id in engagement.domains if id == kept or id not in edition.either_of)
    return set_fields([engagement.id], domains=domains_, choice=kept)


def _first_of(domain: str, design: Reader) -> Element | None:
    """The first element that the edition holds only under one choice."""
    for type_ in COVERED:
        items = items_under(type_.kind.clause_item)
        if any(item.basic_when == domain for item in items):
            elements = design.of_kind(type_)
            if elements:
                return elements[0]
    return None
