"""Telling proposals: an item for every new element and every changed field, and the edit of those that are picked."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import Any

import msgspec

from workbench.edits import Edit
from workbench.importers.addresses.proposals import Proposal, Proposals, label_of
from workbench.importers.plan import ImportItem, Picking
from workbench.model.design import Design
from workbench.model.element import Element, ElementId
from workbench.texts import Text, text

Order = tuple[int, int]
UNTOLD = frozenset({"name", "assumed", "letter", "production", "number", "region_id", "zone_id"})
"""Fields that say no more than the name of what is new."""


def items_of(proposals: Proposals) -> Iterator[tuple[Order, ImportItem]]:
    """What becomes of every element that rows describe, with its place in the order of the files."""
    for one in proposals.by_id.values():
        if one.old is None:
            yield one.line.order(), _item(one, "new", _described(one, proposals), one.place())
            continue
        changes = list(one.changes())
        for name in changes:
            line, _ = one.cells.get(name, (one.line, ""))
            yield line.order(), _item(one, "changed", _change(one, name, proposals), one.cell(name), name)
        if not changes:
            yield one.line.order(), _item(one, "same", _titled(one), one.place())


def notes_of(proposals: Proposals) -> Iterator[tuple[Order, ImportItem]]:
    """What has to be said of how cells were read whose rows change something."""
    for one in proposals.by_id.values():
        if one.old is None or any(one.changes()):
            for note, (line, cell) in one.notes.items():
                becomes = text("{what}: {told}", what=_titled(one), told=note)
                yield line.order(), ImportItem(line.grid.file, cell, "doubtful", becomes, element=one.id)


def picking(proposals: Proposals) -> Picking:
    """Makes the edit of some items: the new elements and the fields they stand for, with new ones that they name."""

    def picked(items: Collection[ImportItem]) -> Edit:
        fields: dict[ElementId, set[str]] = {}
        for item in items:
            if item.state in ("new", "changed") and item.element in proposals.by_id:
                fields.setdefault(item.element, set()).update([item.field] if item.field else ())
        _with_needed(fields, proposals)
        return _bringing({id: proposals.by_id[id] for id in proposals.by_id if id in fields}, fields)

    return picked


def _with_needed(fields: dict[ElementId, set[str]], proposals: Proposals) -> None:
    """Adds the new elements that those picked name."""
    waiting = list(fields)
    while waiting:
        one = proposals.by_id[waiting.pop()]
        names = fields[one.id] if one.old else set(one.fields)
        for value in (one.fields[name] for name in names):
            needed = proposals.by_id.get(value) if isinstance(value, str) else None
            if needed and needed.old is None and needed.id not in fields:
                fields[needed.id] = set()
                waiting.append(needed.id)


def _bringing(picked: dict[ElementId, Proposal], fields: dict[ElementId, set[str]]) -> Edit:
    def edit(design: Design) -> Design:
        changed = [_after(design.get(id) or one.old, one, fields[id]) for id, one in picked.items()]
        return design.adding(*changed) if changed else design

    return edit


def _after(before: Element | None, one: Proposal, names: set[str]) -> Element:
    if before is None:
        return one.element()
    chosen = names if one.old else set(one.fields)
    return msgspec.structs.replace(before, **{name: one.fields[name] for name in chosen})


def _item(one: Proposal, state: Any, becomes: Text, cell: str, field: str = "") -> ImportItem:
    return ImportItem(one.line.grid.file, cell, state, becomes, element=one.id, field=field)


def _titled(one: Proposal) -> Text:
    return text("{kind} {name}", kind=one.type.kind.label, name=one.element().title())


def _described(one: Proposal, proposals: Proposals) -> Text:
    told: list[Any] = [
        text(
            "{label} {value}",
            label=label_of(one.type, name),
            value=proposals.shown(value, one.type.kind, name),
        )
        for name, value in one.fields.items()
        if name not in UNTOLD and value and value != "draft"
    ]
    if not told:
        return _titled(one)
    return text("{what}: {told}", what=_titled(one), told=told)


def _change(one: Proposal, name: str, proposals: Proposals) -> Text:
    return text(
        "{what}: {field} {before} → {after}",
        what=text("{kind} {name}", kind=one.type.kind.label, name=(one.old or one.element()).title()),
        field=label_of(one.type, name),
        before=proposals.shown(getattr(one.old, name), one.type.kind, name),
        after=proposals.shown(one.fields[name], one.type.kind, name),
    )
