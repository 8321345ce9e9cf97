"""Copies of elements with everything inside them, and where they go: new ids, no name twice, no address twice."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Final

import msgspec

from workbench.addresses import Span, merged, span
from workbench.edits import Edit
from workbench.edits.placing import context
from workbench.model.design import Design
from workbench.model.element import KINDS, Element, ElementId
from workbench.model.holding import blocks_in, owned_fields
from workbench.model.ids import new_id
from workbench.model.names import id_fields
from workbench.model.references import references, renamed
from workbench.texts import Text, text
from workbench.words import Words

LEFT: Final = ("placement", "sheet", "engagement")
"""Kinds that are not copied: places and sheets belong to one drawing, an engagement to one design."""


@dataclass(frozen=True, slots=True)
class Pasted:
    """What a paste would add: all of it, the outermost of it, and how many blocks and ids had to be left empty."""

    elements: tuple[Element, ...]
    roots: tuple[ElementId, ...]
    emptied: int

    @property
    def edit(self) -> Edit:
        """Puts all of it into the design."""
        return lambda design: design.adding(*self.elements)


class NoHome(Exception):
    """A copy fits nowhere; `text` says what to select first."""

    def __init__(self, text: Text) -> None:
        super().__init__(text.said("en"))
        self.text = text


def gathered(design: Design, ids: Iterable[ElementId]) -> tuple[Element, ...]:
    """Elements with all inside them and the links among these, parents first; links to others are left out."""
    found: dict[ElementId, Element] = {}
    for id in ids:
        found |= {one.id: one for one in design.within(id) if one.kind.tag not in LEFT}
    for id in tuple(found):
        found |= {other: design[other] for other in design.referrers(id) if design[other].kind.is_link}
    while loose := [one.id for one in found.values() if not set(_ends(one)) <= found.keys()]:
        for id in loose:
            del found[id]
    return tuple(found.values())


def pasted(
    design: Design, copies: Sequence[Element], near: Sequence[ElementId] = (), sheet: ElementId | None = None
) -> Pasted:
    """Copies as they would stand in a design, the outermost ones in or beside what is selected.

    What belongs to a sheet alone comes to the one in front, where there is one.
    Mentions of each other follow the new ids; those of elements that the design does not hold are taken out. NoHome
    names what has to be selected.
    """
    ids = {copy.id: new_id(copy.kind.tag) for copy in copies}
    known = {named: named for copy in copies for named in _named(copy) if named in design} | ids
    roots = {copy.id for copy in copies if copy.parent not in ids}
    made: dict[ElementId, Element] = {}
    outer: list[Element] = []
    emptied, bare, taken = 0, set[ElementId](), _Taken(design)
    for copy in copies:
        blocks = list(_blocks_lost(copy, taken, copy.parent in bare))
        if blocks or copy.parent in bare:
            bare.add(copy.id)
        lost = [*blocks, *_ids_lost(copy, taken)]
        emptied += len(lost)
        fresh = renamed(_emptied(copy, lost), known)
        if copy.id in roots:
            own = sheet if sheet in design and copy.kind.of_one_sheet else None
            fresh = (
                msgspec.structs.replace(fresh, parent=own)
                if own
                else _housed(design, copy, fresh, near, frozenset(ids))
            )
            fresh = msgspec.structs.replace(fresh, name=_free_name(design, outer, fresh))
            outer.append(fresh)
        made[fresh.id] = msgspec.structs.replace(fresh, state="draft", imported="")
    return Pasted(tuple(made.values()), tuple(one.id for one in outer), emptied)


def numbered(name: str, taken: set[str]) -> str:
    """The name, or the next one by number that nobody has: prod, prod-2, prod-3."""
    if not name or name not in taken:
        return name
    found = re.fullmatch(r"(.*?)(?:-(\d{1,4}))?", name, re.DOTALL)
    stem, number = (found[1], int(found[2] or 1) + 1) if found else (name, 2)
    while f"{stem}-{number}" in taken:
        number += 1
    return f"{stem}-{number}"


def _ends(element: Element) -> Iterator[ElementId]:
    for name in element.kind.joins or ():
        yield getattr(element, name) or ""


def _named(element: Element) -> Iterator[ElementId]:
    yield from references(element)
    if element.parent:
        yield element.parent


def _housed(
    design: Design, copy: Element, fresh: Element, near: Sequence[ElementId], copied: frozenset[ElementId]
) -> Element:
    """The copy in or beside what is selected, else where the original stands, else where alone it fits."""
    places: dict[str, Any] = {}
    for id in near:
        beside = id in copied or design[id].kind.tag == copy.kind.tag
        chain = [*(() if beside else (design[id],)), *design.above(id)]
        places = {name: value for name, value in context(copy.kind, chain).items() if value} if chain else {}
        if places or beside:
            break
    parent = places.get("parent") or fresh.parent or _only_home(design, fresh)
    if parent is None and "" not in copy.kind.inside:
        wanted = [KINDS[tag].label for tag in copy.kind.inside]
        raise NoHome(
            text("{kind} stands in {places}: select one first.", kind=copy.kind.label, places=wanted)
        )
    return msgspec.structs.replace(fresh, **{**places, "parent": parent})


def _only_home(design: Design, element: Element) -> ElementId | None:
    """The one element that may hold another; None where several may, or it may stand alone."""
    fitting = [id for tag in element.kind.inside for id in design.index.kinds.get(tag, ())]
    return fitting[0] if len(fitting) == 1 and "" not in element.kind.inside else None


def _free_name(design: Design, made: Iterable[Element], element: Element) -> Words:
    """The name, numbered where a sibling of the kind has it in either language."""
    beside = [design[id] for id in design.children(element.parent)]
    beside += [one for one in made if one.parent == element.parent]
    names = [one.name for one in beside if one.kind.tag == element.kind.tag]
    return Words(
        en=numbered(element.name.en, {name.en for name in names}),
        zh=numbered(element.name.zh, {name.zh for name in names}),
    )


class _Taken:
    """What a design holds of each field that may hold an address or an id only once."""

    def __init__(self, design: Design) -> None:
        self._design = design
        self._spans: dict[tuple[str, str], list[Span]] = {}
        self._texts: dict[tuple[str, str], set[str]] = {}

    def meets(self, tag: str, name: str, block: str) -> bool:
        """Whether an element of the kind holds an address of a block in the field."""
        found = span(block)
        if found is None:
            return False
        if (tag, name) not in self._spans:
            written = (text for one in self._all(tag) for text in blocks_in(one, one.kind.field(name)))
            spans = [one for text in written if (one := span(text))]
            merged_ones = (merged(one for one in spans if one.width == width) for width in (32, 128))
            self._spans[tag, name] = [one for some in merged_ones for one in some]
        known = self._spans[tag, name]
        at = bisect_right(known, (found.width, found.last), key=lambda one: (one.width, one.first))
        return at > 0 and known[at - 1].meets(found)

    def has(self, tag: str, name: str, value: str) -> bool:
        """Whether an element of the kind holds the text in the field."""
        if (tag, name) not in self._texts:
            self._texts[tag, name] = {getattr(one, name) for one in self._all(tag)}
        return value in self._texts[tag, name]

    def _all(self, tag: str) -> Iterator[Element]:
        return (self._design[id] for id in self._design.index.kinds.get(tag, ()))


def _blocks_lost(element: Element, taken: _Taken, all_of_them: bool) -> Iterator[str]:
    """The fields whose blocks the design holds already.

    What stands in a copy that lost its block loses all of its own: they would lie outside.
    """
    for field in owned_fields(element.kind):
        blocks = [block for block in blocks_in(element, field) if block]
        meets = any(taken.meets(element.kind.tag, field.name, block) for block in blocks)
        if blocks and (all_of_them or meets):
            yield field.name


def _ids_lost(element: Element, taken: _Taken) -> Iterator[str]:
    """The fields that hold an id of the platform that another element of the design has."""
    for name in id_fields(element.kind.tag):
        value = getattr(element, name)
        if value and taken.has(element.kind.tag, name, value):
            yield name


def _emptied(element: Element, names: Iterable[str]) -> Element:
    empty = {name: type(getattr(element, name))() for name in names}
    return msgspec.structs.replace(element, **empty)
