"""What a line such as "vpc prod 10.1.0.0/16" would add, and where to."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Final

import msgspec

from workbench.addresses import NotABlock, read_block, span
from workbench.edits.placing import context
from workbench.model import elements as _elements
from workbench.model.design import Design
from workbench.model.element import KINDS, Element, ElementId, Kind
from workbench.model.holding import holders, owned_fields
from workbench.model.ids import new_id
from workbench.model.names import spoken_in
from workbench.texts import LANGUAGES, Text, text
from workbench.words import Words

assert _elements  # importing the package registers the kinds

VERBS: Final = ("add", "new", "insert", "添加", "新增", "新建", "增加")
MOST: Final = 5
"""How many places are offered where nothing decides between them."""
UNTYPED: Final = ("placement", "opaque", "sheet", "engagement")
"""Kinds that come about in another way."""


@dataclass(frozen=True, slots=True)
class Offer:
    """An element that could be added, the sentence that says so, and why it cannot be after all."""

    element: Element
    says: Text
    hindrance: Text | None = None


def offers(design: Design, typed: str, near: Sequence[ElementId] = ()) -> tuple[Offer, ...]:
    """What a typed line would add: a kind, a name, blocks and tags; one offer a place it may stand in.

    The most specific holder of the block comes first, then what is selected, then the only places that fit.
    """
    found: list[Offer] = []
    for kind, rest in _kinds_in(typed):
        element, wrong = _made(kind, rest)
        if wrong:
            found.append(Offer(element, _sentence(element, None), wrong))
            continue
        found += _placed(design, element, near)
    return tuple(found)


def _kinds_in(typed: str) -> Iterator[tuple[Kind, str]]:
    """The kinds a line may begin with, and what follows; a whole name goes before the beginning of one."""
    line = " ".join(typed.replace("，", " ").replace(",", " ").split())
    verb = next((verb for verb in VERBS if line.casefold().startswith(verb)), "")
    line = line[len(verb) :].strip()
    whole = {kind.tag: rest for kind in _typed_kinds() if (rest := _after(line, kind))}
    if whole:
        best = min(whole, key=lambda tag: len(whole[tag]))
        yield KINDS[best], whole[best]
        return
    first, _, rest = line.partition(" ")
    if len(first) >= 3 and rest:
        for kind in _typed_kinds():
            if kind.tag.startswith(first.casefold()):
                yield kind, rest


def _typed_kinds() -> Iterator[Kind]:
    for tag in sorted(KINDS):
        if not KINDS[tag].is_link and tag not in UNTYPED:
            yield KINDS[tag]


def _after(line: str, kind: Kind) -> str:
    """What follows the name of a kind at the beginning of a line; "" where it does not begin so."""
    for name in {kind.tag, *(kind.label.said(language) for language in LANGUAGES)}:
        if line.casefold().startswith(name.casefold()):
            rest = line[len(name) :]
            # Chinese needs no space between the two.
            if rest.startswith(" ") or (rest and spoken_in(name) == "zh"):
                return rest.strip()
    return ""


def _made(kind: Kind, rest: str) -> tuple[Element, Text | None]:
    """The element that words say, and why one of its blocks is none."""
    names, blocks, tags = list[str](), list[str](), dict[str, str]()
    wrong: Text | None = None
    takes_blocks = bool(owned_fields(kind))
    for word in rest.split():
        key, sign, value = word.partition("=")
        if sign and key:
            tags[key] = value
        elif takes_blocks and "/" in word and word[:1].isalnum() and any(c.isdigit() for c in word):
            try:
                blocks.append(read_block(word))
            except NotABlock as no_block:
                wrong = no_block.text
                blocks.append(word)
        else:
            names.append(word)
    name = " ".join(names)
    fields: dict[str, Any] = {"name": Words().saying(spoken_in(name), name), "tags": tags}
    return kind.type(id=new_id(kind.tag), **fields, **_blocks(kind, blocks)), wrong


def _blocks(kind: Kind, blocks: Sequence[str]) -> dict[str, Any]:
    """The first field for blocks of its own, filled as it holds them: one, several, or one a row."""
    if not blocks:
        return {}
    field = owned_fields(kind)[0]
    if field.row:
        column = next(column.name for column in field.columns if column.editor == "block")
        return {field.name: tuple(field.row(**{column: block}) for block in blocks)}
    return {field.name: tuple(blocks) if field.many else blocks[0]}


def _placed(design: Design, element: Element, near: Sequence[ElementId]) -> Iterator[Offer]:
    kind = element.kind
    places = list(dict.fromkeys(_places(design, element, near)))
    if not places and "" not in kind.inside:
        wanted = [KINDS[tag].label for tag in kind.inside]
        none = text("{kind} stands in {places}: select one first.", kind=kind.label, places=wanted)
        yield Offer(element, _sentence(element, None), none)
    for id in places[:MOST]:
        chain = [design[id], *design.above(id)]
        fields = {**_only_region(design, kind), **context(kind, chain), "parent": id}
        fresh = msgspec.structs.replace(element, **fields)
        yield Offer(fresh, _sentence(fresh, design[id]))
    if "" in kind.inside and (not places or len(places) > 1):
        alone = msgspec.structs.replace(element, **_only_region(design, kind))
        yield Offer(alone, _sentence(alone, None))


def _places(design: Design, element: Element, near: Sequence[ElementId]) -> Iterator[ElementId]:
    """What it may stand in, the likeliest first: what holds its block, what is selected, else all that fits."""
    tags = [tag for tag in element.kind.inside if tag]
    decided = list(_around_block(design, element, tags))
    for id in near:
        fitting = (one.id for one in (design[id], *design.above(id)) if one.kind.tag in tags)
        decided += list(fitting)[:1]
    if decided:
        yield from decided
    else:
        yield from (id for tag in tags for id in sorted(design.index.kinds.get(tag, ())))


def _around_block(design: Design, element: Element, tags: Sequence[str]) -> Iterator[ElementId]:
    for field in owned_fields(element.kind)[:1]:
        value = getattr(element, field.name)
        block = value if isinstance(value, str) else next(iter(value), "")
        found = span(block) if isinstance(block, str) else None
        if found and tags:
            yield from (one.id for one in holders(design, found, tags)[:1])


def _only_region(design: Design, kind: Kind) -> dict[str, ElementId]:
    """The region, where the design has one only and the kind names one."""
    regions = design.index.kinds.get("region", ())
    named = any(field.name == "region" and not field.many for field in kind.fields)
    return {"region": regions[0]} if named and len(regions) == 1 else {}


def _sentence(element: Element, place: Element | None) -> Text:
    told = [element.name or element.id, *([element.meta()] if element.meta() else [])]
    if place:
        return text("Add {kind} {told}, to {place}", kind=element.kind.label, told=told, place=place.title())
    return text("Add {kind} {told}", kind=element.kind.label, told=told)
