"""Shape data: the fields of a kind as Visio's properties, and what identifies a shape for reading back."""

from __future__ import annotations

import uuid

from workbench.exporters.visio.sheet_xml import Cell, Row, Section
from workbench.model.design import Design
from workbench.model.element import Element, Field, Kind
from workbench.texts import Language, Text, spoken, text

ID_ROW = "DwId"
NAME_ROW = "Name"
_SPACE = uuid.UUID("5f4d1f0e-53a5-5a3e-9c8e-6c1d6c3a7b11")
_TYPES = {"switch": 3, "number": 2, "choice": 1}


def definitions(kind: Kind, language: Language) -> Section:
    """The properties of a kind's master, all empty: label, type and order stand here once for every instance."""
    rows = [_definition(ID_ROW, text("Id"), 0, 0, "", language, hidden=True)]
    rows.append(_definition(NAME_ROW, text("Name"), 1, 0, "", language))
    for order, field in enumerate(_fields(kind), 2):
        choices = (
            ";".join(label.said(language) for label in field.choices.values()) if _type(field) == 1 else ""
        )
        rows.append(_definition(row_name(field), field.label, order, _type(field), choices, language))
    return Section("Property", tuple(rows))


def values(element: Element, design: Design, language: Language) -> tuple[Row, ...]:
    """The values of one element's properties; rows of tables are counted, references are named."""
    rows = [
        Row((Cell("Value", element.id, unit="STR"),), name=ID_ROW),
        Row((Cell("Value", element.title().said(language), unit="STR"),), name=NAME_ROW),
    ]
    for field in _fields(element.kind):
        value = getattr(element, field.name)
        if value not in (None, "", (), {}):
            rows.append(Row((_value(field, value, design, language),), name=row_name(field)))
    return tuple(rows)


def row_name(field: Field) -> str:
    """The name of a field's property row: letters only, as Visio wants it."""
    return "".join(part.capitalize() for part in field.name.split("_"))


def unique_id(*identity: str) -> str:
    """A GUID in braces that follows from what identifies a shape."""
    return "{" + str(uuid.uuid5(_SPACE, chr(31).join(identity))).upper() + "}"


def _fields(kind: Kind) -> tuple[Field, ...]:
    return tuple(field for field in kind.fields if field.name != "name")


def _type(field: Field) -> int:
    return 0 if field.many else _TYPES.get(field.editor, 0)


def _definition(
    name: str, label: Text, order: int, type: int, choices: str, language: Language, hidden: bool = False
) -> Row:
    cells = (
        Cell("Value", "" if type != 3 else 0, unit="STR" if type != 3 else "BOOL"),
        Cell("Prompt", ""),
        Cell("Label", label.said(language)),
        Cell("Format", choices),
        Cell("SortKey", f"{order:03}"),
        Cell("Type", type),
        Cell("Invisible", hidden),
        Cell("Verify", False),
        Cell("DataLinked", False),
        Cell("LangID", "zh-CN" if language == "zh" else "en-GB"),
        Cell("Calendar", 0),
    )
    return Row(cells, name=name)


def _value(field: Field, value: object, design: Design, language: Language) -> Cell:
    if field.editor == "switch":
        return Cell("Value", bool(value), unit="BOOL")
    if field.editor == "number" and isinstance(value, (int, float)):
        return Cell("Value", value)
    return Cell("Value", _said(field, value, design, language), unit="STR")


def _said(field: Field, value: object, design: Design, language: Language) -> str:
    if field.row and isinstance(value, tuple):
        return str(len(value))
    if field.refers:
        ids = value if isinstance(value, tuple) else (value,)
        return spoken([_title(design, str(id), language) for id in ids], language)
    if field.choices:
        parts = value if isinstance(value, tuple) else (value,)
        return spoken(
            [field.choices[str(part)].said(language) for part in parts if str(part) in field.choices],
            language,
        )
    if isinstance(value, dict):
        return spoken([f"{name}={content}" for name, content in sorted(value.items())], language)
    return spoken(value, language)


def _title(design: Design, id: str, language: Language) -> str:
    element = design.get(id)
    return element.title().said(language) if element else id
