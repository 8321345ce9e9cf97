"""What every cell of a draw.io page is made of: its style, its place and its data."""

from __future__ import annotations

from typing import Final

from workbench.drawing.colours import colour
from workbench.drawing.drawing import Rect
from workbench.exporters.svg.xml import element, number
from workbench.model.design import Design
from workbench.reports.tables.elements import value_said
from workbench.texts import Language, spoken

FACE: Final = "Arial"
TAKEN: Final = frozenset({"id", "label", "link", "tags", "tooltip", "placeholders"})
"""Names of data that mean something to draw.io itself."""


def paint(name: str) -> str:
    """A colour of the drawing as it is printed, "none" for none."""
    return colour(name, "print") if name else "none"


def style(*flags: str, **values: str | float) -> str:
    """A style: bare words first, then names with values; those that are "" are left out."""
    said = (
        f"{name}={value if isinstance(value, str) else number(value)}"
        for name, value in values.items()
        if value != ""
    )
    return "".join(f"{part};" for part in (*flags, *said))


def placed(rect: Rect) -> str:
    """The place of a cell in its parent."""
    return element("mxGeometry", None, x=rect.x, y=rect.y, width=rect.w, height=rect.h, as_="geometry")


def inner(id: str, value: str, look: str, rect: Rect, parent: str) -> str:
    """A cell that only shows something; a click on it takes its parent."""
    look = style("part=1", "connectable=0", "resizable=0") + look
    return element("mxCell", placed(rect), id=id, value=value, style=look, vertex="1", parent=parent)


def carrying(id: str, shown: str, about: str, cell: str, design: Design, language: Language) -> str:
    """A cell with its label and, as data, the id, kind and fields of the element it shows."""
    return element("object", cell, label=shown, id=id, **_data(about, design, language))


def _data(about: str, design: Design, language: Language) -> dict[str, str]:
    found = design.get(about)
    if found is None:
        return {}
    data = {"element": found.id, "kind": found.kind.tag, "title": found.title().said(language)}
    for field in found.kind.fields:
        said = value_said(field, getattr(found, field.name), design)
        if field.name != "name" and said is not None:
            name = f"field-{field.name}" if field.name in TAKEN else field.name
            data[name] = spoken(said, language)
    return data
