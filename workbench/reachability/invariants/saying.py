"""Invariants and what becomes of them, as sentences."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Final

from workbench.model.design import Design
from workbench.model.element import KINDS, ElementId
from workbench.model.elements.account import Account
from workbench.model.elements.invariant import Condition, Invariant
from workbench.model.elements.security_domain import SecurityDomain
from workbench.reachability.invariants.choosing import COMMAS
from workbench.reachability.invariants.packets import range_said, uses_of
from workbench.reachability.invariants.results import Outcome, Result
from workbench.reachability.portwords import in_words
from workbench.reachability.sayings import title_of
from workbench.texts import YES_NO, Text, text
from workbench.words import Words

OUTCOMES: Final[dict[Outcome, Text]] = {
    "proved": text("proved"),
    "refuted": text("refuted"),
    "unknown": text("not settled"),
    "empty": text("about nobody"),
}
FLOW_OUTCOMES: Final[dict[Outcome, Text]] = {
    **OUTCOMES,
    "proved": text("as wanted"),
    "refuted": text("not as wanted"),
}
CLAIMS: Final = {
    "never": text("No source ever reaches a target"),
    "always": text("Every source reaches every target"),
    "only-through": text("Sources reach targets only through what is named"),
    "one-way": text("Sources may reach targets; no target ever reaches a source"),
    "apart": text("Neither side ever reaches the other"),
}
EVERYBODY, THOSE, NOBODY = text("everybody"), text("those"), text("nobody named")


def meant_said(named: tuple[ElementId, ...], conditions: tuple[Condition, ...], design: Design) -> object:
    """Whom an invariant means, in few words: names or kinds, and the other conditions in brackets."""
    kinds = [one for one in conditions if one.what == "kind" and one.compared == "is"]
    base: object = tuple(title_of(id, design) for id in named)
    if not named:
        base = _kinds(kinds[0]) if kinds else THOSE if conditions else NOBODY
    others = tuple(_said(one) for one in conditions if named or one not in kinds[:1])
    return text("{who} ({conditions})", who=base, conditions=others) if others else base


def packets_said(one: Invariant) -> Text:
    """The protocol and ports of an invariant."""
    uses = uses_of(one)
    ranges = tuple(dict.fromkeys(range_said(range_) for _, range_ in uses if range_ is not None))
    protocols = tuple(dict.fromkeys(protocol.upper() for protocol, _ in uses))
    if not ranges:
        return (
            text("on any port")
            if one.protocol == "all"
            else text("by {protocol} on any port", protocol=protocols[0])
            if one.protocol != "icmp"
            else text("by ICMP")
        )
    return text("by {protocols} on {ports}", protocols=protocols, ports=ranges)


def result_said(result: Result, design: Design) -> Text:
    """What became of an invariant, as a sentence."""
    if result.outcome == "proved":
        return text("Pairs asked: {asked}; it holds for each.", asked=result.asked)
    if result.outcome == "empty" and result.asked:
        return text("Nothing passes, and there is nobody in this design whom it would have to go through.")
    if result.outcome == "empty":
        return text("It is about nobody: whom it means is not in this design, or no pair is left.")
    source, target = (title_of(id, design) for id in result.pairs[0])
    if result.outcome == "refuted":
        said = text("Pairs that break it: {count} of {asked}; the first is {source} to {target}, {ports}.")
    else:
        said = text(
            "Pairs that hang on what the design does not say: {count} of {asked}; the first is {source} to {target}, {ports}."
        )
    count = result.broken or result.open
    values = (("count", count), ("asked", result.asked), ("source", source), ("target", target))
    return said._replace(values=(*values, ("ports", in_words(result.ports))))


def _kinds(one: Condition) -> object:
    """The kinds that a condition lists, by their names."""
    parts = [part.strip() for part in COMMAS.split(one.value)]
    return EVERYBODY if "*" in parts else _value("kind", parts)


def _said(one: Condition) -> Text:
    what = Invariant.kind.field("sources_are").columns[0].choices[one.what]
    values = [part.strip() for part in COMMAS.split(one.value) if part.strip()]
    value = _value(one.what, values)
    if one.compared == "is-not":
        return text("{what} not {value}", what=what, value=value)
    return text("{what} {value}", what=what, value=value)


def _value(what: str, values: list[str]) -> object:
    """The values of a condition: choices by their labels, patterns as far as they are of the reader's language."""
    choices = CHOICES[what]() if what in CHOICES else {}
    if choices or not values:
        return tuple(choices.get(value, value) for value in values) or text("not stated")
    bare = [value.strip("*") or value for value in values]
    chinese = [value for value in bare if HAN.search(value)]
    others = [value for value in bare if value not in chinese]
    return Words(en=", ".join(others or chinese), zh="、".join(chinese or others))


HAN: Final = re.compile("[\u4e00-\u9fff]")
CHOICES: Final[Mapping[str, Callable[[], Mapping[str, Text]]]] = {
    "trust": lambda: SecurityDomain.kind.field("trust").choices,
    "role": lambda: Account.kind.field("role").choices,
    "production": lambda: {"no": YES_NO[False], "yes": YES_NO[True]},
    "kind": lambda: {tag: kind.plural for tag, kind in KINDS.items()},
}
