"""Visio's XML in four words: Cell, Row, Section, Shape. Numbers are inches and radians; y grows upwards."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from lxml import etree

from workbench.exporters.plain import plain
from workbench.images.image import Image

MAIN = "http://schemas.microsoft.com/office/visio/2012/main"
RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
POINTS_AN_INCH = 96.0

Value = str | float | int | bool


@dataclass(frozen=True, slots=True)
class Cell:
    """A named value: `value` is what plain readers see, `formula` what Visio recomputes it from."""

    name: str
    value: Value
    formula: str = ""
    unit: str = ""


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a section: named (N), typed (T) or counted (IX); `deleted` takes one of the master's away."""

    cells: tuple[Cell, ...] = ()
    name: str = ""
    type: str = ""
    index: int | None = None
    deleted: bool = False


@dataclass(frozen=True, slots=True)
class Section:
    """A section of a shape: its own cells come before its rows."""

    name: str
    rows: tuple[Row, ...]
    cells: tuple[Cell, ...] = ()
    index: int | None = None


@dataclass(frozen=True, slots=True)
class Shape:
    """A shape of a page or master. Where `bound` names a property, the text is a field that repeats it.

    One with an image shows nothing else.
    """

    id: int
    name: str
    cells: tuple[Cell, ...] = ()
    sections: tuple[Section, ...] = ()
    text: str | None = None
    shapes: tuple[Shape, ...] = ()
    title: str = ""
    master: int | None = None
    master_shape: int | None = None
    unique_id: str = ""
    bound: str = ""
    styles: tuple[int, int, int] | None = None
    image: Image | None = None


def inches(points: float) -> float:
    """A length of a Drawing in inches."""
    return points / POINTS_AN_INCH


def bare(space: str, name: str) -> etree._Element:
    """An element of a namespace that is written without a prefix."""
    names: dict[str | None, str] = {None: space}
    return etree.Element(f"{{{space}}}{name}", nsmap=names)  # type: ignore[arg-type]


def number(value: float) -> str:
    """A number as Visio writes it: at most ten decimals, never an exponent, never a negative zero."""
    written = f"{value:.10f}".rstrip("0").rstrip(".")
    return "0" if written in ("-0", "") else written


def tag(name: str) -> str:
    """A name of Visio's main namespace."""
    return f"{{{MAIN}}}{name}"


def root(name: str) -> etree._Element:
    """The root element of a part."""
    names: dict[str | None, str] = {None: MAIN, "r": RELATIONS}
    element = etree.Element(tag(name), nsmap=names)  # type: ignore[arg-type]
    element.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
    return element


def write_cells(parent: etree._Element, cells: Iterable[Cell]) -> None:
    """Adds cells to a shape, page sheet, section or row."""
    for cell in cells:
        element = etree.SubElement(parent, tag("Cell"), N=cell.name, V=_value(cell.value))
        if cell.unit:
            element.set("U", cell.unit)
        if cell.formula:
            element.set("F", cell.formula)


def write_section(parent: etree._Element, section: Section) -> None:
    """Adds a section with its rows."""
    element = etree.SubElement(parent, tag("Section"), N=section.name)
    if section.index is not None:
        element.set("IX", str(section.index))
    write_cells(element, section.cells)
    for row in section.rows:
        child = etree.SubElement(element, tag("Row"))
        for attribute, value in (("N", row.name), ("T", row.type)):
            if value:
                child.set(attribute, value)
        if row.index is not None:
            child.set("IX", str(row.index))
        if row.deleted:
            child.set("Del", "1")
        write_cells(child, row.cells)


def write_shape(parent: etree._Element, shape: Shape) -> None:
    """Adds a shape with all inside it, in the order Visio keeps: cells, sections, text, shapes."""
    element = etree.SubElement(parent, tag("Shape"), _attributes(shape))
    write_cells(element, shape.cells)
    for section in shape.sections:
        write_section(element, section)
    if shape.bound:
        write_section(element, _field(shape))
    if shape.text is not None:
        _write_text(element, shape)
    if shape.image:
        _write_image(element, shape.image)
    if shape.shapes:
        inside = etree.SubElement(element, tag("Shapes"))
        for child in shape.shapes:
            write_shape(inside, child)


def _attributes(shape: Shape) -> dict[str, str]:
    found = {"ID": str(shape.id), "Type": "Group" if shape.shapes else "Foreign" if shape.image else "Shape"}
    if shape.name:
        title = plain(shape.title or shape.name)
        found |= {"NameU": plain(shape.name), "IsCustomNameU": "1", "Name": title, "IsCustomName": "1"}
    found |= {
        name: str(value)
        for name, value in (("Master", shape.master), ("MasterShape", shape.master_shape))
        if value is not None
    }
    if shape.unique_id:
        found["UniqueID"] = shape.unique_id
    if shape.styles:
        found |= dict(zip(("LineStyle", "FillStyle", "TextStyle"), map(str, shape.styles), strict=True))
    return found


def _write_image(element: etree._Element, image: Image) -> None:
    """What tells Visio where the file of an image lies in the package."""
    made = etree.SubElement(
        element, tag("ForeignData"), ForeignType="Bitmap", CompressionType=image.type.upper()
    )
    etree.SubElement(made, tag("Rel")).set(f"{{{RELATIONS}}}id", relation_of(image))


def relation_of(image: Image) -> str:
    """The id by which a page's relationships name an image."""
    return f"image-{image.print[:16]}"


def _field(shape: Shape) -> Section:
    """The section that ties the text to a property: editing the property in Visio changes the label."""
    cells = (
        Cell("Value", shape.text or "", shape.bound, "STR"),
        Cell("Format", "esc(0)", "FIELDPICTURE(0)", "STR"),
        *(Cell(name, 0) for name in ("Type", "UICat", "UICod", "UIFmt", "Calendar", "ObjectKind")),
    )
    return Section("Field", (Row(cells, index=0),))


def _write_text(element: etree._Element, shape: Shape) -> None:
    words = etree.SubElement(element, tag("Text"))
    etree.SubElement(words, tag("cp"), IX="0")
    paragraph = etree.SubElement(words, tag("pp"), IX="0")
    if shape.bound:
        bound = etree.SubElement(words, tag("fld"), IX="0")
        bound.text = plain(shape.text or "")
    else:
        paragraph.tail = plain(shape.text or "")


def _value(value: Value) -> str:
    if isinstance(value, bool):
        return "1" if value else "0"
    return plain(value) if isinstance(value, str) else number(value)


def part_bytes(element: etree._Element) -> bytes:
    """A part of the package as bytes."""
    return bytes(etree.tostring(element, xml_declaration=True, encoding="utf-8", standalone=True))
