"""Tables read off the kinds: the inventory, and one list a kind with all its fields."""

from __future__ import annotations

from dataclasses import replace

from workbench.model.design import Design
from workbench.model.detail import detail_of
from workbench.model.element import KINDS, Element, Field, Kind
from workbench.reports.report import Column, Look, Said, Table, TableRow
from workbench.reports.tables.names import named, owner, region_of
from workbench.texts import Text, text
from workbench.words import Words

NOT_LISTED = frozenset({"sheet", "placement", "sheet-note", "picture", "opaque"})
"""Kinds that say how the design is shown, not what it is."""
_LOOKS: dict[str, Look] = {"number": "count", "block": "block", "date": "date", "passage": "passage"}


def inventory(design: Design) -> Table:
    """How many elements of each kind the design holds, and how many of them an import assumed."""
    columns = (
        Column("kind", text("Kind"), width=66),
        Column("count", text("Count"), "count", 33),
        Column("assumed", text("Assumed"), "count", 33),
        Column("deployed", text("Deployed"), "count", 33),
    )
    rows = []
    for kind in _listed(design):
        found = design.of_kind(kind.type)
        assumed = sum(element.assumed for element in found)
        deployed = sum(element.state == "deployed" for element in found)
        rows.append(TableRow((kind.plural, len(found), assumed, deployed)))
    return Table("inventory", text("Inventory"), columns, tuple(rows))


def main_inventory(design: Design) -> Table:
    """The inventory of the kinds that one draws most: those with a place of their own in the palette."""
    whole = inventory(design)
    main = {kind.plural for kind in KINDS.values() if kind.palette}
    rows = tuple(row for row in whole.rows if row.cells[0] in main)
    return replace(whole, id="main-inventory", title=text("The design in figures"), rows=rows)


def all_elements(design: Design) -> Table:
    """Every element: kind, name, place, what is said of it."""
    columns = (
        Column("kind", text("Kind"), width=33),
        Column("name", text("Name"), width=45),
        Column("account", text("Account"), width=33),
        Column("region", text("Region"), width=33),
        Column("inside", text("Inside"), width=40),
        Column("meta", text("Detail"), width=40),
        Column("state", text("State"), "state", 20),
        Column("note", text("Note"), "passage", 60),
        Column("id", text("Id"), width=33),
    )
    rows = []
    for kind in _listed(design):
        for element in design.of_kind(kind.type):
            region = region_of(design, element)
            cells: tuple[Said, ...] = (
                kind.label,
                element.title(),
                owner(design, element),
                region.title() if region else None,
                named(design, element.parent),
                detail_of(element) or None,
                kind.field("state").choices[element.state],
                element.note or None,
                element.id,
            )
            rows.append(TableRow(cells, element=element.id))
    return Table("elements", text("Elements"), columns, tuple(rows))


def list_of(design: Design, tag: str) -> Table:
    """Every element of a kind with its fields; tables inside elements are counted."""
    kind = KINDS[tag]
    fields = [
        field for field in kind.fields if field.name not in ("name", "state", "assumed", "note", "tags")
    ]
    columns = (
        Column("name", text("Name"), width=40),
        Column("inside", text("Inside"), width=33),
        *(Column(field.name, field.label, _look(field), 28) for field in fields),
        Column("state", text("State"), "state", 20),
    )
    rows = [
        TableRow(
            (
                element.title(),
                named(design, element.parent),
                *(value_said(field, getattr(element, field.name), design) for field in fields),
                kind.field("state").choices[element.state],
            ),
            element=element.id,
        )
        for element in design.of_kind(kind.type)
    ]
    return Table(tag, kind.plural, columns, tuple(rows))


def rows_of(design: Design, tag: str, table: str) -> Table:
    """Every row of a table field over all elements of a kind: rules, routes, entries, policies."""
    kind = KINDS[tag]
    field = kind.field(table)
    columns = (
        Column("owner", kind.label, width=40),
        Column("number", text("No"), "count", 10),
        *(Column(column.name, column.label, _look(column), 26) for column in field.columns),
    )
    rows = []
    for element in design.of_kind(kind.type):
        for number, row in enumerate(getattr(element, table), 1):
            values = (value_said(column, getattr(row, column.name), design) for column in field.columns)
            rows.append(TableRow((element.title(), number, *values), element=element.id))
    return Table(
        f"{tag}.{table}", text("{kind}: {table}", kind=kind.label, table=field.label), columns, tuple(rows)
    )


def value_said(field: Field, value: object, design: Design) -> Said:
    """A field's value as a table prints it: names for references, labels for choices, counts for tables."""
    if value is None or value == "" or value == () or value == {}:
        return None
    if field.row and isinstance(value, tuple):
        return len(value)
    parts: tuple[object, ...] = value if isinstance(value, tuple) else (value,)
    if field.refers:
        return _joined([named(design, str(id)) or Words(en=str(id)) for id in parts])
    if field.choices:
        return _joined([field.choices.get(str(part), Words(en=str(part))) for part in parts])
    if isinstance(value, bool):
        return text("yes") if value else text("no")
    if isinstance(value, (int, float, Words, Text)):
        return value
    return _joined([Words(en=str(part)) for part in parts])


def _joined(parts: list[object]) -> Said:
    if len(parts) == 1 and isinstance(parts[0], (Words, Text)):
        return parts[0]
    return text("{parts}", parts=tuple(parts))


def _look(field: Field) -> Look:
    return "count" if field.row else _LOOKS.get(field.editor, "text") if not field.many else "text"


def _listed(design: Design) -> list[Kind]:
    found = [kind for tag, kind in sorted(KINDS.items()) if tag not in NOT_LISTED]
    return [kind for kind in found if design.of_kind(kind.type)]


def element_count(design: Design) -> int:
    """How many elements the inventory counts: all but sheets, placements and unknown ones."""
    return sum(1 for element in design if _counts(element))


def _counts(element: Element) -> bool:
    return element.kind.tag not in NOT_LISTED
