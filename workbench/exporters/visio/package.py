"""The package: parts, content types and relationships, zipped with fixed times."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping, Sequence

from lxml import etree

from workbench.exporters.plain import plain
from workbench.exporters.same_bytes import timestamp
from workbench.exporters.visio.data import unique_id
from workbench.exporters.visio.document import document, document_title
from workbench.exporters.visio.images import images_in, media
from workbench.exporters.visio.masters import Master
from workbench.exporters.visio.page import Page
from workbench.exporters.visio.sheet_xml import (
    RELATIONS,
    Cell,
    Row,
    Section,
    bare,
    inches,
    part_bytes,
    relation_of,
    root,
    tag,
    write_cells,
    write_section,
    write_shape,
)

_VISIO = "http://schemas.microsoft.com/visio/2010/relationships/"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006/"
_TYPES = {
    "visio/document.xml": "application/vnd.ms-visio.drawing.main+xml",
    "visio/windows.xml": "application/vnd.ms-visio.windows+xml",
    "visio/masters/masters.xml": "application/vnd.ms-visio.masters+xml",
    "visio/pages/pages.xml": "application/vnd.ms-visio.pages+xml",
    "docProps/core.xml": "application/vnd.openxmlformats-package.core-properties+xml",
    "docProps/app.xml": "application/vnd.openxmlformats-officedocument.extended-properties+xml",
}
_TIME = (1980, 1, 1, 0, 0, 0)


def parts(
    pages: Sequence[Page], masters: Sequence[Master], title: str, author: str, date: str, language: str
) -> dict[str, bytes]:
    """Every part of the package by name."""
    found: dict[str, bytes] = {
        "_rels/.rels": _relationships(
            (f"{_VISIO}document", "visio/document.xml"),
            (f"{_PACKAGE}relationships/metadata/core-properties", "docProps/core.xml"),
            (f"{RELATIONS}/extended-properties", "docProps/app.xml"),
        ),
        "docProps/core.xml": document_title(plain(title), plain(author), timestamp(date)),
        "docProps/app.xml": _app(),
        "visio/document.xml": part_bytes(document(language)),
        "visio/_rels/document.xml.rels": _relationships(
            (f"{_VISIO}masters", "masters/masters.xml"),
            (f"{_VISIO}pages", "pages/pages.xml"),
            (f"{_VISIO}windows", "windows.xml"),
        ),
        "visio/windows.xml": part_bytes(_windows(pages)),
        "visio/masters/masters.xml": part_bytes(_masters(masters)),
        "visio/masters/_rels/masters.xml.rels": _relationships(
            *((f"{_VISIO}master", f"master{n}.xml") for n, _ in enumerate(masters, 1))
        ),
        "visio/pages/pages.xml": part_bytes(_pages(pages)),
        "visio/pages/_rels/pages.xml.rels": _relationships(
            *((f"{_VISIO}page", f"page{n}.xml") for n, _ in enumerate(pages, 1))
        ),
    }
    images = images_in(shape for page in pages for shape in page.shapes)
    files = media(images)
    for n, master in enumerate(masters, 1):
        found[f"visio/masters/master{n}.xml"] = part_bytes(_master(master))
    for n, page in enumerate(pages, 1):
        found[f"visio/pages/page{n}.xml"] = part_bytes(_page(page))
        found[f"visio/pages/_rels/page{n}.xml.rels"] = _page_relationships(page, files)
    found |= {files[print]: image.content for print, image in images.items()}
    return {"[Content_Types].xml": _content_types(found), **found}


def zipped(found: Mapping[str, bytes]) -> bytes:
    """The parts as a zip whose bytes depend on nothing but them."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in found.items():
            entry = zipfile.ZipInfo(name, _TIME)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.create_system = 0
            package.writestr(entry, content)
    return out.getvalue()


def _page_relationships(page: Page, files: Mapping[str, str]) -> bytes:
    """The masters that a page uses, and the files of its images."""
    used = sorted({shape.master for shape in page.shapes if shape.master is not None})
    masters = {
        f"rId{n}": (f"{_VISIO}master", f"../masters/master{id - 1}.xml") for n, id in enumerate(used, 1)
    }
    images = {
        relation_of(image): (f"{RELATIONS}/image", f"../{files[print].removeprefix('visio/')}")
        for print, image in images_in(page.shapes).items()
    }
    return _related(masters | images)


def _relationships(*targets: tuple[str, str]) -> bytes:
    return _related({f"rId{n}": target for n, target in enumerate(targets, 1)})


def _related(targets: Mapping[str, tuple[str, str]]) -> bytes:
    """A part of relationships: type and target by id."""
    made = bare(f"{_PACKAGE}relationships", "Relationships")
    for id, (type, target) in targets.items():
        etree.SubElement(made, f"{{{_PACKAGE}relationships}}Relationship", Id=id, Type=type, Target=target)
    return part_bytes(made)


def _content_types(found: Mapping[str, bytes]) -> bytes:
    space = f"{_PACKAGE}content-types"
    made = bare(space, "Types")
    images = sorted({name.rpartition(".")[2] for name in found if name.startswith("visio/media/")})
    defaults = (
        ("rels", "application/vnd.openxmlformats-package.relationships+xml"),
        ("xml", "application/xml"),
        *((type, f"image/{type}") for type in images),
    )
    for extension, type in defaults:
        etree.SubElement(made, f"{{{space}}}Default", Extension=extension, ContentType=type)
    for name in found:
        type = _TYPES.get(name, "") or _numbered_type(name)
        if type:
            etree.SubElement(made, f"{{{space}}}Override", PartName=f"/{name}", ContentType=type)
    return part_bytes(made)


