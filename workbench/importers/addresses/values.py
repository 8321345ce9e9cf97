"""What the text of a changed cell of our list means in the field it holds."""

from __future__ import annotations

import re
from typing import Any, Final

from workbench.importers.addresses.blocks import blocks_in
from workbench.importers.addresses.gathering import LONGEST_NAME, LONGEST_NOTE, Gathering
from workbench.importers.addresses.own import OwnRow
from workbench.importers.plan import Refused
from workbench.model.element import KINDS, Element, ElementId, Field
from workbench.model.elements.data_centre import SiteRange
from workbench.model.names import spoken_in
from workbench.reading import Refused as NotRead
from workbench.reading import one_line, read
from workbench.reports.tables.address_list import field_of, field_record
from workbench.texts import LANGUAGES, Language, text
from workbench.words import Words

WITH_ID: Final = re.compile(r"\[([^\[\]]+)\]$")
ONE_BLOCK: Final = frozenset({"block", "ipv6_block", "pin"})


class Values:
    """Reads cells against the design and what the other rows propose."""

    def __init__(self, gathering: Gathering) -> None:
        self._all = gathering

    def read(self, row: OwnRow, tag: str, key: str, typed: str, old: Element | None) -> Any:
        """The value of a cell; Refused says why it is none."""
        name = field_of(tag, key) or ""
        field = field_record(tag, name)
        before = getattr(old, name) if old else None
        if field is None or field.refers:
            return self._reference(row, tag, key, typed)
        if name in ONE_BLOCK:
            return _one_block(typed)
        if name in ("blocks", "ranges"):
            return _blocks(name, typed, before or ())
        if field.editor == "words":
            return _words(field, typed, before or Words(), row.language)
        if field.choices:
            return _choice(field, typed)
        return _plain(field, typed)

    def _reference(self, row: OwnRow, tag: str, key: str, typed: str) -> ElementId | None:
        tags = _tags(tag, key)
        if not typed:
            if tag == "vswitch" and key == "parent":
                raise Refused(text("Nothing says which VPC it stands in. Name the VPC in this row."))
            return None
        marked = WITH_ID.search(typed)
        if marked and (known := self._all.proposals.get(marked[1])) and known.kind.tag in tags:
            return known.id
        found = list(dict.fromkeys(id for one in tags for id in self._all.places.called(one, typed)))
        if len(found) == 1:
            return found[0]
        if found:
            raise Refused(
                text(
                    "{count} elements are called {name}. Write the id in brackets behind the name.",
                    count=len(found),
                    name=typed[:40],
                )
            )
        return self._made(row, key, typed)

    def _made(self, row: OwnRow, key: str, typed: str) -> ElementId | None:
        """A place or owner that nobody knows yet."""
        places, line = self._all.places, row.line
        if len(typed) > LONGEST_NAME:
            raise _too_long(typed, LONGEST_NAME)
        if key == "region":
            return places.region(line)
        if key == "account":
            return places.account(line)
        if key == "environment":
            return places.environment(line)
        if key == "zone":
            vpc = self._all.proposals.get(self._parent(row))
            return places.zone(line, getattr(vpc, "region", None))
        raise Refused(text("Nothing that fits is called {name}.", name=typed[:40]))

    def _parent(self, row: OwnRow) -> ElementId | None:
        try:
            return self._reference(row, "vswitch", "parent", row.says.get("parent", ""))
        except Refused:
            return None


def _tags(tag: str, key: str) -> tuple[str, ...]:
    """The kinds that a cell may name."""
    name = field_of(tag, key) or ""
    field = field_record(tag, name)
    return field.refers if field else tuple(one for one in KINDS[tag].inside if one)


def _one_block(typed: str) -> str:
    if not typed:
        return ""
    found = blocks_in(typed).blocks
    if len(found) != 1:
        raise Refused(text("There is room for one block here; these are {count}.", count=len(found)))
    return found[0]


def _blocks(name: str, typed: str, before: tuple[Any, ...]) -> tuple[Any, ...]:
    """The blocks of a cell; those that stay keep what else is known of them, even where they are none."""
    known = {getattr(one, "block", one): one for one in before}
    found: list[Any] = []
    for part in filter(None, re.split(r"\s*[,，;；、\n]\s*", typed)):
        made = (part,) if part in known else blocks_in(part).blocks
        found += [known.get(one, SiteRange(block=one) if name == "ranges" else one) for one in made]
    return tuple(found)


def _words(field: Field, typed: str, before: Words, language: Language) -> Words:
    most = LONGEST_NAME if field.name == "name" else LONGEST_NOTE
    wording = one_line(typed) if field.name == "name" else typed
    if len(wording) > most:
        raise _too_long(wording, most)
    if not wording and field.name == "name":
        raise Refused(text("The name is empty. Write one."))
    if not wording:
        return Words()
    spoken = language if getattr(before, language) else spoken_in(wording)
    return before.saying(spoken, wording)


def _too_long(typed: str, most: int) -> Refused:
    return Refused(
        text(
            "The cell has {size} characters; at most {most} are kept. Shorten it.", size=len(typed), most=most
        )
    )


def _choice(field: Field, typed: str) -> str:
    for value, label in field.choices.items():
        if typed.casefold() in {value, *(label.said(language).casefold() for language in LANGUAGES)}:
            return value
    raise Refused(
        text("{typed} is none of {choices}.", typed=typed[:40], choices=list(field.choices.values()))
    )


def _plain(field: Field, typed: str) -> Any:
    """A number within the limits of its field, or one line of text."""
    if len(typed) > LONGEST_NAME:
        raise _too_long(typed, LONGEST_NAME)
    try:
        return read(field, typed)
    except NotRead as wrong:
        raise Refused(wrong.text) from wrong
