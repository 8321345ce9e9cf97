"""Every target shows the images of a sheet, gives the same bytes again, and frames what cannot be shown."""

from __future__ import annotations

import base64
import io
import re
import zipfile

import pytest
from lxml import etree
from PIL import Image as Pillow
from pytestqt.qtbot import QtBot

from tests.images.made import claiming, jpeg, picture, pixels, png
from widgets.painting import QtPainter
from workbench.drawing.build import drawing
from workbench.edits import in_turn
from workbench.edits.placing import place
from workbench.exporters import Job, exporters
from workbench.exporters.visio.faults import faults
from workbench.exporters.visio.sheet_xml import RELATIONS, tag
from workbench.images.image import Image, image_of
from workbench.model.design import Design
from workbench.model.elements.picture import Picture
from workbench.model.sketch import sketch

PAINTED = ("pdf", "png", "docx")
TARGETS = ("svg", "drawio", "vsdx", "xlsx", *PAINTED)
SHEETS = """
eng engagement edition=standard
one sheet shows=network order=1
two sheet shows=account order=2
hz region
"""


@pytest.fixture
def design() -> Design:
    """A logo on both sheets, a photo taken on its side, and a bomb."""
    bare = sketch(SHEETS).adding(
        picture("logo", "one", png(64, 32, "lime"), "A green logo"),
        picture("again", "two", png(64, 32, "lime"), "A green logo"),
        picture("photo", "one", jpeg(60, 30, orientation=6), "The whiteboard"),
        picture("bomb", "one", claiming(60_000, 60_000)),
    )
    laid = (
        place(id, sheet, "", (x, 200.0), (128.0, 128.0))
        for id, sheet, x in (
            ("logo", "one", 20.0),
            ("again", "two", 20.0),
            ("photo", "one", 200.0),
            ("bomb", "one", 400.0),
        )
    )
    return in_turn(laid)(bare)


def files(design: Design, target: str) -> dict[str, bytes]:
    painter = QtPainter() if target in PAINTED else None
    return {file.name: file.content for file in exporters()[target].files(Job(design, "en", painter))}


def image(design: Design, id: str) -> Image:
    found = image_of(design[id].image())
    assert isinstance(found, Image)
    return found


@pytest.mark.parametrize("target", TARGETS)
def test_the_same_pictures_give_the_same_bytes(design: Design, target: str, qtbot: QtBot) -> None:
    again = Design.of(sorted(design, key=lambda element: element.id, reverse=True))

    assert files(design, target) == files(again, target)


def test_svg_holds_each_image_whole_with_what_it_shows(design: Design) -> None:
    (text,) = [content for name, content in files(design, "svg").items() if name.startswith("one")]

    shown = etree.fromstring(text).findall(".//{*}image")

    href = "{http://www.w3.org/1999/xlink}href"
    contents = [base64.b64decode(one.get(href, "").partition("base64,")[2]) for one in shown]
    assert contents == [image(design, id).content for id in ("logo", "photo")]
    assert [one.findtext("{*}title") for one in shown] == ["A green logo", "The whiteboard"]
    assert "bomb" in text.decode()


def test_drawio_holds_each_image_in_the_style_of_its_cell(design: Design) -> None:
    (text,) = files(design, "drawio").values()

    shown = re.findall(r"shape=image;imageAspect=0;image=data:image/(\w+),([A-Za-z0-9+/=]+);", text.decode())

    assert [(type, base64.b64decode(content)) for type, content in shown] == [
        (found.type, found.content) for found in (image(design, id) for id in ("logo", "photo", "again"))
    ]


def test_visio_holds_each_image_once_and_shapes_that_name_it_by_their_page(design: Design) -> None:
    (package,) = files(design, "vsdx").values()
    with zipfile.ZipFile(io.BytesIO(package)) as read:
        parts = {name: read.read(name) for name in read.namelist()}

    media = {content for name, content in parts.items() if name.startswith("visio/media/")}
    assert media == {image(design, "logo").content, image(design, "photo").content}
    assert [_shown(parts, page) for page in (1, 2)] == [
        {image(design, "logo").content, image(design, "photo").content},
        {image(design, "logo").content},
    ]
    assert faults(parts) == []