def _numbered_type(name: str) -> str:
    for folder, type in (("masters/master", "master"), ("pages/page", "page")):
        if name.startswith(f"visio/{folder}") and not name.endswith("s.xml"):
            return f"application/vnd.ms-visio.{type}+xml"
    return ""


def _app() -> bytes:
    space = "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"
    made = bare(space, "Properties")
    etree.SubElement(made, f"{{{space}}}Application").text = "Landing Zone Workbench"
    return part_bytes(made)


def _windows(pages: Sequence[Page]) -> etree._Element:
    made = root("Windows")
    made.set("ClientWidth", "1280")
    made.set("ClientHeight", "800")
    width, height = pages[0].size if pages else (8.0, 6.0)
    etree.SubElement(
        made,
        tag("Window"),
        ID="0",
        WindowType="Drawing",
        WindowState="1073741824",
        ContainerType="Page",
        Page="0",
        ViewScale="-1",
        ViewCenterX=f"{width / 2:.4f}",
        ViewCenterY=f"{height / 2:.4f}",
    )
    return made


def _masters(masters: Sequence[Master]) -> etree._Element:
    made = root("Masters")
    for n, master in enumerate(masters, 1):
        element = etree.SubElement(
            made,
            tag("Master"),
            ID=str(master.id),
            NameU=master.name,
            IsCustomNameU="1",
            Name=master.title,
            IsCustomName="1",
            Prompt="",
            IconSize="1",
            AlignName="2",
            MatchByName="1" if master.is_connector else "0",
            IconUpdate="1",
            UniqueID=master.unique_id,
            BaseID=master.base_id,
            PatternFlags="0",
            Hidden="0",
            MasterType="541" if master.is_connector else "2",
        )
        sheet = etree.SubElement(element, tag("PageSheet"), LineStyle="0", FillStyle="0", TextStyle="0")
        write_cells(sheet, _page_cells(inches(master.size[0]), inches(master.size[1]), 4))
        _relation(element, n)
    return made


def _master(master: Master) -> etree._Element:
    made = root("MasterContents")
    write_shape(etree.SubElement(made, tag("Shapes")), master.shape)
    return made


def _pages(pages: Sequence[Page]) -> etree._Element:
    made = root("Pages")
    for n, page in enumerate(pages, 1):
        w, h = page.size
        element = etree.SubElement(
            made,
            tag("Page"),
            ID=str(n - 1),
            NameU=page.name,
            IsCustomNameU="1",
            Name=page.name,
            IsCustomName="1",
            ViewScale="-1",
            ViewCenterX=f"{w / 2:.4f}",
            ViewCenterY=f"{h / 2:.4f}",
        )
        sheet = etree.SubElement(element, tag("PageSheet"), LineStyle="0", FillStyle="0", TextStyle="0")
        sheet.set("UniqueID", unique_id("page", page.drawing.sheet))
        write_cells(sheet, (*_page_cells(w, h, 3), *_routing_cells()))
        for section in _page_sections(page):
            write_section(sheet, section)
        _relation(element, n)
    return made


def _page_cells(width: float, height: float, size_type: int) -> tuple[Cell, ...]:
    return (
        Cell("PageWidth", width),
        Cell("PageHeight", height),
        Cell("ShdwOffsetX", 0.125),
        Cell("ShdwOffsetY", -0.125),
        Cell("PageScale", 1, unit="IN_F"),
        Cell("DrawingScale", 1, unit="IN_F"),
        Cell("DrawingSizeType", size_type),
        Cell("DrawingScaleType", 0),
        Cell("InhibitSnap", 0),
        Cell("PageLockReplace", 0, unit="BOOL"),
        Cell("PageLockDuplicate", 0, unit="BOOL"),
        Cell("UIVisibility", 0),
        Cell("ShdwType", 0),
        Cell("DrawingResizeType", 0),
    )


def _routing_cells() -> tuple[Cell, ...]:
    """How Visio routes lines when something is moved: right angles, no line jumps, the drawing's own distances."""
    return (
        Cell("RouteStyle", 1),
        Cell("LineJumpCode", 0),
        Cell("LineToNodeX", 0.0833333333),
        Cell("LineToNodeY", 0.0833333333),
        Cell("LineToLineX", 0.0833333333),
        Cell("LineToLineY", 0.0833333333),
        Cell("PrintPageOrientation", 2),
    )


def _page_sections(page: Page) -> tuple[Section, ...]:
    identity = (
        Row((Cell("Value", page.drawing.sheet, unit="STR"), Cell("Prompt", "")), name="dwSheet"),
        Row((Cell("Value", page.drawing.shows, unit="STR"), Cell("Prompt", "")), name="dwShows"),
    )
    layers = tuple(Row(_layer_cells(name), index=n) for n, name in enumerate(page.layers))
    user = Section("User", identity)
    return (user, Section("Layer", layers)) if layers else (user,)


def _layer_cells(name: str) -> tuple[Cell, ...]:
    switches = {"Status": 0, "Visible": 1, "Print": 1, "Active": 0, "Lock": 0, "Snap": 1, "Glue": 1}
    return (
        Cell("Name", name),
        Cell("Color", 255),
        *(Cell(cell, value) for cell, value in switches.items()),
        Cell("NameUniv", name),
        Cell("ColorTrans", 0),
    )


def _page(page: Page) -> etree._Element:
    made = root("PageContents")
    shapes = etree.SubElement(made, tag("Shapes"))
    for shape in page.shapes:
        write_shape(shapes, shape)
    if page.connects:
        connects = etree.SubElement(made, tag("Connects"))
        for row in page.connects:
            etree.SubElement(connects, tag("Connect"), dict(row))
    return made


def _relation(element: etree._Element, n: int) -> None:
    etree.SubElement(element, tag("Rel")).set(f"{{{RELATIONS}}}id", f"rId{n}")
