"""Proposals: what the lines of tables become, gathered over a design that stays as it is."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any, Final

import msgspec

from workbench.importers.addresses.lines import Line
from workbench.importers.plan import Refused
from workbench.model.design import Design
from workbench.model.element import Element, ElementId, Kind
from workbench.model.elements.data_centre import SiteRange
from workbench.model.names import name_in, spoken_in
from workbench.texts import Language, Text, text
from workbench.words import Words

Said = dict[str, tuple[Any, str]]
"""What a line says of an element: the value of each field and the cell it stands in."""
NOTHING: Final = text("nothing", key="import.nothing")
PLACE: Final = text("Place", key="import.place")
GROWING: Final = frozenset({"blocks", "ranges"})
"""Fields that several lines fill together."""


@dataclass(slots=True)
class Proposal:
    """An element that lines describe: the fields they decide, the cell of each, and what has to be said of it."""

    id: ElementId
    type: type[Element]
    old: Element | None
    line: Line
    fields: dict[str, Any] = field(default_factory=dict)
    cells: dict[str, tuple[Line, str]] = field(default_factory=dict)
    notes: dict[Text, tuple[Line, str]] = field(default_factory=dict)

    def element(self) -> Element:
        """The element as it would be."""
        if self.old is None:
            return self.type(id=self.id, **self.fields)
        return msgspec.structs.replace(self.old, **self.fields)

    def note(self, line: Line, cell: str, notes: Iterable[Text]) -> None:
        """Keeps what has to be said of how a cell was read."""
        for one in notes:
            self.notes.setdefault(one, (line, cell))

    def changes(self) -> Iterator[str]:
        """The fields that would be another than the design has them."""
        return (name for name, value in self.fields.items() if self._is_other(name, value))

    def _is_other(self, name: str, value: Any) -> bool:
        """Whether the design has another value; the order of blocks says something in our own list only."""
        before = getattr(self.old, name, None)
        if name in GROWING and before and self.line.heads.columns:
            return set(before) != set(value)
        return bool(before != value)

    def cell(self, name: str) -> str:
        """The cell that says a field, or where the element is first described."""
        _, cell = self.cells.get(name, (self.line, ""))
        return cell or self.place()

    def place(self) -> str:
        """Where its name stands, or else the first line that describes it."""
        _, cell = self.cells.get("name", (self.line, ""))
        if cell:
            return cell
        return self.line.cell("name", "vswitch", "vpc", "block", "first")


class Proposals:
    """The proposals by id, in the order in which lines first describe them."""

    def __init__(self, design: Design) -> None:
        self.design = design
        self.by_id: dict[ElementId, Proposal] = {}

    def add(self, type: type[Element], id: ElementId, line: Line, said: Said) -> tuple[Proposal, bool]:
        """The proposal of an id with what a line says of it, and whether the line says anything new.

        Refused where another line says otherwise.
        """
        one = self.by_id.get(id)
        if one is None:
            one = self.by_id[id] = Proposal(id, type, self.design.get(id), line)
        is_news = not one.fields
        for name, (given, cell) in said.items():
            before, value = one.fields.get(name), given
            if name in GROWING and before:
                value = _grown(before, given)
            elif name in one.fields and before != value:
                raise Refused(self._otherwise(one, name, value), cell or line.cell())
            if name not in one.fields or before != value:
                is_news = True
                one.fields[name], one.cells[name] = value, one.cells.get(name, (line, cell))
        return one, is_news

    def get(self, id: ElementId | None) -> Element | None:
        """An element as it would be after the import, or as the design has it."""
        one = self.by_id.get(id or "")
        return one.element() if one else self.design.get(id)

    def shown(self, value: Any, kind: Kind | None = None, name: str = "") -> Any:
        """A value as it is told: elements by their names, choices by their labels."""
        if isinstance(value, tuple):
            return tuple(self.shown(part) for part in value) or NOTHING
        if isinstance(value, SiteRange):
            return value.block
        if kind and name != "parent" and isinstance(value, str) and value in kind.field(name).choices:
            return kind.field(name).choices[value]
        found = self.get(value) if isinstance(value, str) and value else None
        return found.title() if found else value or NOTHING

    def _otherwise(self, one: Proposal, name: str, value: Any) -> Text:
        return text(
            "{kind} “{name}”: {field} is {before} in {cell} and {value} here. Make them agree.",
            kind=one.type.kind.label,
            name=one.element().title(),
            field=label_of(one.type, name),
            before=self.shown(one.fields[name]),
            cell=one.cell(name),
            value=self.shown(value),
        )


def _grown(before: tuple[Any, ...], given: tuple[Any, ...]) -> tuple[Any, ...]:
    """Blocks with more of them, each once: a range that is listed again stays as it was first said."""
    known = {getattr(one, "block", one) for one in before}
    return (*before, *dict.fromkeys(one for one in given if getattr(one, "block", one) not in known))


def label_of(type: type[Element], name: str) -> Text:
    """What a field is called; where an element stands has no label of its own."""
    return PLACE if name == "parent" else type.kind.field(name).label


def worded(old: Words, typed: str, language: Language) -> Words:
    """Words after a cell says one wording; the same where it says one of those there are."""
    if typed in (old.en, old.zh) or name_in(typed) == old:
        return old
    spoken = language if old and getattr(old, language) else spoken_in(typed)
    return old.saying(spoken, typed)
