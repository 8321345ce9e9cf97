"""Visio files: read back with readers nobody here wrote, and looked at part by part."""

from __future__ import annotations

import io
import re
import shutil
import subprocess
import zipfile
from pathlib import Path

import pytest
from lxml import etree

from workbench.drawing.build import drawings
from workbench.exporters import Job
from workbench.exporters.visio import package_bytes, page_names
from workbench.exporters.visio.faults import faults
from workbench.exporters.visio.glue import glued_lines
from workbench.exporters.visio.sheet_xml import tag
from workbench.model.design import Design
from workbench.model.sketch import sketch
from workbench.storage.files import open_design

SAMPLE = Path(__file__).parents[2] / "resources" / "samples" / "enterprise.lzd"


@pytest.fixture(scope="module")
def design() -> Design:
    return open_design(SAMPLE).design


@pytest.fixture(scope="module", params=["en", "zh"])
def job(request: pytest.FixtureRequest, design: Design) -> Job:
    return Job(design, request.param)


@pytest.fixture(scope="module")
def package(job: Job) -> bytes:
    return package_bytes(drawings(job.design, job.language), job)


def parts_of(package: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(package)) as read:
        return {name: read.read(name) for name in read.namelist()}


def test_a_foreign_reader_counts_the_shapes_of_the_drawings(package: bytes, job: Job, tmp_path: Path) -> None:
    from vsdx import VisioFile

    path = tmp_path / "drawings.vsdx"
    path.write_bytes(package)
    drawn = drawings(job.design, job.language)

    with VisioFile(str(path)) as read:
        shapes = [len(page.child_shapes) for page in read.pages]
        connects = [len(page.connects) for page in read.pages]
        masters = len(read.master_pages)

    assert shapes == [len(d.boxes) + len(d.lines) + len(d.labels) for d in drawn]
    assert connects == [2 * len(glued_lines(d)) for d in drawn]
    assert masters == len({box.kind for d in drawn for box in d.boxes if box.shape != "legend"}) + 1


@pytest.mark.parametrize("page", range(3))
def test_every_line_of_the_sample_is_glued_at_both_ends(page: int, job: Job) -> None:
    drawn = drawings(job.design, job.language)[page]

    assert drawn.lines
    assert len(glued_lines(drawn)) == len(drawn.lines)


def test_libvisio_lists_the_same_pages_and_texts(package: bytes, job: Job, tmp_path: Path) -> None:
    reader = shutil.which("vsd2raw")
    assert reader, "libvisio-tools is installed with what tests need"
    path = tmp_path / "drawings.vsdx"
    path.write_bytes(package)

    raw = subprocess.run([reader, str(path)], capture_output=True, text=True, check=True, timeout=60).stdout

    drawn = drawings(job.design, job.language)
    assert re.findall(r"startPage\(draw:name: (.*?), svg:height", raw) == page_names(d.title for d in drawn)
    words = set(re.findall(r"insertText \((.*)\)\n", raw))
    wanted = {
        part.text
        for d in drawn
        for box in d.boxes
        for part in box.parts
        if hasattr(part, "text") and part.text
    }
    assert not wanted - words


def test_every_box_and_line_carries_the_id_of_its_element(package: bytes, job: Job) -> None:
    parts = parts_of(package)

    for n, drawn in enumerate(drawings(job.design, job.language), 1):
        page = etree.fromstring(parts[f"visio/pages/page{n}.xml"])
        shapes = page.find(tag("Shapes"))
        assert shapes is not None
        found = [
            cell.get("V")
            for shape in shapes
            for cell in shape.findall(f"{tag('Section')}/{tag('Row')}[@N='DwId']/{tag('Cell')}[@N='Value']")
        ]
        wanted = [item.element for item in (*drawn.boxes, *drawn.lines) if item.element]
        assert sorted(map(str, found)) == sorted(wanted)


