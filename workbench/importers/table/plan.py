"""What would become of every row of a table, and the one edit that does it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import msgspec

from workbench.addresses import span
from workbench.edits import Edit
from workbench.importers.plan import Fate, ImportItem
from workbench.importers.table.cells import Cells
from workbench.importers.table.sheet import Column, Table, columns_of
from workbench.model.design import Design
from workbench.model.element import Element, ElementId, Kind
from workbench.model.holding import blocks_of, holders
from workbench.model.ids import new_id
from workbench.reading import Refused
from workbench.texts import Text, text


@dataclass(frozen=True, slots=True)
class RowsPlan:
    """Every row with what becomes of it, the heads nothing is known of, and the elements to put in."""

    items: tuple[ImportItem, ...]
    unknown: tuple[str, ...]
    elements: tuple[Element, ...]

    @property
    def edit(self) -> Edit:
        """Puts in what is new or changed; rows that are refused are left out."""
        return lambda design: design.adding(*self.elements)

    def counts(self) -> dict[Fate, int]:
        """How many rows there are of each fate."""
        fates: tuple[Fate, ...] = ("refused", "new", "changed", "same", "unheld")
        return {fate: sum(item.state == fate for item in self.items) for fate in fates}


def plan_rows(design: Design, table: Table, kind: Kind, parent: ElementId | None = None) -> RowsPlan:
    """What would become of the rows as elements of a kind, in `parent` where a row names no other place.

    A row that names an element of the kind in that place changes it.
    """
    columns = columns_of(table, kind)
    planned = _Planned(design, table, kind, columns, parent)
    items = tuple(planned.item(number, row) for number, row in enumerate(table.rows, 2))
    unknown = tuple(
        head for head, column in zip(table.heads, columns, strict=True) if column is None and head
    )
    return RowsPlan(items, unknown, tuple(planned.made.values()))


class _Planned:
    def __init__(
        self,
        design: Design,
        table: Table,
        kind: Kind,
        columns: tuple[Column | None, ...],
        parent: ElementId | None,
    ) -> None:
        self._design, self._table, self._kind, self._parent = design, table, kind, parent
        self._columns, self._cells = columns, Cells(design)
        self.made: dict[ElementId, Element] = {}
        self._seen: dict[tuple[ElementId | None, str], int] = {}

    def item(self, number: int, row: tuple[str, ...]) -> ImportItem:
        """What becomes of one row."""
        try:
            fresh = self._read(row)
            self._once(fresh, number)
        except Refused as wrong:
            return ImportItem("", self._called(row), "refused", wrong.text, number)
        old = self._same_name(fresh)
        element = self._onto(old, row) if old else fresh
        state: Fate = "new" if old is None else "same" if element == old else "changed"
        if state != "same":
            self.made[element.id] = element
        return ImportItem("", self._called(row), state, self._becomes(element, row), number, element.id)

    def _read(self, row: tuple[str, ...]) -> Element:
        element = self._onto(self._kind.type(id=new_id(self._kind.tag), parent=None), row)
        if not element.name:
            raise Refused(text("The row has no name."))
        parent = element.parent or self._parent or self._around(element)
        if parent is None and "" not in self._kind.inside:
            raise Refused(text("Nothing says what it stands in."))
        return msgspec.structs.replace(element, parent=parent)

    def _onto(self, element: Element, row: tuple[str, ...]) -> Element:
        """The element with what the cells say; empty cells say nothing."""
        for column, typed in zip(self._columns, row, strict=True):
            if column is None or not typed:
                continue
            if column.field is None:
                inside = tuple(tag for tag in self._kind.inside if tag)
                element = msgspec.structs.replace(element, parent=self._cells.named(typed, inside))
                continue
            old = getattr(element, column.field.name)
            try:
                value = self._cells.value(column.field, typed, old, column.language)
            except Refused as wrong:
                label = column.field.label
                raise Refused(text("{field}: {reason}", field=label, reason=wrong.text)) from wrong
            element = msgspec.structs.replace(element, **{column.field.name: value})
        return element

    def _around(self, element: Element) -> ElementId | None:
        """The most specific element it may stand in that holds its block."""
        first = next((one for block in blocks_of(element) if (one := span(block))), None)
        tags = [tag for tag in self._kind.inside if tag]
        around = holders(self._design, first, tags) if first and tags else []
        return around[0].id if around else None

    def _once(self, fresh: Element, number: int) -> None:
        for name in {fresh.name.en, fresh.name.zh} - {""}:
            other = self._seen.setdefault((fresh.parent, name.casefold()), number)
            if other != number:
                raise Refused(text("Row {row} has this name already.", row=other))

    def _same_name(self, fresh: Element) -> Element | None:
        names = {fresh.name.en, fresh.name.zh} - {""}
        beside = (self._design[id] for id in self._design.children(fresh.parent))
        return next(
            (one for one in beside if one.kind.tag == self._kind.tag and names & {one.name.en, one.name.zh}),
            None,
        )

    def _called(self, row: tuple[str, ...]) -> str:
        named = (
            typed
            for column, typed in zip(self._columns, row, strict=True)
            if column and column.field and column.field.name == "name" and typed
        )
        return next(named, "")

    def _becomes(self, element: Element, row: tuple[str, ...]) -> Text:
        told: list[Any] = [
            text("{label} {value}", label=column.field.label, value=typed)
            for column, typed in zip(self._columns, row, strict=True)
            if column and column.field and column.field.name != "name" and typed
        ]
        place = self._design.get(element.parent)
        if place:
            told.insert(0, text("in {place}", place=place.title()))
        return text("{kind} {told}", kind=self._kind.label, told=told)
