"""The document part: settings, faces, style sheets. Every style a shape may name stands here with all its defaults."""

from __future__ import annotations

from lxml import etree

from workbench.exporters.visio.looks import CHINESE, LATIN
from workbench.exporters.visio.sheet_xml import Cell, Row, Section, root, tag, write_cells, write_section

_LINE = (
    Cell("LineWeight", 0.01041666666666667, unit="PT"),
    Cell("LineColor", "#18202b"),
    Cell("LinePattern", 1),
    Cell("Rounding", 0),
    Cell("EndArrowSize", 2),
    Cell("BeginArrow", 0),
    Cell("EndArrow", 0),
    Cell("LineCap", 0),
    Cell("BeginArrowSize", 2),
    Cell("LineColorTrans", 0),
    Cell("CompoundType", 0),
)
_FILL = (
    Cell("FillForegnd", "#ffffff"),
    Cell("FillBkgnd", "#ffffff"),
    Cell("FillPattern", 1),
    Cell("ShdwForegnd", "#000000"),
    Cell("ShdwPattern", 0),
    Cell("FillForegndTrans", 0),
    Cell("FillBkgndTrans", 0),
)
_TEXT = (
    *(Cell(name, 0, unit="PT") for name in ("LeftMargin", "RightMargin", "TopMargin", "BottomMargin")),
    Cell("VerticalAlign", 1),
    Cell("TextBkgnd", 0),
    Cell("DefaultTabStop", 0.5),
    Cell("TextDirection", 0),
    Cell("TextBkgndTrans", 0),
)
_SHAPE = (
    *(
        Cell(name, 0)
        for name in ("LockWidth", "LockHeight", "LockMoveX", "LockMoveY", "LockAspect", "LockDelete")
    ),
    *(
        Cell(name, 0)
        for name in ("LockBegin", "LockEnd", "LockRotate", "LockTextEdit", "LockGroup", "LockCalcWH")
    ),
    *(
        Cell(name, 0)
        for name in (
            "NoObjHandles",
            "NonPrinting",
            "NoCtlHandles",
            "NoAlignBox",
            "UpdateAlignBox",
            "HideText",
        )
    ),
    Cell("ObjType", 0),
    Cell("GlueType", 0),
    Cell("WalkPreference", 0),
    Cell("BegTrigger", 0, "No Formula"),
    Cell("EndTrigger", 0, "No Formula"),
    Cell("SelectMode", 1),
    Cell("DisplayMode", 2),
    Cell("IsDropTarget", 0),
    Cell("IsSnapTarget", 1),
    Cell("IsTextEditTarget", 1),
    Cell("ConFixedCode", 0),
    Cell("ShapePermeableX", 0),
    Cell("ShapePermeableY", 0),
    Cell("ShapeRouteStyle", 0),
    Cell("ShapeSplit", 0),
    Cell("ShapeSplittable", 0),
    Cell("DisplayLevel", 0),
    Cell("Relationships", 0),
)


def document(language: str) -> etree._Element:
    """visio/document.xml."""
    made = root("VisioDocument")
    settings = etree.SubElement(
        made,
        tag("DocumentSettings"),
        TopPage="0",
        DefaultTextStyle="3",
        DefaultLineStyle="3",
        DefaultFillStyle="3",
        DefaultGuideStyle="4",
    )
    for name, value in (
        ("GlueSettings", "9"),
        ("SnapSettings", "65847"),
        ("SnapExtensions", "34"),
        ("ProtectStyles", "0"),
    ):
        etree.SubElement(settings, tag(name)).text = value
    etree.SubElement(made, tag("Colors"))
    faces = etree.SubElement(made, tag("FaceNames"))
    for name in (LATIN, CHINESE):
        etree.SubElement(
            faces, tag("FaceName"), NameU=name, UnicodeRanges="-1 -1 0 0", CharSets="-1 -1", Flags="325"
        )
    styles = etree.SubElement(made, tag("StyleSheets"))
    _style(styles, 0, "No Style", None, language)
    _style(styles, 3, "Normal", 0, language)
    _style(styles, 4, "Guide", 3, language)
    _style(styles, 8, "Connector", 3, language)
    sheet = etree.SubElement(
        made, tag("DocumentSheet"), NameU="TheDoc", Name="TheDoc", LineStyle="0", FillStyle="0", TextStyle="0"
    )
    write_cells(
        sheet,
        (
            Cell("OutputFormat", 0),
            Cell("LockPreview", 0),
            Cell("DocLangID", "zh-CN" if language == "zh" else "en-GB"),
        ),
    )
    return made


def _style(parent: etree._Element, id: int, name: str, based_on: int | None, language: str) -> None:
    made = etree.SubElement(
        parent, tag("StyleSheet"), ID=str(id), NameU=name, IsCustomNameU="1", Name=name, IsCustomName="1"
    )
    if based_on is not None:
        for attribute in ("LineStyle", "FillStyle", "TextStyle"):
            made.set(attribute, str(based_on))
    enables = tuple(Cell(cell, 1) for cell in ("EnableLineProps", "EnableFillProps", "EnableTextProps"))
    if based_on is None:
        write_cells(made, (*enables, Cell("HideForApply", 0), *_LINE, *_FILL, *_TEXT, *_SHAPE))
        for section in _text_sections(language):
            write_section(made, section)
    else:
        write_cells(made, enables)


def _text_sections(language: str) -> tuple[Section, Section]:
    character = (
        Cell("Font", LATIN),
        Cell("AsianFont", CHINESE),
        Cell("ComplexScriptFont", LATIN),
        Cell("Color", "#18202b"),
        Cell("Style", 0),
        Cell("Case", 0),
        Cell("Pos", 0),
        Cell("FontScale", 1),
        Cell("Size", 0.1354166666666667, unit="PT"),
        Cell("Letterspace", 0),
        Cell("ColorTrans", 0),
        Cell("LangID", "zh-CN" if language == "zh" else "en-GB"),
    )
    paragraph = (
        *(Cell(name, 0) for name in ("IndFirst", "IndLeft", "IndRight")),
        Cell("SpLine", -1.2),
        Cell("SpBefore", 0),
        Cell("SpAfter", 0),
        Cell("HorzAlign", 1),
        Cell("Bullet", 0),
        Cell("Flags", 0),
    )
    return Section("Character", (Row(character, index=0),)), Section("Paragraph", (Row(paragraph, index=0),))


def document_title(title: str, creator: str, modified: str) -> bytes:
    """docProps/core.xml: title and a fixed date, so that equal designs give equal bytes."""
    core = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties"
    names = {
        "cp": core,
        "dc": "http://purl.org/dc/elements/1.1/",
        "dcterms": "http://purl.org/dc/terms/",
        "xsi": "http://www.w3.org/2001/XMLSchema-instance",
    }
    made = etree.Element(f"{{{core}}}coreProperties", nsmap=names)
    etree.SubElement(made, f"{{{names['dc']}}}title").text = title
    etree.SubElement(made, f"{{{names['dc']}}}creator").text = creator
    for name in ("created", "modified"):
        date = etree.SubElement(made, f"{{{names['dcterms']}}}{name}")
        date.set(f"{{{names['xsi']}}}type", "dcterms:W3CDTF")
        date.text = modified
    return bytes(etree.tostring(made, xml_declaration=True, encoding="utf-8", standalone=True))