def test_a_peering_has_its_ring_where_the_drawing_has_it() -> None:
    design = sketch(
        """
        net sheet shows=network
        r region
        a vpc region=r
          p vpc-peering peer=b
        b vpc region=r
        """
    )
    drawn = drawings(design, "en")
    (line,) = drawn[0].lines

    page = etree.fromstring(parts_of(package_bytes(drawn, Job(design, "en")))["visio/pages/page1.xml"])
    (shape,) = page.findall(f".//{tag('Row')}[@T='Ellipse']/../..")
    cells = {c.get("N"): float(c.get("V", "")) for c in shape.iterfind(f".//{tag('Row')}[@T='Ellipse']/*")}
    begin = {c.get("N"): float(c.get("V", "")) for c in shape.iterfind(f".//{tag('Row')}[@T='MoveTo']/*")}
    ends = {cell.get("N"): cell.get("V") for cell in shape.iterchildren(tag("Cell"))}

    assert line.middle
    along = line.middle[0] - line.points[0][0], line.points[0][1] - line.middle[1]
    assert (ends["BeginArrow"], ends["EndArrow"]) == ("20", "20")
    found = (cells["X"] - begin["X"]) * 96, (cells["Y"] - begin["Y"]) * 96
    assert found == pytest.approx(along, abs=0.01)
    assert (cells["A"] - cells["X"]) * 96 == pytest.approx(3.0)


def test_the_same_design_gives_the_same_bytes(package: bytes, job: Job) -> None:
    again = package_bytes(drawings(job.design, job.language), job)

    assert again == package


def test_chinese_has_its_own_face_beside_the_latin_one(package: bytes) -> None:
    parts = parts_of(package)

    document = etree.fromstring(parts["visio/document.xml"])
    faces = [face.get("NameU") for face in document.iter(tag("FaceName"))]
    asian = {cell.get("V") for cell in document.iter(tag("Cell")) if cell.get("N") == "AsianFont"}
    assert faces == ["Arial", "Microsoft YaHei"]
    assert asian == {"Microsoft YaHei"}


@pytest.mark.parametrize(
    ("pattern", "cure", "says"),
    [
        (rb"DEPENDSON\(1,Sheet\.(\d+)!SheetRef\(\)", rb"DEPENDSON(1", "do not name each other"),
        (rb'ToSheet="\d+"', b'ToSheet="999999"', "names a missing shape"),
        (rb'Master="\d+"', b'Master="77"', "there is no master"),
        (rb'N="PinX" V="[^"]*"', b'N="PinX" V="nan"', "is no number"),
        (rb'N="LayerMember" V="\d+"', b'N="LayerMember" V="99"', "there is no layer"),
        (rb'ToCell="Connections\.X\d+"', b'ToCell="Connections.X55"', "formula and Connect row differ"),
    ],
)
def test_a_damaged_page_is_found_out(package: bytes, pattern: bytes, cure: bytes, says: str) -> None:
    parts = parts_of(package)
    assert faults(parts) == []

    parts["visio/pages/page2.xml"] = re.sub(pattern, cure, parts["visio/pages/page2.xml"], count=1)

    assert any(says in fault for fault in faults(parts))


def test_hostile_names_do_not_break_a_page(tmp_path: Path) -> None:
    design = sketch(
        """
        net sheet shows=network
        r region region_id=cn-hangzhou
        a account name.en='=cmd()' name.zh='\u202eevil'
          v vpc region=r blocks=10.0.0.0/16
        """
    )
    long = "x" * 500 + "\x00\x0b😀&<>\"'"
    design = design.replacing("v", name=design["v"].name.saying("en", long))

    parts = parts_of(package_bytes(drawings(design, "en"), Job(design, "en")))

    assert faults(parts) == []
    assert b"\x0b" not in parts["visio/pages/page1.xml"]


def test_page_names_are_made_fit_for_visio() -> None:
    names = page_names(["Plan [a]: x/y", "Plan a x y", "", "n" * 60, "N" * 60])

    assert names == ["Plan a x y", "Plan a x y 2", "Page", "n" * 31, "N" * 29 + " 2"]
