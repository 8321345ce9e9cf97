"""The scope lens: what the edition of the contract makes of an element.

A design without an engagement has no contract to be outside of: everything counts as covered, and nothing is said.
The same holds for kinds that no item of the contract speaks of, such as sheets. While Basic's choice is open, what
either choice would cover counts as covered, and the open choice itself is what is found.
"""

from __future__ import annotations

from dataclasses import dataclass

from workbench.engagement.contract import Edition, Item, clause_for, domains, editions, items_under
from workbench.model.element import Element
from workbench.model.elements.engagement import Engagement
from workbench.texts import Text, text
from workbench.words import Words


@dataclass(frozen=True, slots=True)
class Coverage:
    """Whether the contract covers something, the clause that says so, and the sentence to show.

    `limit` is the limit that excludes it where the edition covers its neighbour only, such as vpn-only.
    """

    covered: bool
    clause: str
    sentence: Text
    limit: str = ""


def coverage(element: Element, engagement: Engagement | None) -> Coverage:
    """What the edition in force says of an element."""
    if engagement is None:
        return Coverage(True, "", text("There is no engagement yet that could leave something out."))
    candidates = items_under(element.kind.clause_item) if element.kind.clause_item else ()
    if not candidates:
        return Coverage(True, "", text("The contract has no item for this; it is part of the method."))
    return _coverage(candidates, editions()[engagement.edition], engagement.choice)


def domains_in_force(engagement: Engagement) -> tuple[str, ...]:
    """The design domains that edition and choice hold, in the contract's order; both candidates while none is chosen."""
    edition = editions()[engagement.edition]
    chosen = (engagement.choice,) if engagement.choice in edition.either_of else edition.either_of
    return tuple(id for id in domains() if id in edition.designs or id in chosen)


def _coverage(candidates: tuple[Item, ...], edition: Edition, choice: str) -> Coverage:
    held = [item for item in candidates if edition.id in item.editions]
    for item in held:
        if _fits(item, edition, choice):
            number = clause_for(item.clauses, edition.id)
            return Coverage(
                True,
                number,
                text("{edition} covers it: clause {clause}.", edition=edition.title, clause=number),
            )
    if held:
        return _needs_choice(held[0], edition)
    limited = _limited_neighbour(candidates[0], edition)
    return _from_limit(limited, edition) if limited else _needs_edition(candidates[0], edition)


def _fits(item: Item, edition: Edition, choice: str) -> bool:
    """Whether the choice that was made lets an item in; an open choice lets in what either would."""
    if not edition.either_of or item.basic_when == "always":
        return True
    return item.basic_when in edition.either_of and choice in ("", item.basic_when)


def _needs_choice(item: Item, edition: Edition) -> Coverage:
    number = clause_for(item.clauses, edition.id)
    sentence = text(
        "{edition} covers it only when {domain} is chosen: clause {clause}.",
        edition=edition.title,
        domain=domains()[item.basic_when].title,
        clause=number,
    )
    return Coverage(False, number, sentence)


def _limited_neighbour(item: Item, edition: Edition) -> Item | None:
    """The item that the edition holds, with a limit, in place of this one."""
    stem = item.id.rpartition(".")[0]
    neighbours = items_under(stem) if "." in stem else ()
    return next((other for other in neighbours if other.limit and edition.id in other.editions), None)


def _from_limit(item: Item, edition: Edition) -> Coverage:
    number = clause_for(item.clauses, edition.id)
    sentence = text(
        "{edition} holds no more than this: {item} (clause {clause}).",
        edition=edition.title,
        item=item.title,
        clause=number,
    )
    return Coverage(False, number, sentence, item.limit)


def _needs_edition(item: Item, edition: Edition) -> Coverage:
    better = editions()[item.editions[0]]
    number = clause_for(item.clauses, better.id)
    sentence = text(
        "{edition} does not cover it; {better} does: clause {clause}.",
        edition=edition.title,
        better=better.title,
        clause=number,
    )
    return Coverage(False, number, sentence)


def titles(ids: tuple[str, ...]) -> list[Words]:
    """The names of some design domains."""
    return [domains()[id].title for id in ids if id in domains()]
