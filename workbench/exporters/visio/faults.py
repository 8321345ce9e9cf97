"""What would make Visio refuse or damage a file: looked for in every package before it is handed over.

Lenient readers open nearly anything, so this is stricter: every reference resolves, glue and Connect rows agree,
containers and members name each other, and every cached number is finite.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator, Mapping

from lxml import etree

from workbench.exporters.visio.sheet_xml import RELATIONS, tag

_RELATIONSHIP = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
_MEDIA = "visio/media/"
_SHEET = re.compile(r"Sheet\.(\d+)!")
_GLUE = re.compile(r"PAR\(PNT\(Sheet\.(\d+)!Connections\.X(\d+),")
_DEPENDS = re.compile(r"DEPENDSON\((\d+),([^()]*(?:\(\)[^()]*)*)\)")
_NUMBERS = frozenset(
    {"PinX", "PinY", "Width", "Height", "BeginX", "BeginY", "EndX", "EndY", "X", "Y", "Size", "LineWeight"}
)
_REFUSED_IN_NAMES = set('[]:;"|?*<>/\\')


def faults(parts: Mapping[str, bytes]) -> list[str]:
    """Every fault of a package, each in one sentence that names the part; none for a sound one."""
    trees = {name: etree.fromstring(raw) for name, raw in parts.items() if not name.startswith(_MEDIA)}
    found = [*_unresolved_relationships(parts, trees), *_untyped_parts(trees), *_image_faults(parts, trees)]
    masters = {
        master.get("ID"): n
        for n, master in enumerate(trees["visio/masters/masters.xml"].iter(tag("Master")), 1)
    }
    inside = {
        id: {shape.get("ID") for shape in trees[f"visio/masters/master{n}.xml"].iter(tag("Shape"))}
        for id, n in masters.items()
    }
    found += _page_names(trees["visio/pages/pages.xml"])
    for n, page in enumerate(trees["visio/pages/pages.xml"].iter(tag("Page")), 1):
        layers = len(page.findall(f".//{tag('Section')}[@N='Layer']/{tag('Row')}"))
        for fault in _page_faults(trees[f"visio/pages/page{n}.xml"], inside, layers):
            found.append(f"page{n}.xml: {fault}")
    return found


def _unresolved_relationships(
    parts: Mapping[str, bytes], trees: Mapping[str, etree._Element]
) -> Iterator[str]:
    for name, tree in trees.items():
        if not name.endswith(".rels"):
            continue
        folder = posixpath.dirname(posixpath.dirname(name))
        for relation in tree.iter(_RELATIONSHIP):
            target = posixpath.normpath(posixpath.join(folder, relation.get("Target", "")))
            if target not in parts:
                yield f"{name}: the target {target} is missing"


def _image_faults(parts: Mapping[str, bytes], trees: Mapping[str, etree._Element]) -> Iterator[str]:
    """Each image has a type, and each shape that shows one names it by a relationship of its page."""
    types = {element.get("Extension") for element in trees["[Content_Types].xml"]}
    for name in parts:
        if name.startswith(_MEDIA) and name.rpartition(".")[2] not in types:
            yield f"[Content_Types].xml: {name} has no type"
    for name, tree in trees.items():
        folder, _, file = name.rpartition("/")
        relations = trees.get(f"{folder}/_rels/{file}.rels")
        images = {one.get("Id") for one in relations.iter(_RELATIONSHIP)} if relations is not None else set()
        for shown in tree.iter(tag("ForeignData")):
            relation = shown.find(tag("Rel"))
            if relation is None or relation.get(f"{{{RELATIONS}}}id") not in images:
                yield f"{name}: an image has no relationship"


def _untyped_parts(trees: Mapping[str, etree._Element]) -> Iterator[str]:
    typed = [
        element.get("PartName", "").lstrip("/")
        for element in trees["[Content_Types].xml"]
        if element.get("PartName")
    ]
    for name in typed:
        if name not in trees:
            yield f"[Content_Types].xml: {name} is missing"
    if len(typed) != len(set(typed)):
        yield "[Content_Types].xml: a part is named twice"
    for name in trees:
        if name.startswith("visio/") and not name.endswith(".rels") and name not in typed:
            yield f"[Content_Types].xml: {name} has no type"


def _page_names(pages: etree._Element) -> Iterator[str]:
    names = [page.get("Name", "") for page in pages.iter(tag("Page"))]
    if len(names) != len({name.casefold() for name in names}):
        yield "pages.xml: two pages have one name"
    for name in names:
        if not name or len(name) > 31 or set(name) & _REFUSED_IN_NAMES:
            yield f"pages.xml: the page name {name!r} is refused"


def _page_faults(
    page: etree._Element, masters: Mapping[str | None, set[str | None]], layers: int
) -> Iterator[str]:
    shapes = {shape.get("ID"): shape for shape in page.iter(tag("Shape"))}
    if len(shapes) != len(list(page.iter(tag("Shape")))):
        yield "two shapes have one id"
    for id, shape in shapes.items():
        yield from _shape_faults(str(id), shape, shapes.keys(), masters, layers)
    yield from _membership_faults(shapes)
    yield from _glue_faults(page, shapes)


def _shape_faults(
    id: str,
    shape: etree._Element,
    ids: object,
    masters: Mapping[str | None, set[str | None]],
    layers: int,
) -> Iterator[str]:
    master = shape.get("Master")
    if master and master not in masters:
        yield f"shape {id}: there is no master {master}"
    place = shape.get("MasterShape")
    if place and place not in masters.get(_owner_master(shape), set()):
        yield f"shape {id}: its master has no shape {place}"
    for cell in shape.iterchildren(tag("Cell")):
        for named in _SHEET.findall(cell.get("F", "")):
            if named not in ids:  # type: ignore[operator]
                yield f"shape {id}: {cell.get('N')} names shape {named}, which is missing"
        if cell.get("N") in _NUMBERS and not _is_number(cell.get("V", "")):
            yield f"shape {id}: {cell.get('N')} is no number"
        if cell.get("N") == "LayerMember" and any(
            int(n) >= layers for n in cell.get("V", "").split(";") if n
        ):
            yield f"shape {id}: there is no layer {cell.get('V')}"


def _owner_master(shape: etree._Element) -> str | None:
    owner = shape.getparent()
    while owner is not None:
        if owner.get("Master"):
            return str(owner.get("Master"))
        owner = owner.getparent()
    return None


def _membership_faults(shapes: Mapping[str | None, etree._Element]) -> Iterator[str]:
    """Containers and members must name each other."""
    pairs: dict[str, set[tuple[str, str]]] = {"1": set(), "4": set()}
    for id, shape in shapes.items():
        for cell in shape.iterchildren(tag("Cell")):
            if cell.get("N") == "Relationships":
                for code, named in _DEPENDS.findall(cell.get("F", "")):
                    pairs[code] |= {(str(id), other) for other in _SHEET.findall(named)}
    contained = {(container, member) for member, container in pairs["4"]}
    for container, member in sorted(pairs["1"] ^ contained):
        yield f"container {container} and shape {member} do not name each other"


def _glue_faults(page: etree._Element, shapes: Mapping[str | None, etree._Element]) -> Iterator[str]:
    """Each Connect row must say what the formula of its cell says, and the connection point must exist."""
    for connect in page.iter(tag("Connect")):
        line, box = shapes.get(connect.get("FromSheet")), shapes.get(connect.get("ToSheet"))
        if line is None or box is None:
            yield "a Connect row names a missing shape"
            continue
        cell = line.find(f"{tag('Cell')}[@N='{connect.get('FromCell')}']")
        glued = _GLUE.match(cell.get("F", "")) if cell is not None else None
        point = connect.get("ToCell", "").removeprefix("Connections.X")
        if not glued or glued.groups() != (connect.get("ToSheet"), point):
            yield f"line {connect.get('FromSheet')}: formula and Connect row differ"
        points = len(box.findall(f"{tag('Section')}[@N='Connection']/{tag('Row')}"))
        if not point.isdigit() or not 1 <= int(point) <= points:
            yield f"shape {connect.get('ToSheet')} has no connection point {point}"


def _is_number(value: str) -> bool:
    return bool(re.fullmatch(r"-?\d+(\.\d+)?", value))