def _shown(parts: dict[str, bytes], page: int) -> set[bytes]:
    """The files that the foreign shapes of a page name."""
    rels = etree.fromstring(parts[f"visio/pages/_rels/page{page}.xml.rels"])
    targets = {one.get("Id"): one.get("Target", "") for one in rels}
    shapes = etree.fromstring(parts[f"visio/pages/page{page}.xml"]).iter(tag("Shape"))
    foreign = [shape for shape in shapes if shape.get("Type") == "Foreign"]
    named = [shape.find(f"{tag('ForeignData')}/{tag('Rel')}") for shape in foreign]
    return {
        parts["visio/" + targets[rel.get(f"{{{RELATIONS}}}id")].removeprefix("../")]
        for rel in named
        if rel is not None
    }


@pytest.mark.parametrize(
    ("part", "old", "new", "says"),
    [
        ("[Content_Types].xml", b'Extension="png"', b'Extension="gif"', "has no type"),
        ("visio/pages/_rels/page2.xml.rels", b'Id="image-', b'Id="picture-', "an image has no relationship"),
        ("visio/pages/_rels/page2.xml.rels", b"../media/image", b"../media/other", "is missing"),
    ],
)
def test_an_image_that_visio_would_not_find_is_a_fault(
    design: Design, part: str, old: bytes, new: bytes, says: str
) -> None:
    (package,) = files(design, "vsdx").values()
    with zipfile.ZipFile(io.BytesIO(package)) as read:
        parts = {name: read.read(name) for name in read.namelist()}
    assert old in parts[part]

    found = faults(parts | {part: parts[part].replace(old, new)})

    assert any(says in fault for fault in found)


def test_png_shows_the_image_where_it_lies_turned_upright(design: Design, qtbot: QtBot) -> None:
    made = next(content for name, content in files(design, "png").items() if name.startswith("one"))
    painted, drawn = pixels(made).convert("RGB"), drawing(design, "one", "en")

    def seen(id: str, across: float, down: float) -> tuple[int, ...]:
        rect, margin = drawn.by_key[id].rect, 24.0
        scale = min(
            (painted.width - 2 * margin) / drawn.size[0], (painted.height - 2 * margin) / drawn.size[1]
        )
        left, top = (painted.width - drawn.size[0] * scale) / 2, (painted.height - drawn.size[1] * scale) / 2
        x, y = left + (rect.x + rect.w * across) * scale, top + (rect.y + rect.h * down) * scale
        found = painted.getpixel((x, y))
        assert isinstance(found, tuple)
        return found

    assert seen("logo", 0.5, 0.5) == (0, 255, 0)
    red, blue = seen("photo", 0.5, 0.2), seen("photo", 0.5, 0.8)
    assert (red[0] > 200, red[2] > 60) == (True, False)
    assert (blue[0] > 60, blue[2] > 200) == (False, True)


def test_pdf_holds_the_images_at_their_full_size(design: Design, qtbot: QtBot) -> None:
    import pypdf

    (content,) = files(design, "pdf").values()

    shown = [one.image for one in pypdf.PdfReader(io.BytesIO(content)).pages[0].images]

    sizes = {one.size for one in shown if isinstance(one, Pillow.Image)}
    assert {(64, 32), (30, 60)} <= sizes


def test_word_says_of_a_sheet_what_its_images_show(design: Design, qtbot: QtBot) -> None:
    (package,) = files(design, "docx").values()
    with zipfile.ZipFile(io.BytesIO(package)) as read:
        text = read.read("word/document.xml").decode()

    said = re.findall(r'descr="([^"]*)"', text)

    assert any("A green logo · The whiteboard" in one for one in said)


@pytest.mark.parametrize("target", ["svg", "drawio", "vsdx"])
def test_a_file_that_only_says_it_is_an_image_reaches_no_target(target: str) -> None:
    script = b"<script>steal()</script>"
    bare = sketch(SHEETS).adding(picture("trap", "one", b"\x89PNG\r\n\x1a\n" + script))

    (content, *others) = files(bare, target).values()

    for one in (content, *others):
        assert script not in one
        assert base64.b64encode(script)[:16] not in one


def test_no_target_tells_where_a_photo_was_taken(design: Design) -> None:
    taken = design.adding(picture("photo", "one", jpeg(60, 30)))
    assert isinstance(taken["photo"], Picture)
    assert b"taken at home" in base64.b64decode("".join(taken["photo"].lines))

    (package,) = files(taken, "vsdx").values()

    with zipfile.ZipFile(io.BytesIO(package)) as read:
        assert all(b"taken at home" not in read.read(name) for name in read.namelist())
